"""爱心超市: goods, what was given for them, prices by validity, hand-outs and stocktaking. Stock itself is in the ledger."""

from datetime import date

from sqlalchemy import BigInteger, Date, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root
from plugins.volunteer.models.base import Base


class Goods(Root, Base):
    """code: typed at the counter, one to three digits. unit: 袋, 瓶, 件. limit: pieces a person may have in
    limit_days, 0 without limit.
    """

    __tablename__ = "volunteer_goods"
    record_kind = "volunteer.goods"
    __table_args__ = (UniqueConstraint("community_id", "code"),)
    code: Mapped[str] = mapped_column(String(3))
    name: Mapped[str] = mapped_column(String(80))
    unit: Mapped[str] = mapped_column(String(12), default="件")
    limit: Mapped[int] = mapped_column(Integer, default=0)
    limit_days: Mapped[int] = mapped_column(Integer, default=90)
    state: Mapped[str] = mapped_column(String(12), default="offered")


class Donation(Root, Base):
    """Goods that came in: from whom, how many, of what value, usable until when."""

    __tablename__ = "volunteer_donation"
    record_kind = "volunteer.donation"
    goods_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_goods.id", ondelete="RESTRICT"), index=True)
    donor: Mapped[str] = mapped_column(String(120))
    quantity: Mapped[int] = mapped_column(Integer)
    value_fen: Mapped[int | None] = mapped_column(BigInteger)
    received_on: Mapped[date] = mapped_column(Date)
    best_before: Mapped[date | None] = mapped_column(Date)
    handler: Mapped[str] = mapped_column(String(60), default="")


class Price(Root, Base):
    """Tenths of a point for one piece, from day to day; the latest that has begun holds."""

    __tablename__ = "volunteer_price"
    record_kind = "volunteer.price"
    goods_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_goods.id", ondelete="RESTRICT"), index=True)
    points: Mapped[int] = mapped_column(Integer)
    valid_from: Mapped[date] = mapped_column(Date)
    valid_to: Mapped[date | None] = mapped_column(Date)


class HandOut(Root, Base):
    """Goods handed to a volunteer for points. points: tenths in all. state: "given", "returned"."""

    __tablename__ = "volunteer_hand_out"
    record_kind = "volunteer.hand_out"
    volunteer_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"), index=True)
    goods_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_goods.id", ondelete="RESTRICT"), index=True)
    quantity: Mapped[int] = mapped_column(Integer)
    points: Mapped[int] = mapped_column(Integer)
    left: Mapped[int] = mapped_column(Integer)
    day: Mapped[date] = mapped_column(Date, index=True)
    handler: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(12), default="given")
    return_reason: Mapped[str] = mapped_column(String(200), default="")
    points_booking: Mapped[int] = mapped_column(BigId, ForeignKey("core_ledger_booking.id", ondelete="RESTRICT"))
    goods_booking: Mapped[int] = mapped_column(BigId, ForeignKey("core_ledger_booking.id", ondelete="RESTRICT"))


class Stocktake(Root, Base):
    """What was counted and what the ledger said then; the difference is booked. count_id: the sheet it stood on."""

    __tablename__ = "volunteer_stocktake"
    record_kind = "volunteer.stocktake"
    count_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("volunteer_stock_count.id", ondelete="RESTRICT"), index=True)
    goods_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_goods.id", ondelete="RESTRICT"), index=True)
    counted: Mapped[int] = mapped_column(Integer)
    expected: Mapped[int] = mapped_column(Integer)
    day: Mapped[date] = mapped_column(Date)
    reason: Mapped[str] = mapped_column(String(200), default="")
