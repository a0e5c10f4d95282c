"""Core room: files."""
