"""What a step still lacks: each need of a procedure is looked up in the records, never ticked by hand."""

from collections.abc import Callable

from sqlalchemy import select

from desk.api import translator
from desk.api.cases import visible_case
from desk.api.db import UnitOfWork
from desk.api.meetings import GatheringRow, get_notice, list_gatherings_of, list_notices_of
from desk.api.votes import list_votes_of
from plugins.consultation.kinds import TOPIC
from plugins.consultation.models import Draft, Review, Topic
from plugins.consultation.procedures import StepRule

_ = translator("consultation")


def newest_draft(uow: UnitOfWork, topic_id: int) -> Draft | None:
    """The version that counts now."""
    versions = select(Draft).where(Draft.topic_id == topic_id).order_by(Draft.number.desc())
    return uow.session.scalars(versions.limit(1)).one_or_none()


def lacking(uow: UnitOfWork, topic: Topic, step: StepRule) -> list[str]:
    """One sentence for each thing the step still lacks; [] when it may be finished."""
    return [sentence for need in step.needs if (sentence := _GATES.get(need, _meeting_of(need))(uow, topic))]


def _accepted(uow: UnitOfWork, topic: Topic) -> str:
    return _("The topic is not taken up yet.") if visible_case(uow, topic.case_id).state == "raised" else ""


def _held(uow: UnitOfWork, topic: Topic) -> list[GatheringRow]:
    """Closed meetings since the topic last went back."""
    since = max((one["on"] for one in topic.done if one.get("back")), default="")
    return [one for one in list_gatherings_of(uow, TOPIC, topic.id)
            if one.closed and one.starts_at.date().isoformat() >= since]


def _meeting_of(kind: str) -> Callable[[UnitOfWork, Topic], str]:
    def gate(uow: UnitOfWork, topic: Topic) -> str:
        held = [one for one in list_gatherings_of(uow, TOPIC, topic.id) if one.closed and one.kind == kind]
        return "" if held else _("The meeting this step asks for has no closed minutes yet.")

    return gate


def _meeting(uow: UnitOfWork, topic: Topic) -> str:
    return "" if _held(uow, topic) else _("No meeting has closed minutes yet.")


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
    votes = [vote for vote in list_votes_of(uow, TOPIC, topic.id) if vote.state != "void"]
    if not votes:
        return _("There is no vote yet.")
    last = votes[-1]
    if last.state not in ("counted", "closed"):
        return _("The vote is not counted yet.")
    if set(last.outcomes.values()) == {"no_verdict"}:
        return _("The rule of this vote is not confirmed, so there is no verdict.")
    return "" if set(last.outcomes.values()) == {"passed"} else _("The vote did not pass everything.")


def _published(uow: UnitOfWork, topic: Topic) -> str:
    known = [one for one in list_notices_of(uow, TOPIC, topic.id) if one.kind in ("result", "progress")
             and one.state in ("posted", "closed")]
    return "" if known else _("The result has not been posted yet.")


_GATES: dict[str, Callable[[UnitOfWork, Topic], str]] = {
    "accepted": _accepted, "draft": _draft, "posted": _posted, "review": _review, "vote": _vote, "published": _published,
    "meeting": _meeting,
}
