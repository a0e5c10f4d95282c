"""Events: report one, change it, settle it at once, and what the other stretches of the way stand on."""

from datetime import date, datetime, timedelta

from desk.api import UserError, clean, clean_note, hall_time, refuse_marked, translator
from desk.api.calendar import Period
from desk.api.cases import CaseDraft, change_case, list_clocks, move_case, number_case, open_case, set_clock, visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.files import list_attachments
from desk.api.people import clean_phone
from plugins.grid.drafts import EventDraft, FinishDraft
from plugins.grid.event_kinds import kind_of, list_kinds
from plugins.grid.kinds import AFTER, BEFORE, CHANNELS, CLOCK, EVENT, LEVELS, OUTCOMES, UNSETTLED, WRITE
from plugins.grid.models import Event
from plugins.grid.presets import SOURCE
from plugins.grid.settings import setting

_ = translator("grid")


@verb("grid.save_event", permission=WRITE)
def save_event(uow: UnitOfWork, draft: EventDraft) -> int:
    """Report an event, or change one that is not settled; answers its id. Its clock runs from the day it was found, for the
    days of its kind; another kind starts it anew.
    """
    kind = kind_of(uow, draft.kind)
    _check(uow, draft)
    found_at = draft.found_at or uow.clock.now()
    case = CaseDraft(title=_title(draft, kind.title), opened_on=hall_time(found_at).date(), source=draft.channel,
                     class_code=draft.kind, summary=clean_note(draft.summary)[:200], area_id=draft.area_id)
    if draft.id:
        row = unsettled(uow, draft.id)
        uow.expect_version(row, draft.version)
        change_case(uow, row.case_id, case)
    else:
        case_id = open_case(uow, EVENT, case)
        number_case(uow, case_id)
        row = Event(id=case_id, case_id=case_id)
    before = row.kind if draft.id else ""
    _take(row, draft, found_at, draft.level or kind.level)
    uow.add(row)
    if row.kind != before:
        set_clock(uow, row.case_id, CLOCK, _("Settle the event"), Period(kind.days, "day", SOURCE), row.found_on)
    uow.trace("grid.save_event", EVENT, row.id)
    if draft.spot and not draft.id:
        settle_event(uow, FinishDraft(row.id, "settled", draft.result, found_at))
    return int(row.id)


@verb("grid.settle_event", permission=WRITE)
def settle_event(uow: UnitOfWork, draft: FinishDraft) -> int:
    """The grid worker or the community settled it by their own power; answers its id."""
    row = seen_event(uow, draft.event_id)
    end(uow, row, draft, "settle")
    row.spot, row.unit = True, ""
    uow.trace("grid.settle_event", EVENT, row.id)
    return int(row.id)


def end(uow: UnitOfWork, row: Event, draft: FinishDraft, move: str) -> None:
    """The event is settled: what came of it is kept, its clock stops, the limit stays with it as it stood."""
    at = draft.at or uow.clock.now()
    _check_end(uow, row, draft, at)
    row.outcome, row.result = draft.outcome, clean_note(draft.result)
    row.done_at, row.done_by = at, uow.actor.name
    row.limit_on = last_day(uow, row)
    day = hall_time(at).date()
    set_clock(uow, row.case_id, CLOCK, "", None)
    move_case(uow, row.case_id, move, on=day)


def last_day(uow: UnitOfWork, row: Event) -> date | None:
    """Last day of the event's clock that ran last; None without one."""
    return next((one.last_day for one in reversed(list_clocks(uow, row.case_id)) if one.code == CLOCK), None)


def seen_event(uow: UnitOfWork, event_id: int) -> Event:
    """The event when its matter may be seen."""
    row = uow.get(Event, event_id)
    visible_case(uow, row.case_id)
    return row


def unsettled(uow: UnitOfWork, event_id: int) -> Event:
    """An event that is not settled yet."""
    row = seen_event(uow, event_id)
    if visible_case(uow, row.case_id).state not in UNSETTLED:
        raise UserError(_("This event is settled."), todo=_("If it goes on, open it again with a reason."))
    return row


def photos(uow: UnitOfWork, event_id: int, called: str) -> int:
    """How many photos of an event are called 处置前 or 处置后."""
    return sum(one.title.startswith(called) for one in list_attachments(uow, EVENT, event_id))


def _check(uow: UnitOfWork, draft: EventDraft) -> None:
    marks = {}
    if draft.kind not in {one.code for one in list_kinds(uow, every=bool(draft.id))}:
        marks["kind"] = _("Choose the kind.")
    if draft.level and draft.level not in dict(LEVELS):
        marks["level"] = _("Choose the level.")
    if draft.channel not in dict(CHANNELS):
        marks["channel"] = _("Choose how it came.")
    if not draft.summary.strip():
        marks["summary"] = _("Describe what was found.")
    if not draft.place.strip() and draft.area_id is None:
        marks["place"] = _("Say where it is, or choose the grid.")
    if draft.found_at and draft.found_at > uow.clock.now():
        marks["found_at"] = _("This moment lies in the future.")
    if draft.spot and not draft.result.strip():
        marks["result"] = _("Write down how it was settled.")
    refuse_marked(marks)


def _check_end(uow: UnitOfWork, row: Event, draft: FinishDraft, at: datetime) -> None:
    marks = {}
    if draft.outcome not in dict(OUTCOMES):
        marks["outcome"] = _("Choose how it ended.")
    if not draft.result.strip():
        marks["result"] = _("Write down how it was settled.")
    if at > uow.clock.now():
        marks["at"] = _("This moment lies in the future.")
    elif at < row.found_at - timedelta(minutes=1):
        marks["at"] = _("This lies before it was found.")
    refuse_marked(marks)
    if setting(uow, "photo_after") and photos(uow, row.id, BEFORE) and not photos(uow, row.id, AFTER):
        raise UserError(_("A photo from before is there, and none from after."),
                        todo=_("Add a photo of how it is now, or change the setting."))


def _take(row: Event, draft: EventDraft, found_at: datetime, level: str) -> None:
    row.found_at, row.found_on = found_at, hall_time(found_at).date()
    row.kind, row.level, row.channel = draft.kind, level, draft.channel
    row.place, row.parties = clean(draft.place, limit=200), clean(draft.parties, limit=200)
    row.summary = clean_note(draft.summary)
    row.worker, row.reporter = clean(draft.worker, limit=60), clean(draft.reporter, limit=60)
    row.phone = clean_phone(draft.phone) if draft.phone.strip() else ""


def _title(draft: EventDraft, kind: str) -> str:
    where = clean(draft.place, limit=80) or clean(draft.parties, limit=80)
    return " ".join(filter(None, (where, kind)))
