"""A relationship to a class that is nowhere."""

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from desk.api.db import PluginBase, Root


class Base(PluginBase, DeclarativeBase, plugin="brokenmapper"):
    """Tables of this plugin."""


class Leaf(Root, Base):
    """Names a tree that was never planted."""

    __tablename__ = "brokenmapper_leaf"
    name: Mapped[str] = mapped_column()
    tree = relationship("Treee")
