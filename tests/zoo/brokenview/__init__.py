"""Zoo: its views raise, are not there, or belong to somebody else."""
