"""Rooms and helpers that fit each of the three ways, proposed where a sitting is planned (四诊工作法 出诊).

By law with a legal worker; by virtue in a room with a star; by consultation with respected residents and 五老.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from desk.api import translator
from desk.api.calendar import list_duties
from desk.api.db import UnitOfWork
from plugins.mediation.joint_kinds import LEGAL_ROSTER
from plugins.mediation.models import Mediator, Plan, StarRoom

_ = translator("mediation")
_DAYS, _MOST = 14, 6
_HELPERS = {"law": ("legal",), "virtue": ("full_time",), "consultation": ("worthy", "five_olds")}


def way_of(plan: Plan | None, difficulty: str) -> str:
    """As planned; who invited a legal worker means to mediate by law."""
    if plan is None:
        return likely_way(difficulty)
    return "law" if plan.legal_worker else plan.way


def likely_way(difficulty: str) -> str:
    """A hard case by virtue in a star room, else by consultation; by law is chosen where liability is clear."""
    return "virtue" if difficulty in ("difficult", "major") else "consultation"


def star_rooms(uow: UnitOfWork) -> list[StarRoom]:
    """Rooms in use, those with a star first."""
    rows = uow.session.scalars(select(StarRoom).where(StarRoom.closed_on.is_(None)).order_by(StarRoom.id)).all()
    return sorted(rows, key=lambda one: not one.star)


def list_proposals(uow: UnitOfWork, category: str) -> dict[str, str]:
    """Way → who and where, in words; "" where the registers have nobody."""
    people = uow.session.scalars(select(Mediator).where(Mediator.left_on.is_(None)).order_by(Mediator.id)).all()
    found = {way: _named(people, kinds, category) for way, kinds in _HELPERS.items()}
    today = uow.clock.today()
    duties = list_duties(uow, LEGAL_ROSTER, today, today + timedelta(days=_DAYS))
    duty = "、".join(f"{one.day:%m-%d} {one.who}" for one in duties[:3])
    rooms = [f"{one.name}({one.star})" if one.star else one.name for one in star_rooms(uow)][:3]
    return {"law": _said((_("Legal workers"), "、".join(found["law"])), (_("Lawyer on duty"), duty)),
            "virtue": _said((_("Rooms"), "、".join(rooms)), (_("Full-time mediators"), "、".join(found["virtue"]))),
            "consultation": _said((_("Respected residents and retired cadres"), "、".join(found["consultation"])))}


def _named(people: Sequence[Mediator], kinds: tuple[str, ...], category: str) -> list[str]:
    """Those who are good at this kind of dispute first."""
    fitting = [one for one in people if one.kind in kinds]
    return [one.name for one in sorted(fitting, key=lambda one: category not in one.skills.split(","))][:_MOST]


def _said(*parts: tuple[str, Any]) -> str:
    return "\n".join(f"{title}:{text}" for title, text in parts if text) or _("The registers name nobody for it yet.")
