"""Rounds of return visits by month (复诊): which cases are due and why, who is visited, what was ticked off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import or_, select

from desk.api import N_, translator
from desk.api.calendar import month_days, month_of
from desk.api.cases import Case, visible_cases
from desk.api.db import UnitOfWork
from plugins.mediation.kinds import READ
from plugins.mediation.models import Agreement, Dispute, Party, ReturnVisit, VisitDuty
from plugins.mediation.settings import setting

_ = translator("mediation")
_OPEN = ("performing", "unperformed", "performed")
_LAST = 10**6
FIRST, PAY, AGAIN, QUIET = "first", "pay", "again", "quiet"
WHYS = {FIRST: N_("first visit after the agreement"), PAY: N_("an instalment is due"),
        AGAIN: N_("the last visit found it unsettled"), QUIET: N_("it is to stay quiet for some visits more")}


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A case of a round. whys: codes of WHYS; due: the first day that asks for it; visited_on: None until it is ticked off.

    planned: who is to go, else the tracker of a hard case; place: stop on the way, 0 when nobody was told to go.
    """

    dispute_id: int
    number: str
    title: str
    parties: tuple[str, ...]
    places: tuple[str, ...]
    whys: tuple[str, ...]
    due: date
    visited_on: date | None
    visitor: str
    planned: str = ""
    place: int = 0


def list_round(uow: UnitOfWork, month: int) -> list[RoundLine]:
    """Cases to visit in a month (year × 100 + month), only those that may be seen.

    The open ones first, by their place on the way, then by day.
    """
    uow.require(READ)
    first, last = month_days(month)
    visited = select(ReturnVisit.dispute_id).where(ReturnVisit.visited_on.between(first, last))
    rows = uow.session.execute(select(Dispute, Case).join(Case, Case.id == Dispute.case_id).where(
        or_(Case.state.in_(_OPEN), Dispute.id.in_(visited)), *visible_cases(uow))).all()
    found = [line for line in (_line(uow, dispute, case, first, last) for dispute, case in rows) if line]
    return sorted(found, key=lambda line: (line.visited_on is not None, line.place or _LAST, line.due, line.dispute_id))


def _line(uow: UnitOfWork, dispute: Dispute, case: Case, first: date, last: date) -> RoundLine | None:
    visits = uow.session.scalars(select(ReturnVisit).where(ReturnVisit.dispute_id == dispute.id)
                                 .order_by(ReturnVisit.visited_on)).all()
    within = [one for one in visits if first <= one.visited_on <= last]
    asked = _asked(uow, dispute, [one for one in visits if one.visited_on < first], first, last)
    if not asked and not within:
        return None
    duty = uow.session.scalars(select(VisitDuty).where(
        VisitDuty.dispute_id == dispute.id, VisitDuty.month == month_of(first))).one_or_none()
    parties = uow.session.scalars(select(Party).where(Party.dispute_id == dispute.id).order_by(Party.place)).all()
    return RoundLine(dispute.id, case.number or "", case.title, tuple(one.name for one in parties),
                     tuple(dict.fromkeys(one.address for one in parties if one.address)),
                     tuple(code for code, _day in asked), min((day for _code, day in asked), default=within[0].visited_on
                                                              if within else first),
                     within[-1].visited_on if within else None, within[-1].visitor if within else "",
                     duty.visitor if duty else dispute.tracker, duty.place if duty else 0)


def quiet(visits: Sequence[ReturnVisit]) -> int:
    """How many visits at the end found it stable, oldest first."""
    found = 0
    for one in reversed(visits):
        if one.state != "stable":
            break
        found += 1
    return found


def _asked(uow: UnitOfWork, dispute: Dispute, before: Sequence[ReturnVisit], first: date, last: date) -> list[tuple[str, date]]:
    """(why, day) for everything that asks for a visit in this month; what was due before and not done is carried over."""
    sealed = uow.session.scalars(select(Agreement).where(Agreement.dispute_id == dispute.id, Agreement.state == "sealed")).all()
    found = []
    starts = [one.effective_on for one in sealed if one.effective_on]
    if starts and not before:
        due = min(starts) + timedelta(days=int(setting(uow, "days_to_visit")))
        if due <= last:
            found.append((FIRST, due))
    days = [date.fromisoformat(row["due"]) for one in sealed for row in one.instalments if row.get("due")]
    found += [(PAY, day) for day in sorted(days) if first <= day <= last][:1]
    if before and (before[-1].performed in ("part", "none") or before[-1].state == "relapsed"):
        found.append((AGAIN, first))
    elif before and quiet(before) < int(setting(uow, "stable_visits")):
        found.append((QUIET, first))
    return found
