"""Bundled plugins; each folder has the same inner shape and uses only desk.api."""
