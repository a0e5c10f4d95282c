"""Areas, venues and bookings on the screen."""
