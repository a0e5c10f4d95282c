"""Volunteers, teams (posts, studios and projects are kinds of team) and who belongs to them from when to when."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Date, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root
from plugins.volunteer.models.base import Base


class Volunteer(Root, Base):
    """One a person. number: on the card. state: "active", "paused", "left", "family" (too young: record without certificate).

    station: the volunteer station (志愿服务站) where she is registered, "" for the hall's own. skills: codes between commas,
    ",hair,legal,"; skills_note: others in words. guardian, guardian_on: consent of the legal guardian. consents: what was
    agreed to and when, {"data": "2026-11-05", "names": ...} (names: may stand in lists and rankings, share: other systems;
    "data_back", "names_back": withdrawn on). minutes: what was entered for her in all, kept with each entry so that the list
    can be sorted by it; `recount` adds it up again.
    """

    __tablename__ = "volunteer_volunteer"
    record_kind = "volunteer.volunteer"
    __table_args__ = (UniqueConstraint("community_id", "number"),
                      Index("ix_volunteer_volunteer_minutes", "community_id", "minutes", "id"))
    person_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), unique=True)
    number: Mapped[str] = mapped_column(String(20), default="")
    joined_on: Mapped[date] = mapped_column(Date)
    state: Mapped[str] = mapped_column(String(12), default="active", index=True)
    station: Mapped[str] = mapped_column(String(60), default="", index=True)
    skills: Mapped[str] = mapped_column(String(400), default=",")
    skills_note: Mapped[str] = mapped_column(String(200), default="")
    wishes: Mapped[str] = mapped_column(String(200), default="")
    times: Mapped[str] = mapped_column(String(200), default="")
    emergency: Mapped[str] = mapped_column(String(120), default="")
    guardian: Mapped[str] = mapped_column(String(60), default="")
    guardian_on: Mapped[date | None] = mapped_column(Date)
    own_income: Mapped[bool] = mapped_column(Boolean, default=False)
    consents: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    minutes: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")


class Team(Root, Base):
    """kind: see kinds.TEAM_KINDS. seats: 0 without limit. until: dissolved or closed on.

    venue, hours: where and when a studio is open or a post is served. A studio named after somebody: host_id, her consent
    (consent_on), who approved it, when the plaque was given, when it is looked at again (review_on). worker: the social
    worker in charge of a project.
    """

    __tablename__ = "volunteer_team"
    record_kind = "volunteer.team"
    name: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(12), default="team")
    theme: Mapped[str] = mapped_column(String(40), default="")
    parent_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("volunteer_team.id", ondelete="RESTRICT"))
    area_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"))
    duty: Mapped[str] = mapped_column(String(400), default="")
    seats: Mapped[int] = mapped_column(Integer, default=0)
    venue: Mapped[str] = mapped_column(String(120), default="")
    hours: Mapped[str] = mapped_column(String(120), default="")
    worker: Mapped[str] = mapped_column(String(60), default="")
    host_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"))
    consent_on: Mapped[date | None] = mapped_column(Date)
    approved_by: Mapped[str] = mapped_column(String(60), default="")
    approved_on: Mapped[date | None] = mapped_column(Date)
    plaque_on: Mapped[date | None] = mapped_column(Date)
    review_on: Mapped[date | None] = mapped_column(Date)
    since: Mapped[date] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)


class Member(Root, Base):
    """A volunteer in a team from day to day. role: "leader", "deputy", "member". review: how a post was served.

    state: "claimed" (a post that waits to be accepted), "serving", "refused". term_until: planned end of the term. partner:
    who works with her (the social worker of 我帮你, the paired neighbour). number: on the post card. appointment_id: the
    same term in the register of appointments, for leaders of teams that lie in an area.
    """

    __tablename__ = "volunteer_member"
    record_kind = "volunteer.member"
    team_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_team.id", ondelete="RESTRICT"), index=True)
    volunteer_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"), index=True)
    role: Mapped[str] = mapped_column(String(12), default="member")
    since: Mapped[date] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    review: Mapped[str] = mapped_column(String(400), default="")
    state: Mapped[str] = mapped_column(String(12), default="serving")
    term_until: Mapped[date | None] = mapped_column(Date)
    partner: Mapped[str] = mapped_column(String(60), default="")
    number: Mapped[str] = mapped_column(String(40), default="")
    appointment_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_appointment.id", ondelete="RESTRICT"))


class TeamEntry(Root, Base):
    """A line in a team's book. kind: "visit" (people came to a studio), "session" (of a project), "review" (yearly). heads:
    people who came, counted and not named.
    """

    __tablename__ = "volunteer_team_entry"
    record_kind = "volunteer.team_entry"
    team_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_team.id", ondelete="RESTRICT"), index=True)
    kind: Mapped[str] = mapped_column(String(12), default="visit")
    day: Mapped[date] = mapped_column(Date)
    heads: Mapped[int] = mapped_column(Integer, default=0)
    topic: Mapped[str] = mapped_column(String(120), default="")
    note: Mapped[str] = mapped_column(String(400), default="")


class OutsideHours(Root, Base):
    """Hours another organisation recorded: shown, never counted, never certified here (谁记录谁证明).

    code: its own number of the record, "" when written down by hand; one code of one organisation comes in once.
    """

    __tablename__ = "volunteer_outside_hours"
    record_kind = "volunteer.outside_hours"
    volunteer_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"), index=True)
    organisation: Mapped[str] = mapped_column(String(120))
    minutes: Mapped[int] = mapped_column(Integer)
    day: Mapped[date | None] = mapped_column(Date)
    code: Mapped[str] = mapped_column(String(60), default="", index=True)
    note: Mapped[str] = mapped_column(String(200), default="")
