"""Zoo: its second migration raises after having made a table."""
