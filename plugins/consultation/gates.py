"""What a step still lacks: each need of a procedure is looked up in the records, never ticked by hand.

What a topic used before it was sent back is spent: it has to be held, voted, posted anew.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from desk.api import translator
from desk.api.cases import visible_case
from desk.api.db import UnitOfWork
from desk.api.meetings import GatheringRow, NoticeRow, get_notice, list_gatherings_of, list_notices_of
from desk.api.votes import VoteRow, list_profiles, list_votes_of
from plugins.consultation.kinds import TOPIC
from plugins.consultation.models import ChoiceEntry, ChoiceRound, Draft, Filing, Resolution, Review, Topic
from plugins.consultation.procedures import MEETINGS, StepRule

_ = translator("consultation")


def newest_draft(uow: UnitOfWork, topic_id: int) -> Draft | None:
    """The version that counts now."""
    versions = select(Draft).where(Draft.topic_id == topic_id).order_by(Draft.number.desc())
    return uow.session.scalars(versions.limit(1)).one_or_none()


def lacking(uow: UnitOfWork, topic: Topic, step: StepRule) -> list[str]:
    """One sentence for each thing the step still lacks; [] when it may be finished."""
    return [sentence for need in step.needs if need in _GATES and (sentence := _GATES[need](uow, topic))]


def evidence(uow: UnitOfWork, topic: Topic, step: StepRule) -> dict[str, int]:
    """What the step rests on, as ids: gathering, draft, notice, vote."""
    found: dict[str, int] = {}
    meetings = [one for one in held(uow, topic) if one.kind == step.meeting or "meeting" in step.needs]
    draft, votes = newest_draft(uow, topic.id), _votes(uow, topic)
    if meetings:
        found["gathering"] = meetings[-1].id
    if draft is not None and {"draft", "posted", "review"} & set(step.needs):
        found["draft"] = draft.id
        found |= {"notice": draft.notice_id} if draft.notice_id and "posted" in step.needs else {}
    if "vote" in step.needs and votes:
        found["vote"] = votes[-1].id
    return found


def by_another_rule(uow: UnitOfWork, topic: Topic, step: StepRule) -> str:
    """That the vote was not taken by the rule the procedure names, as a sentence; "" when it was, or none is named."""
    votes = _votes(uow, topic) if step.rule and "vote" in step.needs else []
    if not votes or votes[-1].profile.code == step.rule:
        return ""
    return _("The vote was taken by “{taken}”, the procedure names “{named}”: write down why that rule applies.").format(
        taken=votes[-1].profile.title,
        named=next((one.title for one in list_profiles(uow) if one.code == step.rule), step.rule))


def used_up(uow: UnitOfWork, topic: Topic) -> dict[str, list[int]]:
    """What no longer counts once the topic goes back now."""
    return {"gathering": [one.id for one in held(uow, topic)], "vote": [one.id for one in _votes(uow, topic)],
            "notice": [one.id for one in _results(uow, topic)],
            "resolution": [one.id for one in resolutions(uow, topic)]}


def held(uow: UnitOfWork, topic: Topic) -> list[GatheringRow]:
    """Meetings with closed minutes that still count."""
    spent = _spent(topic, "gathering")
    return [one for one in list_gatherings_of(uow, TOPIC, topic.id) if one.closed and one.id not in spent]


def resolutions(uow: UnitOfWork, topic: Topic) -> list[Resolution]:
    """Records of resolutions that still count."""
    rows = uow.session.scalars(select(Resolution).where(Resolution.topic_id == topic.id).order_by(Resolution.id))
    return [one for one in rows if one.id not in _spent(topic, "resolution")]


def _spent(topic: Topic, what: str) -> set[int]:
    return {number for one in topic.done for number in (one.get("spent") or {}).get(what, ())}


def _votes(uow: UnitOfWork, topic: Topic) -> list[VoteRow]:
    """Votes that still count for the present step: an earlier step's vote (the party members') is not the villagers'."""
    spent = _spent(topic, "vote") | {one["evidence"]["vote"] for one in topic.done if "vote" in (one.get("evidence") or {})}
    return [vote for vote in list_votes_of(uow, TOPIC, topic.id) if vote.state != "void" and vote.id not in spent]


def _results(uow: UnitOfWork, topic: Topic) -> list[NoticeRow]:
    spent = _spent(topic, "notice")
    return [one for one in list_notices_of(uow, TOPIC, topic.id)
            if one.kind in ("result", "progress") and one.state in ("posted", "closed") and one.id not in spent]


