"""Convenience fairs (systems F3 #55): the menu of trades, wishes, stalls with rota and counts, which estate is due."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from desk.api import UserError, clean, hall_time, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from desk.api.places import AreaRow, list_areas
from plugins.volunteer.drafts_teams import ContributionDraft, MenuDraft, PhotoDraft, StallDraft, StallsDraft, WishDraft
from plugins.volunteer.kinds import ACTIVITY, WRITE
from plugins.volunteer.models import Activity, Contribution, MenuItem, Stall, Wish
from plugins.volunteer.presets import TRADES
from plugins.volunteer.who import the_volunteer

_ = translator("volunteer")
ITEM = "volunteer.menu_item"


@verb("volunteer.save_menu_item", permission=WRITE)
def save_menu_item(uow: UnitOfWork, draft: MenuDraft) -> int:
    """Put a trade on the menu or change it."""
    title = clean(draft.title, limit=60, field="title")
    if not title:
        raise UserError(_("Give it a name."), field="title")
    values = {"title": title, "skill": draft.skill, "tools": clean(draft.tools), "note": clean(draft.note)}
    if not draft.id:
        if uow.session.scalar(select(MenuItem.id).where(MenuItem.title == title, MenuItem.until.is_(None))):
            raise UserError(_("This is on the menu already."), field="title")
        made = uow.add(MenuItem(**values))
        uow.trace("volunteer.save_menu_item", ITEM, made.id)
        return int(made.id)
    found = uow.get(MenuItem, draft.id)
    uow.expect_version(found, draft.version)
    for name, value in values.items():
        setattr(found, name, value)
    uow.trace("volunteer.save_menu_item", ITEM, found.id)
    return int(found.id)


@verb("volunteer.end_menu_item", permission=WRITE)
def end_menu_item(uow: UnitOfWork, item_id: int) -> int:
    """A trade is off the menu from today; its counts stay."""
    found = uow.get(MenuItem, item_id)
    found.until = found.until or uow.clock.today()
    uow.trace("volunteer.end_menu_item", ITEM, found.id)
    return int(found.id)


@verb("volunteer.begin_menu", permission=WRITE)
def begin_menu(uow: UnitOfWork, _draft: object = None) -> int:
    """Begin with the old trades; answers how many were added."""
    there = set(uow.session.scalars(select(MenuItem.title).where(MenuItem.until.is_(None))))
    new = [row for row in TRADES if row[0] not in there]
    for title, skill, tools in new:
        save_menu_item(uow, MenuDraft(title, skill, tools))
    return len(new)


@verb("volunteer.note_wish", permission=WRITE)
def note_wish(uow: UnitOfWork, draft: WishDraft) -> int:
    """So many residents wished for a trade; answers the trade's id."""
    item, day = uow.get(MenuItem, draft.item_id), draft.day or uow.clock.today()
    if draft.heads <= 0:
        raise UserError(_("Say how many residents wished for it."), field="heads")
    if day > uow.clock.today():
        raise UserError(_("This day lies in the future."), field="day")
    uow.add(Wish(item_id=item.id, area_id=draft.area_id, day=day, heads=draft.heads, note=clean(draft.note)))
    uow.trace("volunteer.note_wish", ITEM, item.id, people=draft.heads)
    uow.touch(ITEM, item.id)
    return int(item.id)


@verb("volunteer.set_stalls", permission=WRITE)
def set_stalls(uow: UnitOfWork, draft: StallsDraft) -> int:
    """The stalls of a fair or stretches of a campaign as they shall be, with what was counted; answers the activity's id."""
    activity = uow.get(Activity, draft.id)
    if activity.state in ("closed", "cancelled"):
        raise UserError(_("This activity is over."))
    known = {one.id: one for one in uow.session.scalars(select(Stall).where(Stall.activity_id == activity.id))}
    for place, one in enumerate(draft.stalls):
        if not clean(one.title) and not one.id:
            continue
        row = known.pop(one.id, None) or uow.add(Stall(activity_id=activity.id, title=clean(one.title, limit=60)))
        _fill(uow, row, one, place)
    for row in known.values():
        if row.served:
            raise UserError(_("{title} has served people already and cannot be taken away.").format(title=row.title),
                            field="stalls")
        uow.session.delete(row)
    uow.trace("volunteer.set_stalls", ACTIVITY, activity.id, stalls=len(draft.stalls))
    uow.touch(ACTIVITY, activity.id)
    return int(activity.id)


