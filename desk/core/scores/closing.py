"""Count and freeze a round, post its result, decide who is honoured, take an honour back."""

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import NeedsReason, UserError
from desk.core.i18n import _
from desk.core.meetings.drafts import NoticeDraft
from desk.core.meetings.notices import list_notices_of, post_notice, withdraw_notice, write_notice
from desk.core.scores.drafts import DecisionDraft, PostingDraft
from desk.core.scores.entering import list_differences
from desk.core.scores.ground import CONDUCT, round_in
from desk.core.scores.lines import as_rows, count_now
from desk.core.scores.model import ScoreAward, ScoreRound
from desk.core.scores.queries import ROUND, list_awards, list_missing, list_results
from desk.core.scores.schemes import find_scheme
from desk.core.scores.service import required, subjects_of
from desk.core.scores.wording import posting_text
from desk.core.text import clean, clean_note


@verb("scores.close", permission=CONDUCT)
def close_round(uow: UnitOfWork, round_id: int, reason: str = "") -> int:
    """Count the round and freeze its result; answers how many subjects have one.

    Two entries must agree. Sheets that lack need a reason (NeedsReason names them); they are not counted.
    """
    found = round_in(uow, round_id, "open")
    differing = list_differences(uow, round_id)
    if differing:
        raise UserError(_("{n} marks were keyed differently the second time.").format(n=len(differing)),
                        todo=_("Look at the paper sheets and put the wrong entry right."))
    lacking = list_missing(uow, round_id)
    reason = clean(reason, limit=300, field="reason")
    if lacking and not reason:
        raise NeedsReason(_("Some sheets are not complete; say why they do not count."), findings=tuple(lacking[:20]))
    lines = count_now(uow, found)
    if not any(line.rank for line in lines):
        raise UserError(_("No subject has a complete sheet; there is nothing to count."))
    found.result, found.closing_note = as_rows(lines), reason
    found.state, found.closed_on = "closed", uow.clock.today()
    scheme = find_scheme(found.scheme)
    if scheme.closed is not None:
        scheme.closed(uow, round_id, lines)
    uow.trace("scores.close", "score.round", round_id, reason=reason)
    return sum(bool(line.rank) for line in lines)


@verb("scores.reopen", permission=CONDUCT)
def reopen_round(uow: UnitOfWork, round_id: int, reason: str) -> None:
    """Take the count back because a sheet was keyed wrongly or an objection was right; what hangs is taken down."""
    found = round_in(uow, round_id, "closed", "published")
    reason = required(reason, "reason", 300)
    for notice in list_notices_of(uow, ROUND, round_id):
        if notice.state == "posted":
            withdraw_notice(uow, notice.id, reason)
    uow.trace("scores.reopen", "score.round", round_id, reason=reason)
    found.state, found.result, found.closed_on, found.closing_note = "open", [], None, ""


@verb("scores.publish", permission=CONDUCT)
def publish_round(uow: UnitOfWork, draft: PostingDraft) -> int:
    """Hang the result up; objections come in as comments on the notice. Answers the notice's id."""
    found = round_in(uow, draft.round_id, "closed")
    body = clean_note(draft.body, field="body") or posting_text(uow.community.name, found, list_results(uow, found.id))
    notice = write_notice(uow, NoticeDraft(
        "score", _posting_title(found), body, places=draft.places, feedback=draft.feedback, amount=draft.amount,
        unit=draft.unit, source=draft.source or find_scheme(found.scheme).source, owner_kind=ROUND, owner_id=found.id))
    post_notice(uow, notice, draft.approved_by, draft.on)
    found.state = "published"
    uow.trace("scores.publish", "score.round", found.id, notice=notice)
    return notice


@verb("scores.decide", permission=CONDUCT)
def decide_round(uow: UnitOfWork, draft: DecisionDraft) -> tuple[int, ...]:
    """Decide who is honoured; answers the awards' ids. Where a posting is asked for, its period is over and every objection
    answered. Passing over somebody better placed, or choosing among equals, needs a reason.
    """
    found = round_in(uow, draft.round_id, "closed", "published")
    _posted(uow, found)
    day = draft.decided_on or uow.clock.today()
    if day > uow.clock.today():
        raise UserError(_("This day lies in the future."), field="decided_on")
    _in_order(uow, found, draft)
    found.decided_by, found.decided_on = required(draft.decided_by, "decided_by", 120), day
    text, reason = clean_note(draft.text, field="text"), clean(draft.reason, limit=300, field="reason")
    found.decision, found.state = "\n".join(part for part in (text, reason) if part), "decided"
    made = [_award(uow, found, place, subject, title) for place, (subject, title) in enumerate(draft.awards, 1)]
    decided = find_scheme(found.scheme).decided
    if decided is not None:
        decided(uow, found.id, list_awards(uow, found.id))
    uow.trace("scores.decide", "score.round", found.id, awards=len(made), reason=reason)
    return tuple(made)


