"""A grid gives a part of itself to a new one, or takes others in; homes, people and units go along, old values are kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from desk.core.db.base import Root
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.organisations.model import Organisation
from desk.core.people.history import change_kept
from desk.core.people.model import Household, Person
from desk.core.places.drafts import AreaDraft
from desk.core.places.grids import GRID_KINDS
from desk.core.places.model import Area
from desk.core.places.service import CHANGE, add_area, close_area, name_below
from desk.core.registers.grid_accounts import follow_merge, follow_split
from desk.core.text import clean


@dataclass(frozen=True, slots=True)
class SplitDraft:
    """What goes to the new grid. areas: ids of areas that lie in the grid or are served by it; addresses: words, homes and
    units that are kept under the grid itself go along where their address holds one of them. on: first day of the new grid.
    accounts: (account, way of grid_accounts.AFTER_SPLIT) where one limited to the old grid does not go to both.
    """

    grid_id: int
    name: str
    on: date
    reason: str
    code: str = ""
    areas: tuple[int, ...] = ()
    addresses: tuple[str, ...] = ()
    accounts: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MergeDraft:
    """Grids that go up in another one. on: their last day. accounts: as in SplitDraft, with ways of AFTER_MERGE."""

    into_id: int
    gone: tuple[int, ...]
    on: date
    reason: str
    accounts: tuple[tuple[int, str], ...] = ()


@verb("places.split_grid", permission=CHANGE)
def split_grid(uow: UnitOfWork, draft: SplitDraft) -> int:
    """Make a new grid out of a part of another; answers its id. Raises UserError beside the field."""
    old, reason = _grid(uow, draft.grid_id), _checked(uow, draft.on, draft.reason)
    words = tuple(filter(None, (clean(word, limit=80, field="addresses") for word in draft.addresses)))
    if not draft.areas and not words:
        raise UserError(_("Say what goes to the new grid."), field="areas")
    made = uow.get(Area, add_area(uow, AreaDraft(draft.name, old.kind, old.parent_id, draft.code, active_from=draft.on,
                                                 note=reason)))
    made.came_from = [old.id]
    for area_id in draft.areas:
        _hand_over(uow, uow.get(Area, area_id), old, made)
    moved = _move_records(uow, old.id, made.id, lambda row: any(word in row.address for word in words)) if words else 0
    if not draft.areas and not moved:
        raise UserError(_("No home and no unit under this grid has such an address."), field="addresses")
    followed = follow_split(uow, old.id, made.id, dict(draft.accounts))
    uow.touch("area", old.id)
    uow.trace("places.split_grid", "area", made.id, out_of=old.id, areas=list(draft.areas), records=moved, reason=reason,
              accounts=followed)
    return int(made.id)


@verb("places.merge_grids", permission=CHANGE)
def merge_grids(uow: UnitOfWork, draft: MergeDraft) -> int:
    """Let grids go up in another one and close them; answers its id. Raises UserError beside the field."""
    into, reason = _grid(uow, draft.into_id), _checked(uow, draft.on, draft.reason)
    if not draft.gone or draft.into_id in draft.gone:
        raise UserError(_("Choose the grids that are taken in."), field="gone")
    for grid_id in draft.gone:
        gone = _grid(uow, grid_id)
        for area in uow.session.scalars(select(Area).where((Area.parent_id == gone.id) | (Area.grid_id == gone.id))).all():
            _hand_over(uow, area, gone, into)
        _move_records(uow, gone.id, into.id, lambda _row: True)
        close_area(uow, gone.id, draft.on, reason)
    into.came_from = [*(into.came_from or ()), *draft.gone]
    followed = follow_merge(uow, into.id, draft.gone, dict(draft.accounts))
    uow.touch("area", into.id)
    uow.trace("places.merge_grids", "area", into.id, took=list(draft.gone), reason=reason, accounts=followed)
    return int(into.id)


def _grid(uow: UnitOfWork, grid_id: int) -> Area:
    uow.require_area(grid_id)
    grid: Area = uow.get(Area, grid_id)
    if grid.kind not in GRID_KINDS or grid.active_to is not None:
        raise UserError(_("Choose a grid that is in use."))
    return grid


def _checked(uow: UnitOfWork, on: date, reason: str) -> str:
    if on > uow.clock.today():
        raise UserError(_("A grid is split or merged on the day itself; until then keep the new one as a draft under Areas."),
                        field="on")
    kept = clean(reason, field="reason")
    if not kept:
        raise UserError(_("Say why: too large, a new estate, an order of the street office."), field="reason")
    return kept


def _hand_over(uow: UnitOfWork, area: Area, old: Area, new: Area) -> None:
    """Hang an area of the old grid under the new one, or let it be served by that."""
    if area.parent_id != old.id and area.grid_id != old.id:
        raise UserError(_("{name} does not belong to this grid.").format(name=area.full_name or area.name), field="areas")
    if area.grid_id == old.id:
        area.grid_id = new.id
    if area.parent_id == old.id:
        was, area.parent_id = area.path, new.id
        name_below(uow, area, was)


def _move_records(uow: UnitOfWork, old_id: int, new_id: int, wanted: Callable[[Any], bool]) -> int:
    """Homes, people and units kept under the grid itself; people go where their home goes. How many homes and units."""
    homes = [row for row in uow.session.scalars(select(Household).where(Household.area_id == old_id)) if wanted(row)]
    units = [row for row in uow.session.scalars(select(Organisation).where(Organisation.area_id == old_id)) if wanted(row)]
    gone = {home.id for home in homes}
    people = [row for row in uow.session.scalars(select(Person).where(Person.area_id == old_id))
              if row.household_id in gone or row.household_id is None and wanted(row)]
    kept: list[Root] = [*homes, *people]
    for row in kept:
        change_kept(uow, row, {"area_id": new_id})
    for unit in units:
        unit.area_id = new_id
    _touched(uow, (("household", homes), ("person", people), ("organisation", units)))
    return len(homes) + len(units)


def _touched(uow: UnitOfWork, rows: Sequence[tuple[str, Sequence[Any]]]) -> None:
    uow.session.flush()
    for kind, found in rows:
        uow.touch(kind, *(row.id for row in found))
