"""Core room: files kept with records, by content, inside the data file."""
