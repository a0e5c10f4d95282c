"""Zoo: answers with what was not asked for."""
