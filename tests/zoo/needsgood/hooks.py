"""Nothing to contribute."""
