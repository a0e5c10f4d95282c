"""Pages of what was brought in by lists."""
