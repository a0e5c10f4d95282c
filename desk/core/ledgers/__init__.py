"""Ledgers: what is counted and must add up (points, goods, fen, minutes). Two legs, lots, reversal, append-only."""
