"""Core room: legal periods and the working calendar."""
