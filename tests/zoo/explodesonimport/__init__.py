"""Zoo: raises while it is imported."""
