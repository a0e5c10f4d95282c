"""Score sheets and award rounds: criteria as data, several raters, exact arithmetic, a result that explains itself."""
