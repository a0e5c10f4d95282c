"""From the tables to the papers of teams, recruitment, fairs, campaigns and stars; by the id of the record a paper is of."""


from datetime import timedelta

from sqlalchemy import func, select

from desk.api import hall_time, translator
from desk.api.calendar import list_duties
from desk.api.db import UnitOfWork
from desk.api.files import get_bytes, list_attachments
from desk.api.meetings import get_notice
from desk.api.people import get_person
from desk.api.places import get_area
from desk.api.timesheets import Whose, list_pairs_of_source
from plugins.volunteer.documents.data_teams import (
    ActivityPaper,
    BoardPaper,
    CardPaper,
    CardsPaper,
    GuardianPaper,
    MemberLine,
    PostPaper,
    RoundPaper,
    StallLine,
    StarPaper,
    TeamPaper,
    TurnLine,
)
from plugins.volunteer.kinds import ACTIVITY, SERVICES, SKILLS, STYLES, TEAM_KINDS, title_of
from plugins.volunteer.models import (
    Activity,
    Applicant,
    Contribution,
    Member,
    Role,
    SignUp,
    Stall,
    StarGrant,
    StarPlace,
    StarRound,
    Team,
    TeamEntry,
    Volunteer,
)
from plugins.volunteer.service.star_table import star_levels
from plugins.volunteer.service.teams import stands
from plugins.volunteer.service.turns import WEEKS, roster_of
from plugins.volunteer.who import names_of, people_of, public_names

_ = translator("volunteer")
ROLE_WORDS = {"leader": "队长", "deputy": "副队长", "member": "队员"}
OUTCOMES = {"proposed": "拟评定", "granted": "已评定", "struck": "未评定"}


def load_team_cards(uow: UnitOfWork, team_id: int) -> CardsPaper:
    """Cards of everybody who belongs to a team now."""
    today = uow.clock.today()
    rows = uow.session.scalars(select(Member).where(Member.team_id == team_id, Member.state == "serving").order_by(Member.id))
    return _cards(uow, [one.volunteer_id for one in rows if stands(one, today)])


def load_activity_cards(uow: UnitOfWork, activity_id: int) -> CardsPaper:
    """Cards of everybody who signed up."""
    return _cards(uow, list(uow.session.scalars(select(SignUp.volunteer_id).where(
        SignUp.activity_id == activity_id, SignUp.state == "in").order_by(SignUp.id))))


def _cards(uow: UnitOfWork, ids: list[int]) -> CardsPaper:
    names = names_of(uow, ids)
    known = {one.id: one for start in range(0, len(ids), 400)
             for one in uow.session.scalars(select(Volunteer).where(Volunteer.id.in_(ids[start:start + 400])))}
    hall = uow.community.name
    return CardsPaper(hall, tuple(CardPaper(hall, names.get(one, ""), known[one].number, known[one].joined_on,
                                            _skills(known[one])) for one in ids if one in known))


def _skills(who: Volunteer) -> str:
    words = [_(title_of(SKILLS, one)) for one in who.skills.split(",") if one]
    return "、".join([*words, *([who.skills_note] if who.skills_note else [])])


def load_guardian(uow: UnitOfWork, volunteer_id: int) -> GuardianPaper:
    """For the guardian's consent, and for taking consents back."""
    who = uow.get(Volunteer, volunteer_id)
    person = get_person(uow, who.person_id)
    return GuardianPaper(uow.community.name, who.number, person.name, str(person.birth or ""), who.guardian, who.guardian_on)


def load_post(uow: UnitOfWork, member_id: int) -> PostPaper:
    """Who serves at a post, from when to when."""
    found = uow.get(Member, member_id)
    team, who = uow.get(Team, found.team_id), uow.get(Volunteer, found.volunteer_id)
    return PostPaper(uow.community.name, team.name, team.duty, _area(uow, team.area_id), team.venue, team.hours,
                     names_of(uow, [who.id]).get(who.id, ""), found.number, who.number, found.since,
                     found.until or found.term_until, found.review)


