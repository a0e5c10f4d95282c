"""Grids with their load, the check of the partition, and the forms that split and merge them. No Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.core.cases.kinds import Tone
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _, ngettext
from desk.core.places.kinds import AREA_KINDS
from desk.core.places.queries import get_area, list_areas
from desk.core.places.service import CHANGE
from desk.core.registers.grid_accounts import AFTER_MERGE, AFTER_SPLIT, BOTH, WHOLE, LimitedAccount, list_limited
from desk.core.registers.grid_changes import MergeDraft, SplitDraft, merge_grids, split_grid
from desk.core.registers.grid_papers import CHECK as CHECK_PAPER
from desk.core.registers.grid_papers import LIST as LIST_PAPER
from desk.core.registers.grids import (
    FINDINGS,
    VERDICTS,
    GridFinding,
    GridLoad,
    check_grids,
    list_grid_loads,
    spread_of,
)
from desk.host.pages import Chip, Column, Field, FormSpec, ListSpec, Repeat, Section, StateCell
from desk.shell.short_lists import short_page

TONES = {"above": Tone.LATE, "below": Tone.WAITING, "within": Tone.DONE, "none": Tone.MUTED}


@dataclass(frozen=True, slots=True)
class GridLine:
    """A grid in the list."""

    id: int
    code: str
    name: str
    kind: str
    leaders: str
    households: int
    people: int
    buildings: int
    shops: int
    verdict: StateCell
    state: StateCell


@dataclass(frozen=True, slots=True)
class FindingLine:
    """Something the partition leaves open; opening it goes where it is mended."""

    id: int
    kind: StateCell
    what: str
    entry: str
    args: dict[str, int]


def state_words(one: GridLoad) -> StateCell:
    """In use, drafted from when, or closed."""
    if one.state == "draft":
        return StateCell(_("Drafted, from {day}").format(day=one.area.active_from), Tone.WAITING)
    return StateCell(_("Closed"), Tone.MUTED) if one.state == "closed" else StateCell(_("In use"), Tone.DONE)


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[GridLine]:
    """Grids in the order of the tree. Filters: shown ("outside", "draft", "closed")."""
    shown = request.filters.get("shown")
    loads = [one for one in list_grid_loads(uow, closed=shown == "closed") if _fits(one, shown)]
    return short_page([_line(one) for one in loads], request, lambda line: f"{line.code} {line.name} {line.leaders}",
                      {"households": lambda line: line.households, "people": lambda line: line.people})


def _fits(one: GridLoad, shown: str | None) -> bool:
    if shown == "outside":
        return one.verdict in ("above", "below") and one.state == "now"
    return one.state == shown if shown else True


def _line(one: GridLoad) -> GridLine:
    return GridLine(one.area.id, one.area.code, one.area.name, _(AREA_KINDS[one.area.kind].title), one.leaders, one.households,
                    one.people, one.buildings, one.shops, StateCell(_(VERDICTS[one.verdict]), TONES[one.verdict]),
                    state_words(one))


def sentence(uow: UnitOfWork) -> str:
    """每格户数 20—310，平均 180；2 个超出参考规模."""
    spread = spread_of(list_grid_loads(uow))
    return _("{least} to {most} households a grid, {mean} on average; {outside} outside the guide").format(
        least=spread.least, most=spread.most, mean=spread.mean, outside=spread.outside)


GRIDS_LIST = ListSpec(
    id="places.grids", title=N_("Grids"), record="area",
    columns=(Column("code", N_("Area code"), 90), Column("name", N_("Called"), 130), Column("kind", N_("Kind of area"), 90),
             Column("leaders", N_("Who answers for it"), 0),
             Column("households", N_("Households"), 70, "number", sort="households"),
             Column("people", N_("Persons"), 70, "number", sort="people"), Column("buildings", N_("Buildings"), 70, "number"),
             Column("shops", N_("Shops"), 70, "number"), Column("verdict", N_("Load"), 160, "state"),
             Column("state", N_("State"), 150, "state")),
    fetch=fetch, sentence=sentence,
    chips=(Chip(N_("Outside the guide"), {"shown": "outside"}), Chip(N_("Drafted"), {"shown": "draft"}),
           Chip(N_("Closed areas"), {"shown": "closed"})),
    opens="places.area", new="places.area_form", new_title=N_("Add an area"), new_permission=CHANGE, paper=LIST_PAPER,
    search_hint=N_("Name, code or who answers for it"),
    empty=N_("No grids yet. Begin with the community under Areas, then add its grids and their buildings."))


def fetch_findings(uow: UnitOfWork, request: PageRequest) -> Page[FindingLine]:
    """Everything the check finds. Filters: kind."""
    wanted = request.filters.get("kind")
    found = [_finding(one) for one in check_grids(uow) if wanted in (None, one.kind)]
    return short_page(found, request, lambda line: line.what)


def _finding(one: GridFinding) -> FindingLine:
    tone = Tone.LATE if one.kind == "double" else Tone.WAITING
    return FindingLine(one.id, StateCell(_(FINDINGS[one.kind]), tone), one.what, one.entry, {"record_id": one.record_id})


GRID_CHECK = ListSpec(
    id="places.grid_check", title=N_("Check of the grids"), record="area",
    columns=(Column("what", N_("Area or address"), 0), Column("kind", N_("Found"), 200, "state")),
    fetch=fetch_findings, chips=tuple(Chip(title, {"kind": kind}) for kind, title in FINDINGS.items()),
    paper=CHECK_PAPER, search_hint=N_("Area or address"),
    empty=N_("Every building and every home belongs to exactly one grid."))


def load_split(uow: UnitOfWork, grid_id: int | None) -> dict[str, Any]:
    """The grid and today."""
    row = get_area(uow, grid_id or 0)
    return {"id": row.id, "grid": row.name, "on": uow.clock.today(), "accounts": limited_lines(uow, (row.id,), BOTH)}


def limited_lines(uow: UnitOfWork, grid_ids: Iterable[int] | None, goes: str) -> list[dict[str, Any]]:
    """Accounts limited to these grids (None: to any area) as a form's lines. goes: the way each has until another is chosen."""
    return [{"id": one.id, "goes": goes, "grids": one.grids, "who": _called(one)} for one in list_limited(uow, grid_ids)]


