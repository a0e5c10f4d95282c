"""Screens that are truly the mediation room's own; lists, forms and records are declared in pages.py."""
