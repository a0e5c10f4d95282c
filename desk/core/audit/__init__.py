"""Core room: the append-only audit chain, written in the transaction it tells of."""
