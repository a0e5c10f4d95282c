"""The page of an event: where it stands, where it went and what came back, what to do next."""

from desk.api import N_, hall_time, translator
from desk.api.cases import get_case, get_lamps, list_clocks, list_timeline
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.files import list_attachments
from desk.api.pages import (
    Fact,
    FactSection,
    LampCell,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
    StepLamp,
    TimelineItem,
)
from desk.api.visits import finding_title, list_visits_of
from plugins.grid.event_kinds import kind_of
from plugins.grid.kinds import CHANNELS, CLOCK, EVENT, LEVELS, OUTCOMES, RATINGS, UNSETTLED, WRITE, word
from plugins.grid.missing import list_missing
from plugins.grid.models import Dispatch, Event, Press
from plugins.grid.pages.acts import acts_of
from plugins.grid.queries import list_dispatches, list_presses
from plugins.grid.service.ending import reveal_phone, shown_phone
from plugins.grid.service.events import seen_event
from plugins.grid.service.handing import told

_ = translator("grid")
WAYS = {"unit": N_("Dispatched to"), "module": N_("Handed over to"), "slip": N_("Handed over by slip to")}
ENDED = {"": N_("in hand"), "done": N_("settled there"), "returned": N_("came back"), "again": N_("sent on")}


def load(uow: UnitOfWork, event_id: int) -> RecordCard:
    """The whole card."""
    row = seen_event(uow, event_id)
    case, sent, presses = get_case(uow, row.case_id), list_dispatches(uow, row.id), list_presses(uow, row.id)
    kind = kind_of(uow, row.kind)
    return RecordCard(
        id=row.id, number=case.number, title=case.title, state=StateCell(case.state_title, case.tone),
        subtitle=" · ".join(filter(None, (
            kind.title, word(LEVELS, row.level), word(CHANNELS, row.channel),
            _("opened again {count} times").format(count=row.reopened) if row.reopened else ""))),
        lamp=LampCell(case.due_on, case.days_left), holder=row.unit or row.worker,
        steps=tuple(StepLamp(lamp.title, lamp.state, lamp.missing) for lamp in get_lamps(uow, row.case_id)),
        missing=tuple(list_missing(uow, row.case_id)),
        sections=tuple(filter(None, (_what(uow, row, case.state), *(_went(uow, one) for one in reversed(sent)),
                                     *(_pressed(one) for one in reversed(presses)), _end(row), *_revisits(uow, row)))),
        acts=tuple(acts_of(uow, row, case)), papers=_papers(sent, presses),
        timeline=tuple(TimelineItem(entry.at, entry.line, entry.who) for entry in list_timeline(uow, row.case_id)),
        version=row.version,
        beside=tuple((one.taker_kind, one.taker_id) for one in sent if one.taker_kind))


EVENT_RECORD = RecordSpec("grid.event", N_("Grid event"), EVENT, load, reveal=reveal_phone, domain="grid")


def _what(uow: UnitOfWork, row: Event, state: str) -> FactSection:
    files = list_attachments(uow, EVENT, row.id)
    limit = next((one.last_day for one in reversed(list_clocks(uow, row.case_id)) if one.code == CLOCK), None)
    edit = ("grid.event_form", {"record_id": row.id}) if state in UNSETTLED and uow.actor.may(WRITE) else ("", {})
    return FactSection(_("What was found"), (
        Fact(_("Found at"), f"{hall_time(row.found_at):%Y-%m-%d %H:%M}"), Fact(_("At which place"), row.place),
        Fact(_("What was found"), row.summary), Fact(_("Between whom"), row.parties), Fact(_("Grid worker"), row.worker),
        Fact(_("Who reported it"), row.reporter), Fact(_("Phone"), shown_phone(row), "phone" if row.phone else ""),
        Fact(_("Limit"), long_date(row.limit_on or limit) if row.limit_on or limit else ""),
        Fact(_("Photos"), "、".join(one.title or one.file_name for one in files))), *edit)


def _went(uow: UnitOfWork, one: Dispatch) -> FactSection:
    """Where it went; of a hand-over the number there, how it stands, and its result."""
    answer = told(uow, one)
    return FactSection(f"{_(WAYS[one.way])}{one.unit}", (
        Fact(_("On"), long_date(one.sent_on)), Fact(_("Answer by"), long_date(one.until) if one.until else ""),
        Fact(_("Who helps"), one.joined), Fact(_("What is asked for"), one.task),
        Fact(_("Number there"), answer.number if answer else ""),
        Fact(_("Stands there"), answer.state if answer else _(ENDED[one.outcome])),
        Fact(_("Result"), answer.text if answer and answer.done else one.reply),
        Fact(_("Answered on"), long_date(day) if (day := answer.on if answer else one.replied_on) else "")))


def _pressed(one: Press) -> FactSection:
    return FactSection(_("Pressed: {unit}").format(unit=one.unit), (
        Fact(_("On"), long_date(one.on_date)), Fact(_("Answer by"), long_date(one.until) if one.until else ""),
        Fact(_("What is asked for"), one.text), Fact(_("The answer"), one.reply)))


def _end(row: Event) -> FactSection | None:
    if row.done_at is None:
        return None
    return FactSection(_("How it was settled"), (
        Fact(_("How it ended"), word(OUTCOMES, row.outcome)), Fact(_("How it was settled"), row.result),
        Fact(_("Settled at"), f"{hall_time(row.done_at):%Y-%m-%d %H:%M}"), Fact(_("Entered by"), row.done_by),
        Fact(_("How content they are"), word(RATINGS, row.rating) if row.rating else ""),
        Fact(_("Filed on"), long_date(row.filed_on) if row.filed_on else "")))


def _revisits(uow: UnitOfWork, row: Event) -> list[FactSection]:
    return [FactSection(_("Revisit"), (
        Fact(long_date(one.day), "、".join(finding_title(one.purpose, code) for code in one.findings)),
        Fact(_("In words"), one.words), Fact(_("Who asked"), "、".join(one.visitors))), "visits.card", {"record_id": one.id})
        for one in list_visits_of(uow, EVENT, row.id)]


def _papers(sent: list[Dispatch], presses: list[Press]) -> tuple[PaperLink, ...]:
    return (PaperLink("grid.event_sheet"),
            *(PaperLink("grid.dispatch_sheet" if one.way == "unit" else "grid.handover_slip", one.id, one.unit)
              for one in reversed(sent)),
            *(PaperLink("grid.press_note", one.id, long_date(one.on_date)) for one in reversed(presses)))


