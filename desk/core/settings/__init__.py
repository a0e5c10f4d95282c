"""Core room: settings kept with the data, and what plugins are switched on."""
