"""Verbs of visits: plan one, record it, cancel it, close its follow-up, say what it led to."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import delete, select

from desk.core.calendar.schedules import settle_occurrence
from desk.core.clock import hall_time
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError, refuse_marked
from desk.core.i18n import _
from desk.core.organisations.model import Organisation
from desk.core.people.model import Household, Person
from desk.core.places.model import Area
from desk.core.staff.queries import get_account_name
from desk.core.text import clean, clean_note
from desk.core.visits.drafts import PlanDraft, VisitDraft, VisitorDraft
from desk.core.visits.model import Visit, Visitor, VisitOutcome
from desk.core.visits.purposes import find_finding, purposes

WRITE = "desk.visits.write"
WAYS = ("door", "phone", "online", "counter", "spot")
_SUBJECTS = ("person_id", "household_id", "organisation_id", "area_id")
_LIMITS = {"place": 200, "met": 120, "follow_up": 200}


@verb("visits.plan", permission=WRITE)
def plan_visit(uow: UnitOfWork, draft: PlanDraft) -> int:
    """Plan a visit or change a planned one; answers its id."""
    marks = _marks(draft)
    if not draft.id and draft.planned_on < uow.clock.today():
        marks["planned_on"] = _("This day is past.")
    refuse_marked(marks)
    row = _standing(uow, draft.id, draft.version, ("planned",)) if draft.id else Visit(state="planned")
    _take(uow, row, draft)
    row.day = draft.planned_on
    uow.add(row)
    _write_visitors(uow, row.id, draft.visitors)
    uow.trace("visits.plan", "visit", row.id, day=draft.planned_on.isoformat())
    return int(row.id)


@verb("visits.record", permission=WRITE)
def record_visit(uow: UnitOfWork, draft: VisitDraft) -> int:
    """A visit was made, planned or not, or nobody was met; answers its id. Fulfils a schedule's time and ends a follow-up."""
    marks = _marks(draft)
    if draft.visited_at > uow.clock.now():
        marks["visited_at"] = _("This moment lies in the future.")
    if draft.follow_up_on and draft.follow_up_on < hall_time(draft.visited_at).date():
        marks["follow_up_on"] = _("The follow-up lies before the visit.")
    if draft.follow_up.strip() and draft.follow_up_on is None:
        marks["follow_up_on"] = _("Say by when.")
    worrying = any(find_finding(draft.purpose, code).worry for code in draft.findings)
    if worrying and not draft.words.strip():
        marks["words"] = _("Describe what was found.")
    refuse_marked(marks)
    row = _standing(uow, draft.id, draft.version, ("planned", "done", "missed")) if draft.id else Visit()
    _take(uow, row, draft)
    row.state, row.worrying = "done" if draft.reached else "missed", worrying
    row.day = hall_time(draft.visited_at).date()
    uow.add(row)
    _write_visitors(uow, row.id, draft.visitors or (VisitorDraft(uow.actor.name, uow.actor.user_id),))
    if draft.follows_id:
        uow.get(Visit, draft.follows_id).follow_up_done = True
    if draft.schedule_id and draft.nominal:
        settle_occurrence(uow, draft.schedule_id, draft.nominal, on=row.day, result=("visit", int(row.id)))
    uow.trace("visits.record", "visit", row.id, day=row.day.isoformat())
    return int(row.id)


@verb("visits.cancel", permission=WRITE)
def cancel_visit(uow: UnitOfWork, visit_id: int, reason: str) -> None:
    """A planned visit is not made, for a reason that stays with it."""
    row = _standing(uow, visit_id, 0, ("planned",))
    row.reason = _needed(reason, _("Say why it is not made."))
    row.state = "cancelled"
    uow.trace("visits.cancel", "visit", visit_id, reason=row.reason)


@verb("visits.end_follow_up", permission=WRITE)
def end_follow_up(uow: UnitOfWork, visit_id: int, result: str) -> None:
    """What had to be followed up is done without another visit, with what came of it."""
    row = _standing(uow, visit_id, 0, ("done", "missed"))
    result = _needed(result, _("Say what came of it."))
    row.follow_up_done = True
    row.handled = "\n".join(filter(None, (row.handled, result)))
    uow.trace("visits.end_follow_up", "visit", visit_id, text=result)


