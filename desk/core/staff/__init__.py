"""Core room: staff."""
