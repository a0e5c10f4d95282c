"""Statistics of the mediation room: facts, tables, allowance."""
