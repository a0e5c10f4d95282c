"""Convenience fairs and campaigns: the menu of trades, residents' wishes, stalls, what households gave; recruitment stalls."""

from datetime import date

from sqlalchemy import Boolean, Date, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root
from plugins.volunteer.models.base import Base


class MenuItem(Root, Base):
    """A trade on the menu of services (磨刀, 修伞 …). skill: see kinds.SKILLS. until: off the menu since."""

    __tablename__ = "volunteer_menu_item"
    record_kind = "volunteer.menu_item"
    title: Mapped[str] = mapped_column(String(60))
    skill: Mapped[str] = mapped_column(String(20), default="")
    tools: Mapped[str] = mapped_column(String(200), default="")
    note: Mapped[str] = mapped_column(String(200), default="")
    until: Mapped[date | None] = mapped_column(Date)


class Wish(Root, Base):
    """So many residents wished for a trade; who they are is not kept."""

    __tablename__ = "volunteer_wish"
    record_kind = "volunteer.wish"
    item_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_menu_item.id", ondelete="RESTRICT"), index=True)
    area_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"))
    day: Mapped[date] = mapped_column(Date)
    heads: Mapped[int] = mapped_column(Integer, default=1)
    note: Mapped[str] = mapped_column(String(200), default="")


class Stall(Root, Base):
    """A stall at a fair, or a stretch of a campaign. shift: who is on when, as written on the rota. served: people (a fair).
    area: 0.01 m² (a campaign).
    """

    __tablename__ = "volunteer_stall"
    record_kind = "volunteer.stall"
    activity_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_activity.id", ondelete="RESTRICT"), index=True)
    item_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("volunteer_menu_item.id", ondelete="RESTRICT"), index=True)
    volunteer_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"))
    title: Mapped[str] = mapped_column(String(60))
    place: Mapped[str] = mapped_column(String(60), default="")
    shift: Mapped[str] = mapped_column(String(60), default="")
    tools: Mapped[str] = mapped_column(String(200), default="")
    served: Mapped[int] = mapped_column(Integer, default=0)
    area: Mapped[int] = mapped_column(Integer, default=0)


class Contribution(Root, Base):
    """What a household gave up for a campaign (让出的菜地), with its signature. area: 0.01 m². consent_on: signed on."""

    __tablename__ = "volunteer_contribution"
    record_kind = "volunteer.contribution"
    activity_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_activity.id", ondelete="RESTRICT"), index=True)
    household: Mapped[str] = mapped_column(String(60))
    place: Mapped[str] = mapped_column(String(120), default="")
    what: Mapped[str] = mapped_column(String(120), default="")
    area: Mapped[int] = mapped_column(Integer, default=0)
    consent_on: Mapped[date | None] = mapped_column(Date)


class Applicant(Root, Base):
    """Somebody who left a name at a stall. told: content and risks were told. state: "left", "called", "registered",
    "declined", "forgotten" (name and telephone erased). call_by: call back until. birth: year, or whole date.
    """

    __tablename__ = "volunteer_applicant"
    record_kind = "volunteer.applicant"
    activity_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("volunteer_activity.id", ondelete="RESTRICT"), index=True)
    name: Mapped[str] = mapped_column(String(60), default="")
    phone: Mapped[str] = mapped_column(String(30), default="", index=True)
    birth: Mapped[str] = mapped_column(String(10), default="")
    wishes: Mapped[str] = mapped_column(String(200), default="")
    told: Mapped[bool] = mapped_column(Boolean, default=True)
    left_on: Mapped[date] = mapped_column(Date, index=True)
    call_by: Mapped[date] = mapped_column(Date)
    called_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(String(200), default="")
    state: Mapped[str] = mapped_column(String(12), default="left", index=True)
    volunteer_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"))
