"""Zoo: requires a plugin that is nowhere."""
