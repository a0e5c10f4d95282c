"""Core room: exchange."""
