"""Zoo: a relationship of its models names a class that is not there."""
