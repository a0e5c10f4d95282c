"""Rounds of return visits on the screen: the months, and a month with what is due, whom to visit and what is done."""

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
from plugins.mediation.kinds import WRITE
from plugins.mediation.queries_visits import WHYS, RoundLine, list_round

_ = translator("mediation")
_MONTH = "mediation.visit_month"
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A round in the list."""

    id: int
    month: str
    due: int
    done: int
    open: int


def fetch_rounds(uow: UnitOfWork, request: PageRequest) -> Page[MonthLine]:
    """The month to come, this one and the five before."""
    today, rows = uow.clock.today(), []
    for month in months_around(today, 5, 1):
        lines = list_round(uow, month)
        done = sum(one.visited_on is not None for one in lines)
        rows.append(MonthLine(month, month_title(month), len(lines), done, len(lines) - done))
    kept = [row for row in rows if request.text in row.month]
    return Page(kept, None, len(kept))


ROUNDS = ListSpec(
    id="mediation.visit_months", title=N_("Rounds of return visits"), record=_MONTH, domain="mediation",
    columns=(Column("month", N_("Month"), 0), Column("due", N_("To be visited"), 130, "number"),
             Column("done", N_("Visited already"), 130, "number"), Column("open", N_("Still to visit"), 130, "number")),
    fetch=fetch_rounds, opens=_MONTH, empty=N_("No agreements to look after yet."))


def load_round(uow: UnitOfWork, month: int) -> RecordCard:
    """A month: the cases still to visit first, each opening its case."""
    lines = list_round(uow, month)
    waiting = [one for one in lines if one.visited_on is None]
    acts = tuple(NextAct(_("Visited: {title}").format(title=one.title[:20]), "mediation.visit_form",
                         {"record_id": one.dispute_id}, main=place == 0)
                 for place, one in enumerate(waiting[:8])) if uow.actor.may(WRITE) else ()
    if waiting and uow.actor.may(WRITE):
        acts += (NextAct(_("Who visits whom"), "mediation.visit_plan_form", {"record_id": month}),)
    state = StateCell(_("All visited"), Tone.DONE)
    if waiting:
        state = StateCell(_("{n} to visit").format(n=len(waiting)), Tone.OPEN)
    return RecordCard(
        id=month, number="", title=month_title(month), subtitle=_("Round of return visits"), state=state, holder=None,
        sections=tuple(_section(one) for one in lines[:_SHOWN]) or (
            FactSection(_("Round of return visits"), (Fact(_("Nothing is due this month."), ""),)),),
        acts=acts, papers=(PaperLink("mediation.visit_round"),))


def _section(one: RoundLine) -> FactSection:
    tick = _("{day}, by {who}").format(day=long_date(one.visited_on), who=one.visitor) if one.visited_on else _("not yet")
    return FactSection(f"{'✓ ' if one.visited_on else ''}{one.number} {one.title}".strip(), (
        Fact(_("Whom to visit"), "、".join(one.parties)), Fact(_("Address"), "、".join(one.places)),
        Fact(_("Why visited"), "、".join(_(WHYS[why]) for why in one.whys)), Fact(_("Due by"), long_date(one.due)),
        *((Fact(_("Who visits"), _planned(one)),) if one.planned else ()),
        Fact(_("Visited already"), tick)), "mediation.dispute", {"record_id": one.dispute_id})


def _planned(one: RoundLine) -> str:
    stop = _("stop {n}").format(n=one.place) if one.place else ""
    return f"{one.planned} {stop}".strip()


ROUND_RECORD = RecordSpec("mediation.visit_month", N_("Round of return visits"), _MONTH, load_round, domain="mediation")
