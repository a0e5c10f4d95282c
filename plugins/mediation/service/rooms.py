"""Mediation rooms with their stars, and what an evaluation orders: register, rating decided, renewed mediation ended."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta

from sqlalchemy import select

from desk.api import UserError, clean, translator
from desk.api.cases import note
from desk.api.db import UnitOfWork, verb
from desk.api.scores import AwardRow, Line, get_round, list_subjects
from plugins.mediation.drafts import RenewalDraft, RoomDraft
from plugins.mediation.kinds import ALL, DISPUTE, ROOM, WRITE
from plugins.mediation.models import Dispute, Mediator, Renewal, StarRoom
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted
from plugins.mediation.settings import setting

_ = translator("mediation")
COUNTED = ("closed", "published", "decided")
"""States of an evaluation whose orders hold."""


@verb("mediation.save_room", permission=ALL)
def save_room(uow: UnitOfWork, draft: RoomDraft) -> int:
    """Register a mediation room or change it; answers its id."""
    if not draft.name.strip():
        raise UserError(_("Enter the room's name."), field="name")
    if draft.closed_on and draft.opened_on and draft.closed_on < draft.opened_on:
        raise UserError(_("It cannot close before it opened."), field="closed_on")
    row = uow.get(StarRoom, draft.id) if draft.id else StarRoom()
    if draft.id:
        uow.expect_version(row, draft.version)
    twin = uow.session.scalars(select(StarRoom.id).where(
        StarRoom.name == clean(draft.name), StarRoom.id != draft.id, StarRoom.closed_on.is_(None))).first()
    if twin is not None and draft.closed_on is None:
        raise UserError(_("There is a room of this name already."), field="name")
    if draft.lead_id:
        uow.get(Mediator, draft.lead_id)
    for name, value in asdict(draft).items():
        if name not in ("id", "version"):
            setattr(row, name, clean(value) if isinstance(value, str) else value)
    if not draft.id:
        uow.add(row)
    uow.trace("mediation.save_room", ROOM, row.id)
    return int(row.id)


def stars_decided(uow: UnitOfWork, round_id: int, awards: Sequence[AwardRow]) -> None:
    """A rating was decided: each room honoured carries its star until the next review."""
    decided = get_round(uow, round_id).decided_on or uow.clock.today()
    for award in awards:
        if award.record == ROOM and award.record_id:
            row = uow.get(StarRoom, award.record_id)
            row.star, row.starred_on = award.title, decided
            row.review_on = _years_on(decided, int(setting(uow, "star_years")))


def quarter_closed(uow: UnitOfWork, round_id: int, lines: Sequence[Line]) -> None:
    """An evaluation was counted: each case found poor is to be worked on anew; good ones end an order that was open. Counted a
    second time, it takes back what the first count ordered and this one does not.
    """
    subjects = {one.id: one for one in list_subjects(uow, round_id)}
    due = uow.clock.today() + timedelta(days=int(setting(uow, "days_to_renew")))
    for line in lines:
        subject = subjects[line.subject]
        if subject.record != DISPUTE or not subject.record_id or not line.rank:
            continue
        if line.poor:
            _order(uow, subject.record_id, round_id, line.band, due)
        else:
            _mistaken(uow, subject.record_id, round_id)
            _fulfilled(uow, subject.record_id, line.band)


@verb("mediation.end_renewal", permission=WRITE)
def end_renewal(uow: UnitOfWork, draft: RenewalDraft) -> int:
    """What came of working on a case anew; it is judged again with the next evaluation. Answers the dispute's id."""
    row = uow.get(Renewal, draft.renewal_id)
    seen(uow, row.dispute_id)
    if row.result:
        raise UserError(_("This order has been carried out already."))
    result = clean(draft.result, limit=400, field="result")
    if not result:
        raise UserError(_("Say what came of it."), field="result")
    if draft.on > uow.clock.today():
        raise UserError(_("This day lies in the future."), field="on")
    row.result, row.done_on = result, draft.on
    note(uow, uow.get(Dispute, row.dispute_id).case_id, f"责令再化解办理结果:{result}")
    noted(uow, "mediation.end_renewal", row.dispute_id)
    return row.dispute_id


def renewals_of(uow: UnitOfWork, dispute_id: int) -> list[Renewal]:
    """Orders that hold, oldest first: not those of an evaluation whose count was taken back or that was declared void."""
    rows = uow.session.scalars(select(Renewal).where(Renewal.dispute_id == dispute_id).order_by(Renewal.id))
    return [one for one in rows if holds(uow, one)]


def holds(uow: UnitOfWork, one: Renewal) -> bool:
    """Whether the evaluation that ordered it is counted; what came of an order stays true in any case."""
    return bool(one.result) or get_round(uow, one.round_id).state in COUNTED


def _order(uow: UnitOfWork, dispute_id: int, round_id: int, verdict: str, due: date) -> None:
    known = uow.session.scalars(select(Renewal).where(
        Renewal.dispute_id == dispute_id, Renewal.round_id == round_id)).one_or_none()
    if known is not None:  # the round was counted before and taken back
        known.verdict, known.due_on = verdict, due
        return
    uow.add(Renewal(dispute_id=dispute_id, round_id=round_id, verdict=verdict, due_on=due))
    noted(uow, "mediation.order_renewal", dispute_id)


def _mistaken(uow: UnitOfWork, dispute_id: int, round_id: int) -> None:
    for one in uow.session.scalars(select(Renewal).where(
            Renewal.dispute_id == dispute_id, Renewal.round_id == round_id, Renewal.result == "")).all():
        uow.session.delete(one)
        noted(uow, "mediation.end_renewal", dispute_id)
    uow.session.flush()


def _fulfilled(uow: UnitOfWork, dispute_id: int, verdict: str) -> None:
    for one in renewals_of(uow, dispute_id):
        if not one.result:
            one.result, one.done_on = f"再次评估为“{verdict}”", uow.clock.today()
            noted(uow, "mediation.end_renewal", dispute_id)


def _years_on(day: date, years: int) -> date:
    return date(day.year + years, 3, 1) - timedelta(days=1) if (day.month, day.day) == (2, 29) else day.replace(
        year=day.year + years)
