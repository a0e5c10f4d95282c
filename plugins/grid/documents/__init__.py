"""Papers of the grid: pure functions from a frozen dataclass to a Document; None gives the blank form."""
