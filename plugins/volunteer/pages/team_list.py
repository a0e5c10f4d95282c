"""The list of teams, posts, studios and projects, and what is due among them."""

from typing import Any

from sqlalchemy import func, select

from desk.api import N_, HomeItem, Tone, translator
from desk.api.db import UnitOfWork
from desk.api.pages import Chip, Column, ListSpec, Page, PageRequest, keyset_page
from plugins.volunteer.kinds import STUDIOS, TEAM_KINDS, WRITE, title_of
from plugins.volunteer.models import Member, Team
from plugins.volunteer.pages.lists import Row
from plugins.volunteer.who import names_of

_ = translator("volunteer")


def teams(uow: UnitOfWork, request: PageRequest) -> Page[Row]:
    """Teams of every kind, the newest first."""
    statement = _chosen(select(Team), uow, request)
    if request.text.strip():
        statement = statement.where(Team.name.contains(request.text.strip(), autoescape=True)
                                    | Team.theme.contains(request.text.strip(), autoescape=True))
    rows, after = keyset_page(uow.session, statement, [Team.id], PageRequest(
        request.size, after=request.after, offset=request.offset, backwards=request.backwards, descending=True))
    ids = [one.id for one in rows]
    now = (Member.team_id.in_(ids), Member.until.is_(None), Member.state == "serving")
    counts = select(Member.team_id, func.count(Member.id)).where(*now).group_by(Member.team_id)
    members = dict(uow.session.execute(counts).all())
    leads = select(Member.team_id, Member.volunteer_id).where(*now, Member.role == "leader")
    leaders = dict(uow.session.execute(leads).all())
    names = names_of(uow, leaders.values())
    above = dict(uow.session.execute(select(Team.id, Team.name).where(
        Team.id.in_([one.parent_id for one in rows if one.parent_id]))).all())
    return Page([Row(one.id, number=above.get(one.parent_id, ""), title=one.name, kind=_(title_of(TEAM_KINDS, one.kind)),
                     day=one.since, until=one.until, count=members.get(one.id, 0), hours=str(one.seats or ""), points=one.theme,
                     note=names.get(leaders.get(one.id, 0), "")) for one in rows], after)


def count_teams(uow: UnitOfWork, request: PageRequest) -> int:
    """How many the filters leave."""
    return uow.session.scalar(_chosen(select(func.count(Team.id)), uow, request)) or 0


def teams_sentence(uow: UnitOfWork) -> str:
    """几支队伍, 多少岗位空缺, 多少认领待受理."""
    teams_now = uow.session.scalar(select(func.count(Team.id)).where(Team.until.is_(None), Team.kind != "post")) or 0
    claims = uow.session.scalar(select(func.count(Member.id)).where(Member.state == "claimed")) or 0
    return _("{teams} teams, {posts} posts with free seats, {claims} claims to decide").format(
        teams=teams_now, posts=count_teams(uow, PageRequest(filters={"free": True})), claims=claims)


def _chosen(statement: Any, uow: UnitOfWork, request: PageRequest) -> Any:
    kinds = request.filters.get("kinds")
    statement = statement.where(Team.kind.in_(kinds)) if kinds else statement
    if request.filters.get("free"):
        taken = select(func.count(Member.id)).where(
            Member.team_id == Team.id, Member.until.is_(None), Member.state != "refused").scalar_subquery()
        statement = statement.where(Team.kind == "post", Team.until.is_(None), (Team.seats == 0) | (Team.seats > taken))
    if request.filters.get("theme"):
        statement = statement.where(Team.theme == request.filters["theme"])
    return statement.where(Team.until.is_(None)) if request.filters.get("active") else statement


def team_items(uow: UnitOfWork) -> list[HomeItem]:
    """Claims to decide, studios to look at again."""
    claims = uow.session.execute(select(Member, Team.name).join(Team, Team.id == Member.team_id).where(
        Member.state == "claimed").order_by(Member.id).limit(10)).all()
    items = [HomeItem(name, _("A post was claimed: accept or refuse"), one.since, Tone.WAITING, "volunteer.team",
                      {"record_id": one.team_id}) for one, name in claims]
    today = uow.clock.today()
    reviews = uow.session.scalars(select(Team).where(Team.until.is_(None), Team.plaque_on.is_not(None),
                                                     Team.review_on <= today).order_by(Team.review_on).limit(10))
    return items + [HomeItem(one.name, _("Yearly review of the studio"), one.review_on, Tone.LATE, "volunteer.team",
                             {"record_id": one.id}) for one in reviews]


TEAMS = ListSpec(
    id="volunteer.teams", title=N_("Teams and posts"), record="volunteer.team", domain="volunteer",
    columns=(Column("title", N_("Name"), 0), Column("kind", N_("Kind"), 130), Column("points", N_("Theme"), 110),
             Column("number", N_("Belongs to"), 150), Column("note", N_("Leader"), 100),
             Column("count", N_("Members"), 70, "number"), Column("hours", N_("Seats"), 60, "number"),
             Column("day", N_("Since"), 110, "date"), Column("until", N_("Until"), 110, "date", shown=False)),
    fetch=teams, count=count_teams, sentence=teams_sentence, opens="volunteer.team", new="volunteer.team_form",
    new_title=N_("Found a team"), new_permission=WRITE, search_hint=N_("Name or theme"),
    chips=(Chip(N_("Active"), {"active": True}), Chip(N_("Teams"), {"kinds": ("team", "neighbour")}),
           Chip(N_("Posts with free seats"), {"free": True}), Chip(N_("Studios"), {"kinds": STUDIOS}),
           Chip(N_("Projects"), {"kinds": ("project",)})),
    empty=N_("No teams yet. Found the first one."))
