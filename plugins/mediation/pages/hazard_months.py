"""The hazard ledger month by month: the reconciliation, the round, and every number down to its lines."""

from collections.abc import Callable
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
from plugins.mediation.categories import category_title
from plugins.mediation.hazard_kinds import HAZARD, LEVELS, OUTCOMES, word
from plugins.mediation.models import Hazard
from plugins.mediation.queries_hazard import coverage, line_number, list_late, list_month, list_patrols, month_figures

_ = translator("mediation")
MONTH = "mediation.hazard_month"
PARTS = (("carried", N_("Carried over")), ("new", N_("New this month")), ("struck", N_("Struck off")),
         ("open", N_("Open at the end")), ("late", N_("Overdue")))


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A month of the ledger."""

    id: int
    month: str
    carried: int
    new: int
    struck: int
    open: int
    late: int
    mean: str
    patrols: int
    covered: str


def fetch_months(uow: UnitOfWork, request: PageRequest) -> Page[MonthLine]:
    """The last twelve months, this one first."""
    today, rows = uow.clock.today(), []
    for month in months_around(today, 11):
        figures, (walked, grids, _missed) = month_figures(uow, month), coverage(uow, month)
        rows.append(MonthLine(month, month_title(month), figures.carried, figures.new, figures.struck, figures.open,
                              figures.late, figures.mean, len(list_patrols(uow, month)), f"{walked}/{grids}"))
    return short_page(rows, request, lambda row: row.month)


MONTHS = ListSpec(
    id="mediation.hazard_months", title=N_("Ledger month by month"), record=MONTH, domain="mediation",
    columns=(Column("month", N_("Month"), 0), Column("carried", N_("Carried over"), 100, "number"),
             Column("new", N_("New this month"), 100, "number"), Column("struck", N_("Struck off"), 90, "number"),
             Column("open", N_("Open at the end"), 100, "number"), Column("late", N_("Overdue"), 90, "number"),
             Column("mean", N_("Mean days"), 120, "number"), Column("patrols", N_("Patrols"), 90, "number"),
             Column("covered", N_("Grids walked"), 110, "number")),
    fetch=fetch_months, opens=MONTH, empty=N_("The ledger is empty."))


def load_month(uow: UnitOfWork, month: int) -> RecordCard:
    """A month: the reconciliation, what it rests on, the papers."""
    figures, (walked, grids, missed) = month_figures(uow, month), coverage(uow, month)
    rate = f"{figures.settled * 100 / figures.struck:.2f}%" if figures.struck else ""
    doors = list_patrols(uow, month)
    return RecordCard(
        id=month, number="", title=month_title(month), subtitle=_("Hazard ledger"), holder=None,
        state=StateCell(_("{n} overdue").format(n=figures.late), Tone.LATE) if figures.late
        else StateCell(_("Nothing overdue"), Tone.DONE),
        sections=(FactSection(_("Reconciliation"), (
            Fact(_("Carried over"), str(figures.carried)), Fact(_("New this month"), str(figures.new)),
            Fact(_("Of them settled on the spot"), str(figures.spot)), Fact(_("Struck off"), str(figures.struck)),
            Fact(_("Open at the end"), str(figures.open)), Fact(_("Overdue"), str(figures.late)),
            Fact(_("Settled of those struck off"), f"{rate} ({figures.settled}÷{figures.struck})" if rate else ""),
            Fact(_("Mean days to the strike-off"), figures.mean)), "mediation.hazard_lines", {"filters": {"month": month}}),
            FactSection(_("Patrols"), (
                Fact(_("Grids walked"), f"{walked}/{grids}"), Fact(_("Not walked"), "、".join(missed)),
                Fact(_("Doors"), str(sum(one.doors for one in doors))),
                Fact(_("Persons"), str(sum(one.persons for one in doors))),
                *(Fact(one.on.isoformat(), f"{one.area} {'、'.join(one.people)}") for one in doors[:20])))),
        acts=tuple(NextAct(_("Lines: {what}").format(what=_(title)), "mediation.hazard_lines",
                           {"filters": {"month": month, "part": part}}, main=part == "open") for part, title in PARTS),
        beside=((HAZARD, None),), papers=tuple(PaperLink(f"mediation.{paper}") for paper in (
            "hazard_ledger", "hazard_overdue", "patrol_month", "patrol_plan")))


MONTH_RECORD = RecordSpec("mediation.hazard_month", N_("Month of the ledger"), MONTH, load_month, domain="mediation")


@dataclass(frozen=True, slots=True)
class LineOfMonth:
    """A line of a month's ledger."""

    id: int
    number: str
    found_on: date
    category: str
    level: str
    summary: str
    struck_on: date | None
    outcome: str


def fetch_lines(uow: UnitOfWork, request: PageRequest) -> Page[LineOfMonth]:
    """The lines of a month; filters: month, and part of the reconciliation (see PARTS)."""
    today = uow.clock.today()
    month = int(request.filters.get("month") or month_of(today))
    rows = [_line(uow, one) for one in _of_part(uow, month, str(request.filters.get("part") or ""))]
    return short_page(rows, request, lambda row: f"{row.number} {row.summary} {row.category}")


def _of_part(uow: UnitOfWork, month: int, part: str) -> list[Hazard]:
    first, last = month_days(month)
    if part == "late":
        return list_late(uow, month)
    keeps: dict[str, Callable[[Hazard], bool]] = {
        "carried": lambda one: one.found_on < first, "new": lambda one: one.found_on >= first,
        "struck": lambda one: one.struck_on is not None and one.struck_on <= last,
        "open": lambda one: one.struck_on is None or one.struck_on > last}
    return [one for one in list_month(uow, month) if part not in keeps or keeps[part](one)]


def _line(uow: UnitOfWork, one: Hazard) -> LineOfMonth:
    outcome = word(OUTCOMES, one.outcome) if one.outcome else ""
    return LineOfMonth(one.id, line_number(one, get_case(uow, one.case_id).number), one.found_on, category_title(one.category),
                       word(LEVELS, one.level), one.summary[:80], one.struck_on, outcome)


def count_lines(uow: UnitOfWork, request: PageRequest) -> int:
    """How many there are."""
    return len(fetch_lines(uow, PageRequest(size=10**6, text=request.text, filters=request.filters)).rows)


LINES = ListSpec(
    id="mediation.hazard_lines", title=N_("Lines of a month"), record=HAZARD, domain="mediation",
    columns=(Column("number", N_("Number"), 150), Column("found_on", N_("Found on"), 110, "date"),
             Column("category", N_("Kind"), 150), Column("level", N_("Level"), 80), Column("summary", N_("What was found"), 0),
             Column("struck_on", N_("Struck off on"), 110, "date"), Column("outcome", N_("How it was resolved"), 130)),
    fetch=fetch_lines, count=count_lines, opens="mediation.hazard",
    chips=tuple(Chip(title, {"part": part}) for part, title in PARTS), empty=N_("No line belongs to it."))
