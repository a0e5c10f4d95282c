"""Zoo: has a hook that nobody asks for."""
