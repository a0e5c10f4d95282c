"""Mediators over the years, and the best of each year: two lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desk.api import N_, translator
from desk.api.db import UnitOfWork
from desk.api.pages import Column, ListSpec, Page, PageRequest, RowAction
from plugins.mediation.kinds import MEDIATOR
from plugins.mediation.queries_rooms import Winner, list_winners, list_years
from plugins.mediation.rates import Rates, base_text, percent

_ = translator("mediation")


@dataclass(frozen=True, slots=True)
class YearsLine:
    """A mediator: settled of accepted in each year, the newest first; whole, rate: of all of them."""

    id: int
    name: str
    y0: str
    y1: str
    y2: str
    y3: str
    y4: str
    whole: str
    rate: str


def fetch_years(uow: UnitOfWork, request: PageRequest) -> Page[YearsLine]:
    """By card."""
    rows = []
    for one in list_years(uow):
        if request.text.strip() not in one.name:
            continue
        years = {f"y{place}": _of(rates) for place, (_year, rates) in enumerate(reversed(one.years))}
        rate = percent(one.whole.rate) if one.whole.base else ""
        rows.append(YearsLine(one.id, one.name, **years, whole=_of(one.whole), rate=rate))
    return Page(rows, None, len(rows))


def _of(rates: Rates) -> str:
    return f"{rates.settled}/{rates.taken}" if rates.taken else ""


def print_years(ctx: Any, _rows: Sequence[Any]) -> None:
    """The figures on paper."""
    ctx.papers.preview("mediation.mediator_years", 0)


def print_winners(ctx: Any, _rows: Sequence[Any]) -> None:
    """The list on paper."""
    ctx.papers.preview("mediation.best_years", 0)


YEARS_LIST = ListSpec(
    id="mediation.mediator_years", title=N_("Mediators over the years"), record=MEDIATOR, domain="mediation",
    columns=(Column("name", N_("Mediator's name"), 0), Column("y0", N_("This year"), 110, "number"),
             Column("y1", N_("Last year"), 110, "number"), Column("y2", N_("2 years ago"), 110, "number"),
             Column("y3", N_("3 years ago"), 110, "number"), Column("y4", N_("4 years ago"), 110, "number"),
             Column("whole", N_("Five years"), 110, "number"), Column("rate", N_("Rate"), 90, "number")),
    fetch=fetch_years, opens="mediation.mediator", search_hint=N_("Name or number"),
    sentence=lambda uow: "；".join((_("settled of accepted cases"), base_text(uow))), actions=(
        RowAction("print", N_("Print the figures"), "plugins.mediation.pages.years:print_years", "printer"),),
    empty=N_("No mediators yet. Register the members of the committee, then give each a term."))


def fetch_winners(uow: UnitOfWork, request: PageRequest) -> Page[Winner]:
    """The newest year first."""
    text = request.text.strip()
    rows = [one for one in list_winners(uow) if text in one.name or text in one.year]
    return Page(rows, None, len(rows))


def open_round(ctx: Any, rows: Sequence[Winner]) -> None:
    """The round that was decided."""
    if rows:
        ctx.open("scores.round", record_id=rows[0].round_id)


WINNERS = ListSpec(
    id="mediation.best_years", title=N_("Best mediators by year"), record="score.award", domain="mediation",
    columns=(Column("year", N_("Year"), 90), Column("name", N_("Mediator's name"), 160),
             Column("title", N_("Honour"), 220), Column("round", N_("Round of choice"), 0),
             Column("given_on", N_("Given on"), 120, "date")),
    fetch=fetch_winners, search_hint=N_("Name or year"), actions=(
        RowAction("round", N_("Open the round"), "plugins.mediation.pages.years:open_round", "award"),
        RowAction("print", N_("Print the list"), "plugins.mediation.pages.years:print_winners", "printer")),
    empty=N_("Nobody was chosen yet. Plan a round under Scores, for the best mediator of the year."))
