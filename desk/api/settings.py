"""Declared settings as they stand."""

from desk.core.settings.service import get_setting

__all__ = ["get_setting"]
