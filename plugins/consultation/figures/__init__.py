"""Statistics of consultation: facts and tables."""
