"""Zoo: requires circleone, which requires it."""
