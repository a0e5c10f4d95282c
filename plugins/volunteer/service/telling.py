"""What a person's card is told of her volunteering: figures for the panel, milestones for the timeline."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api import translator
from desk.api.db import UnitOfWork
from desk.api.pages import TimelineItem
from desk.api.timesheets import Whose, count_minutes, list_pairs_of
from plugins.volunteer.kinds import READ, VOLUNTEER
from plugins.volunteer.models import Certificate, Member, StarGrant, Team, Volunteer
from plugins.volunteer.service.attendance import hours_text
from plugins.volunteer.service.hours import title_of_row
from plugins.volunteer.service.star_table import star_levels

_ = translator("volunteer")
LAST = 5


@dataclass(frozen=True, slots=True)
class Told:
    """What the panel shows. teams: names with roles; last: (day, what, minutes)."""

    volunteer_id: int
    number: str
    state: str
    joined_on: date
    minutes: int
    this_year: int
    star: str
    teams: tuple[tuple[str, str], ...]
    last: tuple[tuple[date, str, int], ...]


def told_of(uow: UnitOfWork, person_id: int) -> Told | None:
    """Somebody's volunteering, None for who is no volunteer."""
    uow.require(READ)
    who = uow.session.scalars(select(Volunteer).where(Volunteer.person_id == person_id)).one_or_none()
    if who is None:
        return None
    mine, titles = Whose(VOLUNTEER, who.id), {one.level: one.title for one in star_levels(uow)}
    star = uow.session.scalar(select(StarGrant.level).where(StarGrant.volunteer_id == who.id).order_by(
        StarGrant.level.desc()).limit(1))
    teams = uow.session.execute(select(Team.name, Member.role).join(Member, Member.team_id == Team.id).where(
        Member.volunteer_id == who.id, Member.until.is_(None), Member.state == "serving").order_by(Member.id)).all()
    served = [row for row in list_pairs_of(uow, mine) if row.state == "entered" and row.entered > 0][-LAST:]
    today = uow.clock.today()
    return Told(who.id, who.number, who.state, who.joined_on, count_minutes(uow, mine),
                count_minutes(uow, mine, first=today.replace(month=1, day=1)), titles.get(star or 0, ""),
                tuple((name, role) for name, role in teams),
                tuple((row.day, title_of_row(uow, row), row.entered) for row in reversed(served)))


def tell_of(uow: UnitOfWork, person_id: int) -> list[Any]:
    """Milestones: registration, stars, certificates."""
    if not uow.actor.may(READ):
        return []
    who = uow.session.scalars(select(Volunteer).where(Volunteer.person_id == person_id)).one_or_none()
    if who is None:
        return []
    titles = {one.level: one.title for one in star_levels(uow)}
    items = [TimelineItem(who.joined_on, _("Registered as a volunteer"), detail=who.number)]
    items += [TimelineItem(one.granted_on, titles.get(one.level, ""), one.by, one.number) for one in uow.session.scalars(
        select(StarGrant).where(StarGrant.volunteer_id == who.id))]
    items += [TimelineItem(one.issued_on, _("Certificate of hours"), one.handler, f"{one.number} {hours_text(one.minutes)}")
              for one in uow.session.scalars(select(Certificate).where(Certificate.volunteer_id == who.id,
                                                                       Certificate.void_reason == ""))]
    return items
