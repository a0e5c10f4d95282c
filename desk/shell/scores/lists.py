"""The lists: rounds of any kind or of one scheme, honours given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.core.cases.kinds import Tone
from desk.core.cases.registry import texts
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.i18n import N_, _
from desk.core.scores.ground import STATES
from desk.core.scores.queries import RoundRow, count_rounds, list_awards, list_rounds
from desk.core.scores.schemes import find_scheme, list_schemes
from desk.host.pages import Chip, Column, Field, ListSpec, StateCell
from desk.shell.kit.filtered_page import FilteredPage
from desk.shell.short_lists import short_page

TONES = {"draft": Tone.OPEN, "open": Tone.WAITING, "closed": Tone.WAITING, "published": Tone.WAITING, "decided": Tone.DONE,
         "void": Tone.MUTED}


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in the list."""

    id: int
    title: str
    scheme: str
    state: StateCell
    period: str
    subjects: int
    entered: str
    decided_on: date | None


@dataclass(frozen=True, slots=True)
class AwardLine:
    """An honour in the register; opens its round."""

    id: int
    name: str
    title: str
    round: str
    given_on: date
    state: StateCell
    why: str


def state_cell(state: str) -> StateCell:
    """Word and tone of a round's state."""
    return StateCell(_(STATES[state]), TONES[state])


def scheme_title(code: str) -> str:
    """What a kind of round is called; its code while its plugin is off."""
    try:
        scheme = find_scheme(code)
    except UserError:
        return code
    return texts(scheme.code)(scheme.title)


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[RoundLine]:
    """One page, newest first."""
    page = list_rounds(uow, request)
    return Page([_line(row) for row in page.rows], page.next, page.total)


def _line(row: RoundRow) -> RoundLine:
    period = "~".join(f"{day:%Y.%m.%d}" for day in (row.first, row.last) if day)
    return RoundLine(row.id, row.title, scheme_title(row.scheme), state_cell(row.state), period, row.subjects,
                     f"{row.entered}/{row.raters}", row.decided_on)


def sentence(uow: UnitOfWork) -> str:
    """How many wait for sheets, how many for a decision."""
    waiting = {state: count_rounds(uow, PageRequest(filters={"state": state})) for state in ("open", "closed", "published")}
    return _("{open} take sheets in, {counted} are counted and not decided").format(
        open=waiting["open"], counted=waiting["closed"] + waiting["published"])


def scheme_choices(_uow: UnitOfWork) -> list[tuple[str, str]]:
    """Kinds of rounds by title."""
    return [(one.code, texts(one.code)(one.title)) for one in list_schemes()]


ROUNDS = ListSpec(
    id="scores.rounds", title=N_("Scoring and honours"), record="score.round",
    columns=(Column("title", N_("Title"), 0), Column("scheme", N_("Kind of round"), 150), Column("state", N_("State"), 150,
                                                                                                 "state"),
             Column("period", N_("Period"), 190), Column("subjects", N_("Judged"), 80, "number"),
             Column("entered", N_("Sheets in"), 90, "number"), Column("decided_on", N_("Decided on"), 110, "date")),
    fetch=fetch, count=count_rounds, sentence=sentence,
    chips=(Chip(N_("Sheets come in"), {"state": "open"}), Chip(N_("Posted"), {"state": "published"}),
           Chip(N_("Closed with a decision"), {"state": "decided"})),
    opens="scores.round", new="scores.round_form", new_title=N_("Plan a round of scoring"),
    new_permission="desk.scores.conduct",
    search_hint=N_("Words of the title"),
    empty=N_("Nothing has been scored yet. Plan a round: choose a sheet, who is judged and who rates; print the sheets."))


def rounds_page(ctx: Any, *, filters: Mapping[str, Any] | None = None, text: str = "") -> QWidget:
    """All rounds, or those of one scheme when a plugin opens it with `filters`."""
    given = dict(filters or {})
    fields = [] if "scheme" in given else [Field("scheme", N_("Kind of round"), "choice", choices=scheme_choices, width=180)]
    return FilteredPage(ctx, ROUNDS, fields, filters=given, text=text)


def fetch_awards(uow: UnitOfWork, request: PageRequest) -> Page[AwardLine]:
    """Newest first."""
    lines = [AwardLine(one.id, one.name, one.title, one.round, one.given_on,
                       StateCell(_("Taken back"), Tone.MUTED) if one.withdrawn else StateCell(_("In force"), Tone.DONE),
                       one.withdrawn) for one in list_awards(uow)]
    return short_page(lines, request, lambda line: f"{line.name} {line.title} {line.round}")


AWARDS = ListSpec(
    id="scores.awards", title=N_("Register of honours"), record="score.award",
    columns=(Column("name", N_("Name"), 160), Column("title", N_("Honour"), 200), Column("round", N_("Round of scoring"), 0),
             Column("given_on", N_("Given on"), 120, "date"), Column("state", N_("State"), 150, "state"),
             Column("why", N_("Why taken back"), 200)),
    fetch=fetch_awards, opens="scores.withdraw_form", search_hint=N_("Name or honour"),
    empty=N_("No honour has been given yet."))
