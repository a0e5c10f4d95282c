"""Zoo: a small plugin that uses every hook."""