@verb("volunteer.contribute", permission=WRITE)
def contribute(uow: UnitOfWork, draft: ContributionDraft) -> int:
    """Write down what a household gave up, with its signature; answers the activity's id."""
    activity, fields = uow.get(Activity, draft.activity_id), {}
    if not clean(draft.household, limit=60):
        fields["household"] = _("Say which household.")
    if draft.area < 0:
        fields["area"] = _("An area is not below zero.")
    if draft.consent_on is None:
        fields["consent_on"] = _("The household has to sign: enter the day.")
    refuse_marked(fields)
    uow.add(Contribution(activity_id=activity.id, household=clean(draft.household, limit=60), area=draft.area,
                         place=clean(draft.place, limit=120), what=clean(draft.what, limit=120), consent_on=draft.consent_on))
    uow.trace("volunteer.contribute", ACTIVITY, activity.id, area=draft.area)
    uow.touch(ACTIVITY, activity.id)
    return int(activity.id)


@verb("volunteer.add_photo", permission=WRITE)
def add_photo(uow: UnitOfWork, draft: PhotoDraft) -> int:
    """Keep a picture of before, during or after with the activity; answers the activity's id."""
    from desk.api.files import attach

    activity = uow.get(Activity, draft.activity_id)
    if draft.when not in ("before", "during", "after"):
        raise UserError(_("Say whether it shows before, during or after."), field="when")
    attach(uow, ACTIVITY, activity.id, draft.file_name, draft.content, draft.when)
    uow.trace("volunteer.add_photo", ACTIVITY, activity.id)
    return int(activity.id)


@dataclass(frozen=True, slots=True)
class TourStop:
    """An estate and its last and next fair. days: since the last one, None when there was none."""

    area: AreaRow
    last: date | None
    next: date | None
    days: int | None


def list_tour(uow: UnitOfWork) -> list[TourStop]:
    """Estates, the one longest without a fair first."""
    today, now = uow.clock.today(), uow.clock.now()
    fairs = select(Activity.area_id, func.max(Activity.starts_at)).where(
        Activity.form == "fair", Activity.state.in_(("held", "closed"))).group_by(Activity.area_id)
    coming = select(Activity.area_id, func.min(Activity.starts_at)).where(
        Activity.form == "fair", Activity.state.in_(("planned", "published")), Activity.starts_at >= now
        ).group_by(Activity.area_id)
    last = {area: hall_time(at).date() for area, at in uow.session.execute(fairs)}
    following = {area: hall_time(at).date() for area, at in uow.session.execute(coming)}
    stops = [TourStop(area, last.get(area.id), following.get(area.id),
                      (today - last[area.id]).days if area.id in last else None)
             for area in list_areas(uow, kinds=("estate",))]
    return sorted(stops, key=lambda stop: (stop.last or date.min, stop.area.name))


def _fill(uow: UnitOfWork, row: Stall, draft: StallDraft, place: int) -> None:
    if draft.served < 0 or draft.area < 0:
        raise UserError(_("Counts are not below zero."), field="stalls")
    row.title = clean(draft.title, limit=60) or row.title
    row.place, row.shift = clean(draft.place, limit=60) or str(place + 1), clean(draft.shift, limit=60)
    newest = select(MenuItem).where(MenuItem.title == row.title).order_by(MenuItem.id.desc()).limit(1)
    item = uow.session.scalars(newest).first()
    row.item_id, row.tools = (item.id if item else None), clean(draft.tools) or (item.tools if item else "")
    row.volunteer_id = the_volunteer(uow, draft.volunteer, "stalls").id if clean(draft.volunteer) else None
    row.served, row.area = draft.served, draft.area
