"""Verbs and reads of gatherings: call one, keep its roll, write its minutes, follow what was decided."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select

from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError, refuse_marked
from desk.core.i18n import _
from desk.core.meetings.drafts import AttendeeDraft, DecisionDraft, GatheringDraft, MinutesDraft
from desk.core.meetings.kinds import GATHERINGS, gathering_kind
from desk.core.meetings.model import Attendee, Decision, Gathering, Notice
from desk.core.text import clean, clean_note

HOLD = "desk.meetings.hold"
STATES = ("called", "came", "excused", "absent")


@dataclass(frozen=True, slots=True)
class AttendeeRow:
    """Somebody on a gathering's roll."""

    id: int
    name: str
    role: str
    unit: str
    phone: str
    state: str
    stands_for: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision and how far it is."""

    id: int
    text: str
    who: str
    due_on: date | None
    done_on: date | None
    result: str


@dataclass(frozen=True, slots=True)
class GatheringRow:
    """A gathering with its roll and minutes."""

    id: int
    version: int
    kind: str
    title: str
    owner_kind: str
    owner_id: int | None
    starts_at: datetime
    ends_at: datetime | None
    place: str
    convener: str
    host: str
    recorder: str
    contact: str
    agenda: str
    noticed_on: date | None
    heads: int | None
    points: tuple[tuple[str, str], ...]
    agreed: str
    open_points: str
    closed: bool
    attendees: tuple[AttendeeRow, ...]
    decisions: tuple[DecisionRow, ...]

    @property
    def came(self) -> int:
        """How many of the roll came."""
        return sum(one.state == "came" for one in self.attendees)


@verb("meetings.call", permission=HOLD)
def call_gathering(uow: UnitOfWork, draft: GatheringDraft) -> int:
    """Call a gathering or change one whose minutes are not closed; answers its id."""
    fields = {}
    if draft.kind not in {kind.code for kind in GATHERINGS}:
        fields["kind"] = _("Choose what kind of meeting it is.")
    if not draft.title.strip():
        fields["title"] = _("Enter a title.")
    refuse_marked(fields)
    found = _open(uow, draft.id, draft.version) if draft.id else Gathering()
    found.kind, found.title, found.starts_at = draft.kind, clean(draft.title, field="title"), draft.starts_at
    for name in ("place", "convener", "host", "recorder", "contact"):
        setattr(found, name, clean(getattr(draft, name), field=name))
    found.agenda, found.noticed_on = clean_note(draft.agenda, field="agenda"), draft.noticed_on
    if not draft.id:
        found.owner_kind, found.owner_id = draft.owner_kind, draft.owner_id
        uow.add(found)
    _write_attendees(uow, found.id, draft.attendees)
    touch_owner(uow, found)
    uow.trace("meetings.call", "gathering", found.id, meeting=draft.kind)
    return int(found.id)


@verb("meetings.write_minutes", permission=HOLD)
def write_minutes(uow: UnitOfWork, draft: MinutesDraft) -> int:
    """Write down what happened; closed minutes no longer change. Light kinds need a head count, others a roll."""
    found = _open(uow, draft.gathering_id, draft.version)
    light = gathering_kind(found.kind).light
    if draft.close and not light and not any(one.state == "came" for one in draft.attendees):
        raise UserError(_("Nobody is marked as present."), field="attendees")
    if draft.close and not (draft.agreed.strip() or draft.open_points.strip() or draft.points or draft.decisions):
        raise UserError(_("Write down what came of it."), field="agreed")
    if draft.ends_at and draft.ends_at < found.starts_at:
        raise UserError(_("The end lies before the beginning."), field="ends_at")
    found.ends_at, found.heads, found.closed = draft.ends_at, draft.heads, draft.close
    found.host, found.recorder = clean(draft.host) or found.host, clean(draft.recorder) or found.recorder
    found.points = [{"who": clean(who, limit=60), "said": clean_note(said)} for who, said in draft.points if said.strip()]
    found.agreed, found.open_points = clean_note(draft.agreed), clean_note(draft.open_points)
    _write_attendees(uow, found.id, draft.attendees)
    _write_decisions(uow, found.id, draft.decisions)
    touch_owner(uow, found)
    uow.trace("meetings.write_minutes", "gathering", found.id, closed=draft.close)
    return int(found.id)


@verb("meetings.decision_done", permission=HOLD)
def finish_decision(uow: UnitOfWork, decision_id: int, result: str, on: date | None = None) -> int:
    """A decided task is done, with its result in words."""
    found = uow.get(Decision, decision_id)
    found.done_on, found.result = on or uow.clock.today(), clean(result, limit=300, field="result")
    uow.touch("gathering", found.gathering_id)
    touch_owner(uow, uow.get(Gathering, found.gathering_id))
    return decision_id


def touch_owner(uow: UnitOfWork, record: Gathering | Notice) -> None:
    """Pages of the record that a gathering or notice belongs to read it again."""
    if record.owner_kind and record.owner_id:
        uow.touch(record.owner_kind, record.owner_id)


def get_gathering(uow: UnitOfWork, gathering_id: int) -> GatheringRow:
    """One gathering; NotFound."""
    return _row(uow, uow.get(Gathering, gathering_id))


def list_gatherings_of(uow: UnitOfWork, owner_kind: str, owner_id: int) -> list[GatheringRow]:
    """Gatherings of a record in the order they were held."""
    found = uow.session.scalars(select(Gathering).where(
        Gathering.owner_kind == owner_kind, Gathering.owner_id == owner_id).order_by(Gathering.starts_at, Gathering.id)).all()
    return [_row(uow, one) for one in found]


def list_gatherings(uow: UnitOfWork, request: PageRequest) -> Page[GatheringRow]:
    """A page of gatherings, the newest first. filters: kind, closed (bool). text: part of the title."""
    statement = select(Gathering)
    for name, value in request.filters.items():
        if name not in ("kind", "closed"):
            raise ValueError(f"no such filter: {name}")
        statement = statement.where(getattr(Gathering, name) == value)
    if text := request.text.strip():
        statement = statement.where(Gathering.title.contains(text, autoescape=True))
    newest_first = replace(request, sort="", descending=True)
    found, following = keyset_page(uow.session, statement, (Gathering.starts_at, Gathering.id), newest_first)
    return Page([_row(uow, one) for one in found], following)


def list_open_decisions(uow: UnitOfWork, until: date) -> list[tuple[DecisionRow, int]]:
    """Decisions due by `until` and not done, with their gathering's id."""
    found = uow.session.scalars(select(Decision).where(Decision.done_on.is_(None), Decision.due_on <= until)
                                .order_by(Decision.due_on, Decision.id)).all()
    return [(_decision(one), one.gathering_id) for one in found]


