"""Areas as a tree in a list, from the district down; the card of one; the forms that make, change and close one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.core.cases.kinds import Tone
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.files.queries import count_attachments
from desk.core.i18n import N_, _
from desk.core.places.drafts import AreaDraft
from desk.core.places.grids import GRID_KINDS
from desk.core.places.kinds import AREA_KINDS, GRIDS, OVERVIEW
from desk.core.places.queries import AreaRow, find_areas, get_area, list_areas, list_tree
from desk.core.places.service import CHANGE, add_area, change_area, close_area, reopen_area
from desk.core.registers.grid_papers import HANDBOOK, HANDOVER, MAP
from desk.core.registers.grids import VERDICTS, get_grid_load
from desk.core.registers.resident_papers import RESIDENTS
from desk.host.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    Field,
    FormSpec,
    ListSpec,
    NextAct,
    PaperLink,
    Pick,
    RecordCard,
    RecordSpec,
    Section,
    StateCell,
)
from desk.shell.audit.trail import trail_of
from desk.shell.doing import carry_out
from desk.shell.saving import add_or_change, edited, stored
from desk.shell.short_lists import short_page

ROOM = "desk.shell.places.areas"
INDENT = "\u3000"
FOUND, SHOWN = 500, 24
"""Areas a search answers at most; names of what lies in one that stand on its card."""


@dataclass(frozen=True, slots=True)
class AreaLine:
    """An area in the tree; its name is moved in by how deep it lies."""

    id: int
    name: str
    kind: str
    code: str
    address: str
    households: int | None
    state: StateCell


@dataclass(frozen=True, slots=True)
class Closing:
    """No longer in use from the day after, for a reason."""

    id: int
    on: date
    reason: str


def kind_words(kind: str) -> str:
    """A kind of area in words."""
    return _(AREA_KINDS[kind].title) if kind in AREA_KINDS else kind


def state_of(row: AreaRow) -> StateCell:
    """In use, or closed since when."""
    if row.active_to is None:
        return StateCell(_("In use"), Tone.DONE)
    return StateCell(_("Closed {day}").format(day=row.active_to), Tone.MUTED)


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[AreaLine]:
    """The tree, or what a search finds. Filters: kinds, parent_id, closed (bool)."""
    lines = [_line(row) for row in _rows(uow, request)]
    return short_page(lines, PageRequest(size=request.size, after=request.after, offset=request.offset,
                                         backwards=request.backwards), lambda line: line.name)


def _rows(uow: UnitOfWork, request: PageRequest) -> list[AreaRow]:
    filters, text = request.filters, request.text.strip()
    kinds = filters.get("kinds") or ()
    if filters.get("closed"):
        rows = [row for row in list_tree(uow, kinds=tuple(AREA_KINDS), closed=True) if row.active_to is not None]
        return [row for row in rows if text in row.full_name or text.upper() in row.code]
    if text:
        return find_areas(uow, text, kinds=kinds, limit=FOUND)
    if filters.get("parent_id"):
        return list_areas(uow, parent_id=filters["parent_id"])
    return list_tree(uow, kinds=kinds or OVERVIEW)


def _line(row: AreaRow) -> AreaLine:
    return AreaLine(row.id, INDENT * row.depth + row.name, kind_words(row.kind), row.code, row.full_name, row.households,
                    state_of(row))


def sentence(uow: UnitOfWork) -> str:
    """网格 4 个，楼栋 20 栋."""
    grids, buildings = (len(list_areas(uow, kinds=kinds)) for kinds in (GRIDS, ("building",)))
    return _("{grids} grids, {buildings} buildings").format(grids=grids, buildings=buildings)


AREAS = ListSpec(
    id="places.areas", title=N_("Areas"), record="area",
    columns=(Column("name", N_("Called"), 300), Column("kind", N_("Kind of area"), 130), Column("code", N_("Area code"), 110),
             Column("address", N_("As addresses say it"), 0), Column("households", N_("Household count"), 90, "number"),
             Column("state", N_("State"), 170, "state")),
    fetch=fetch, sentence=sentence,
    chips=(Chip(N_("Grids"), {"kinds": GRIDS}), Chip(N_("Estates and buildings"), {"kinds": ("estate", "building")}),
           Chip(N_("Staircases and doors"), {"kinds": ("unit", "room")}), Chip(N_("Closed areas"), {"closed": True})),
    opens="places.area", new="places.area_form", new_title=N_("Add an area"), new_permission=CHANGE,
    search_hint=N_("Address or code"),
    empty=N_("No areas yet. Begin with the community, then add its grids and their buildings."))


def load_card(uow: UnitOfWork, area_id: int) -> RecordCard:
    """The whole card."""
    row = get_area(uow, area_id)
    is_grid = row.kind in GRIDS
    inside = list_areas(uow, parent_id=area_id)
    return RecordCard(
        id=row.id, number=row.code, title=row.full_name or row.name, state=state_of(row), holder=None,
        subtitle=kind_words(row.kind), sections=tuple(filter(None, (
            _facts(uow, row), _load(uow, row) if is_grid else None, _inside(inside)))),
        acts=_acts(uow, row, len(inside)), papers=_papers(row) if is_grid else (),
        timeline=trail_of(uow, "area", area_id), version=row.version)


def _facts(uow: UnitOfWork, row: AreaRow) -> FactSection:
    facts = [Fact(_("Called"), row.name), Fact(_("Kind of area"), kind_words(row.kind)), Fact(_("Area code"), row.code),
             Fact(_("Lies in"), get_area(uow, row.parent_id).full_name if row.parent_id else ""),
             Fact(_("Served by the grid"), get_area(uow, row.grid_id).name if row.grid_id else ""),
             Fact(_("Household count"), str(row.households) if row.households is not None else ""),
             Fact(_("In use since"), row.active_from.isoformat() if row.active_from else "")]
    if row.came_from:
        facts.append(Fact(_("Came out of"), "、".join(get_area(uow, one).name for one in row.came_from)))
    if row.active_to:
        facts.append(Fact(_("Closed"), f"{row.active_to.isoformat()} {row.closed_reason}"))
    if row.note:
        facts.append(Fact(_("Note"), row.note))
    editing = ("places.area_form", {"record_id": row.id}) if uow.actor.may(CHANGE) else ("", {})
    return FactSection(_("Area of the community"), tuple(facts), *editing)


def _load(uow: UnitOfWork, row: AreaRow) -> FactSection:
    """What a grid carries, against the hall's guide."""
    one, pictures = get_grid_load(uow, row.id), count_attachments(uow, "area", row.id)
    return FactSection(_("The grid today"), (
        Fact(_("Who answers for it"), one.leaders or _("nobody yet")), Fact(_("Load"), _(VERDICTS[one.verdict])),
        Fact(_("Households"), str(one.households)), Fact(_("Residents"), str(one.people)),
        Fact(_("Buildings"), str(one.buildings)), Fact(_("Shops"), str(one.shops)),
        Fact(_("Map and pictures"), str(pictures) if pictures else _("none yet"))))