@verb("scores.withdraw_award", permission=CONDUCT)
def withdraw_award(uow: UnitOfWork, award_id: int, reason: str) -> None:
    """Take an honour back; it stays on the list with the reason."""
    found = uow.get(ScoreAward, award_id)
    if found.withdrawn:
        raise UserError(_("This honour has been taken back already."))
    found.withdrawn, found.withdrawn_on = required(reason, "reason", 300), uow.clock.today()
    uow.touch("score.round", found.round_id)
    uow.trace("scores.withdraw_award", "score.award", award_id, reason=found.withdrawn)


def _posting_title(found: ScoreRound) -> str:
    title = found.title
    return title if title.endswith("公示") else f"{title}结果公示"


def waits_for(uow: UnitOfWork, round_id: int) -> str:
    """Why the round cannot be decided yet, "" when it can."""
    try:
        _posted(uow, uow.get(ScoreRound, round_id))
    except UserError as refusal:
        return str(refusal)
    return ""


def _posted(uow: UnitOfWork, found: ScoreRound) -> None:
    """The posting a scheme asks for has hung its time and was answered."""
    scheme = find_scheme(found.scheme)
    if not scheme.publish:
        return
    notices = [one for one in list_notices_of(uow, ROUND, found.id) if one.state in ("posted", "closed")]
    if not notices:
        raise UserError(_("The result has not been posted yet."), source=scheme.source,
                        todo=_("Post it; decide when the period is over."))
    last = notices[-1]
    if last.until is not None and uow.clock.today() <= last.until:
        raise UserError(_("It hangs until {day}; decide after that day.").format(day=last.until), source=scheme.source)
    if last.unanswered:
        raise UserError(_("{n} objections have no answer yet.").format(n=last.unanswered),
                        todo=_("Answer each of them on the notice."))


def _in_order(uow: UnitOfWork, found: ScoreRound, draft: DecisionDraft) -> None:
    results = {one.subject_id: one for one in list_results(uow, found.id)}
    chosen = [subject for subject, _title in draft.awards]
    if len(set(chosen)) != len(chosen):
        raise UserError(_("Somebody is on the list twice."), field="awards")
    if any(subject not in results or not results[subject].rank for subject in chosen):
        raise UserError(_("Only who has a result can be honoured."), field="awards")
    if found.places and len(chosen) > found.places:
        raise UserError(_("The round has {n} places.").format(n=found.places), field="awards")
    worst = max((results[subject].rank for subject in chosen), default=0)
    passed = [one.title for one in results.values() if one.rank and one.rank <= worst and one.subject_id not in chosen]
    if passed and not draft.reason.strip():
        raise NeedsReason(_("As good or better, but not chosen: {names}. Say why.").format(names="、".join(passed)),
                          findings=tuple(passed))


def honour_title(uow: UnitOfWork, round_id: int, subject_id: int) -> str:
    """The title a scheme gives, with the subject's grade in it; "" for a scheme without honours or a poor result."""
    result = next((one for one in list_results(uow, round_id) if one.subject_id == subject_id), None)
    if result is None or result.poor:
        return ""
    band = result.band
    return find_scheme(uow.get(ScoreRound, round_id).scheme).award.replace("{band}", band)


def _award(uow: UnitOfWork, found: ScoreRound, place: int, subject_id: int, title: str) -> int:
    subject = next(one for one in subjects_of(uow, found.id) if one.id == subject_id)
    assert found.decided_on is not None
    row = uow.add(ScoreAward(
        round_id=found.id, subject_id=subject_id, place=place, name=subject.title, given_on=found.decided_on,
        title=clean(title, limit=120, field="awards") or honour_title(uow, found.id, subject_id) or found.title))
    return int(row.id)

