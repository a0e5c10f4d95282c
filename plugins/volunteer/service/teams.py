"""Teams, posts and studios: founded, joined from day to day, led, dissolved."""

from sqlalchemy import func, select

from desk.api import UserError, clean, translator
from desk.api.db import UnitOfWork, verb
from plugins.volunteer.drafts import EndingDraft, MemberDraft, TeamDraft
from plugins.volunteer.kinds import WRITE
from plugins.volunteer.models import Member, Team
from plugins.volunteer.who import the_volunteer

_ = translator("volunteer")
TEAM = "volunteer.team"


@verb("volunteer.save_team", permission=WRITE)
def save_team(uow: UnitOfWork, draft: TeamDraft) -> int:
    """Found a team (or post, or studio) or change it."""
    name = clean(draft.name, limit=120, field="name")
    if not name:
        raise UserError(_("Give it a name."), field="name")
    _refuse_circle(uow, draft)
    values = {"name": name, "kind": draft.kind, "theme": clean(draft.theme, limit=40), "parent_id": draft.parent_id,
              "area_id": draft.area_id, "duty": clean(draft.duty, limit=400), "seats": max(0, draft.seats)}
    if not draft.id:
        return int(uow.add(Team(since=uow.clock.today(), **values)).id)
    found = uow.get(Team, draft.id)
    uow.expect_version(found, draft.version)
    for column, value in values.items():
        setattr(found, column, value)
    return int(found.id)


@verb("volunteer.join_team", permission=WRITE)
def join_team(uow: UnitOfWork, draft: MemberDraft) -> int:
    """Somebody joins, or claims a post while there is a seat; a new leader ends the term of the one before."""
    team = uow.session.scalars(select(Team).where(Team.id == draft.team_id).with_for_update()).one()
    who = the_volunteer(uow, draft.volunteer)
    since = draft.since or uow.clock.today()
    current = [one for one in _members(uow, team.id) if one.until is None or one.until >= since]
    if team.until is not None:
        raise UserError(_("This team is dissolved."))
    if any(one.volunteer_id == who.id for one in current):
        raise UserError(_("Already a member."), field="volunteer")
    if team.seats and len(current) >= team.seats:
        raise UserError(_("All {n} seats are taken.").format(n=team.seats), field="volunteer")
    for one in current:
        if draft.role == "leader" and one.role == "leader":
            one.until = since
    return int(uow.add(Member(team_id=team.id, volunteer_id=who.id, role=draft.role, since=since)).id)


@verb("volunteer.leave_team", permission=WRITE)
def leave_team(uow: UnitOfWork, draft: EndingDraft) -> int:
    """A membership or claim ends today, with a review."""
    found = uow.get(Member, draft.id)
    found.until, found.review = uow.clock.today(), clean(draft.reason, limit=400)
    return int(found.team_id)


@verb("volunteer.dissolve_team", permission=WRITE)
def dissolve_team(uow: UnitOfWork, draft: EndingDraft) -> int:
    """A team ends; its members' terms end with it."""
    team = uow.get(Team, draft.id)
    if uow.session.scalar(select(func.count(Team.id)).where(Team.parent_id == team.id, Team.until.is_(None))):
        raise UserError(_("Teams below it are still active."))
    team.until = uow.clock.today()
    for one in _members(uow, team.id):
        one.until = one.until or team.until
    uow.trace("volunteer.dissolve_team", TEAM, team.id, reason=clean(draft.reason))
    return int(team.id)


def _members(uow: UnitOfWork, team_id: int) -> list[Member]:
    return list(uow.session.scalars(select(Member).where(Member.team_id == team_id)))


def _refuse_circle(uow: UnitOfWork, draft: TeamDraft) -> None:
    above = draft.parent_id
    while above is not None:
        if above == draft.id:
            raise UserError(_("A team cannot stand below itself."), field="parent_id")
        above = uow.get(Team, above).parent_id
