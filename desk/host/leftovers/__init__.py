"""A programmed plugin whose program is gone: what was kept of its declarations paints what it left, read-only."""
