"""The verbs of volunteering, one module a stretch of the way."""
