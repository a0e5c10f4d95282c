"""Declared settings: as they stand, and the verb that changes them."""

from desk.core.settings.service import change_settings, get_setting

__all__ = ["change_settings", "get_setting"]
