"""Teams, posts, studios and projects: their card, the list, their forms."""

from typing import Any

from sqlalchemy import func, select

from desk.api import N_, Tone, translator
from desk.api.db import UnitOfWork
from desk.api.pages import (
    Fact,
    FactSection,
    LampCell,
    Missing,
    NextAct,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
    StepLamp,
    TimelineItem,
)
from desk.api.timesheets import TimeEntry
from plugins.volunteer.kinds import (
    ACTIVITY,
    ENTRY_KINDS,
    MEMBER_ROLES,
    MEMBER_STATES,
    STUDIOS,
    TEAM_KINDS,
    title_of,
)
from plugins.volunteer.models import Activity, Member, Team, TeamEntry
from plugins.volunteer.pages.acts import act
from plugins.volunteer.pages.turns import KINDS as BY_TURNS
from plugins.volunteer.pages.turns import PLAN, turns_acts, turns_section
from plugins.volunteer.service.attendance import hours_text
from plugins.volunteer.service.teams import stands
from plugins.volunteer.who import names_of

_ = translator("volunteer")
SHOWN = 12


def load_team(uow: UnitOfWork, record_id: int) -> RecordCard:
    """A team with its members, leaders first; posts with who claims them, studios with plaque and book."""
    found, today = uow.get(Team, record_id), uow.clock.today()
    rows = sorted(uow.session.scalars(select(Member).where(Member.team_id == record_id)),
                  key=lambda one: (not stands(one, today), one.role != "leader", one.role != "deputy", one.since, one.id))
    names = names_of(uow, [one.volunteer_id for one in rows] + ([found.host_id] if found.host_id else []))
    below = uow.session.scalars(select(Team).where(Team.parent_id == record_id, Team.until.is_(None))).all()
    above = uow.get(Team, found.parent_id).name if found.parent_id else ""
    serving = [one for one in rows if one.state == "serving" and stands(one, today)]
    seats = f" · {len(serving)}/{found.seats}" if found.seats else ""
    due = found.review_on if found.plaque_on else None
    return RecordCard(
        id=found.id, number="", title=found.name,
        state=StateCell(_("Dissolved"), Tone.MUTED) if found.until else StateCell(_("Running")), holder=None,
        subtitle=f"{_(title_of(TEAM_KINDS, found.kind))} {found.theme}{seats}",
        lamp=LampCell(due, (due - today).days, _("yearly review")) if due and not found.until else LampCell(),
        steps=_steps(found, rows), sections=tuple(_sections(uow, found, rows, names, above, [one.name for one in below])),
        missing=tuple(_missing(found, rows, names)),
        acts=(*_acts(found, rows, names), *turns_acts(found, uow.actor.may(PLAN) and not found.until, len(serving))),
        papers=tuple(_papers(found, serving, names)), version=found.version,
        timeline=tuple(TimelineItem(one.day, _entry(one), "", one.note) for one in _book(uow, found.id)))


def _sections(uow: UnitOfWork, found: Team, rows: list[Member], names: dict[int, str], above: str,
              below: list[str]) -> list[FactSection]:
    where = " ".join(filter(None, (found.venue, found.hours)))
    facts = [Fact(_("Duties"), found.duty), Fact(_("Since"), f"{found.since} – {found.until or ''}"),
             Fact(_("Belongs to"), above), Fact(_("Below it"), "、".join(below)), Fact(_("Place and hours"), where)]
    if found.kind == "project":
        facts.append(Fact(_("Social worker in charge"), found.worker))
    if found.kind in STUDIOS:
        facts += [Fact(_("Named after"), names.get(found.host_id or 0, "")),
                  Fact(_("Her consent"), f"{found.consent_on or ''}"),
                  Fact(_("Approved by"), f"{found.approved_by} {found.approved_on or ''}".strip()),
                  Fact(_("Plaque given on"), f"{found.plaque_on or ''}")]
    return [FactSection(_("The team"), tuple(fact for fact in facts if fact.value.strip(" –")), "volunteer.team_form",
                        {"record_id": found.id}),
            FactSection(_("Members"), tuple(_member(one, names) for one in rows[:40])), *turns_section(uow, found),
            FactSection(_("What was done"), tuple(_figures(uow, found)))]


def _member(one: Member, names: dict[int, str]) -> Fact:
    state = "ended" if one.until is not None and one.state == "serving" else one.state
    words = [f"{one.since} – {one.until or one.term_until or ''}", one.partner and _("with {name}").format(name=one.partner),
             one.number, "" if state == "serving" else _(MEMBER_STATES[state][0]), one.review]
    return Fact(f"{names.get(one.volunteer_id, '')} {_(title_of(MEMBER_ROLES, one.role))}", "  ".join(filter(None, words)))


def _figures(uow: UnitOfWork, found: Team) -> list[Fact]:
    """Activities, minutes and people served of the team itself, and what its book counts."""
    mine = select(Activity.id).where((Activity.team_id == found.id) | (Activity.project_id == found.id))
    held, served = uow.session.execute(select(func.count(Activity.id), func.coalesce(func.sum(Activity.served), 0)).where(
        Activity.id.in_(mine), Activity.state.in_(("held", "closed")))).one()
    minutes = uow.session.scalar(select(func.coalesce(func.sum(TimeEntry.minutes), 0)).where(
        TimeEntry.source_kind == ACTIVITY, TimeEntry.source_id.in_(mine))) or 0
    counts = uow.session.execute(select(TeamEntry.kind, func.count(TeamEntry.id), func.sum(TeamEntry.heads)).where(
        TeamEntry.team_id == found.id).group_by(TeamEntry.kind))
    return [Fact(_("Activities held"), str(held)), Fact(_("Hours entered"), hours_text(int(minutes))),
            Fact(_("People served"), str(served)),
            *(Fact(_(title_of(ENTRY_KINDS, kind)), _("{n} times, {heads} people").format(n=n, heads=heads or 0))
              for kind, n, heads in counts)]


