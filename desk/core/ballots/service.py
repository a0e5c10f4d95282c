"""Verbs before the ballots go out: prepare a vote, freeze its roll, authorities, attendance; close it at the end."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from desk.core.ballots.drafts import ProxyDraft, VoteDraft, VoterDraft
from desk.core.ballots.forgetting import forget_marks, forget_slips
from desk.core.ballots.ground import CONDUCT, HANDS, NAMED, SECRET, keep_apart, profile_of, vote_in, write_log
from desk.core.ballots.marks import vote_code
from desk.core.ballots.model import BallotProxy, BallotVote, RollChange, RollEntry
from desk.core.ballots.profile_service import find_profile
from desk.core.ballots.rules import Profile, as_data
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError, refuse_marked
from desk.core.i18n import _
from desk.core.text import clean


@verb("ballots.open", permission=CONDUCT)
def open_vote(uow: UnitOfWork, draft: VoteDraft) -> int:
    """Prepare a vote; it keeps its own copy of the rule from now on. UserError beside what is missing."""
    profile = find_profile(uow, draft.profile)
    questions = [clean(text, limit=400, field="questions") for text in draft.questions if text.strip()]
    _check(draft, profile, questions)
    vote = uow.add(BallotVote(
        title=clean(draft.title, field="title"), profile=as_data(profile), method=draft.method, held_on=draft.held_on,
        questions=[{"id": str(number), "text": text} for number, text in enumerate(questions, 1)],
        owner_kind=draft.owner_kind, owner_id=draft.owner_id))
    vote.code = vote_code(vote.id)
    uow.trace("ballots.open", "ballot.vote", vote.id, profile=profile.code, method=draft.method)
    return int(vote.id)


@verb("ballots.freeze", permission=CONDUCT)
def freeze_roll(uow: UnitOfWork, vote_id: int, voters: tuple[VoterDraft, ...], groups: tuple[str, ...] = ()) -> int:
    """Fix who may vote, as of today, and with it the questions; answers how many are on the roll.

    groups: parts of the roll the rule asks about (women's representatives); voters carry them as `group`.
    Nobody stands on it twice: the same key twice is refused.
    """
    vote = vote_in(uow, vote_id, "draft")
    if not voters:
        raise UserError(_("Nobody is on the roll."), field="voters")
    keys = [voter.key or (f"person:{voter.person_id}" if voter.person_id else f"place:{place}")
            for place, voter in enumerate(voters, 1)]
    doubled = [voters[place].name for place, key in enumerate(keys) if keys.index(key) != place]
    if doubled:
        raise UserError(_("On the roll twice: {names}.").format(names="、".join(doubled[:5])), field="voters")
    for place, (voter, key) in enumerate(zip(voters, keys, strict=True), 1):
        uow.session.add(_entry(vote.id, place, key, voter))
    vote.frozen_on, vote.state = uow.clock.today(), "frozen"
    vote.groups = {group: [sum(voter.group == group for voter in voters), 0] for group in groups}
    write_log(uow, vote, "roll", len(voters))
    uow.trace("ballots.freeze", "ballot.vote", vote.id, voters=len(voters))
    return len(voters)


@verb("ballots.note_change", permission=CONDUCT)
def note_change(uow: UnitOfWork, vote_id: int, text: str, on: date | None = None) -> None:
    """Tell what changed after the roll was frozen; the roll itself stays."""
    vote_in(uow, vote_id, "frozen", "open", "entry", "counted")
    text = clean(text, limit=300, field="text")
    if not text:
        raise UserError(_("Write what changed."), field="text")
    uow.add(RollChange(vote_id=vote_id, on_date=on or uow.clock.today(), text=text))
    uow.touch("ballot.vote", vote_id)


@verb("ballots.add_proxy", permission=CONDUCT)
def add_proxy(uow: UnitOfWork, vote_id: int, draft: ProxyDraft) -> int:
    """Note a written authority. Refused by the rule's own words: no proxies, over the cap, not of the household, staff."""
    vote = vote_in(uow, vote_id, "frozen", "open")
    entry = uow.get(RollEntry, draft.roll_id)
    if entry.vote_id != vote_id:
        raise UserError(_("This voter is on another roll."), field="roll_id")
    agent = clean(draft.agent, limit=60, field="agent")
    key = clean(draft.agent_key, limit=120) or agent
    _check_proxy(uow, vote, profile_of(vote), draft, agent, key)
    keep_apart(uow, vote, "roll")
    row = uow.add(BallotProxy(vote_id=vote_id, roll_id=entry.id, agent=agent, agent_key=key, scope=clean(draft.scope)))
    uow.touch("ballot.vote", vote_id)
    return int(row.id)


@verb("ballots.sign_in", permission=CONDUCT)
def sign_in(uow: UnitOfWork, vote_id: int, roll_ids: tuple[int, ...], present: bool = True) -> int:
    """Note who has come; answers how many are present. No time is kept."""
    vote = vote_in(uow, vote_id, "frozen", "open")
    keep_apart(uow, vote, "roll")
    entries, meant = roll_of(uow, vote_id), set(roll_ids)
    for entry in entries:
        if entry.id in meant:
            if entry.given and not present and vote.method == SECRET:
                raise UserError(_("{name} has been given a ballot.").format(name=entry.name))
            entry.present = present
    vote.groups = {group: [whole, sum(one.present and one.group_code == group for one in entries)]
                   for group, (whole, _here) in vote.groups.items()}
    uow.touch("ballot.vote", vote_id)
    return sum(entry.present for entry in entries)


@verb("ballots.close", permission=CONDUCT)
def close_vote(uow: UnitOfWork, vote_id: int) -> None:
    """The result stands; the list of marks goes, only its hash and count remain."""
    vote = vote_in(uow, vote_id, "counted")
    forget_marks(uow, vote_id)
    vote.state = "closed"
    write_log(uow, vote, "closed")
    uow.trace("ballots.close", "ballot.vote", vote_id, check=vote.check_code)


@verb("ballots.void", permission=CONDUCT)
def void_vote(uow: UnitOfWork, vote_id: int, reason: str, names: tuple[str, ...]) -> None:
    """The whole vote is void (irregular roll, ballots lost); a reason and two names."""
    vote = vote_in(uow, vote_id, "frozen", "open", "entry", "counted")
    reason, named = two_people(reason, names)
    if vote.method == SECRET:
        forget_slips(uow, vote_id)
        forget_marks(uow, vote_id)
    vote.state = "void"
    write_log(uow, vote, "void")
    uow.trace("ballots.void", "ballot.vote", vote_id, reason=reason, names=named)


def roll_of(uow: UnitOfWork, vote_id: int) -> Sequence[RollEntry]:
    """The roll in its own order."""
    return uow.session.scalars(select(RollEntry).where(RollEntry.vote_id == vote_id).order_by(RollEntry.place)).all()


def two_people(reason: str, names: tuple[str, ...]) -> tuple[str, str]:
    """(reason, both names joined), or UserError: what is voided or reversed has a reason and two people who answer for it."""
    reason, people = clean(reason, field="reason"), sorted({clean(name, limit=50) for name in names if name.strip()})
    if not reason:
        raise UserError(_("Say why."), field="reason")
    if len(people) < 2:
        raise UserError(_("Two people must put their names to this."), field="names")
    return reason, "、".join(people)


def _check(draft: VoteDraft, profile: Profile, questions: list[str]) -> None:
    fields = {}
    if not draft.title.strip():
        fields["title"] = _("Enter a title.")
    if not questions:
        fields["questions"] = _("Enter at least one question to vote on.")
    if draft.method not in (HANDS, SECRET, NAMED) or draft.method not in profile.methods:
        fields["method"] = _("This rule does not permit this way of voting.")
    if draft.method == SECRET and profile.measures != ("persons",):
        fields["method"] = _("A vote that weighs area or shares can only be named.")
    refuse_marked(fields, source=profile.source)


def _check_proxy(uow: UnitOfWork, vote: BallotVote, profile: Profile, draft: ProxyDraft, agent: str, key: str) -> None:
    rule = profile.proxies
    source = rule.source or profile.source
    if not rule.allowed:
        raise UserError(_("Nobody may vote for another here."), field="agent", source=source)
    if not agent:
        raise UserError(_("Enter the proxy's name."), field="agent")
    if not draft.written:
        raise UserError(_("An authority must be in writing."), field="written", source=source)
    if draft.staff and not rule.staff:
        raise UserError(_("Staff of the property company cannot be proxies."), field="staff", source=source)
    if rule.household and not draft.household:
        raise UserError(_("Only a member of the same household may vote for another."), field="household", source=source)
    had = uow.session.scalars(select(BallotProxy).where(BallotProxy.vote_id == vote.id)).all()
    if any(one.roll_id == draft.roll_id for one in had):
        raise UserError(_("This voter has a proxy already."), field="roll_id")
    if rule.cap and sum(one.agent_key == key for one in had) >= rule.cap:
        raise UserError(_("{name} already stands for {n} voters, and no more are permitted.").format(name=agent, n=rule.cap),
                        field="agent", source=source)


def _entry(vote_id: int, place: int, key: str, voter: VoterDraft) -> RollEntry:
    return RollEntry(vote_id=vote_id, place=place, key=clean(key, limit=120), name=clean(voter.name), label=clean(voter.label),
                     group_code=clean(voter.group, limit=60), area=voter.area, person_id=voter.person_id,
                     units=[{"label": clean(label), "area": area, "source": source} for label, area, source in voter.units])
