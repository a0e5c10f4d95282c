"""Organisations and appointments on the screen."""
