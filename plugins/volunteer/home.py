"""What is due among volunteers, for the home page."""

from datetime import date, timedelta

from sqlalchemy import case, func, select

from desk.api import HomeItem, Tone, hall_time, translator
from desk.api.db import UnitOfWork
from desk.api.ledgers import list_ending
from desk.api.timesheets import TimePair, list_publications
from plugins.volunteer.kinds import ACTIVITY, VOLUNTEER
from plugins.volunteer.models import Activity, Adjustment, Order

_ = translator("volunteer")
AHEAD = timedelta(days=7)


def _points(uow: UnitOfWork, today: date) -> list[HomeItem]:
    """Adjustments somebody has to decide, and points that end within a month."""
    asked = uow.session.scalar(select(func.count(Adjustment.id)).where(Adjustment.state == "asked")) or 0
    found = [HomeItem(_("{n} adjustments of points to decide").format(n=asked), _("Somebody else than who asked decides."),
                      None, Tone.WAITING, "volunteer.adjustments", {"filters": {"state": "asked"}})] if asked else []
    soon = list_ending(uow, "volunteer.points", today + timedelta(days=30))
    if soon:
        people = len({one.owner_id for one in soon})
        found.append(HomeItem(_("Points of {n} volunteers end soon").format(n=people), _("Tell them while they can use them."),
                              soon[0].last_day, Tone.LATE if soon[0].last_day < today else Tone.WAITING, "volunteer.ending"))
    return found


def _sheets(uow: UnitOfWork) -> list[HomeItem]:
    """Sheets of activities that are over and not confirmed, and confirmed lines that hang nowhere yet."""
    rows = uow.session.execute(
        select(Activity.id, Activity.title, Activity.ends_at, func.count(TimePair.id), func.sum(
            case((TimePair.state == "open", 1), else_=0)))
        .join(TimePair, (TimePair.source_id == Activity.id) & (TimePair.source_kind == ACTIVITY))
        .where(TimePair.state.in_(("open", "closed")), Activity.ends_at < uow.clock.now())
        .group_by(Activity.id, Activity.title, Activity.ends_at).order_by(Activity.ends_at).limit(10))
    items = [HomeItem(_("Confirm the sheet of {title}").format(title=one.title), _("{n} have not signed out").format(n=out)
                      if out else _("{n} lines").format(n=lines), hall_time(one.ends_at).date(), Tone.WAITING,
                      "volunteer.activity", {"record_id": one.id}) for one, lines, out in (
        (row, row[3], int(row[4] or 0)) for row in rows)]
    ready = uow.session.scalar(select(func.count(TimePair.id)).where(
        TimePair.state == "confirmed", TimePair.holder_kind == VOLUNTEER)) or 0
    return items + ([HomeItem(_("Publish {n} confirmed lines of hours").format(n=ready), _("They may be entered after the days"
                              " on the board."), None, Tone.WAITING, "volunteer.board")] if ready else [])


def due_items(uow: UnitOfWork) -> list[HomeItem]:
    """Orders nobody has taken, hours that may be entered, who waits for a call or a decision, activities of the next days."""
    from plugins.volunteer.pages.days import day_items
    from plugins.volunteer.pages.recruiting import call_items
    from plugins.volunteer.pages.stars import star_items
    from plugins.volunteer.pages.team_list import team_items

    now, today = uow.clock.now(), uow.clock.today()
    orders = uow.session.scalars(select(Order).where(Order.state.in_(("placed", "offered", "taken")),
                                                     Order.wanted_at <= now + AHEAD).order_by(Order.wanted_at).limit(20))
    items = [HomeItem(one.wish[:40], _("Order {number}").format(number=one.number), hall_time(one.wanted_at).date(),
                      Tone.LATE if one.wanted_at < now else Tone.OPEN, "volunteer.order", {"record_id": one.id})
             for one in orders]
    items += [HomeItem(_("Hours published on {day}").format(day=one.published_on), _("Enter the hours"),
                       one.last_day + timedelta(days=1), Tone.OPEN, "volunteer.publication", {"record_id": one.id})
              for one in list_publications(uow, waiting=True) if one.last_day < today]
    items += [*_sheets(uow), *_points(uow, today)]
    coming = uow.session.scalars(select(Activity).where(
        Activity.state.in_(("planned", "published")), Activity.starts_at.between(now, now + AHEAD))
        .order_by(Activity.starts_at).limit(10))
    items += [*call_items(uow), *day_items(uow), *team_items(uow), *star_items(uow)]
    return items + [HomeItem(one.title, one.place, hall_time(one.starts_at).date(), Tone.OPEN, "volunteer.activity",
                             {"record_id": one.id}) for one in coming]
