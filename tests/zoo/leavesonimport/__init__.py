"""Zoo: calls sys.exit while it is imported."""
