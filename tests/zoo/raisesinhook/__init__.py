"""Zoo: raises in every hook it has."""
