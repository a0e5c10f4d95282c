"""Core room: documents."""
