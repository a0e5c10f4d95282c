"""Who goes on a round of return visits to which case, and in which order."""

from sqlalchemy import Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from plugins.mediation.models.base import Base, OfDispute


class VisitDuty(OfDispute, Base):
    """Of one case in one month (year × 100 + month). place: stop on the visitor's way, from 1."""

    __tablename__ = "mediation_visit_duty"
    record_kind = "mediation.visit_duty"
    __table_args__ = (UniqueConstraint("dispute_id", "month"),)
    month: Mapped[int] = mapped_column(Integer, index=True)
    visitor: Mapped[str] = mapped_column(String(60))
    place: Mapped[int] = mapped_column(Integer, default=1)
