"""Posts that are claimed and accepted, the book of a studio or project, the plaque of a named studio."""

from datetime import date

from sqlalchemy import select

from desk.api import UserError, clean, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from plugins.volunteer.drafts import TeamDraft
from plugins.volunteer.drafts_teams import AcceptDraft, EntryDraft, PlaqueDraft
from plugins.volunteer.kinds import ENTRY_KINDS, STUDIOS, WRITE
from plugins.volunteer.models import Member, Team, TeamEntry
from plugins.volunteer.presets import POSTS
from plugins.volunteer.service.teams import MEMBER, TEAM, begin_term, list_members, save_team, stands

_ = translator("volunteer")


@verb("volunteer.accept_claim", permission=WRITE)
def accept_claim(uow: UnitOfWork, draft: AcceptDraft) -> int:
    """Accept a claimed post, which numbers its card, or refuse it with a reason; answers the team's id."""
    found = uow.get(Member, draft.id)
    if found.state != "claimed":
        raise UserError(_("This claim was decided already."))
    team = uow.get(Team, found.team_id)
    if draft.accept:
        found.state, found.term_until = "serving", draft.term_until or found.term_until
        begin_term(uow, team, found, [one for one in list_members(uow, team.id) if stands(one, found.since)])
    else:
        reason = clean(draft.reason, limit=400)
        if not reason:
            raise UserError(_("Say why the claim is refused."), field="reason")
        found.state, found.until, found.review = "refused", uow.clock.today(), reason
    uow.trace("volunteer.accept_claim", MEMBER, found.id, accepted=draft.accept)
    uow.touch(TEAM, team.id)
    return int(team.id)


@verb("volunteer.note_in_book", permission=WRITE)
def note_in_book(uow: UnitOfWork, draft: EntryDraft) -> int:
    """Write a visit, a session or a yearly review into a team's book; answers the team's id."""
    team, day = uow.get(Team, draft.team_id), draft.day or uow.clock.today()
    if draft.kind not in dict(ENTRY_KINDS):
        raise UserError(_("Say what is noted."), field="kind")
    if day > uow.clock.today():
        raise UserError(_("This day lies in the future."), field="day")
    if draft.kind == "visit" and draft.heads <= 0:
        raise UserError(_("Say how many people came; names are not kept."), field="heads")
    uow.add(TeamEntry(team_id=team.id, kind=draft.kind, day=day, heads=max(0, draft.heads),
                      topic=clean(draft.topic, limit=120), note=clean(draft.note, limit=400)))
    if draft.kind == "review":
        team.review_on = draft.next_review or next_year(day)
    uow.trace("volunteer.note_in_book", TEAM, team.id, entry=draft.kind)
    uow.touch(TEAM, team.id)
    return int(team.id)


@verb("volunteer.give_plaque", permission=WRITE)
def give_plaque(uow: UnitOfWork, draft: PlaqueDraft) -> int:
    """Approve a studio that bears somebody's name; only with that person's consent. A year later it is looked at again."""
    team, fields = uow.get(Team, draft.id), {}
    if team.kind not in STUDIOS:
        raise UserError(_("Only studios get a plaque."))
    if team.kind == "studio" and team.host_id is None:
        raise UserError(_("Say first after whom the studio is named."), todo=_("Change the studio and enter its host."))
    if team.host_id is not None and draft.consent_on is None:
        fields["consent_on"] = _("The person it is named after has to agree: enter the day of the signature.")
    if not clean(draft.approved_by):
        fields["approved_by"] = _("Say who approved it.")
    refuse_marked(fields)
    team.consent_on, team.approved_by = draft.consent_on, clean(draft.approved_by, limit=60)
    team.approved_on, team.plaque_on = uow.clock.today(), draft.plaque_on
    team.review_on = draft.review_on or next_year(draft.plaque_on or uow.clock.today())
    uow.trace("volunteer.give_plaque", TEAM, team.id, plaque=str(draft.plaque_on or ""))
    return int(team.id)


@verb("volunteer.begin_posts", permission=WRITE)
def begin_posts(uow: UnitOfWork, _draft: object = None) -> int:
    """Put the usual posts up for claiming, those that are not there yet; answers how many were added."""
    there = set(uow.session.scalars(select(Team.name).where(Team.kind == "post", Team.until.is_(None))))
    new = [(name, duty) for name, duty in POSTS if name not in there]
    for name, duty in new:
        save_team(uow, TeamDraft(name, "post", name.removesuffix("岗"), duty=duty))
    return len(new)


def next_year(day: date) -> date:
    """The same day a year later; the last of February after the 29th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