def _accepted(uow: UnitOfWork, topic: Topic) -> str:
    return _("The topic is not taken up yet.") if visible_case(uow, topic.case_id).state == "raised" else ""


def _checked(uow: UnitOfWork, topic: Topic) -> str:
    return "" if topic.check.get("lawful") else _("The acceptance check is not filled in yet.")


def _scope(uow: UnitOfWork, topic: Topic) -> str:
    return "" if topic.scope.strip() or topic.check.get("concerned") else _("It is not written down whom it concerns.")


def _meeting_of(kind: str) -> Callable[[UnitOfWork, Topic], str]:
    def gate(uow: UnitOfWork, topic: Topic) -> str:
        found = [one for one in held(uow, topic) if one.kind == kind]
        return "" if found else _("The meeting this step asks for has no closed minutes yet.")

    return gate


def _meeting(uow: UnitOfWork, topic: Topic) -> str:
    return "" if held(uow, topic) else _("No meeting has closed minutes yet.")


def _draft(uow: UnitOfWork, topic: Topic) -> str:
    draft = newest_draft(uow, topic.id)
    if draft is None:
        return _("There is no draft yet.")
    sent_back = uow.session.scalars(select(Review).where(Review.draft_id == draft.id, Review.opinion != "pass")).first()
    return _("The experts sent this version back; write a new one.") if sent_back is not None else ""


def _posted(uow: UnitOfWork, topic: Topic) -> str:
    draft = newest_draft(uow, topic.id)
    if draft is None:
        return _("There is no draft yet.")
    notice = get_notice(uow, draft.notice_id) if draft.notice_id else None
    if notice is None or notice.state == "withdrawn":
        return _("Version {n} has not been posted yet.").format(n=draft.number)
    if notice.state != "closed":
        return _("Version {n} hangs until {day}; close the posting after that.").format(n=draft.number, day=notice.until)
    return ""


def _review(uow: UnitOfWork, topic: Topic) -> str:
    draft = newest_draft(uow, topic.id)
    if draft is None:
        return _("There is no draft yet.")
    opinions = uow.session.scalars(select(Review.opinion).where(Review.draft_id == draft.id)).all()
    if not opinions:
        return _("No expert has reviewed version {n} yet.").format(n=draft.number)
    return "" if set(opinions) == {"pass"} else _("The experts sent this version back; write a new one.")


def _vote(uow: UnitOfWork, topic: Topic) -> str:
    votes = _votes(uow, topic)
    if not votes:
        return _("There is no vote yet.")
    last = votes[-1]
    if last.state not in ("counted", "closed"):
        return _("The vote is not counted yet.")
    if set(last.outcomes.values()) == {"no_verdict"}:
        return _("The rule of this vote is not confirmed, so there is no verdict.")
    return "" if set(last.outcomes.values()) == {"passed"} else _("The vote did not pass everything.")


def _chosen(uow: UnitOfWork, topic: Topic) -> str:
    rounds = select(ChoiceEntry.chosen).join(ChoiceRound, ChoiceRound.id == ChoiceEntry.round_id).where(
        ChoiceEntry.topic_id == topic.id, ChoiceRound.closed_on.is_not(None))
    found = uow.session.scalars(rounds).all()
    if not found:
        return _("It has not stood in a choice among projects yet.")
    return "" if any(found) else _("It was not chosen; it may stand in the next choice.")


def _published(uow: UnitOfWork, topic: Topic) -> str:
    return "" if _results(uow, topic) else _("The result has not been posted yet.")


def _resolution(uow: UnitOfWork, topic: Topic) -> str:
    return "" if resolutions(uow, topic) else _("The record of the resolution is not written yet.")


def _filed(uow: UnitOfWork, topic: Topic) -> str:
    found = uow.session.scalars(select(Filing.id).where(Filing.topic_id == topic.id)).first()
    return "" if found is not None else _("It has not been filed with the street office yet.")


_GATES: dict[str, Callable[[UnitOfWork, Topic], Any]] = {
    "accepted": _accepted, "checked": _checked, "scope": _scope, "draft": _draft, "posted": _posted, "review": _review,
    "vote": _vote, "chosen": _chosen, "published": _published, "resolution": _resolution, "filed": _filed, "meeting": _meeting,
    **{need: _meeting_of(need) for need in MEETINGS if need not in ("meeting", "vote")},
}
