"""Verbs of the mediation room, one module a stretch of the way: intake, sessions, agreements, closing."""
