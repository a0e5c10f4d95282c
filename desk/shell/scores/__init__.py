"""Rounds of scoring and honours on the screen."""
