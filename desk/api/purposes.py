"""Purposes of visits as data, for declaring them when a plugin starts. Loads no database; the verbs are in desk.api.visits."""

from desk.core.visits.purposes import Finding, Purpose, use_purposes

__all__ = ["Finding", "Purpose", "use_purposes"]
