"""The declarative base of the mediation room's tables, and what every row that belongs to a dispute has."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from desk.api.db import BigId, PluginBase, Root


class Base(PluginBase, DeclarativeBase, plugin="mediation"):
    """Tables of the mediation room."""


class OfDispute(Root):
    """A record of one dispute's file."""

    @declared_attr
    def dispute_id(cls) -> Mapped[int]:
        return mapped_column(BigId, ForeignKey("mediation_dispute.id", ondelete="RESTRICT"), index=True)