def _open(uow: UnitOfWork, gathering_id: int, version: int) -> Gathering:
    found = uow.get(Gathering, gathering_id)
    uow.expect_version(found, version or found.version)
    if found.closed:
        raise UserError(_("The minutes are closed and no longer change."))
    return found


def _write_attendees(uow: UnitOfWork, gathering_id: int, drafts: tuple[AttendeeDraft, ...]) -> None:
    have = {one.id: one for one in uow.session.scalars(select(Attendee).where(Attendee.gathering_id == gathering_id))}
    for place, draft in enumerate((one for one in drafts if one.name.strip()), 1):
        row = have.pop(draft.id, None) or Attendee(gathering_id=gathering_id)
        row.place, row.name, row.role = place, clean(draft.name, limit=120), clean(draft.role, limit=40)
        row.unit, row.phone = clean(draft.unit, limit=120), clean(draft.phone, limit=60)
        row.stands_for = clean(draft.stands_for, limit=60)
        row.state = draft.state if draft.state in STATES else "called"
        uow.session.add(row)
    for gone in have.values():
        uow.session.delete(gone)
    uow.session.flush()


def _write_decisions(uow: UnitOfWork, gathering_id: int, drafts: tuple[DecisionDraft, ...]) -> None:
    have = {one.id: one for one in uow.session.scalars(select(Decision).where(Decision.gathering_id == gathering_id))}
    for place, draft in enumerate((one for one in drafts if one.text.strip()), 1):
        row = have.pop(draft.id, None) or Decision(gathering_id=gathering_id)
        row.place, row.text = place, clean(draft.text, limit=400, field="decisions")
        row.who, row.due_on = clean(draft.who, limit=120), draft.due_on
        uow.session.add(row)
    for gone in have.values():
        uow.session.delete(gone)
    uow.session.flush()


def _row(uow: UnitOfWork, one: Gathering) -> GatheringRow:
    people = uow.session.scalars(select(Attendee).where(Attendee.gathering_id == one.id).order_by(Attendee.place))
    decisions = uow.session.scalars(select(Decision).where(Decision.gathering_id == one.id).order_by(Decision.place))
    return GatheringRow(
        one.id, one.version, one.kind, one.title, one.owner_kind, one.owner_id, one.starts_at, one.ends_at, one.place,
        one.convener, one.host, one.recorder, one.contact, one.agenda, one.noticed_on, one.heads,
        tuple((point["who"], point["said"]) for point in one.points), one.agreed, one.open_points, one.closed,
        tuple(AttendeeRow(who.id, who.name, who.role, who.unit, who.phone, who.state, who.stands_for) for who in people),
        tuple(map(_decision, decisions)))


def _decision(one: Decision) -> DecisionRow:
    return DecisionRow(one.id, one.text, one.who, one.due_on, one.done_on, one.result)
