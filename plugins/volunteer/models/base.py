"""The declarative base of the tables."""

from sqlalchemy.orm import DeclarativeBase

from desk.api.db import PluginBase


class Base(PluginBase, DeclarativeBase, plugin="volunteer"):
    """Tables of the volunteers."""
