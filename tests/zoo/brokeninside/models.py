"""A table that nobody makes."""

from sqlalchemy.orm import DeclarativeBase

from desk.api.db import PluginBase, Root


class Base(PluginBase, DeclarativeBase, plugin="brokeninside"):
    """Tables of this plugin."""


class Thing(Root, Base):
    """Nothing."""

    __tablename__ = "brokeninside_thing"
    record_kind = "brokeninside.thing"
