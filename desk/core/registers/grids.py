"""Grids with their load, and the check that no home belongs to none or to two (catalogue 3, GB/T 34300-2017).

The guide of size differs from city to city (about 300 households; 150 to 200 households or 100 to 150 shops): a setting.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, final

from sqlalchemy import func, select

from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.i18n import N_, _
from desk.core.organisations.model import Organisation
from desk.core.organisations.queries import list_appointments
from desk.core.people.model import Household, Person
from desk.core.people.queries import area_mark
from desk.core.people.rights import READ
from desk.core.places.grids import GRID_KINDS, grids_by_area
from desk.core.places.kinds import GRIDS
from desk.core.places.model import Area
from desk.core.places.queries import AreaRow, get_area, list_buildings_without_grid, list_tree
from desk.core.registers.guide import GUIDE
from desk.core.settings.service import get_setting

LEADERS = ("网格长", "网格员")
"""Posts that answer for a grid, the first first."""
VERDICTS = {"below": N_("Below the guide"), "within": N_("Within the guide"), "above": N_("Above the guide"),
            "none": N_("Not measured")}
PAPER_VERDICTS = {"below": "低于参考", "within": "符合", "above": "超出参考", "none": "—"}


@final
@dataclass(frozen=True, slots=True)
class GridLoad:
    """A grid with what it carries. households: files, or the number stated for the area where that is larger; leaders: posts
    and names in force today, "" for those who may not see residents. state: "draft" before its first day, "closed", "now".
    """

    area: AreaRow
    leaders: str
    households: int
    files: int
    people: int
    buildings: int
    units: int
    shops: int
    verdict: str
    state: str


@dataclass(frozen=True, slots=True)
class Spread:
    """Households a grid: the fewest, the mean to a whole number, the most; outside: how many grids lie outside the guide."""

    grids: int
    least: int
    mean: int
    most: int
    outside: int


@dataclass(frozen=True, slots=True)
class GridFinding:
    """Something the partition leaves open. kind: see FINDINGS; entry, record_id: where it is mended."""

    id: int
    kind: str
    what: str
    entry: str
    record_id: int


FINDINGS = {"orphan": N_("Lies in no grid"), "homeless": N_("File without a grid"), "double": N_("Belongs to two grids"),
            "empty": N_("Nothing lies in it")}
PAPER_FINDINGS = {"orphan": "楼栋未划入网格", "homeless": "户档未划入网格", "double": "同属两个网格",
                  "empty": "网格内无楼栋、无户档"}


def guide(uow: UnitOfWork) -> dict[str, int]:
    """The hall's guide of size by the names of GUIDE."""
    return {name: int(get_setting(uow, f"desk.grids.{name}", default)) for name, default in GUIDE.items()}


def list_grid_loads(uow: UnitOfWork, *, closed: bool = False) -> list[GridLoad]:
    """Every grid in use or drafted, those too that are closed where asked, in the order of the tree."""
    counts, limits, today = _counts(uow), guide(uow), uow.clock.today()
    leaders = _leaders(uow)
    return [_load(row, counts, limits, leaders.get(row.id, ""), today) for row in list_tree(uow, kinds=GRIDS, closed=closed)]


def get_grid_load(uow: UnitOfWork, area_id: int) -> GridLoad:
    """One grid, a closed one too. Raises KeyError for an area that is no grid."""
    return {one.area.id: one for one in list_grid_loads(uow, closed=True)}[area_id]


def grid_to_print(uow: UnitOfWork, area_id: int) -> AreaRow:
    """A grid that this clerk may see with its residents. Raises NotFound, NotAllowed, UserError for an area that is no grid."""
    uow.require(READ)
    uow.require_area(area_id)
    row = get_area(uow, area_id)
    if row.kind not in GRIDS:
        raise UserError(_("Choose a grid."))
    return row


def spread_of(loads: Sequence[GridLoad]) -> Spread:
    """Over the basic grids in use; all 0 where there is none."""
    found = [one.households for one in loads if one.area.kind == "grid" and one.state == "now"]
    outside = sum(one.verdict in ("below", "above") for one in loads if one.state == "now")
    if not found:
        return Spread(0, 0, 0, 0, outside)
    return Spread(len(found), min(found), round(sum(found) / len(found)), max(found), outside)


def check_grids(uow: UnitOfWork) -> list[GridFinding]:
    """Buildings and household files without a grid, areas served by another grid than they lie in, grids that are empty."""
    found = [("orphan", row.full_name, "places.area_form", row.id) for row in list_buildings_without_grid(uow)]
    found += [("double", name, "places.area_form", area_id) for area_id, name in _doubles(uow)]
    found += [("homeless", address, "people.household_form", home_id) for home_id, address in _homeless(uow)]
    found += [("empty", one.area.name, "places.area", one.area.id) for one in list_grid_loads(uow)
              if one.area.kind == "grid" and not one.buildings and not one.files]
    return [GridFinding(place, *one) for place, one in enumerate(found, 1)]


