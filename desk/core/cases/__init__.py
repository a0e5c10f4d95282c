"""Core room: cases."""
