"""Activities with their roles and who signed up; fairs, campaigns and trainings are forms of activity."""

from datetime import date, datetime

from sqlalchemy import Boolean, Date, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Instant, Root
from plugins.volunteer.models.base import Base


class Activity(Root, Base):
    """kind: kind of service. form: "service", "fair", "campaign", "training", "recruitment". unserved: minutes of travel and
    breaks, taken off once a day. hazard: "none", "risky", "emergency" (抢险救灾). insurance, insured_from: policy and its first
    day. minors: people under 18 may come. state: "planned", "published", "held", "closed", "cancelled". style: one of the
    six styles of neighbour help. day_id: the volunteer day it was hung on. project_id: the project (a team) it belongs to.
    tools: what has to be there. served: people served, counted and not named. wanted: how many are looked for (recruitment).
    """

    __tablename__ = "volunteer_activity"
    record_kind = "volunteer.activity"
    title: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(20), default="community")
    form: Mapped[str] = mapped_column(String(12), default="service")
    team_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("volunteer_team.id", ondelete="RESTRICT"), index=True)
    project_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("volunteer_team.id", ondelete="RESTRICT"))
    day_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("volunteer_service_day.id", ondelete="RESTRICT"))
    area_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"), index=True)
    style: Mapped[str] = mapped_column(String(12), default="")
    tools: Mapped[str] = mapped_column(String(400), default="")
    contact: Mapped[str] = mapped_column(String(60), default="")
    wanted: Mapped[int] = mapped_column(Integer, default=0)
    place: Mapped[str] = mapped_column(String(120), default="")
    content: Mapped[str] = mapped_column(Text, default="")
    risks: Mapped[str] = mapped_column(String(400), default="")
    responsible: Mapped[str] = mapped_column(String(60), default="")
    starts_at: Mapped[datetime] = mapped_column(Instant, index=True)
    ends_at: Mapped[datetime] = mapped_column(Instant)
    unserved: Mapped[int] = mapped_column(Integer, default=0)
    hazard: Mapped[str] = mapped_column(String(12), default="none")
    insurance: Mapped[str] = mapped_column(String(120), default="")
    insured_from: Mapped[date | None] = mapped_column(Date)
    minors: Mapped[bool] = mapped_column(Boolean, default=True)
    state: Mapped[str] = mapped_column(String(12), default="planned", index=True)
    served: Mapped[int] = mapped_column(Integer, default=0)
    summary: Mapped[str] = mapped_column(Text, default="")


class Role(Root, Base):
    """A role in an activity. seats: 0 without limit. least_age: full years, 0 for anybody."""

    __tablename__ = "volunteer_role"
    record_kind = "volunteer.role"
    activity_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_activity.id", ondelete="RESTRICT"), index=True)
    title: Mapped[str] = mapped_column(String(60))
    seats: Mapped[int] = mapped_column(Integer, default=0)
    least_age: Mapped[int] = mapped_column(Integer, default=0)


class SignUp(Root, Base):
    """A volunteer's place. state: "in", "waiting" (in order of id), "withdrawn"."""

    __tablename__ = "volunteer_sign_up"
    record_kind = "volunteer.sign_up"
    __table_args__ = (UniqueConstraint("activity_id", "volunteer_id"),)
    activity_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_activity.id", ondelete="RESTRICT"), index=True)
    role_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_role.id", ondelete="RESTRICT"), index=True)
    volunteer_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"), index=True)
    state: Mapped[str] = mapped_column(String(12), default="in")
