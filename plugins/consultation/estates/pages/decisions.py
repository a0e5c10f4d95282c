"""A committee's meetings and decisions on the estate's page, and the forms behind them."""

from datetime import timedelta
from typing import Any

from desk.api import N_, hall_time, translator
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.meetings import get_gathering
from desk.api.pages import Fact, FactSection, Field, FormSpec, Missing, NextAct, PaperLink, Section
from desk.api.settings import get_setting
from plugins.consultation.estates import decisions
from plugins.consultation.estates.drafts import DecisionDraft, PartyDraft, PostDecisionDraft
from plugins.consultation.estates.kinds import COMMITTEE, MEETING
from plugins.consultation.estates.queries import CommitteeRow, get_committee
from plugins.consultation.pages.common import joined, picked
from plugins.consultation.pages.meeting_forms import call_form
from plugins.consultation.pages.sections import OUTCOMES
from plugins.consultation.pages.work_forms import names

_ = translator("consultation")


def committee_sections(uow: UnitOfWork, body: CommitteeRow) -> list[FactSection]:
    """Its meetings, its decisions, and the share of party members where the hall keeps it."""
    meetings = tuple(Fact(f"{hall_time(one.starts_at):%Y-%m-%d %H:%M}", joined(one.title, _("{came} of {called} came").format(
        came=one.came, called=len(one.attendees)) if one.closed else _("called"), one.agreed[:60]))
        for one in decisions.list_committee_meetings(uow, body.id))
    decided = tuple(Fact(long_date(one.made_on), joined(
        one.title, _(OUTCOMES[one.outcome]), _("signed by {names}").format(names="、".join(one.signers)) if one.signers else "",
        _("posted on {day}").format(day=long_date(one.posted_on)) if one.posted_on else ""))
        for one in decisions.list_decisions(uow, body.id))
    share = _party(uow, body)
    return [FactSection(title, facts) for title, facts in (
        (_("Meetings of the committee"), meetings), (_("Decisions of the committee"), decided),
        (_("Party members"), (share,) if share else ())) if facts]


def committee_acts(uow: UnitOfWork, body: CommitteeRow) -> list[NextAct]:
    """Call a meeting, decide, post what was decided."""
    here = {"record_id": body.id}
    found = [NextAct(_("Call a meeting of the committee"), "consultation.committee_meeting_form", here)]
    for meeting in decisions.list_committee_meetings(uow, body.id):
        if not meeting.closed:
            found.append(NextAct(_("Write the minutes: {title}").format(title=meeting.title), "consultation.minutes_form",
                                 {"record_id": meeting.id}))
    last = [one for one in decisions.list_committee_meetings(uow, body.id) if one.closed]
    if last:
        found.append(NextAct(_("Enter a decision of the committee"), "consultation.decision_of_form",
                             {"record_id": last[-1].id}))
    found += [NextAct(_("Post: {title}").format(title=one.title[:16]), "consultation.post_decision_form", {"record_id": one.id})
              for one in _unposted(uow, body)]
    if get_setting(uow, "consultation.party_share", False):
        found.append(NextAct(_("Number of party members"), "consultation.party_form", here))
    return found


def committee_missing(uow: UnitOfWork, body: CommitteeRow) -> list[Missing]:
    """Decisions that passed and hang nowhere yet."""
    today = uow.clock.today()
    return [Missing((_("Not posted though it was due by {day}: {title}") if one.post_by < today else _(
        "To be posted by {day}: {title}")).format(day=long_date(one.post_by), title=one.title[:16]),
        "consultation.post_decision_form", {"record_id": one.id},
        source="各地规定三日内公布") for one in _unposted(uow, body)]


def committee_papers(uow: UnitOfWork, body: CommitteeRow) -> list[PaperLink]:
    """Decisions, minutes, and the file owners may read."""
    found = [PaperLink("consultation.committee_decision", one.id, one.title)
             for one in reversed(decisions.list_decisions(uow, body.id))]
    found += [PaperLink("consultation.minutes", one.id, one.title) if one.closed else PaperLink(
        "consultation.notice", one.id, one.title) for one in reversed(decisions.list_committee_meetings(uow, body.id))]
    return [*found, *([PaperLink("consultation.owners_file", body.id)] if found else [])]


