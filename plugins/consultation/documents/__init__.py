"""Papers of rules 2.7: pure functions from a frozen dataclass to a Document; None gives the blank form."""