def _papers(row: AreaRow) -> tuple[PaperLink, ...]:
    handed = (PaperLink(HANDOVER),) if row.came_from else ()
    return (PaperLink(MAP), PaperLink(HANDBOOK), PaperLink(RESIDENTS), *handed)


def _inside(rows: list[AreaRow]) -> FactSection | None:
    if not rows:
        return None
    kinds = dict.fromkeys(row.kind for row in rows)
    facts = []
    for kind in kinds:
        names = [row.name for row in rows if row.kind == kind]
        more = _(" and {count} more").format(count=len(names) - SHOWN) if len(names) > SHOWN else ""
        facts.append(Fact(f"{kind_words(kind)} ({len(names)})", "、".join(names[:SHOWN]) + more))
    return FactSection(_("What lies in it"), tuple(facts))


def _acts(uow: UnitOfWork, row: AreaRow, inside: int) -> tuple[NextAct, ...]:
    found = []
    if uow.actor.may(CHANGE) and row.active_to is not None:
        found = [NextAct(_("It is in use again"), run=f"{ROOM}:reopen", main=True)]
    elif uow.actor.may(CHANGE):
        here = {"record_id": row.id}
        found = [NextAct(_("Add an area in it"), "places.area_form", {"parent_id": row.id}, main=True),
                 NextAct(_("Change"), "places.area_form", here),
                 NextAct(_("Close the area"), "places.close_area_form", here, enabled=not inside,
                         why_not=_("Close or move what lies in it first.") if inside else "")]
        if row.kind in GRID_KINDS:
            found += [NextAct(_("Split the grid"), "places.split_grid_form", here),
                      NextAct(_("Take other grids in"), "places.merge_grid_form", here)]
    if row.kind in GRIDS:
        found.append(NextAct(_("Map and pictures"), "files.of", {"owner_kind": "area", "owner_id": row.id, "title": row.name}))
    if row.kind == "community":
        found.append(NextAct(_("Check of the grids"), "places.grid_check"))
    if inside:
        found.append(NextAct(_("Show what lies in it"), "places.areas", {"filters": {"parent_id": row.id}}))
    found.append(NextAct(_("Who is responsible here"), "organisations.appointments", {"filters": {"area_id": row.id}}))
    return tuple(found)