def load_team(uow: UnitOfWork, team_id: int) -> TeamPaper:
    """A team with who belongs to it now; telephones masked."""
    team, today = uow.get(Team, team_id), uow.clock.today()
    members = [one for one in uow.session.scalars(select(Member).where(Member.team_id == team_id, Member.state == "serving"))
               if stands(one, today)]
    members.sort(key=lambda one: (one.role != "leader", one.role != "deputy", one.since, one.id))
    people = people_of(uow, [one.volunteer_id for one in members] + ([team.host_id] if team.host_id else []))
    numbers = dict(uow.session.execute(select(Volunteer.id, Volunteer.number).where(
        Volunteer.id.in_([one.volunteer_id for one in members]))).all())
    book = uow.session.scalars(select(TeamEntry).where(TeamEntry.team_id == team_id).order_by(TeamEntry.day)).all()
    held = uow.session.scalars(select(Activity).where(Activity.project_id == team_id, Activity.state != "cancelled").order_by(
        Activity.starts_at)).all()
    host = people.get(team.host_id or 0)
    return TeamPaper(
        uow.community.name, team.name, _(title_of(TEAM_KINDS, team.kind)), team.theme,
        uow.get(Team, team.parent_id).name if team.parent_id else "",
        tuple(uow.session.scalars(select(Team.name).where(Team.parent_id == team_id, Team.until.is_(None)))),
        _area(uow, team.area_id), team.duty, team.venue, team.hours, team.worker, host.name if host else "", team.since,
        team.plaque_on, tuple(MemberLine(
            people[one.volunteer_id].name if one.volunteer_id in people else "", numbers.get(one.volunteer_id, ""),
            ROLE_WORDS.get(one.role, one.role), one.since, one.until or one.term_until,
            people[one.volunteer_id].phone if one.volunteer_id in people else "") for one in members),
        tuple((one.day, one.topic, one.heads, one.note) for one in book),
        tuple((hall_time(one.starts_at).date(), one.title, _minutes(uow, one.id)) for one in held))


def load_board(uow: UnitOfWork, team_id: int) -> BoardPaper:
    """A team as it shows itself, with its turns of the coming four weeks."""
    team, paper, first = uow.get(Team, team_id), load_team(uow, team_id), uow.clock.today()
    serving = [one for one in uow.session.scalars(select(Member).where(
        Member.team_id == team_id, Member.state == "serving").order_by(Member.role != "leader", Member.id)) if stands(one, first)]
    said = public_names(uow, [one.volunteer_id for one in serving])
    styles = uow.session.execute(select(Activity.style, func.count(Activity.id)).where(
        Activity.team_id == team_id, Activity.style != "", Activity.state.in_(("held", "closed"))).group_by(Activity.style))
    counts = dict(styles.all())
    last = first + timedelta(days=WEEKS * 7 - 1)
    return BoardPaper(
        uow.community.name, team.name, paper.kind, paper.theme, paper.area, paper.duty, paper.venue, paper.hours,
        next((said[one.volunteer_id] for one in serving if one.role == "leader"), ""),
        tuple(said[one.volunteer_id] for one in serving),
        tuple((_(title), counts.get(code, 0)) for code, title in STYLES if code), first, last,
        tuple(TurnLine(one.day, one.slot, one.who, one.deputy) for one in list_duties(uow, roster_of(team_id), first, last)))


def load_activity(uow: UnitOfWork, activity_id: int) -> ActivityPaper:
    """An activity for everything that is hung out or filled in; no pictures."""
    found = uow.get(Activity, activity_id)
    roles = uow.session.execute(select(Role.title, Role.seats, Role.least_age).where(
        Role.activity_id == found.id).order_by(Role.id)).all()
    stalls = uow.session.scalars(select(Stall).where(Stall.activity_id == found.id).order_by(Stall.id)).all()
    names = names_of(uow, [one.volunteer_id for one in stalls if one.volunteer_id])
    waiting = uow.session.scalars(select(Applicant).where(
        Applicant.activity_id == found.id, Applicant.state == "left").order_by(Applicant.call_by, Applicant.id))
    gave = uow.session.scalars(select(Contribution).where(Contribution.activity_id == found.id).order_by(Contribution.id))
    return ActivityPaper(
        uow.community.name, found.title, _(title_of(SERVICES, found.kind)), found.starts_at, found.ends_at, found.place,
        _area(uow, found.area_id), uow.get(Team, found.team_id).name if found.team_id else "", found.content, found.risks,
        f"{found.insurance}(自{found.insured_from}起)" if found.insurance and found.insured_from else found.insurance,
        found.minors and found.hazard != "emergency", found.responsible, found.contact, found.tools, found.wanted, found.served,
        found.summary, tuple((title, seats, age) for title, seats, age in roles),
        tuple(StallLine(one.place, one.title, names.get(one.volunteer_id or 0, ""), one.shift, one.tools, one.served, one.area)
              for one in stalls), _served(uow, found.id),
        tuple((one.name, one.phone, one.wishes, one.call_by) for one in waiting),
        tuple((one.household, one.what, one.place, one.area, one.consent_on) for one in gave), ())


