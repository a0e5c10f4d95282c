"""One table."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from desk.api.db import BigId, PluginBase, Root


class Base(PluginBase, DeclarativeBase, plugin="good"):
    """Tables of this plugin."""


class Note(Root, Base):
    """A slip of paper for a person."""

    __tablename__ = "good_note"
    record_kind = "good.note"
    person_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)
    text: Mapped[str] = mapped_column(String(200))
