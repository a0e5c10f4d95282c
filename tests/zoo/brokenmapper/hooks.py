"""Imports its models at once, as it should not."""

from plugins.brokenmapper import models  # noqa: F401
