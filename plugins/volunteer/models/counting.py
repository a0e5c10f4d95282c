"""A stocktaking: a sheet for all goods, counted by two people."""

from datetime import date

from sqlalchemy import Date, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import Root
from plugins.volunteer.models.base import Base


class StockCount(Root, Base):
    """state: "counting" (the sheet is out), "booked", "dropped". first, second: who counted and who watched; two people."""

    __tablename__ = "volunteer_stock_count"
    record_kind = "volunteer.stock_count"
    day: Mapped[date] = mapped_column(Date)
    first: Mapped[str] = mapped_column(String(60), default="")
    second: Mapped[str] = mapped_column(String(60), default="")
    note: Mapped[str] = mapped_column(String(200), default="")
    state: Mapped[str] = mapped_column(String(12), default="counting")
