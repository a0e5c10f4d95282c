"""The menu of trades and the tour of estates: their lists, cards and forms (fairs themselves are activities)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select

from desk.api import N_, Tone, hall_time, translator
from desk.api.db import UnitOfWork
from desk.api.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    Field,
    FormSpec,
    LampCell,
    ListSpec,
    Page,
    PageRequest,
    RecordCard,
    RecordSpec,
    Section,
    StateCell,
    history_of,
    keyset_page,
)
from plugins.volunteer.drafts_teams import MenuDraft, WishDraft
from plugins.volunteer.kinds import SKILLS, WRITE, title_of
from plugins.volunteer.models import Activity, MenuItem, Stall, Volunteer, Wish
from plugins.volunteer.pages import starting
from plugins.volunteer.pages.acts import act
from plugins.volunteer.pages.forms import ACTIVITY_FORM, picked
from plugins.volunteer.pages.lists import Row
from plugins.volunteer.service.fairs import begin_menu, end_menu_item, list_tour, note_wish, save_menu_item
from plugins.volunteer.who import names_of

_ = translator("volunteer")
SKILL_CHOICES = (("", N_("Nothing special")), *SKILLS)
LONG_AGO = 31
"""Days: every estate has a fair each month (systems F3 #55)."""


def menu(uow: UnitOfWork, request: PageRequest) -> Page[Row]:
    """What is on the menu: who offers it, how often it was wished and served."""
    statement = select(MenuItem)
    if not request.filters.get("ended"):
        statement = statement.where(MenuItem.until.is_(None))
    if request.text.strip():
        statement = statement.where(MenuItem.title.contains(request.text.strip(), autoescape=True))
    rows, after = keyset_page(uow.session, statement, [MenuItem.id], PageRequest(
        request.size, after=request.after, offset=request.offset, backwards=request.backwards))
    ids = [one.id for one in rows]
    wished = _sums(uow, Wish.heads, Wish.item_id, ids)
    served = _sums(uow, Stall.served, Stall.item_id, ids)
    return Page([Row(one.id, title=one.title, kind=_(title_of(SKILLS, one.skill)) if one.skill else "", note=one.tools,
                     count=_offering(uow, one.skill), hours=str(wished.get(one.id, 0)), points=str(served.get(one.id, 0)))
                 for one in rows], after)


def menu_sentence(uow: UnitOfWork) -> str:
    """愿望最多而还没有志愿者的是什么."""
    wished = uow.session.scalar(select(func.coalesce(func.sum(Wish.heads), 0))) or 0
    served = uow.session.scalar(select(func.coalesce(func.sum(Stall.served), 0)).where(Stall.item_id.is_not(None))) or 0
    return _("{wished} wishes, {served} people served").format(wished=wished, served=served)


def load_item(uow: UnitOfWork, record_id: int) -> RecordCard:
    """A trade: who can do it, wishes by estate, where it was served."""
    found = uow.get(MenuItem, record_id)
    able = uow.session.scalars(_able(found.skill).limit(40)).all() if found.skill else []
    names = names_of(uow, [one.id for one in able])
    return RecordCard(
        id=found.id, number="", title=found.title, holder=None, version=found.version,
        state=StateCell(_("Off the menu"), Tone.MUTED) if found.until else StateCell(_("On the menu")),
        subtitle=f"{_(title_of(SKILLS, found.skill)) if found.skill else ''} {found.tools}".strip(),
        sections=(
            FactSection(_("Who can do it"), (Fact(_("Volunteers"), "、".join(names.get(one.id, one.number) for one in able)),)),
            FactSection(_("Wishes"), _wishes(uow, found.id)), FactSection(_("Served at"), _stalls(uow, found.id))),
        acts=() if found.until else (
            act(_("Residents wish for it"), "wish_form", found.id, main=True), act(_("Change"), "menu_form", found.id),
            act(_("Take it off the menu"), "menu_end_form", found.id)),
        timeline=history_of(uow, "volunteer.menu_item", found.id))


def _wishes(uow: UnitOfWork, item_id: int) -> tuple[Fact, ...]:
    from desk.api.places import get_area

    rows = uow.session.execute(select(Wish.area_id, func.sum(Wish.heads), func.max(Wish.day)).where(
        Wish.item_id == item_id).group_by(Wish.area_id).order_by(func.sum(Wish.heads).desc()))
    return tuple(Fact(get_area(uow, area).name if area else _("No estate told"), _("{n} residents, last on {day}").format(
        n=heads, day=day)) for area, heads, day in rows)


def _stalls(uow: UnitOfWork, item_id: int) -> tuple[Fact, ...]:
    rows = uow.session.execute(select(Activity.title, Activity.starts_at, Stall.served).join(
        Stall, Stall.activity_id == Activity.id).where(Stall.item_id == item_id).order_by(Activity.starts_at.desc()).limit(12))
    return tuple(Fact(f"{hall_time(at).date()} {title}", _("{n} people served").format(n=served)) for title, at, served in rows)


def _able(skill: str) -> Any:
    return select(Volunteer).where(Volunteer.state == "active", Volunteer.skills.contains(f",{skill},", autoescape=True))


def _offering(uow: UnitOfWork, skill: str) -> int:
    return uow.session.scalar(select(func.count()).select_from(_able(skill).subquery())) or 0 if skill else 0


def _sums(uow: UnitOfWork, amount: Any, by: Any, ids: list[int]) -> dict[int, int]:
    rows = uow.session.execute(select(by, func.sum(amount)).where(by.in_(ids)).group_by(by))
    return {key: int(total or 0) for key, total in rows}


@dataclass(frozen=True, slots=True)
class TourRow:
    """An estate on the tour. lamp: a month after the last fair."""

    id: int
    title: str
    last: date | None
    next: date | None
    days: str
    state: StateCell
    lamp: LampCell


def tour(uow: UnitOfWork, request: PageRequest) -> Page[TourRow]:
    """Estates, the one longest without a fair first."""
    today = uow.clock.today()
    rows = []
    for stop in list_tour(uow):
        late = stop.days is None or stop.days > LONG_AGO
        word = _("Planned") if stop.next else _("Due") if late else _("Up to date")
        tone = Tone.OPEN if stop.next else Tone.LATE if late else Tone.DONE
        due = stop.last + timedelta(days=LONG_AGO) if stop.last else None
        lamp = LampCell(due, (due - today).days) if due and not stop.next else LampCell()
        if request.text.strip() in stop.area.name:
            rows.append(TourRow(stop.area.id, stop.area.name, stop.last, stop.next,
                                "" if stop.days is None else str(stop.days), StateCell(word, tone), lamp))
    return Page(rows)


def start_fair(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A fair in an estate, a week ahead."""
    from desk.api.places import get_area

    values = starting.activity(uow, None)
    ahead = timedelta(days=6)
    area = get_area(uow, record_id) if record_id else None
    return values | {
        "form": "fair", "area_id": record_id, "title": f"“老行当”便民服务进{area.name}" if area else "“老行当”便民服务",
        "place": area.name if area else "", "starts_at": values["starts_at"] + ahead, "ends_at": values["ends_at"] + ahead}


def start_item(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The stored trade."""
    return starting.stored(MenuItem, "title", "skill", "tools", "note")(uow, record_id)


def start_wish(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """One resident today."""
    return {"item_id": record_id or 0, "heads": 1, "day": uow.clock.today()}


MENU = ListSpec(
    id="volunteer.menu", title=N_("Menu of services"), record="volunteer.menu_item", domain="volunteer",
    columns=(Column("title", N_("Trade"), 200), Column("kind", N_("Skill"), 150),
             Column("count", N_("Volunteers"), 90, "number"), Column("hours", N_("Wished for"), 90, "number"),
             Column("points", N_("People served"), 90, "number"),
             Column("note", N_("Tools and material"), 0)),
    fetch=menu, sentence=menu_sentence, opens="volunteer.menu_item", new="volunteer.menu_form",
    new_title=N_("Add a trade"), new_permission=WRITE, search_hint=N_("Trade"),
    chips=(Chip(N_("With those taken off"), {"ended": True}),),
    empty=N_("No trade on the menu yet. Add one, or begin with the old trades (Ctrl+K: begin the menu)."))
TOUR = ListSpec(
    id="volunteer.tour", title=N_("Tour of the fairs"), record="volunteer.activity", domain="volunteer",
    columns=(Column("title", N_("Estate"), 0), Column("last", N_("Last fair"), 120, "date"),
             Column("days", N_("Days ago"), 90, "number"), Column("next", N_("Next fair"), 120, "date"),
             Column("lamp", N_("Due"), 150, "lamp"), Column("state", N_("State"), 120, "state")),
    fetch=tour, opens="volunteer.fair_form", search_hint=N_("Estate"),
    empty=N_("No estates yet. Enter the estates under places; each then shows here with its last fair."))
MENU_RECORD = RecordSpec("volunteer.menu_item", N_("Trade"), "volunteer.menu_item", load_item, domain="volunteer")
MENU_FORM = FormSpec(
    id="volunteer.menu_form", title=N_("Trade on the menu"), domain="volunteer", after="volunteer.menu_item",
    sections=(Section("", (Field("title", N_("Trade"), required=True),
                           Field("skill", N_("Skill"), "choice", choices=SKILL_CHOICES, default=""),
                           Field("tools", N_("Tools and material")), Field("note", N_("Note")))),),
    save=save_menu_item, load=start_item, make_draft=lambda values: picked(MenuDraft, values))
WISH_FORM = FormSpec(
    id="volunteer.wish_form", title=N_("Residents wish for it"), domain="volunteer", after="volunteer.menu_item",
    sections=(Section("", (Field("heads", N_("How many residents"), "number", True), Field("area_id", N_("Estate"), "place"),
                           Field("day", N_("Day"), "date", True), Field("note", N_("Note"))),
                      help=N_("Counted only; names are not kept.")),),
    save=note_wish, load=start_wish, make_draft=lambda values: picked(WishDraft, values))
MENU_END_FORM = FormSpec(
    id="volunteer.menu_end_form", title=N_("Take it off the menu"), domain="volunteer", after="volunteer.menu_item",
    sections=(Section("", (), help=N_("Wishes and counts stay.")),), save=end_menu_item,
    load=starting.just_id, make_draft=lambda values: values["id"])
MENU_BEGIN_FORM = FormSpec(
    id="volunteer.menu_begin_form", title=N_("Begin the menu with the old trades"), domain="volunteer",
    sections=(Section("", (), help=N_("Sharpening, umbrellas, appliances, shoes, haircuts and "
                                                                 "others are added; what is there stays.")),),
    save=begin_menu, load=starting.just_id)
FAIR_FORM = FormSpec(
    id="volunteer.fair_form", title=N_("Plan a fair"), domain="volunteer", after="volunteer.activity",
    sections=ACTIVITY_FORM.sections, save=ACTIVITY_FORM.save, load=start_fair, make_draft=ACTIVITY_FORM.make_draft)
