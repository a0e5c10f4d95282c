"""The register of organisations, as plugins may use it."""

from desk.core.organisations.for_papers import organisation_for_papers

__all__ = ["organisation_for_papers"]
