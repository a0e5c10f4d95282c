"""Objections to a posted result: comments of its notice, each answered before anything is decided."""

from typing import Any

from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.i18n import N_, _
from desk.core.meetings.drafts import CommentDraft
from desk.core.meetings.model import Notice, NoticeComment
from desk.core.meetings.notices import answer_comment, list_notices_of, take_comment
from desk.core.scores.queries import ROUND
from desk.host.pages import Field, FormSpec, Section

OUTCOMES = (("taken", N_("Right; take the count back")), ("partly", N_("Partly right")), ("not", N_("Not right")))


def load_objection(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Today."""
    return {"id": record_id, "received_on": uow.clock.today()}


def object_(uow: UnitOfWork, values: dict[str, Any]) -> int:
    """To the notice that hangs; back to the round."""
    hanging = [one for one in list_notices_of(uow, ROUND, values["id"]) if one.state == "posted"]
    if not hanging:
        raise UserError(_("Nothing hangs to object to."))
    take_comment(uow, CommentDraft(hanging[-1].id, values.get("text") or "", values.get("who") or "",
                                   values.get("channel") or "", values.get("received_on")))
    uow.touch(ROUND, values["id"])
    return int(values["id"])


def load_answer(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """What was said."""
    one = uow.get(NoticeComment, record_id or 0)
    who = one.who or _("anonymous")
    return {"id": one.id, "said": f"{one.received_on} {who}\n{one.text}", "outcome": one.outcome,
            "reply": one.reply}


def answer(uow: UnitOfWork, values: dict[str, Any]) -> int:
    """Answer it; back to the round."""
    answer_comment(uow, values["id"], values.get("outcome") or "", values.get("reply") or "")
    round_id = uow.get(Notice, uow.get(NoticeComment, values["id"]).notice_id).owner_id or 0
    uow.touch(ROUND, round_id)
    return round_id


object_.verb_name = "notices.comment"  # type: ignore[attr-defined]
answer.verb_name = "notices.answer"  # type: ignore[attr-defined]
OBJECTION_FORM = FormSpec(
    id="scores.objection_form", title=N_("Note an objection"), save=object_, load=load_objection, after="scores.round",
    sections=(Section("", (
        Field("text", N_("What was said"), "lines", True, rows=5), Field("who", N_("Who said it"),
                                                                         help=N_("Blank: anonymous.")),
        Field("channel", N_("How it came")), Field("received_on", N_("Day"), "date", True))),))
ANSWER_FORM = FormSpec(
    id="scores.answer_form", title=N_("Answer an objection"), save=answer, load=load_answer, after="scores.round",
    sections=(Section("", (
        Field("said", N_("Objection"), "note"), Field("outcome", N_("Finding"), "choice", True, choices=OUTCOMES),
        Field("reply", N_("Answer"), "lines", True, rows=5))),))
