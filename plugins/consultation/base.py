"""The declarative base of consultation's tables; they all begin with its id."""

from sqlalchemy.orm import DeclarativeBase

from desk.api.db import PluginBase


class Base(PluginBase, DeclarativeBase, plugin="consultation"):
    """Tables of consultation."""
