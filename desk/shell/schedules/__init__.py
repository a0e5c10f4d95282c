"""Recurring schedules on the screen."""
