"""轮值: the members of a team by turns, on the core's duty roster; each team has a roster of its own."""

from datetime import date, timedelta

from sqlalchemy import select

from desk.api import translator
from desk.api.calendar import DutyDraft, DutyRow, list_duties, plan_turns
from desk.api.db import UnitOfWork
from plugins.volunteer.models import Member, Team
from plugins.volunteer.service.teams import stands
from plugins.volunteer.who import names_of

_ = translator("volunteer")
WEEKS = 4
TURNS = "turn"
"""The style "in turn" (kinds.STYLES)."""


def roster_of(team_id: int) -> str:
    """Name of a team's roster."""
    return f"volunteer.team.{team_id}"


def list_turns(uow: UnitOfWork, team_id: int, weeks: int = WEEKS) -> list[DutyRow]:
    """A team's duties from today on."""
    today = uow.clock.today()
    return list_duties(uow, roster_of(team_id), today, today + timedelta(days=7 * weeks - 1))


def members_in_turn(uow: UnitOfWork, team_id: int) -> list[str]:
    """Names of who serves in a team now, in the order in which they joined."""
    today = uow.clock.today()
    rows = [one for one in uow.session.scalars(select(Member).where(
        Member.team_id == uow.get(Team, team_id).id, Member.state == "serving").order_by(Member.since, Member.id))
        if stands(one, today)]
    names = names_of(uow, [one.volunteer_id for one in rows])
    return [names[one.volunteer_id] for one in rows if one.volunteer_id in names]


def propose_turns(uow: UnitOfWork, team_id: int, first: date, last: date) -> list[DutyDraft]:
    """The next of the members each day, behind whoever had the last duty before `first`."""
    before = list_duties(uow, roster_of(team_id), first - timedelta(days=60), first - timedelta(days=1))
    return plan_turns(uow, first, last, members_in_turn(uow, team_id), workdays_only=False,
                      behind=before[-1].who if before else "")
