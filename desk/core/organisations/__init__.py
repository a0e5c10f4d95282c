"""Core room: organisations, and who holds which post from when to when."""
