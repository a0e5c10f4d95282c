"""Zoo: raises in desk_stop."""
