"""Zoo: made for a later desk."""
