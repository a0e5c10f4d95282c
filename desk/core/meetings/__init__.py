"""Gatherings with their roll and minutes; public notices with their clock."""
