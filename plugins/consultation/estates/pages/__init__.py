"""Lists, records and forms of estates."""
