"""Core room: areas from the district to the room, venues and their bookings."""
