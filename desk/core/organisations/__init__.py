"""Core room: organisations."""
