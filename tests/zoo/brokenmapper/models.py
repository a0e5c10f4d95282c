"""A relationship to a class that is nowhere."""

from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk.api.db import Root, plugin_base

Base = plugin_base("brokenmapper")


class Leaf(Root, Base):
    """Names a tree that was never planted."""

    __tablename__ = "brokenmapper_leaf"
    name: Mapped[str] = mapped_column()
    tree = relationship("Treee")