def _called(one: LimitedAccount) -> str:
    words = _("{name} ({login})") if one.active else _("{name} ({login}), closed")
    return words.format(name=one.name, login=one.login)


def say_limited(values: dict[str, Any]) -> str:
    """How many accounts a change of grids concerns."""
    count = len(values.get("accounts") or ())
    if not count:
        return _("No account is limited to it.")
    return ngettext("{n} account is limited to it. The change holds from its next sign-in on.",
                    "{n} accounts are limited to it. The change holds from their next sign-in on.", count).format(n=count)


def accounts_section(ways: Mapping[str, str], *, may_choose: bool) -> Section:
    """The accounts concerned, each with where it goes; only who manages accounts may choose."""
    return Section(N_("Accounts limited to these grids"), (
        Field("told", N_("Concerned"), "computed", computed=say_limited),
        Repeat("accounts", N_("Account"), (
            Field("who", N_("Account"), "note"),
            Field("goes", N_("Afterwards it sees"), "choice", True, choices=tuple(ways.items()), width=200,
                  read_only=not may_choose)), "", compact=True)),
        help="" if may_choose else N_("Another choice is made by who manages accounts."))


def chosen_ways(values: dict[str, Any]) -> tuple[tuple[int, str], ...]:
    """(account, way) of every line."""
    return tuple((int(line["id"]), str(line["goes"])) for line in values.get("accounts") or ())


def areas_to_give(grid_id: int) -> Any:
    """What lies in the grid or is served by it, to tick."""

    def read(uow: UnitOfWork) -> list[tuple[int, str]]:
        inside = [(row.id, row.full_name) for row in list_areas(uow, parent_id=grid_id)]
        served = [(row.id, row.full_name) for row in list_areas(uow) if row.grid_id == grid_id and row.parent_id != grid_id]
        return [*inside, *served]

    return read


def split_draft(values: dict[str, Any]) -> SplitDraft:
    """From the form's values."""
    words = tuple(filter(None, (line.strip() for line in (values.get("addresses") or "").splitlines())))
    on: date = values["on"]
    return SplitDraft(values["id"], values.get("name") or "", on, values.get("reason") or "", values.get("code") or "",
                      tuple(values.get("areas") or ()), words, chosen_ways(values))


def split_spec(grid_id: int, *, may_choose: bool = True) -> FormSpec:
    """The form over what the grid has to give. may_choose: whether she manages accounts."""
    return FormSpec(
        id="places.split_grid_form", title=N_("Split the grid"),
        sections=(
            Section("", (Field("grid", N_("Grid"), "note"),
                         Field("name", N_("The new grid is called"), required=True, max_length=80, width=240),
                         Field("code", N_("Area code"), "idnumber"), Field("on", N_("First day of the new grid"), "date", True),
                         Field("reason", N_("Reason"), required=True, max_length=200))),
            Section(N_("What goes to it"), (
                Field("areas", N_("Areas"), "ticks", choices=areas_to_give(grid_id)),
                Field("addresses", N_("Homes and units at"), "lines", rows=3,
                      help=N_("Only for those kept under the grid itself: one address, or a part, a line, like 翠湖花园3幢."))),
                help=N_("Homes and residents go along, what they said before is kept. It is taken back by merging the new "
                        "grid into the old one.")),
            accounts_section(AFTER_SPLIT, may_choose=may_choose)),
        save=split_grid, load=load_split, make_draft=split_draft, after="places.area", makes=True,
        save_title=N_("Split the grid (Ctrl+S)"))


def load_merge(uow: UnitOfWork, grid_id: int | None) -> dict[str, Any]:
    """The grid that takes others in, and today; limited: the accounts that may be concerned, by what is ticked."""
    row = get_area(uow, grid_id or 0)
    return {"id": row.id, "grid": row.name, "on": uow.clock.today(), "limited": limited_lines(uow, None, WHOLE)}


def other_grids(grid_id: int) -> Any:
    """Grids that can be taken in."""

    def read(uow: UnitOfWork) -> list[tuple[int, str]]:
        return [(row.id, row.name) for row in list_areas(uow, kinds=("grid", "special_grid")) if row.id != grid_id]

    return read


def merge_spec(grid_id: int, *, may_choose: bool = True) -> FormSpec:
    """The form over the other grids. may_choose: whether she manages accounts."""
    return FormSpec(
        id="places.merge_grid_form", title=N_("Take other grids in"),
        sections=(Section("", (Field("grid", N_("Grid"), "note"),
                               Field("gone", N_("Grids that go up in it"), "ticks", True, choices=other_grids(grid_id)),
                               Field("on", N_("Their last day"), "date", True),
                               Field("reason", N_("Reason"), required=True, max_length=200)),
                          help=N_("All that lies in them goes along; they are closed and stay readable.")),
                  accounts_section(AFTER_MERGE, may_choose=may_choose)),
        save=merge_grids, load=load_merge, after="places.area", save_title=N_("Merge the grids (Ctrl+S)"),
        make_draft=lambda values: MergeDraft(values["id"], tuple(values.get("gone") or ()), values["on"],
                                             values.get("reason") or "", chosen_ways(values)))
