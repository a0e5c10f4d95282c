"""Teams, posts, studios and projects: founded, joined from day to day, led, dissolved."""

from datetime import date

from sqlalchemy import func, select

from desk.api import UserError, clean, translator
from desk.api.db import UnitOfWork, verb
from desk.api.numbers import give_number
from desk.api.organisations import AppointmentDraft, appoint, end_appointment
from plugins.volunteer.drafts import EndingDraft, MemberDraft, TeamDraft
from plugins.volunteer.kinds import STUDIOS, WRITE
from plugins.volunteer.models import Member, Team, Volunteer
from plugins.volunteer.who import the_volunteer

_ = translator("volunteer")
TEAM, MEMBER = "volunteer.team", "volunteer.member"
LEADS = {"leader": "队长", "deputy": "副队长"}
APPOINT = "desk.organisations.change"


@verb("volunteer.save_team", permission=WRITE)
def save_team(uow: UnitOfWork, draft: TeamDraft) -> int:
    """Found a team (or post, studio, project) or change it."""
    _check(uow, draft)
    host = the_volunteer(uow, draft.host, "host").id if clean(draft.host) and draft.kind in STUDIOS else None
    values = {"name": clean(draft.name, limit=120, field="name"), "kind": draft.kind, "theme": clean(draft.theme, limit=40),
              "parent_id": draft.parent_id, "area_id": draft.area_id, "duty": clean(draft.duty, limit=400),
              "seats": max(0, draft.seats), "venue": clean(draft.venue, limit=120), "hours": clean(draft.hours, limit=120),
              "worker": clean(draft.worker, limit=60) if draft.kind == "project" else "", "host_id": host}
    if not draft.id:
        return int(uow.add(Team(since=uow.clock.today(), **values)).id)
    found = uow.get(Team, draft.id)
    uow.expect_version(found, draft.version)
    if found.host_id != host:  # consent and plaque were another person's
        found.consent_on = found.plaque_on = found.approved_on = None
        found.approved_by = ""
    for column, value in values.items():
        setattr(found, column, value)
    return int(found.id)


@verb("volunteer.join_team", permission=WRITE)
def join_team(uow: UnitOfWork, draft: MemberDraft) -> int:
    """Somebody joins, or claims a post while there is a seat; a new leader ends the term of the one before."""
    team = uow.session.scalars(select(Team).where(Team.id == draft.team_id).with_for_update()).one()
    who = the_volunteer(uow, draft.volunteer)
    since = draft.since or uow.clock.today()
    current = [one for one in list_members(uow, team.id) if stands(one, since)]
    _refuse(team, who, current, draft, since)
    made = uow.add(Member(team_id=team.id, volunteer_id=who.id, role=draft.role, since=since, term_until=draft.term_until,
                          partner=clean(draft.partner, limit=60), state="claimed" if draft.claim else "serving"))
    if made.state == "serving":
        begin_term(uow, team, made, current)
    uow.touch(TEAM, team.id)
    return int(made.id)


@verb("volunteer.leave_team", permission=WRITE)
def leave_team(uow: UnitOfWork, draft: EndingDraft) -> int:
    """A membership or claim ends today, with a review."""
    found = uow.get(Member, draft.id)
    if found.until is not None:
        raise UserError(_("This term has ended already."))
    found.review = clean(draft.reason, limit=400)
    _end(uow, found, uow.clock.today())
    uow.touch(TEAM, found.team_id)
    return int(found.team_id)


@verb("volunteer.dissolve_team", permission=WRITE)
def dissolve_team(uow: UnitOfWork, draft: EndingDraft) -> int:
    """A team ends; its members' terms end with it."""
    team = uow.get(Team, draft.id)
    if uow.session.scalar(select(func.count(Team.id)).where(Team.parent_id == team.id, Team.until.is_(None))):
        raise UserError(_("Teams below it are still active."))
    team.until = uow.clock.today()
    for one in list_members(uow, team.id):
        if one.until is None:
            _end(uow, one, team.until)
    uow.trace("volunteer.dissolve_team", TEAM, team.id, reason=clean(draft.reason))
    return int(team.id)


def list_members(uow: UnitOfWork, team_id: int) -> list[Member]:
    """Everybody who belongs or belonged to a team."""
    return list(uow.session.scalars(select(Member).where(Member.team_id == team_id).order_by(Member.since, Member.id)))


def stands(member: Member, on: date) -> bool:
    """Whether a membership or claim takes a seat on a day."""
    return member.state != "refused" and (member.until is None or member.until >= on)


def begin_term(uow: UnitOfWork, team: Team, member: Member, others: list[Member]) -> None:
    """A serving member's term begins: the leader before steps down, a post's card gets its number, and who leads a team
    that lies in an area stands among the appointments.
    """
    for one in others:
        if member.role == "leader" and one.role == "leader" and one.id != member.id:
            _end(uow, one, member.since)
    if team.kind == "post":
        member.number = give_number(uow, "volunteer.post_card", MEMBER, member.id)
    if member.role in LEADS and team.area_id is not None and uow.actor.may(APPOINT):
        who = uow.get(Volunteer, member.volunteer_id)
        member.appointment_id = appoint(uow, AppointmentDraft(
            f"{team.name[:50]}{LEADS[member.role]}", who.person_id, area_id=team.area_id, starts_on=member.since,
            ends_on=member.term_until))


def _end(uow: UnitOfWork, member: Member, on: date) -> None:
    member.until = on
    if member.appointment_id is not None and uow.actor.may(APPOINT):
        end_appointment(uow, member.appointment_id, max(on, member.since), member.review)


def _refuse(team: Team, who: Volunteer, current: list[Member], draft: MemberDraft, since: date) -> None:
    if team.until is not None:
        raise UserError(_("This team is dissolved."))
    if any(one.volunteer_id == who.id for one in current):
        raise UserError(_("Already a member."), field="volunteer")
    if team.seats and len(current) >= team.seats:
        raise UserError(_("All {n} seats are taken.").format(n=team.seats), field="volunteer")
    if draft.term_until is not None and draft.term_until < since:
        raise UserError(_("The term ends before it begins."), field="term_until")


def _check(uow: UnitOfWork, draft: TeamDraft) -> None:
    if not clean(draft.name, limit=120, field="name"):
        raise UserError(_("Give it a name."), field="name")
    if draft.kind == "project" and not clean(draft.worker):
        raise UserError(_("Every project has one social worker in charge: enter who."), field="worker")
    above = draft.parent_id
    while above is not None:
        if above == draft.id:
            raise UserError(_("A team cannot stand below itself."), field="parent_id")
        above = uow.get(Team, above).parent_id
