"""Volunteers: people who give time, hours that can be certified, points that add up, and what points buy."""
