"""Consultation and votes: from a resident's topic to a counted decision and residents' judgement of what came of it."""