def reopen(ctx: Any, area_id: int) -> None:
    """Closing was a mistake."""
    carry_out(ctx, _("The area is in use again"), reopen_area, area_id)


AREA = RecordSpec("places.area", N_("Area of the community"), "area", load_card)


def load(uow: UnitOfWork, area_id: int | None) -> dict[str, Any]:
    """A building, or the stored area."""
    return {"kind": "building"} if area_id is None else stored(AreaDraft, get_area(uow, area_id))


def load_closing(uow: UnitOfWork, area_id: int | None) -> dict[str, Any]:
    """Today."""
    row = get_area(uow, area_id or 0)
    return {"id": row.id, "name": row.full_name, "on": uow.clock.today()}


def find_grids(uow: UnitOfWork, text: str) -> list[Pick]:
    """Grids by name or code."""
    return [Pick(row.id, row.name, row.code) for row in find_areas(uow, text, kinds=GRIDS)]


def save_closing(uow: UnitOfWork, closing: Closing) -> int:
    """Close it."""
    close_area(uow, closing.id, closing.on, closing.reason)
    return closing.id


save_closing.verb_name = "places.close_area"  # type: ignore[attr-defined]

AREA_FORM = FormSpec(
    id="places.area_form", title=N_("Area of the community"),
    sections=(Section("", (
        Field("kind", N_("Kind of area"), "choice", True,
              choices=tuple((kind.code, kind.title) for kind in AREA_KINDS.values())),
        Field("name", N_("Called"), required=True, max_length=80, width=240, help=N_("Only its own part, such as 3幢.")),
        Field("parent_id", N_("Lies in"), "place", help=N_("The building of a staircase, the grid of an estate.")),
        Field("code", N_("Area code"), "idnumber"),
        Field("grid_id", N_("Served by the grid"), "place", search=find_grids,
              help=N_("Only where it does not lie in one: an estate that several grids share.")),
        Field("households", N_("Household count"), "number"), Field("active_from", N_("In use since"), "date"),
        Field("note", N_("Note"), "lines", rows=3))),),
    save=add_or_change(add_area, change_area), load=load, after="places.area",
    make_draft=lambda values: edited(AreaDraft, values))

CLOSE_AREA_FORM = FormSpec(
    id="places.close_area_form", title=N_("Close the area"),
    sections=(Section("", (Field("name", N_("Area of the community"), "note"),
                           Field("on", N_("Last day in use"), "date", True),
                           Field("reason", N_("Reason"), required=True, help=N_("Pulled down, split, merged.")))),),
    save=save_closing, load=load_closing,
    make_draft=lambda values: Closing(values["id"], values["on"], values.get("reason") or ""))