@verb("visits.led_to", permission=WRITE)
def note_outcome(uow: UnitOfWork, visit_id: int, kind: str, record_id: int, title: str = "") -> int:
    """The visit led to another record; twice is once. Answers the outcome's id."""
    _standing(uow, visit_id, 0, ("done", "missed"))
    known = uow.session.scalars(select(VisitOutcome).filter_by(visit_id=visit_id, kind=kind, record_id=record_id)).first()
    if known is None:
        known = VisitOutcome(visit_id=visit_id, kind=kind, record_id=record_id, title=clean(title, limit=200))
        uow.add(known)
        uow.touch("visit", visit_id)
        uow.touch(kind, record_id)
        uow.trace("visits.led_to", "visit", visit_id, to=f"{kind}:{record_id}")
    return int(known.id)


def forget_person(uow: UnitOfWork, person_ids: Sequence[int]) -> None:
    """A person's data are erased: that somebody was visited stays for the figures, what was seen and said does not."""
    rows = uow.session.scalars(select(Visit).where(Visit.person_id.in_(list(person_ids)))).all()
    for row in rows:
        row.person_id, row.household_id, row.place, row.met = None, None, "", ""
        row.words, row.handled, row.follow_up, row.follow_up_done = "", "", "", True
        uow.session.execute(delete(VisitOutcome).where(VisitOutcome.visit_id == row.id))
    uow.touch("visit", *(int(row.id) for row in rows))


def _marks(draft: Any) -> dict[str, str]:
    marks = {}
    if draft.purpose not in {one.code for one in purposes()}:
        marks["purpose"] = _("Choose why you go there.")
    if draft.way not in WAYS:
        marks["way"] = _("Choose how.")
    if not any(getattr(draft, name) for name in _SUBJECTS) and not draft.place.strip():
        marks["place"] = _("Say who was visited, or where.")
    if any(not one.name.strip() and one.user_id is None for one in draft.visitors):
        marks["visitors"] = _("Name everybody who goes.")
    return marks


def _needed(text: str, sentence: str) -> str:
    text = clean(text, limit=200, field="reason")
    if not text:
        raise UserError(sentence, field="reason")
    return text


def _standing(uow: UnitOfWork, visit_id: int, version: int, states: tuple[str, ...]) -> Visit:
    row = uow.get(Visit, visit_id)
    uow.require_area(row.area_id)
    if version:
        uow.expect_version(row, version)
    if row.state not in states:
        raise UserError(_("This visit is no longer open for that."))
    return row


def _take(uow: UnitOfWork, row: Visit, draft: Any) -> None:
    """The draft's values, cleaned; who is visited must be there, and gives the area when none is named."""
    for one in fields(draft):
        if one.name in ("id", "version", "visitors", "reached", "schedule_id", "nominal") or (
                one.name in ("owner_kind", "owner_id") and draft.id):
            continue
        value = getattr(draft, one.name)
        if isinstance(value, str):
            value = (clean_note(value, field=one.name) if one.name in ("words", "handled")
                     else clean(value, limit=_LIMITS.get(one.name, 60), field=one.name))
        setattr(row, one.name, list(value) if isinstance(value, tuple) else value)
    row.area_id = draft.area_id or _area(uow, row)
    uow.require_area(row.area_id)


def _area(uow: UnitOfWork, row: Visit) -> int | None:
    found: int | None = None
    subjects: tuple[tuple[Any, int | None], ...] = (
        (Person, row.person_id), (Household, row.household_id), (Organisation, row.organisation_id), (Area, row.area_id))
    for model, key in subjects:
        if key:
            subject = uow.get(model, key)
            found = found or (subject.id if model is Area else subject.area_id)
    return found


def _write_visitors(uow: UnitOfWork, visit_id: int, drafts: Sequence[VisitorDraft]) -> None:
    uow.session.execute(delete(Visitor).where(Visitor.visit_id == visit_id))
    for place, one in enumerate(drafts):
        name = clean(one.name, limit=60) or get_account_name(uow, one.user_id or 0)
        uow.session.add(Visitor(visit_id=visit_id, place=place, user_id=one.user_id or None, name=name))
    uow.session.flush()
