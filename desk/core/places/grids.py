"""Which grid each area lies in or is served by, in one look at the tree."""

from typing import Any

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.places.model import Area

GRID_KINDS = ("grid", "special_grid")
"""What a home belongs to exactly one of (GB/T 34300); micro grids lie in them."""


def grids_by_area(uow: UnitOfWork) -> dict[int | None, str]:
    """Area → id of its grid as text, "" for none; a grid is its own."""
    rows: dict[int, tuple[Any, ...]] = {row[0]: tuple(row) for row in uow.session.execute(
        select(Area.id, Area.parent_id, Area.grid_id, Area.kind))}
    found: dict[int | None, str] = {}

    def grid_of(area_id: int | None) -> str:
        if area_id is None or area_id not in rows:
            return ""
        if area_id not in found:
            _id, parent, served, kind = rows[area_id]
            found[area_id] = str(area_id) if kind in GRID_KINDS else grid_of(served) or grid_of(parent)
        return found[area_id]

    for area_id in rows:
        grid_of(area_id)
    return found
