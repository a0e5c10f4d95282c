"""Core room: db."""
