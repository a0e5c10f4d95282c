"""Votes: rules as data, the roll, ballots named and secret, counting, a result that a stranger can check."""
