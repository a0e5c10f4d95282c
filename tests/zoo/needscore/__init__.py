"""Zoo: its tables need a revision of the core that is not there."""
