"""Zoo: takes its time in desk_start."""
