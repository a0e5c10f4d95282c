"""Estates, their owners' register and committees; the owners' vote with two measures (systems: owners-committee)."""
