"""Zoo: its manifest is full of mistakes."""
