"""What is given to a volunteer on paper: certificates and stars."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, Date, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root
from plugins.volunteer.models.base import Base


class Certificate(Root, Base):
    """A 志愿服务记录证明 as issued. lines: [{"title", "day", "minutes"}] as certified. posted_until: 公示 of seven days.

    code: printed on it, asked back by the hall. void_reason: "" while it stands.
    """

    __tablename__ = "volunteer_certificate"
    record_kind = "volunteer.certificate"
    __table_args__ = (UniqueConstraint("community_id", "code"),)
    volunteer_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"), index=True)
    number: Mapped[str] = mapped_column(String(80), default="")
    id_number: Mapped[str] = mapped_column(String(40), default="")
    code: Mapped[str] = mapped_column(String(16))
    first: Mapped[date] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)
    minutes: Mapped[int] = mapped_column(Integer)
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    purpose: Mapped[str] = mapped_column(String(200), default="")
    responsible: Mapped[str] = mapped_column(String(60))
    handler: Mapped[str] = mapped_column(String(60))
    contact: Mapped[str] = mapped_column(String(60), default="")
    issued_on: Mapped[date] = mapped_column(Date)
    posted_until: Mapped[date] = mapped_column(Date)
    void_reason: Mapped[str] = mapped_column(String(200), default="")


class StarLevel(Root, Base):
    """A level as the hall has it from `valid_from` on; without any row law.STARS holds. conditions: besides the hours."""

    __tablename__ = "volunteer_star_level"
    record_kind = "volunteer.star_level"
    level: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(String(60))
    minutes: Mapped[int] = mapped_column(Integer)
    conditions: Mapped[str] = mapped_column(String(200), default="")
    approver: Mapped[str] = mapped_column(String(60), default="")
    source: Mapped[str] = mapped_column(String(120), default="")
    valid_from: Mapped[date] = mapped_column(Date)
    valid_to: Mapped[date | None] = mapped_column(Date)


class StarRound(Root, Base):
    """A list of those who are to get a star: put together, hung out (notice_id), decided, given on award_on.

    state: "open", "posted", "granted", "cancelled". places: who stands on it is in StarPlace.
    """

    __tablename__ = "volunteer_star_round"
    record_kind = "volunteer.star_round"
    title: Mapped[str] = mapped_column(String(120))
    state: Mapped[str] = mapped_column(String(12), default="open")
    counted_on: Mapped[date] = mapped_column(Date)
    by: Mapped[str] = mapped_column(String(120), default="")
    award_on: Mapped[date | None] = mapped_column(Date)
    notice_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_notice.id", ondelete="RESTRICT"))


class StarPlace(Root, Base):
    """A volunteer on a round's list with the hours of that day. state: "proposed", "struck" (why says for what), "granted"."""

    __tablename__ = "volunteer_star_place"
    record_kind = "volunteer.star_place"
    __table_args__ = (UniqueConstraint("round_id", "volunteer_id"),)
    round_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_star_round.id", ondelete="RESTRICT"), index=True)
    volunteer_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"), index=True)
    level: Mapped[int] = mapped_column(Integer)
    minutes: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(12), default="proposed")
    why: Mapped[str] = mapped_column(String(200), default="")


class StarGrant(Root, Base):
    """A star that was granted: a decision, with the hours it was based on. number: on the certificate."""

    __tablename__ = "volunteer_star_grant"
    record_kind = "volunteer.star_grant"
    __table_args__ = (UniqueConstraint("volunteer_id", "level"),)
    volunteer_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"), index=True)
    number: Mapped[str] = mapped_column(String(80), default="")
    level: Mapped[int] = mapped_column(Integer)
    minutes: Mapped[int] = mapped_column(Integer)
    granted_on: Mapped[date] = mapped_column(Date)
    by: Mapped[str] = mapped_column(String(120), default="")
    note: Mapped[str] = mapped_column(String(200), default="")
