"""Core room: visits to people, households, organisations and places, planned or not, and what they led to."""
