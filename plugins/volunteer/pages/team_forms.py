"""The forms of teams, posts, studios and projects."""

from typing import Any

from desk.api import N_
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Section
from plugins.volunteer.drafts import MemberDraft, TeamDraft
from plugins.volunteer.drafts_teams import AcceptDraft, EntryDraft, PlaqueDraft
from plugins.volunteer.kinds import ENTRY_KINDS, MEMBER_ROLES, STUDIOS, TEAM_KINDS
from plugins.volunteer.models import Team, Volunteer
from plugins.volunteer.pages import starting
from plugins.volunteer.pages.forms import WHO, ending, picked
from plugins.volunteer.pages.forms import teams as teams_to_choose
from plugins.volunteer.presets import THEMES
from plugins.volunteer.service.posts import accept_claim, begin_posts, give_plaque, note_in_book
from plugins.volunteer.service.teams import dissolve_team, join_team, leave_team, save_team


def start_team(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The stored team, its host by number."""
    values = starting.team(uow, record_id)
    host = uow.get(Team, record_id).host_id if record_id else None
    return values | ({"host": uow.get(Volunteer, host).number} if host else {})


def start_plaque(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """As it stands, a plaque of today."""
    found = uow.get(Team, record_id or 0)
    return {"id": found.id, "consent_on": found.consent_on, "approved_by": found.approved_by,
            "plaque_on": found.plaque_on or uow.clock.today()}


def start_entry(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Today; a project has sessions, a studio visits."""
    found = uow.get(Team, record_id or 0)
    return {"team_id": found.id, "day": uow.clock.today(), "kind": "session" if found.kind == "project" else "visit"}


def start_member(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """From today on."""
    return {"team_id": record_id or 0, "since": uow.clock.today()}


TEAM_FORM = FormSpec(
    id="volunteer.team_form", title=N_("Team or post"), domain="volunteer", after="volunteer.team",
    sections=(
        Section(N_("The team"), (
            Field("name", N_("Name"), required=True), Field("kind", N_("Kind"), "choice", choices=TEAM_KINDS, default="team"),
            Field("theme", N_("Theme"), choices=tuple((one, one) for one in THEMES)),
            Field("parent_id", N_("Belongs to"), "choice", choices=teams_to_choose),
            Field("area_id", N_("Area"), "place", help=N_("Its leaders stand on the area's list of posts.")),
            Field("duty", N_("Duties"), "lines", rows=3))),
        Section(N_("Place and people"), (
            Field("seats", N_("Seats (0: any number)"), "number", default=0, visible_when={"kind": ("post", "team")}),
            Field("venue", N_("Place")), Field("hours", N_("Open or served"), help=N_("When it is open or the post is served")),
            Field("worker", N_("Social worker in charge"), visible_when={"kind": ("project",)}),
            Field("host", N_("Named after"), visible_when={"kind": STUDIOS}, help=N_("Number or name of the volunteer"))))),
    save=save_team, load=start_team, make_draft=lambda values: picked(TeamDraft, values))
_TERM = (Field("since", N_("Since"), "date"), Field("term_until", N_("Term until"), "date"))
MEMBER_FORM = FormSpec(
    id="volunteer.member_form", title=N_("Somebody joins"), domain="volunteer",
    sections=(Section("", (WHO, Field("role", N_("Role"), "choice", choices=MEMBER_ROLES, default="member"), *_TERM,
                           Field("partner", N_("Works with"), help=N_("The social worker, or the paired neighbour")))),),
    save=join_team, load=start_member, make_draft=lambda values: picked(MemberDraft, values))
CLAIM_FORM = FormSpec(
    id="volunteer.claim_form", title=N_("Somebody claims the post"), domain="volunteer",
    sections=(Section("", (WHO, *_TERM), help=N_("The claim is accepted or refused on the post's page.")),),
    save=join_team, load=start_member, make_draft=lambda values: picked(MemberDraft, values, claim=True))
ACCEPT_FORM = FormSpec(
    id="volunteer.accept_form", title=N_("Accept or refuse a claim"), domain="volunteer", after="volunteer.team",
    sections=(Section("", (Field("accept", N_("Accept"), "bool", default=True),
                           Field("term_until", N_("Term until"), "date", visible_when={"accept": (True,)}),
                           Field("reason", N_("Why not"), visible_when={"accept": (False,)}))),),
    save=accept_claim, load=starting.just_id, make_draft=lambda values: picked(AcceptDraft, values))
LEAVE_FORM = ending("leave_form", N_("End a membership"), leave_team, reason=N_("How it was served"), required=False,
                    after="volunteer.team")
DISSOLVE_FORM = ending("dissolve_form", N_("Dissolve the team"), dissolve_team, after="volunteer.team")
ENTRY_FORM = FormSpec(
    id="volunteer.entry_form", title=N_("Write into the book"), domain="volunteer", after="volunteer.team",
    sections=(Section("", (
        Field("kind", N_("What"), "choice", choices=ENTRY_KINDS, default="visit"), Field("day", N_("Day"), "date", True),
        Field("heads", N_("People who came"), "number", default=0, help=N_("Counted only; names are not kept.")),
        Field("topic", N_("Topic")), Field("note", N_("What came of it"), "lines", rows=3),
        Field("next_review", N_("Next review"), "date", visible_when={"kind": ("review",)}))),),
    save=note_in_book, load=start_entry, make_draft=lambda values: picked(EntryDraft, values))
POSTS_BEGIN_FORM = FormSpec(
    id="volunteer.posts_begin_form", title=N_("Put the usual posts up"), domain="volunteer",
    sections=(Section("", (), help=N_("Patrol, environment, good manners, dispute help and the "
                                                                 "open passing on of wishes; what is there stays.")),),
    save=begin_posts, load=starting.just_id)
PLAQUE_FORM = FormSpec(
    id="volunteer.plaque_form", title=N_("Approve and give the plaque"), domain="volunteer", after="volunteer.team",
    sections=(Section("", (
        Field("consent_on", N_("The named person signed on"), "date"), Field("approved_by", N_("Approved by"), required=True),
        Field("plaque_on", N_("Plaque given on"), "date"),
        Field("review_on", N_("Next review"), "date", help=N_("Blank: a year later")))),),
    save=give_plaque, load=start_plaque, make_draft=lambda values: picked(PlaqueDraft, values))
