"""The table: what the desk's matter does not hold already."""
from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from desk.api.db import PluginBase, Scoped


class Base(PluginBase, DeclarativeBase, plugin="lostfound"):
    """Tables of this plugin."""


class Item(Scoped, Base):
    """A found thing; its id is the matter's."""
    __tablename__ = "lostfound_item"
    record_kind = "lostfound.item"
    finder: Mapped[str] = mapped_column(String(60))
    owner: Mapped[str] = mapped_column(String(60))
