"""Reads of the legal side: a month's duties, tours and lectures; ways of law shown in a case."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from desk.api.calendar import DutyRow, OccurrenceRow, list_duties, list_gaps, list_occurrences, list_schedules, month_days
from desk.api.db import PageRequest, UnitOfWork
from plugins.mediation.joint_kinds import LEGAL_ROSTER
from plugins.mediation.kinds import READ
from plugins.mediation.legal_kinds import STOP
from plugins.mediation.models import Lecture, LegalReferral

_MOST = 500
SHIFTED = timedelta(days=40)
"""How far a time's plain day may lie before the day it is due."""


@dataclass(frozen=True, slots=True)
class LegalMonth:
    """A month of the legal desk. gaps: working days nobody is on duty; stops: tours due in the month, in order."""

    duties: tuple[DutyRow, ...]
    gaps: tuple[date, ...]
    stops: tuple[OccurrenceRow, ...]
    lectures: tuple[Lecture, ...]


def read_legal_month(uow: UnitOfWork, month: int) -> LegalMonth:
    """Who is on duty, where the stop goes, what is lectured in 202611; NotFound for a month that is none."""
    uow.require(READ)
    first, last = month_days(month)
    lectures = uow.session.scalars(select(Lecture).where(Lecture.on_date.between(first, last))
                                   .order_by(Lecture.on_date, Lecture.id))
    return LegalMonth(tuple(list_duties(uow, LEGAL_ROSTER, first, last)), tuple(list_gaps(uow, LEGAL_ROSTER, first, last)),
                      tuple(times_of(uow, STOP, first, last)), tuple(lectures))


def times_of(uow: UnitOfWork, kind: str, first: date, last: date) -> list[OccurrenceRow]:
    """Every time of the schedules of one kind that is due from `first` to `last`, by day."""
    rows = list_schedules(uow, PageRequest(size=_MOST, filters={"kind": kind})).rows
    found = [one for row in rows for one in list_occurrences(uow, row.id, first - SHIFTED, last) if first <= one.due_on <= last]
    return sorted(found, key=lambda one: (one.due_on, one.title))


def list_referrals(uow: UnitOfWork, dispute_id: int) -> list[LegalReferral]:
    """Ways of law shown to the parties of a case that was seen already, the first first."""
    return list(uow.session.scalars(select(LegalReferral).where(LegalReferral.dispute_id == dispute_id)
                                    .order_by(LegalReferral.on_date, LegalReferral.id)))
