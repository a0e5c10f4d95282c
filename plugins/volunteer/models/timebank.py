"""时间银行: what was paid in and out, beside the ledger of minutes. Nothing here touches points or goods (rules 3.5)."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root
from plugins.volunteer.models.base import Base


class TimeDeposit(Root, Base):
    """An entered pair that was paid in. minutes: what stands in the bank of it now; follows corrections of the pair."""

    __tablename__ = "volunteer_time_deposit"
    record_kind = "volunteer.time_deposit"
    pair_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_time_pair.id", ondelete="RESTRICT"), unique=True)
    volunteer_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"), index=True)
    day: Mapped[date] = mapped_column(Date)
    minutes: Mapped[int] = mapped_column(Integer)


class TimeGrant(Root, Base):
    """Minutes that a fund grants to somebody who need not be a volunteer (重点老人). basis: see timefund.BASES.

    state: "granted", "taken_back" (what was not drawn). booking_id: in the ledger.
    """

    __tablename__ = "volunteer_time_grant"
    record_kind = "volunteer.time_grant"
    person_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)
    fund: Mapped[str] = mapped_column(String(80))
    basis: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(String(200), default="")
    day: Mapped[date] = mapped_column(Date)
    minutes: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(12), default="granted")
    booking_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ledger_booking.id", ondelete="RESTRICT"))


class TimeDraw(Root, Base):
    """Minutes paid out for service received. served: who received it. what: which service. booking_id: in the ledger.

    Either of a volunteer's account or (person_id) of somebody to whom a fund granted minutes.
    """

    __tablename__ = "volunteer_time_draw"
    record_kind = "volunteer.time_draw"
    volunteer_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"), index=True)
    person_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)
    day: Mapped[date] = mapped_column(Date)
    minutes: Mapped[int] = mapped_column(Integer)
    served: Mapped[str] = mapped_column(String(60))
    relation: Mapped[str] = mapped_column(String(20), default="self")
    what: Mapped[str] = mapped_column(String(200), default="")
    state: Mapped[str] = mapped_column(String(12), default="drawn")
    booking_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ledger_booking.id", ondelete="RESTRICT"))
