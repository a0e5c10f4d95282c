"""Verbs of the grid, one module a stretch of the way: reporting, sorting out, handing over, ending, kinds of events."""