def _unposted(uow: UnitOfWork, body: CommitteeRow) -> list[decisions.DecisionRow]:
    return [one for one in decisions.list_decisions(uow, body.id)
            if one.outcome == decisions.PASSED and one.posted_on is None]


def _party(uow: UnitOfWork, body: CommitteeRow) -> Fact | None:
    if body.party_members is None or not get_setting(uow, "consultation.party_share", False):
        return None
    members, target = len(decisions.members_of(body)), int(get_setting(uow, "consultation.party_target", 50))
    met = 100 * body.party_members >= target * members
    return Fact(_("{n} of {members} members").format(n=body.party_members, members=members), joined(
        _("target {n} per cent").format(n=target), _("reached") if met else _("not reached")))


def _load_meeting(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Every member is called, substitutes too; the rule asks for some days' notice."""
    body = get_committee(uow, record_id or 0)
    start = uow.clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=7)
    director = next((name for name, post, _home in body.seats if post == "director"), "")
    return {"owner_kind": COMMITTEE, "owner_id": body.id, "kind": MEETING, "starts_at": start,
            "title": f"{body.estate}业主委员会会议", "convener": director, "host": director, "noticed_on": uow.clock.today(),
            "attendees": [{"name": name, "role": "owners", "unit": home} for name, _post, home in body.seats]}


def _load_decision(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    meeting = get_gathering(uow, record_id or 0)
    body = get_committee(uow, meeting.owner_id or 0)
    came = decisions.present_members(body, meeting)
    return {"gathering_id": meeting.id, "members": _("{n} members, {came} came: {names}").format(
        n=len(decisions.members_of(body)), came=len(came), names="、".join(came)), "signers": "\n".join(came),
        "text": meeting.agreed}


def _decision(values: dict[str, Any]) -> DecisionDraft:
    names = (values.get("signers") or "").replace("、", "\n").splitlines()
    return picked(DecisionDraft, values, signers=tuple(names))


def _load_post(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    one = decisions.get_decision(uow, record_id or 0)
    return {"decision_id": one.id, "body": decisions.text_of(one.text, one.tests), "places": "小区公告栏、各单元门口",
            "days": 7, "approved_by": uow.actor.name, "on": uow.clock.today()}


def _post(values: dict[str, Any]) -> PostDecisionDraft:
    return picked(PostDecisionDraft, values, places=names(values.get("places")))


def _load_party(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    body = get_committee(uow, record_id or 0)
    return {"committee_id": body.id, "number": body.party_members}


COMMITTEE_MEETING_FORM = call_form("committee_meeting_form", N_("Call a meeting of the committee"), _load_meeting,
                                   "consultation.meeting")
DECISION_OF_FORM = FormSpec(
    id="consultation.decision_of_form", title=N_("Enter a decision of the committee"), domain="consultation",
    save=decisions.decide, load=_load_decision, make_draft=_decision, sections=(Section("", (
        Field("members", N_("At the meeting"), "note"), Field("title", N_("What it is about"), "text", True),
        Field("text", N_("What was decided"), "lines", True, rows=4),
        Field("signers", N_("Who agreed and signed"), "lines", rows=6, help=N_("One name a line; nobody signs for another."))),
        N_("It stands when more than half of all members agree, by the rule of committees (see Rules of votes).")),))
POST_DECISION_FORM = FormSpec(
    id="consultation.post_decision_form", title=N_("Post a decision of the committee"), domain="consultation",
    save=decisions.post_decision, load=_load_post, make_draft=_post, after="notices.card", sections=(Section("", (
        Field("body", N_("Text"), "lines", True, rows=6), Field("places", N_("Where it hangs"), "text", True),
        Field("days", N_("Days it hangs"), "number", True), Field("approved_by", N_("Approved by"), "text", True),
        Field("on", N_("Posted on"), "date", True), Field("reason", N_("Why names stand in it"))),
        N_("What was decided and by how many; who voted how is not posted.")),))
PARTY_FORM = FormSpec(
    id="consultation.party_form", title=N_("Number of party members"), domain="consultation", save=decisions.count_party,
    load=_load_party, make_draft=lambda values: picked(PartyDraft, values), sections=(Section("", (
        Field("number", N_("How many of the members"), "number"),),
        N_("A number only: who they are is not kept here. Left blank, the number is taken back.")),))
