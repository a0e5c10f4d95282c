"""Zoo: requires good."""
