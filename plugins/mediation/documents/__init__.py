"""Papers of the 239号 set: pure functions from a frozen dataclass to a Document; None gives the blank form."""
