"""Core room: people."""