def load_campaign(uow: UnitOfWork, activity_id: int) -> ActivityPaper:
    """The same with its pictures: before, during, after."""
    from dataclasses import replace

    words = {"before": "整治前", "during": "活动现场", "after": "整治后"}
    order = list(words)
    rows = sorted((one for one in list_attachments(uow, ACTIVITY, activity_id) if one.title in words),
                  key=lambda one: order.index(one.title))
    return replace(load_activity(uow, activity_id), photos=tuple((words[one.title], get_bytes(uow, one.id)) for one in rows[:6]))


def load_star(uow: UnitOfWork, grant_id: int) -> StarPaper:
    """A star as it was granted."""
    found = uow.get(StarGrant, grant_id)
    titles = {one.level: one.title for one in star_levels(uow, found.granted_on)}
    return StarPaper(uow.community.name, names_of(uow, [found.volunteer_id]).get(found.volunteer_id, ""), found.number,
                     titles.get(found.level, ""), found.minutes, found.granted_on, found.by)


def load_round_stars(uow: UnitOfWork, round_id: int) -> tuple[StarPaper, ...]:
    """All stars a round granted."""
    places = uow.session.scalars(select(StarPlace).where(StarPlace.round_id == round_id, StarPlace.state == "granted").order_by(
        StarPlace.level.desc(), StarPlace.id)).all()
    grants = {(one.volunteer_id, one.level): one.id for one in uow.session.scalars(select(StarGrant).where(
        StarGrant.volunteer_id.in_([one.volunteer_id for one in places])))}
    return tuple(load_star(uow, grants[one.volunteer_id, one.level]) for one in places
                 if (one.volunteer_id, one.level) in grants)


def load_round(uow: UnitOfWork, round_id: int) -> RoundPaper:
    """A round's list as it may be shown: names only of those who agreed."""
    found = uow.get(StarRound, round_id)
    places = uow.session.scalars(select(StarPlace).where(StarPlace.round_id == found.id, StarPlace.state != "struck").order_by(
        StarPlace.level.desc(), StarPlace.minutes.desc(), StarPlace.id)).all()
    titles, shown = {one.level: one.title for one in star_levels(uow)}, public_names(uow, [one.volunteer_id for one in places])
    notice = get_notice(uow, found.notice_id) if found.notice_id else None
    return RoundPaper(
        uow.community.name, found.title, found.counted_on, found.by, notice.posted_on if notice else None,
        notice.until if notice else None, notice.feedback if notice else "", found.award_on,
        tuple((shown.get(one.volunteer_id, ""), titles.get(one.level, ""), one.minutes, OUTCOMES[one.state]) for one in places))


def _served(uow: UnitOfWork, activity_id: int) -> tuple[tuple[str, str, int], ...]:
    pairs = [row for row in list_pairs_of_source(uow, Whose(ACTIVITY, activity_id)) if row.state not in ("struck", "open")]
    minutes: dict[int, int] = {}
    for row in pairs:
        minutes[row.holder_id] = minutes.get(row.holder_id, 0) + (row.entered if row.state == "entered" else row.minutes)
    names = names_of(uow, minutes)
    numbers = dict(uow.session.execute(select(Volunteer.id, Volunteer.number).where(Volunteer.id.in_(list(minutes)))).all())
    return tuple((names.get(one, ""), numbers.get(one, ""), total) for one, total in minutes.items())


def _minutes(uow: UnitOfWork, activity_id: int) -> int:
    return sum(minutes for _name, _number, minutes in _served(uow, activity_id))


def _area(uow: UnitOfWork, area_id: int | None) -> str:
    return get_area(uow, area_id).name if area_id else ""


