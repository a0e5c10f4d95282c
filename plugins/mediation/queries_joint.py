"""Reads of the work with others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from desk.api import NotFound, hall_time
from desk.api.cases import get_case
from desk.api.db import Page, PageRequest, UnitOfWork
from plugins.mediation.joint_kinds import LEGAL
from plugins.mediation.kinds import READ
from plugins.mediation.models import CourtMatter, GridHandover, JointStudy, LeadBody, LegalConsult, MediationBody

MOST = 5000
"""Registers of this room stay short; a page reads at most this many rows."""


@dataclass(frozen=True, slots=True)
class Share:
    """What a department did in a copy of results. Shares are of the lines it struck off, "—" without any."""

    unit: str
    lines: int
    struck: int
    settled: int
    in_time: int

    @property
    def settled_share(self) -> str:
        """Settled of those struck off."""
        return _share(self.settled, self.struck)

    @property
    def in_time_share(self) -> str:
        """In time of those struck off."""
        return _share(self.in_time, self.struck)


def shares(lines: Sequence[dict[str, Any]]) -> list[Share]:
    """The lines of a copy summed by department, in the order of names; who has none comes last."""
    found = []
    for unit in sorted({one["unit"] for one in lines}, key=lambda name: (not name, name)):
        own = [one for one in lines if one["unit"] == unit]
        struck = [one for one in own if one["struck"]]
        found.append(Share(unit, len(own), len(struck), sum(bool(one.get("settled")) for one in struck),
                           sum(not one["late"] for one in struck)))
    return found


def _share(part: int, whole: int) -> str:
    return f"{part * 100 / whole:.1f}%" if whole else "—"


def page_of(uow: UnitOfWork, model: Any, request: PageRequest, texts: Sequence[str], keep: Any = None) -> Page[Any]:
    """A page of a short register, the newest first; `texts`: columns searched; keep: `(row) -> bool` leaves rows out."""
    uow.require(LEGAL if model is LegalConsult else READ)
    statement = select(model).order_by(model.id.desc()).limit(MOST)
    for word in request.text.split():
        statement = statement.where(or_(*(getattr(model, name).contains(word, autoescape=True) for name in texts)))
    for name, value in request.filters.items():
        statement = statement.where(getattr(model, name) == value)
    rows = [row for row in uow.session.scalars(statement) if keep is None or keep(row)]
    start = request.start
    end = start + request.size
    return Page(rows[start:end], (end,) if end < len(rows) else None, len(rows))


def matter_of(uow: UnitOfWork, owner_id: int) -> tuple[str, str]:
    """(number, title) of a matter, ("", "") when one may not see it."""
    try:
        case = get_case(uow, owner_id)
    except NotFound:
        return "", ""
    return case.number or "—", case.title


def list_studies_of(uow: UnitOfWork, owner_kind: str, owner_id: int) -> list[JointStudy]:
    """Joint studies of one matter, the first first."""
    return list(uow.session.scalars(select(JointStudy).where(
        JointStudy.owner_kind == owner_kind, JointStudy.owner_id == owner_id).order_by(JointStudy.starts_at)))


def list_open_tasks(uow: UnitOfWork, until: date) -> list[tuple[JointStudy, dict[str, Any]]]:
    """Tasks of joint studies that are due by `until` and not done."""
    found = []
    for row in uow.session.scalars(select(JointStudy).where(JointStudy.held.is_(True))):
        if not matter_of(uow, row.owner_id)[1]:
            continue
        found += [(row, one) for one in row.tasks if one["due"] and not one["done"] and one["due"] <= until.isoformat()]
    return found


def list_called(uow: UnitOfWork, first: date, last: date) -> list[JointStudy]:
    """Studies called for the days from `first` to `last` and not yet held."""
    rows = uow.session.scalars(select(JointStudy).where(JointStudy.held.is_(False)).order_by(JointStudy.starts_at))
    return [row for row in rows if first <= hall_time(row.starts_at).date() <= last and matter_of(uow, row.owner_id)[1]]


def list_unanswered(uow: UnitOfWork, until: date) -> list[GridHandover]:
    """Slips of the grid to be answered by `until`."""
    return list(uow.session.scalars(select(GridHandover).where(
        GridHandover.replied_on.is_(None), GridHandover.way == "in", GridHandover.until <= until).order_by(GridHandover.until)))


def list_unreturned(uow: UnitOfWork, until: date) -> list[CourtMatter]:
    """Matters of the court to be returned by `until`."""
    return list(uow.session.scalars(select(CourtMatter).where(
        CourtMatter.returned_on.is_(None), CourtMatter.until <= until).order_by(CourtMatter.until)))


def list_bodies(uow: UnitOfWork) -> list[MediationBody]:
    """Bodies that take part now, in the order they were entered."""
    return list(uow.session.scalars(select(MediationBody).where(MediationBody.ended_on.is_(None)).order_by(MediationBody.id)))


def lead_of(uow: UnitOfWork, owner_kind: str, owner_id: int) -> tuple[str, str]:
    """(name of the body that leads, names of those that join in) of a matter; ("", "") while nobody was named."""
    row = uow.session.scalars(select(LeadBody).where(LeadBody.owner_kind == owner_kind,
                                                     LeadBody.owner_id == owner_id)).one_or_none()
    if row is None:
        return "", ""
    names = {one.id: one.name for one in uow.session.scalars(select(MediationBody))}
    return names.get(row.lead_id, ""), "、".join(names.get(one, "") for one in row.joined)
