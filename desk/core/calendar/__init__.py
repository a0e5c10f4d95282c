"""Core room: calendar."""
