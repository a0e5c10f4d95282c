"""Core room: search."""
