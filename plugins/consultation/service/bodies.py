"""Councils and self-government groups: founded, seats filled, a new term, ended."""

from datetime import date, timedelta

from sqlalchemy import select

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from plugins.consultation.drafts_bodies import BodyDraft, SeatDraft, TermDraft
from plugins.consultation.kinds import BODIES, POSTS, WRITE
from plugins.consultation.models import Body, Seat

_ = translator("consultation")
BODY = "consultation.body"


@verb("consultation.save_body", permission=WRITE)
def save_body(uow: UnitOfWork, draft: BodyDraft) -> int:
    """Found a body or change it; who leaves keeps her seat's end in the register. Answers its id."""
    start, fields = draft.term_from or uow.clock.today(), {}
    if draft.kind not in dict(BODIES):
        fields["kind"] = _("Choose what kind of body it is.")
    if not draft.name.strip():
        fields["name"] = _("Enter a name.")
    if draft.term_to is None or draft.term_to <= start:
        fields["term_to"] = _("The term ends after it begins.")
    refuse_marked(fields)
    row = uow.get(Body, draft.id) if draft.id else Body()
    if draft.id:
        uow.expect_version(row, draft.version)
        _still_works(row)
    row.kind, row.name, row.area_id = draft.kind, clean(draft.name, limit=120, field="name"), draft.area_id
    row.founded_on, row.founded_by = draft.founded_on or start, clean(draft.founded_by)
    row.term_from, row.term_to, row.rules = start, draft.term_to or start, clean_note(draft.rules)
    uow.add(row)
    _write_seats(uow, row, draft.seats, uow.clock.today())
    uow.trace("consultation.save_body", BODY, row.id)
    return int(row.id)


@verb("consultation.new_term", permission=WRITE)
def begin_term(uow: UnitOfWork, draft: TermDraft) -> int:
    """A new term: all seats of the old one end the day before, the new ones begin."""
    row = uow.get(Body, draft.body_id)
    _still_works(row)
    start = draft.term_from or uow.clock.today()
    if start <= row.term_from:
        raise UserError(_("The new term begins after the old one began ({day}).").format(day=row.term_from), field="term_from")
    if draft.term_to is None or draft.term_to <= start:
        raise UserError(_("The term ends after it begins."), field="term_to")
    if not any(one.name.strip() for one in draft.seats):
        raise UserError(_("Enter who sits in it now."), field="seats")
    for seat in uow.session.scalars(select(Seat).where(Seat.body_id == row.id, Seat.to_on.is_(None))):
        seat.to_on = max(start - timedelta(days=1), seat.from_on)
    uow.session.flush()
    row.term_from, row.term_to = start, draft.term_to
    _write_seats(uow, row, tuple(SeatDraft(one.name, one.post, 0, one.kind, one.unit, one.phone, start) for one in draft.seats),
                 start)
    uow.touch(BODY, row.id)
    uow.trace("consultation.new_term", BODY, row.id)
    return int(row.id)


@verb("consultation.end_body", permission=WRITE)
def end_body(uow: UnitOfWork, draft: TermDraft) -> int:
    """It no longer works, with a reason; its register stays."""
    row = uow.get(Body, draft.body_id)
    _still_works(row)
    reason = clean(draft.reason, field="reason")
    if not reason:
        raise UserError(_("Say why."), field="reason")
    row.ended_on, row.ended_reason = draft.on or uow.clock.today(), reason
    for seat in uow.session.scalars(select(Seat).where(Seat.body_id == row.id, Seat.to_on.is_(None))):
        seat.to_on = max(row.ended_on, seat.from_on)
    uow.touch(BODY, row.id)
    uow.trace("consultation.end_body", BODY, row.id)
    return int(row.id)


def _still_works(row: Body) -> None:
    if row.ended_on is not None:
        raise UserError(_("It ended on {day}.").format(day=row.ended_on))


def _write_seats(uow: UnitOfWork, row: Body, drafts: tuple[SeatDraft, ...], today: date) -> None:
    have = {seat.id: seat for seat in uow.session.scalars(select(Seat).where(Seat.body_id == row.id, Seat.to_on.is_(None)))}
    kept = [one for one in drafts if one.name.strip()]
    if sum(one.post == "head" and one.to_on is None for one in kept) > 1:
        raise UserError(_("Only one person leads it."), field="seats")
    for place, draft in enumerate(kept, 1):
        seat = have.pop(draft.id, None) or Seat(body_id=row.id, from_on=draft.from_on or row.term_from)
        if draft.to_on and draft.to_on < seat.from_on:
            raise UserError(_("The end lies before the beginning."), field=f"seats.{place - 1}.to_on")
        seat.place, seat.name = place, clean(draft.name, limit=60)
        seat.post = draft.post if draft.post in dict(POSTS) else "member"
        seat.kind, seat.unit, seat.phone = draft.kind, clean(draft.unit, limit=120), clean(draft.phone, limit=60)
        seat.to_on = draft.to_on
        uow.session.add(seat)
    for gone in have.values():
        gone.to_on = max(today, gone.from_on)
    uow.session.flush()
