"""What a case's page shows of the records in its file: one line each, with what opens, prints and counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from desk.api import hall_time
from desk.api.cases import Case, visible_cases
from desk.api.db import UnitOfWork
from desk.api.files import list_attachments
from plugins.mediation.grounds import COURT_RESULTS, LAWSUIT_RESULTS, LEVELS, VISIT_STATES, titled
from plugins.mediation.kinds import DISPUTE
from plugins.mediation.models import (
    Confirmation,
    Delivery,
    Dispute,
    EarlierWording,
    Escalation,
    Evidence,
    Extension,
    Investigation,
    Lawsuit,
    Letter,
    MediatorChange,
    Performance,
    Plan,
    ReturnVisit,
    Scan,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One record of the file. what: its words; on: its day or moment; open: something is still to be done with it."""

    id: int
    on: date | datetime
    what: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class FileLines:
    """Everything in the file besides sessions and agreements, oldest first.

    in_court: ids of agreements whose confirmation is applied for or granted; others may be taken to the court (again).
    """

    plans: tuple[Line, ...]
    investigations: tuple[Line, ...]
    evidence: tuple[Line, ...]
    changes: tuple[Line, ...]
    extensions: tuple[Line, ...]
    escalations: tuple[Line, ...]
    confirmations: tuple[Line, ...]
    performances: tuple[Line, ...]
    visits: tuple[Line, ...]
    deliveries: tuple[Line, ...]
    letters: tuple[Line, ...]
    scans: tuple[Line, ...]
    lawsuits: tuple[Line, ...] = ()
    wordings: tuple[Line, ...] = ()
    in_court: frozenset[int] = frozenset()


def get_lines(uow: UnitOfWork, dispute_id: int) -> FileLines:
    """The file's records; whoever calls has seen the case already."""
    def rows(model: Any, order: Any) -> Sequence[Any]:
        return uow.session.scalars(select(model).where(model.dispute_id == dispute_id).order_by(order, model.id)).all()

    return FileLines(
        plans=tuple(Line(one.id, one.starts_at, one.place, one.state == "planned") for one in rows(Plan, Plan.starts_at)
                    if one.state == "planned"),
        investigations=tuple(Line(one.id, one.started_at, "、".join(who["name"] for who in one.asked))
                             for one in rows(Investigation, Investigation.number)),
        evidence=tuple(Line(one.id, one.received_on or date.min, one.name) for one in rows(Evidence, Evidence.place)),
        changes=tuple(Line(one.id, one.on_date, f"{one.before} → {one.after}:{one.reason}")
                      for one in rows(MediatorChange, MediatorChange.on_date)),
        extensions=tuple(Line(one.id, one.on_date, f"{one.before} → {one.until}:{one.reason}")
                         for one in rows(Extension, Extension.on_date)),
        escalations=tuple(_escalation(one) for one in rows(Escalation, Escalation.noticed_on)),
        confirmations=tuple(Line(one.id, one.applied_on, f"{one.court} · {titled(COURT_RESULTS, one.result)}", not one.result)
                            for one in rows(Confirmation, Confirmation.applied_on)),
        performances=tuple(Line(one.id, one.on_date, one.what) for one in rows(Performance, Performance.on_date)),
        visits=tuple(Line(one.id, one.visited_on, f"{one.party} · {titled(VISIT_STATES, one.state)}")
                     for one in rows(ReturnVisit, ReturnVisit.visited_on)),
        deliveries=tuple(Line(one.id, one.on_date or date.min, f"{one.paper} · {one.recipient}", one.on_date is None)
                         for one in rows(Delivery, Delivery.place)),
        letters=tuple(Line(one.id, one.on_date, one.office, one.kind == "reply") for one in rows(Letter, Letter.on_date)),
        scans=_scans(uow, dispute_id, rows(Scan, Scan.id)),
        lawsuits=tuple(Line(one.id, one.sued_on, " · ".join((one.plaintiff, one.court, titled(LAWSUIT_RESULTS, one.result))),
                            not one.result) for one in rows(Lawsuit, Lawsuit.sued_on)),
        wordings=tuple(Line(one.id, one.taken_at, one.file_name) for one in rows(EarlierWording, EarlierWording.taken_at)),
        in_court=frozenset(one.agreement_id for one in rows(Confirmation, Confirmation.applied_on)
                           if one.result in ("", "valid")))


def _scans(uow: UnitOfWork, dispute_id: int, rows: Sequence[Scan]) -> tuple[Line, ...]:
    """Scanned sheets by their own titles."""
    if not rows:
        return ()
    titles = {one.id: one.title or one.file_name for one in list_attachments(uow, DISPUTE, dispute_id)}
    return tuple(Line(one.id, date.min, titles.get(one.attachment_id, one.part)) for one in rows)


def _escalation(one: Escalation) -> Line:
    told = f" · {one.reported_to}" if one.reported_to else ""
    return Line(one.id, one.noticed_on, f"{titled(LEVELS, one.level)}{told}", not one.result)


@dataclass(frozen=True, slots=True)
class PlannedSitting:
    """A sitting to come, for the day's list; start and end in the hall's time."""

    id: int
    dispute_id: int
    title: str
    start: datetime
    end: datetime
    place: str
    mediators: tuple[str, ...]


def list_planned(uow: UnitOfWork, start: datetime, end: datetime) -> list[PlannedSitting]:
    """Planned sittings that begin between the two moments, of cases that may be seen, in order."""
    found = uow.session.execute(
        select(Plan, Case.title).join(Dispute, Dispute.id == Plan.dispute_id).join(Case, Case.id == Dispute.case_id)
        .where(Plan.state == "planned", Plan.starts_at >= start, Plan.starts_at < end, *visible_cases(uow))
        .order_by(Plan.starts_at, Plan.id))
    return [PlannedSitting(plan.id, plan.dispute_id, title, hall_time(plan.starts_at), hall_time(plan.ends_at), plan.place,
                           tuple(plan.mediators)) for plan, title in found]
