"""Registers that are declared, not programmed: their records are JSON in one table, with indexed fields beside it."""
