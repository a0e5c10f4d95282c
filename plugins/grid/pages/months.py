"""The loop month by month: figures, hot spots, and every number down to its events."""

from dataclasses import dataclass
from datetime import date

from desk.api import N_, Tone, translator
from desk.api.calendar import month_days, month_of, month_title, months_around
from desk.api.cases import get_case
from desk.api.db import UnitOfWork
from desk.api.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    ListSpec,
    NextAct,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
    short_page,
)
from plugins.grid.event_kinds import list_kinds
from plugins.grid.kinds import EVENT, MONTH
from plugins.grid.models import Event
from plugins.grid.queries import list_hot_spots, list_month, month_figures

_ = translator("grid")
PARTS = (("carried", N_("Carried over")), ("reported", N_("Events reported")), ("done", N_("Settled")),
         ("filed", N_("Events filed")), ("left", N_("Open at the end")), ("late", N_("Overdue")))


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A month of the loop."""

    id: int
    month: str
    reported: int
    done: int
    on_time: str
    mean: str
    filed: int
    loop: str
    left: int
    late: int


def fetch_months(uow: UnitOfWork, request: PageRequest) -> Page[MonthLine]:
    """The last twelve months, this one first."""
    today, rows = uow.clock.today(), []
    for month in months_around(today, 11):
        one = month_figures(uow, month)
        rows.append(MonthLine(month, month_title(month), one.reported, one.done, one.share(one.in_time, one.done),
                              one.mean_hours, one.filed, one.share(one.looped, one.reported), one.left, one.late))
    return short_page(rows, request, lambda row: row.month)


MONTHS = ListSpec(
    id="grid.months", title=N_("Loop month by month"), record=MONTH, domain="grid",
    columns=(Column("month", N_("Month"), 0), Column("reported", N_("Events reported"), 90, "number"),
             Column("done", N_("Settled"), 90, "number"), Column("on_time", N_("In time"), 140),
             Column("mean", N_("Mean hours"), 140, "number"), Column("filed", N_("Events filed"), 90, "number"),
             Column("loop", N_("Loop share"), 140), Column("left", N_("Open at the end"), 110, "number"),
             Column("late", N_("Overdue"), 90, "number")),
    fetch=fetch_months, opens="grid.month", empty=N_("No event yet."))


def load_month(uow: UnitOfWork, month: int) -> RecordCard:
    """A month: its figures, its hot spots, the report."""
    one, (_first, last) = month_figures(uow, month), month_days(month)
    spots = list_hot_spots(uow, min(last, uow.clock.today()))
    return RecordCard(
        id=month, number="", title=month_title(month), subtitle=_("Loop of grid events"), holder=None,
        state=StateCell(_("{n} overdue").format(n=one.late), Tone.LATE) if one.late
        else StateCell(_("Nothing overdue"), Tone.DONE),
        sections=(FactSection(_("The month"), (
            Fact(_("Carried over"), str(one.carried)), Fact(_("Events reported"), str(one.reported)),
            Fact(_("Of them settled at once"), str(one.spot)), Fact(_("Settled"), str(one.done)),
            Fact(_("In time"), one.share(one.in_time, one.done)), Fact(_("Mean hours"), one.mean_hours),
            Fact(_("Press notes"), str(one.pressed)), Fact(_("Opened again"), str(one.reopened)),
            Fact(_("Events filed"), str(one.filed)), Fact(_("Loop share"), one.share(one.looped, one.reported)),
            Fact(_("Open at the end"), str(one.left)), Fact(_("Overdue"), str(one.late))),
            "grid.month_events", {"filters": {"month": month}}),
            FactSection(_("Hot spots"), tuple(Fact(spot.where, f"{spot.times} {spot.kinds}") for spot in spots[:20])
                        or (Fact(_("Hot spots"), _("None")),))),
        acts=tuple(NextAct(_("Events: {what}").format(what=_(title)), "grid.month_events",
                           {"filters": {"month": month, "part": part}}, main=part == "left") for part, title in PARTS),
        beside=((EVENT, None),), papers=(PaperLink("grid.month_report"),))


MONTH_RECORD = RecordSpec("grid.month", N_("Month of the loop"), MONTH, load_month, domain="grid")


@dataclass(frozen=True, slots=True)
class EventOfMonth:
    """An event behind a number."""

    id: int
    number: str
    found_on: date
    kind: str
    title: str
    unit: str
    state: StateCell


def fetch_events(uow: UnitOfWork, request: PageRequest) -> Page[EventOfMonth]:
    """Events of a month; filters: month, and part (see PARTS)."""
    today = uow.clock.today()
    month = int(request.filters.get("month") or month_of(today))
    titles = {one.code: one.title for one in list_kinds(uow, every=True)}
    events = list_month(uow, month, str(request.filters.get("part") or ""))
    rows = [_line(uow, one, titles.get(one.kind, one.kind)) for one in events]
    return short_page(rows, request, lambda row: f"{row.number} {row.title} {row.kind}")


def _line(uow: UnitOfWork, one: Event, kind: str) -> EventOfMonth:
    case = get_case(uow, one.case_id)
    return EventOfMonth(one.id, case.number, one.found_on, kind, case.title, one.unit,
                        StateCell(case.state_title, case.tone))


def count_events(uow: UnitOfWork, request: PageRequest) -> int:
    """How many there are."""
    return len(fetch_events(uow, PageRequest(size=10**6, text=request.text, filters=request.filters)).rows)


EVENTS_OF_MONTH = ListSpec(
    id="grid.month_events", title=N_("Events of a month"), record=EVENT, domain="grid",
    columns=(Column("number", N_("Number"), 180), Column("found_on", N_("Found on"), 110, "date"),
             Column("kind", N_("Kind"), 130), Column("title", N_("Place and kind"), 0),
             Column("unit", N_("Who has it in hand"), 170), Column("state", N_("State"), 140, "state")),
    fetch=fetch_events, count=count_events, opens="grid.event",
    chips=tuple(Chip(title, {"part": part}) for part, title in PARTS), empty=N_("No event belongs to it."))
