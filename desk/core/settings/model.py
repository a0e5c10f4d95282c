"""Table: settings by community, key and value as JSON."""

from typing import Any

from sqlalchemy import JSON, Boolean, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, Root


class Setting(Root, Base):
    """One setting; `confirmed` marks that a person has confirmed a default whose law could not be read."""

    __tablename__ = "core_setting"
    record_kind = "setting"
    __table_args__ = (UniqueConstraint("community_id", "key"),)
    key: Mapped[str] = mapped_column(String(120))
    value: Mapped[Any] = mapped_column(JSON)
    confirmed: Mapped[bool] = mapped_column(Boolean, default=False)
