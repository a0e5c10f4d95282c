"""The declarative base of the tables."""

from desk.api.db import plugin_base

Base = plugin_base("volunteer")
