"""One table."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root, plugin_base

Base = plugin_base("good")


class Note(Root, Base):
    """A slip of paper for a person."""

    __tablename__ = "good_note"
    record_kind = "good.note"
    person_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)
    text: Mapped[str] = mapped_column(String(200))