def _steps(found: Team, rows: list[Member]) -> tuple[StepLamp, ...]:
    if found.kind == "studio":
        done = (True, found.approved_on is not None, found.plaque_on is not None)
        titles = (_("Proposed"), _("Approved"), _("Plaque given"))
    elif found.kind == "post":
        done = (True, bool(rows), any(one.state == "serving" for one in rows))
        titles = (_("Put up"), _("Claimed"), _("Serving"))
    else:
        return ()
    now = done.index(False) if False in done else len(done)
    return tuple(StepLamp(title, "done" if place < now else "now" if place == now else "next")
                 for place, title in enumerate(titles))


def _missing(found: Team, rows: list[Member], names: dict[int, str]) -> list[Missing]:
    if found.until is not None:
        return []
    edit: dict[str, Any] = {"entry": "volunteer.team_form", "args": {"record_id": found.id}}
    missing = [Missing(_("{name} claims this post: accept or refuse.").format(name=names.get(one.volunteer_id, "")),
                       "volunteer.accept_form", {"record_id": one.id}) for one in rows if one.state == "claimed"]
    if found.kind in ("team", "neighbour") and not any(one.role == "leader" and one.until is None for one in rows):
        missing.append(Missing(_("Nobody leads it."), "volunteer.member_form", {"record_id": found.id, "role": "leader"}))
    if found.kind == "studio" and found.host_id is None:
        missing.append(Missing(_("Say after whom the studio is named."), **edit, field="host"))
    if found.kind == "studio" and found.host_id is not None and found.consent_on is None:
        missing.append(Missing(_("The person it is named after has to agree."), "volunteer.plaque_form",
                               {"record_id": found.id}, field="consent_on"))
    if found.kind == "post" and not found.duty:
        missing.append(Missing(_("Say what the post is there for."), **edit, field="duty"))
    return missing


def _acts(found: Team, rows: list[Member], names: dict[int, str]) -> list[NextAct]:
    if found.until is not None:
        return []
    here, claim = found.id, next((one for one in rows if one.state == "claimed"), None)
    joins = _("Somebody claims the post") if found.kind == "post" else _("Somebody joins")
    full = found.seats and sum(one.state != "refused" and one.until is None for one in rows) >= found.seats
    acts = [act(_("Accept or refuse {name}").format(name=names.get(claim.volunteer_id, "")), "accept_form", claim.id,
                main=True)] if claim else []
    acts.append(NextAct(joins, "volunteer.claim_form" if found.kind == "post" else "volunteer.member_form",
                        {"record_id": here}, main=not claim, enabled=not full,
                        why_not=_("All seats are taken.") if full else ""))
    if found.kind in STUDIOS and found.plaque_on is None:
        acts.append(act(_("Approve and give the plaque"), "plaque_form", here))
    if found.kind in (*STUDIOS, "project"):
        acts.append(act(_("Write into the book"), "entry_form", here))
    acts += [NextAct(_("Plan an activity"), "volunteer.activity_form", {"team_id": here})]
    acts += [act(_("End the term of {name}").format(name=names.get(one.volunteer_id, "")), "leave_form", one.id)
             for one in rows[:5] if one.until is None and one.state == "serving"]
    return [*acts, act(_("Change"), "team_form", here), act(_("Dissolve the team"), "dissolve_form", here)]


def _papers(found: Team, serving: list[Member], names: dict[int, str]) -> list[PaperLink]:
    links = [PaperLink("volunteer.roster"), PaperLink("volunteer.team_cards"), PaperLink("volunteer.flag"),
             PaperLink("volunteer.team_board"), *([PaperLink("volunteer.turns")] if found.kind in BY_TURNS else [])]
    if found.kind in STUDIOS:
        links = [PaperLink("volunteer.plaque"), PaperLink("volunteer.visit_sheet"), *links]
    if found.kind == "project":
        links = [PaperLink("volunteer.project_sheet"), *links]
    for one in serving[:6] if found.kind == "post" else ():
        note = names.get(one.volunteer_id, "")
        links += [PaperLink("volunteer.post_card", one.id, note), PaperLink("volunteer.duty_sheet", one.id, note)]
    return links


def _book(uow: UnitOfWork, team_id: int) -> list[TeamEntry]:
    return list(uow.session.scalars(select(TeamEntry).where(TeamEntry.team_id == team_id).order_by(
        TeamEntry.day.desc(), TeamEntry.id.desc()).limit(SHOWN)))


def _entry(one: TeamEntry) -> str:
    heads = _("{n} people").format(n=one.heads) if one.heads else ""
    return " · ".join(filter(None, (_(title_of(ENTRY_KINDS, one.kind)), one.topic, heads)))


TEAM_RECORD = RecordSpec("volunteer.team", N_("Team"), "volunteer.team", load_team, domain="volunteer")
