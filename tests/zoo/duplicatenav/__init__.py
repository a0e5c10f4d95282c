"""Zoo: declares a page under a name that is taken."""
