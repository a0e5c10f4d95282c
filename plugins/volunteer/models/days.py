"""Volunteer days and months: what is done when the core's schedule comes round."""

from datetime import date

from sqlalchemy import Boolean, Date, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root
from plugins.volunteer.models.base import Base


class ServiceDay(Root, Base):
    """A fixed volunteer day or month: the schedule says when, this says what. month: the whole month is meant (服务月).

    begins, ends: times of day as typed, "" when each activity says its own.
    """

    __tablename__ = "volunteer_service_day"
    record_kind = "volunteer.service_day"
    schedule_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_schedule.id", ondelete="RESTRICT"), unique=True)
    theme: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(20), default="community")
    month: Mapped[bool] = mapped_column(Boolean, default=False)
    team_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("volunteer_team.id", ondelete="RESTRICT"))
    place: Mapped[str] = mapped_column(String(120), default="")
    begins: Mapped[str] = mapped_column(String(5), default="09:00")
    ends: Mapped[str] = mapped_column(String(5), default="11:00")
    until: Mapped[date | None] = mapped_column(Date)
