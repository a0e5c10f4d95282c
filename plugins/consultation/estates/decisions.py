"""The committee's own meetings and what they decide, judged by the rule of committees; decisions hang in public (rules 2.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from desk.api import UserError, clean, clean_note, hall_time, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from desk.api.meetings import (
    GatheringRow,
    NoticeDraft,
    get_gathering,
    get_notice,
    list_gatherings_of,
    post_notice,
    write_notice,
)
from desk.api.settings import get_setting
from desk.api.votes import Totals, find_profile, judge
from plugins.consultation.estates.drafts import DecisionDraft, PartyDraft, PostDecisionDraft
from plugins.consultation.estates.kinds import COMMITTEE, DECISION, ESTATE, MEETING, WRITE
from plugins.consultation.estates.model import Committee, CommitteeDecision
from plugins.consultation.estates.queries import CommitteeRow, get_committee

_ = translator("consultation")
RULE, PASSED = "owners_committee", "passed"


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision. tests: the comparisons as printed. posted_on: None before it hangs; post_by: last day to hang it."""

    id: int
    committee_id: int
    gathering_id: int
    title: str
    text: str
    made_on: date
    signers: tuple[str, ...]
    outcome: str
    tests: tuple[str, ...]
    notice_id: int | None
    posted_on: date | None
    post_by: date


@verb("consultation.decide_committee", permission=WRITE)
def decide(uow: UnitOfWork, draft: DecisionDraft) -> int:
    """Keep what a meeting decided and who signed; answers the decision's id. It stands when the rule of committees is met: as
    shipped, more than half of all members come and more than half of all members agree; nobody votes for another.
    """
    meeting = get_gathering(uow, draft.gathering_id)
    if meeting.kind != MEETING or meeting.owner_kind != COMMITTEE or meeting.owner_id is None:
        raise UserError(_("Only a meeting of an owners' committee decides for it."))
    if not meeting.closed:
        raise UserError(_("The minutes of this meeting are not final yet."), todo=_("Write them first."))
    body = get_committee(uow, meeting.owner_id)
    came = set(present_members(body, meeting))
    signers = tuple(dict.fromkeys(clean(name, limit=50) for name in draft.signers if name.strip()))
    fields = {}
    if not draft.title.strip():
        fields["title"] = _("Enter a title.")
    if not draft.text.strip():
        fields["text"] = _("Write what was decided.")
    if set(signers) - came:
        fields["signers"] = _("Only members who came sign: {names}.").format(names="、".join(sorted(set(signers) - came)))
    refuse_marked(fields)
    rule, members = find_profile(uow, RULE), len(members_of(body))
    verdict = judge(rule, {"persons": Totals(members, len(signers), len(came) - len(signers), present=len(came))})
    row = uow.add(CommitteeDecision(
        committee_id=body.id, gathering_id=meeting.id, title=clean(draft.title, field="title"), text=clean_note(draft.text),
        made_on=_day(meeting), signers=list(signers), outcome=verdict.outcome, tests=[test.words for test in verdict.tests]))
    _touch(uow, body)
    uow.trace("consultation.decide_committee", DECISION, row.id, outcome=verdict.outcome)
    return int(row.id)


@verb("consultation.post_decision", permission=WRITE)
def post_decision(uow: UnitOfWork, draft: PostDecisionDraft) -> int:
    """Hang a decision that passed on the board, with the numbers it passed by; answers the notice's id."""
    row = uow.get(CommitteeDecision, draft.decision_id)
    if row.outcome != PASSED:
        raise UserError(_("What did not pass is not posted as a decision."))
    if row.notice_id is not None and get_notice(uow, row.notice_id).state != "withdrawn":
        raise UserError(_("It hangs already."))
    body = get_committee(uow, row.committee_id)
    row.notice_id = write_notice(uow, NoticeDraft(
        "affairs", f"{body.estate}业主委员会决定:{row.title}"[:200], draft.body or text_of(row.text, row.tests),
        places=draft.places, feedback="业主委员会、社区居委会", amount=draft.days, source=find_profile(uow, RULE).source,
        owner_kind=ESTATE, owner_id=body.estate_id))
    post_notice(uow, row.notice_id, draft.approved_by, draft.on, reason=draft.reason)
    _touch(uow, body)
    uow.trace("consultation.post_decision", DECISION, row.id, notice=row.notice_id)
    return row.notice_id


@verb("consultation.count_party", permission=WRITE)
def count_party(uow: UnitOfWork, draft: PartyDraft) -> int:
    """How many members are party members: a number, no names, and only where the hall has switched it on."""
    row = uow.get(Committee, draft.committee_id)
    members = len(members_of(get_committee(uow, row.id)))
    if draft.number is not None and not get_setting(uow, "consultation.party_share", False):
        raise UserError(_("This hall does not keep that number."), todo=_("It can be switched on in the settings."))
    if draft.number is not None and not 0 <= draft.number <= members:
        raise UserError(_("Between 0 and {most}.").format(most=members), field="number")
    row.party_members = draft.number
    uow.touch(COMMITTEE, row.id)
    uow.touch(ESTATE, row.estate_id)
    uow.trace("consultation.count_party", COMMITTEE, row.id)
    return int(row.id)


def text_of(text: str, tests: Sequence[str]) -> str:
    """A decision as it is made public: what was decided, then by how many; no names."""
    return f"{text}\n" + "".join(f"{test}。" for test in tests)


def members_of(body: CommitteeRow) -> list[str]:
    """Who has a vote: substitutes have none."""
    return [name for name, post, _home in body.seats if post != "substitute"]


def present_members(body: CommitteeRow, meeting: GatheringRow) -> list[str]:
    """Members marked as present in the minutes; guests do not count."""
    here = {one.name for one in meeting.attendees if one.state == "came" and not one.stands_for}
    return [name for name in members_of(body) if name in here]


def list_committee_meetings(uow: UnitOfWork, committee_id: int) -> list[GatheringRow]:
    """Oldest first."""
    return list_gatherings_of(uow, COMMITTEE, committee_id)


def list_decisions(uow: UnitOfWork, committee_id: int) -> list[DecisionRow]:
    """Of one committee, oldest first."""
    found = select(CommitteeDecision).where(CommitteeDecision.committee_id == committee_id).order_by(
        CommitteeDecision.made_on, CommitteeDecision.id)
    return [_row(uow, one) for one in uow.session.scalars(found)]


def get_decision(uow: UnitOfWork, decision_id: int) -> DecisionRow:
    """One decision; NotFound."""
    return _row(uow, uow.get(CommitteeDecision, decision_id))


def _row(uow: UnitOfWork, one: CommitteeDecision) -> DecisionRow:
    notice = get_notice(uow, one.notice_id) if one.notice_id else None
    days = find_profile(uow, RULE).posting_days or 3
    return DecisionRow(one.id, one.committee_id, one.gathering_id, one.title, one.text, one.made_on, tuple(one.signers),
                       one.outcome, tuple(one.tests), one.notice_id,
                       notice.posted_on if notice and notice.state != "withdrawn" else None, one.made_on + timedelta(days=days))


def _day(meeting: GatheringRow) -> date:
    return hall_time(meeting.starts_at).date()


def _touch(uow: UnitOfWork, body: CommitteeRow) -> None:
    uow.session.flush()
    uow.touch(COMMITTEE, body.id)
    uow.touch(ESTATE, body.estate_id)
