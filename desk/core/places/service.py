"""Verbs of areas: add, change, move, close, open again."""

from datetime import date

from sqlalchemy import select

from desk.core.db.editing import take_over
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.places.drafts import AreaDraft
from desk.core.places.kinds import AREA_KINDS, GRIDS
from desk.core.places.model import Area
from desk.core.text import clean, clean_note
from desk.core.text import code as clean_code

CHANGE = "desk.places.change"


@verb("places.add_area", permission=CHANGE)
def add_area(uow: UnitOfWork, draft: AreaDraft) -> int:
    """Take an area into the register; answers its id. Raises UserError beside the field."""
    uow.require_area(draft.parent_id)
    area = uow.add(Area(**_values(uow, draft, None)))
    name_below(uow, area, area.path)
    if area.parent_id is not None:
        uow.touch("area", area.parent_id)
    uow.trace("places.add_area", "area", area.id, sort=area.kind)
    return int(area.id)


@verb("places.change_area", permission=CHANGE)
def change_area(uow: UnitOfWork, area_id: int, draft: AreaDraft, version: int) -> None:
    """Change an area or hang it elsewhere; paths and addresses below follow. Raises Conflict when saved since."""
    uow.require_area(area_id)
    area = uow.get(Area, area_id)
    changed = take_over(area, _values(uow, draft, area), version)
    if {"name", "parent_id", "kind"} & set(changed):
        name_below(uow, area, area.path)
    uow.trace("places.change_area", "area", area_id, fields=changed)


@verb("places.close_area", permission=CHANGE)
def close_area(uow: UnitOfWork, area_id: int, on: date, reason: str) -> None:
    """The area is no longer in use from the day after `on` (a grid was split, a house pulled down); its history stays."""
    uow.require_area(area_id)
    area = uow.get(Area, area_id)
    below = uow.session.scalars(select(Area).where(Area.parent_id == area_id, Area.active_to.is_(None)).limit(1)).first()
    if below is not None:
        raise UserError(_("{name} still lies in it.").format(name=below.full_name),
                        todo=_("Close or move what lies in it first."))
    area.closed_reason = clean(reason, field="reason")
    if not area.closed_reason:
        raise UserError(_("Say why it is closed."), field="reason")
    area.active_to = on
    uow.trace("places.close_area", "area", area_id, on=on.isoformat())


@verb("places.reopen_area", permission=CHANGE)
def reopen_area(uow: UnitOfWork, area_id: int) -> None:
    """Closing was a mistake."""
    uow.require_area(area_id)
    area = uow.get(Area, area_id)
    area.active_to, area.closed_reason = None, ""
    uow.trace("places.reopen_area", "area", area_id)


def _values(uow: UnitOfWork, draft: AreaDraft, area: Area | None) -> dict[str, object]:
    name, kind = clean(draft.name, limit=80, field="name"), AREA_KINDS.get(draft.kind)
    if not name:
        raise UserError(_("Enter a name."), field="name")
    if kind is None:
        raise UserError(_("Choose the kind of area."), field="kind")
    if draft.households is not None and not 0 <= draft.households <= 1_000_000:
        raise UserError(_("The number of households cannot be right."), field="households")
    _check_parent(uow, draft, area)
    _check_grid(uow, draft)
    return {"name": name, "kind": kind.code, "parent_id": draft.parent_id, "code": _free_code(uow, draft, area),
            "grid_id": draft.grid_id, "households": draft.households, "active_from": draft.active_from,
            "note": clean_note(draft.note, limit=2000, field="note")}


def _check_parent(uow: UnitOfWork, draft: AreaDraft, area: Area | None) -> None:
    if draft.parent_id is not None:
        parent = uow.get(Area, draft.parent_id)
        if area is not None and parent.path.startswith(area.path):
            raise UserError(_("An area cannot lie in itself."), field="parent_id")
        if AREA_KINDS[parent.kind].level >= AREA_KINDS[draft.kind].level:
            raise UserError(_("{kind} cannot lie in {parent}.").format(
                kind=_(AREA_KINDS[draft.kind].title), parent=parent.name), field="parent_id")
    if area is None:
        return
    for child in uow.session.scalars(select(Area).where(Area.parent_id == area.id)):
        if AREA_KINDS[child.kind].level <= AREA_KINDS[draft.kind].level:
            raise UserError(_("{kind} cannot hold {name}, which lies in it.").format(
                kind=_(AREA_KINDS[draft.kind].title), name=child.name), field="kind")


def _check_grid(uow: UnitOfWork, draft: AreaDraft) -> None:
    if draft.grid_id is not None and uow.get(Area, draft.grid_id).kind not in GRIDS:
        raise UserError(_("Choose a grid."), field="grid_id")


def _free_code(uow: UnitOfWork, draft: AreaDraft, area: Area | None) -> str | None:
    code = clean_code(draft.code, limit=40, field="code")
    if not code:
        return None
    other = uow.session.scalars(select(Area).where(Area.code == code)).first()
    if other is not None and other is not area:
        raise UserError(_("The code {code} belongs to {name}.").format(code=code, name=other.full_name), field="code")
    return code


def name_below(uow: UnitOfWork, area: Area, old_path: str) -> None:
    """Write path and address of `area` and of all that lies in it anew."""
    below = select(Area).where(Area.path.startswith(old_path)) if old_path else select(Area).where(Area.id == area.id)
    by_id = {one.id: one for one in (*uow.session.scalars(below), area)}
    for one in sorted(by_id.values(), key=lambda item: AREA_KINDS[item.kind].level):
        parent = by_id.get(one.parent_id) or (uow.get(Area, one.parent_id) if one.parent_id else None)
        above = parent.full_name if parent and AREA_KINDS[parent.kind].address and AREA_KINDS[one.kind].address else ""
        one.path, one.full_name = f"{parent.path if parent else '/'}{one.id}/", above + one.name
    uow.session.flush()
