"""Earning rules with their validity, what each pair has earned, and adjustments that two people make."""

from datetime import date

from sqlalchemy import Boolean, Date, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root
from plugins.volunteer.models.base import Base


class PointRule(Root, Base):
    """kind: kind of service, "" for all others. per_hour: tenths of a point. step: tenths that amounts are rounded down to.

    cap_activity, cap_day: minutes that earn points at most, 0 without cap. months: how long points may be used, 0 without
    end; year_end: until the end of the year instead. A changed rule is a new row; old ones keep their days.
    """

    __tablename__ = "volunteer_point_rule"
    record_kind = "volunteer.point_rule"
    kind: Mapped[str] = mapped_column(String(20), default="")
    per_hour: Mapped[int] = mapped_column(Integer, default=10)
    step: Mapped[int] = mapped_column(Integer, default=10)
    cap_activity: Mapped[int] = mapped_column(Integer, default=0)
    cap_day: Mapped[int] = mapped_column(Integer, default=0)
    months: Mapped[int] = mapped_column(Integer, default=36)
    year_end: Mapped[bool] = mapped_column(Boolean, default=False)
    valid_from: Mapped[date] = mapped_column(Date)
    valid_to: Mapped[date | None] = mapped_column(Date)
    source: Mapped[str] = mapped_column(String(200), default="")


class Credit(Root, Base):
    """What a pair has earned till now: minutes that counted for points and tenths booked."""

    __tablename__ = "volunteer_credit"
    record_kind = "volunteer.credit"
    pair_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_time_pair.id", ondelete="RESTRICT"), unique=True)
    volunteer_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"), index=True)
    source_kind: Mapped[str] = mapped_column(String(40))
    source_id: Mapped[int] = mapped_column(BigId)
    day: Mapped[date] = mapped_column(Date)
    minutes: Mapped[int] = mapped_column(Integer)
    amount: Mapped[int] = mapped_column(Integer)


class PointsShare(Root, Base):
    """A volunteer whose points are kept on the account of the household she lives in, from day to day."""

    __tablename__ = "volunteer_points_share"
    record_kind = "volunteer.points_share"
    volunteer_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"), index=True)
    household_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_household.id", ondelete="RESTRICT"), index=True)
    since: Mapped[date] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)


class Adjustment(Root, Base):
    """Somebody asks, somebody else decides. amount: tenths, signed. state: "asked", "granted", "refused"."""

    __tablename__ = "volunteer_adjustment"
    record_kind = "volunteer.adjustment"
    volunteer_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"), index=True)
    amount: Mapped[int] = mapped_column(Integer)
    reason: Mapped[str] = mapped_column(String(200))
    asked_by: Mapped[str] = mapped_column(String(64))
    decided_by: Mapped[str] = mapped_column(String(64), default="")
    state: Mapped[str] = mapped_column(String(12), default="asked")
