"""The closed ledger on the screen: the months, and a month with its settled cases and what followed."""

from dataclasses import dataclass

from desk.api import N_, Tone, translator
from desk.api.calendar import month_title, months_around
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.pages import (
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
)
from plugins.mediation.queries_closed import ClosedLine, list_closed

_ = translator("mediation")
_MONTH = "mediation.closed_month"
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A month in the list. spot: settled on the day they were accepted; visited: followed up since; again: came back."""

    id: int
    month: str
    settled: int
    spot: int
    visited: int
    again: int


def fetch_months(uow: UnitOfWork, request: PageRequest) -> Page[MonthLine]:
    """This month and the eleven before."""
    today, rows = uow.clock.today(), []
    for month in months_around(today, 11):
        lines = list_closed(uow, month)
        rows.append(MonthLine(month, month_title(month), len(lines), sum(one.spot for one in lines),
                              sum(one.visited_on is not None for one in lines), sum(bool(one.again) for one in lines)))
    kept = [row for row in rows if request.text in row.month]
    return Page(kept, None, len(kept))


MONTHS = ListSpec(
    id="mediation.closed_months", title=N_("Closed ledger"), record=_MONTH, domain="mediation",
    columns=(Column("month", N_("Month"), 0), Column("settled", N_("Settled cases"), 120, "number"),
             Column("spot", N_("On the spot"), 120, "number"), Column("visited", N_("Visited since"), 120, "number"),
             Column("again", N_("Came back"), 120, "number")),
    fetch=fetch_months, opens=_MONTH, empty=N_("Nothing was settled yet."))


def load_month(uow: UnitOfWork, month: int) -> RecordCard:
    """A month: each settled case opens from here."""
    lines = list_closed(uow, month)
    spot, again = sum(one.spot for one in lines), sum(bool(one.again) for one in lines)
    return RecordCard(
        id=month, number="", title=month_title(month), holder=None,
        state=StateCell(_("{n} settled").format(n=len(lines)), Tone.DONE),
        subtitle=_("{spot} on the spot, {again} came back").format(spot=spot, again=again),
        sections=tuple(_section(one) for one in lines[:_SHOWN]) or (
            FactSection(_("Closed ledger"), (Fact(_("Nothing was settled in this month."), ""),)),),
        acts=(NextAct(_("Round of return visits"), "mediation.visit_month", {"record_id": month}, main=True),),
        papers=(PaperLink("mediation.closed_ledger"),))


def _section(one: ClosedLine) -> FactSection:
    visited = f"{long_date(one.visited_on)} {one.found}" if one.visited_on else _("not yet")
    spot = _("on the spot") if one.spot else ""
    back = (Fact(_("Came back as"), one.again),) if one.again else ()
    return FactSection(f"{one.number} {one.title}".strip(), (
        Fact(_("Settled on"), f"{long_date(one.settled_on)} {spot}".strip()),
        Fact(_("The parties agree"), "\n".join(one.clauses)), Fact(_("Mediators"), "、".join(one.mediators)),
        Fact(_("Return visit"), visited), *back), "mediation.dispute", {"record_id": one.dispute_id})


MONTH_RECORD = RecordSpec(_MONTH, N_("Closed ledger"), _MONTH, load_month, domain="mediation")
