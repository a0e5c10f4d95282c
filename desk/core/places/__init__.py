"""Core room: places."""
