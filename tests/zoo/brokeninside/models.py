"""A table that nobody makes."""

from desk.api.db import Root, plugin_base

Base = plugin_base("brokeninside")


class Thing(Root, Base):
    """Nothing."""

    __tablename__ = "brokeninside_thing"
    record_kind = "brokeninside.thing"
