"""Verbs of consultation."""