def _doubles(uow: UnitOfWork) -> list[tuple[int, str]]:
    """Areas with a grid of their own that lie, by their parents, in another one."""
    grids = set(uow.session.scalars(select(Area.id).where(Area.kind.in_(GRID_KINDS))))
    rows = uow.session.execute(select(Area.id, Area.full_name, Area.path, Area.grid_id).where(
        Area.grid_id.is_not(None), Area.active_to.is_(None)).order_by(Area.full_name))
    return [(area_id, name) for area_id, name, path, grid_id in rows
            if {int(part) for part in path.strip("/").split("/") if part} & grids - {grid_id}]


def _homeless(uow: UnitOfWork) -> list[tuple[int, str]]:
    if not uow.actor.may(READ):
        return []
    grid_of = grids_by_area(uow)
    statement = select(Household.id, Household.address, Household.area_id).order_by(Household.address)
    if uow.actor.area_ids is not None:
        statement = statement.where(area_mark(uow, Household.area_id))
    return [(home_id, address) for home_id, address, area_id in uow.session.execute(statement) if not grid_of.get(area_id)]


def _counts(uow: UnitOfWork) -> dict[str, Counter[str]]:
    """What → grid id as text → how many. Micro grids count for themselves and for the grid they lie in."""
    chain = _grid_chains(uow)
    found: dict[str, Counter[str]] = {name: Counter() for name in ("files", "people", "buildings", "units", "shops")}

    def add(name: str, rows: Any) -> None:
        for area_id, count in rows:
            found[name].update(dict.fromkeys(chain.get(area_id, ()), count))

    home = func.coalesce(Person.area_id, Household.area_id)
    add("files", uow.session.execute(select(Household.area_id, func.count()).group_by(Household.area_id)))
    add("people", uow.session.execute(select(home, func.count()).select_from(Person).outerjoin(
        Household, Household.id == Person.household_id).where(Person.state == "present").group_by(home)))
    add("buildings", uow.session.execute(select(Area.id, 1).where(Area.kind == "building", Area.active_to.is_(None))))
    there = Organisation.closed_on.is_(None)
    units = select(Organisation.area_id, func.count()).group_by(Organisation.area_id).where(there)
    add("units", uow.session.execute(units))
    add("shops", uow.session.execute(units.where(Organisation.kind == "shop")))
    return found


def _grid_chains(uow: UnitOfWork) -> dict[int | None, tuple[str, ...]]:
    """Area → the basic grid and, where there is one, the micro grid it lies in."""
    basic = grids_by_area(uow)
    micro = set(uow.session.scalars(select(Area.id).where(Area.kind == "micro_grid")))
    found: dict[int | None, tuple[str, ...]] = {}
    for area_id, path, served in uow.session.execute(select(Area.id, Area.path, Area.grid_id)):
        inside = {int(part) for part in path.strip("/").split("/") if part} & micro or {served} & micro
        found[area_id] = tuple(dict.fromkeys(filter(None, (basic.get(area_id, ""), *(str(one) for one in inside)))))
    return found


def _leaders(uow: UnitOfWork) -> dict[int, str]:
    if not uow.actor.may(READ):
        return {}
    today, found = uow.clock.today(), dict[int, list[str]]()
    for post in LEADERS:
        for one in list_appointments(uow, post=post, on=today):
            if one.area_id is not None:
                found.setdefault(one.area_id, []).append(f"{post} {one.person}")
    return {area_id: "、".join(names) for area_id, names in found.items()}


def _load(row: AreaRow, counts: dict[str, Counter[str]], limits: dict[str, int], leaders: str, today: date) -> GridLoad:
    here = {name: count[str(row.id)] for name, count in counts.items()}
    households = max(row.households or 0, here["files"])
    state = "closed" if row.active_to else "draft" if row.active_from and row.active_from > today else "now"
    verdict = _verdict(households, here["shops"], limits) if row.kind == "grid" else "none"
    return GridLoad(row, leaders, households, verdict=verdict, state=state, **here)


def _verdict(households: int, shops: int, limits: dict[str, int]) -> str:
    if not households and not shops:
        return "none"
    if households > limits["households_to"] or shops > limits["shops_to"]:
        return "above"
    return "below" if households < limits["households_from"] and shops < limits["shops_from"] else "within"
