"""Zoo: requires circletwo, which requires it."""
