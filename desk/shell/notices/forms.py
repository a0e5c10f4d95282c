"""The forms of a notice: written, hung up, commented on, answered, taken down, withdrawn."""

from typing import Any

from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_
from desk.core.meetings.answers import HOW, answer_privately, get_answer
from desk.core.meetings.board import hang, pull, reply, take_down
from desk.core.meetings.drafts import (
    AnswerDraft,
    CommentDraft,
    HangDraft,
    NoticeDraft,
    ReplyDraft,
    TakeDownDraft,
    WithdrawDraft,
)
from desk.core.meetings.kinds import NOTICES
from desk.core.meetings.model import NoticeComment
from desk.core.meetings.notices import get_notice, take_comment, write_notice
from desk.host.pages import Field, FormSpec, Section
from desk.shell.saving import edited

CARD = "notices.card"
OUTCOMES = (("taken", N_("Taken up")), ("partly", N_("Partly taken up")), ("not", N_("Not taken up")))
CHANNELS = (("", "—"), ("counter", N_("At the counter")), ("phone", N_("By phone")), ("mailbox", N_("Mailbox")),
            ("online", N_("Online")), ("visit", N_("On a visit")), ("meeting", N_("At a meeting")))
KINDS = tuple((code, words) for code, _title, words in NOTICES)


def places(text: str | None) -> tuple[str, ...]:
    """Places typed into one field, with 、 or commas between them."""
    plain = (text or "").replace(",", "、").replace(",", "、").replace("\n", "、")
    return tuple(part.strip() for part in plain.split("、") if part.strip())


def _form(form: str, title: str, save: Any, draft: type, fields: tuple[Field, ...], load: Any, help: str = "",
          make: Any = None, after: str = "") -> FormSpec:
    return FormSpec(id=f"notices.{form}", title=title, save=save, load=load, after=after, sections=(Section("", fields, help),),
                    make_draft=make or (lambda values: edited(draft, values).draft))


def _load_notice(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    if record_id is None:
        return {"kind": "other", "amount": 7, "unit": "day", "places": "社区公告栏", "feedback": "意见箱、社区居委会"}
    one = get_notice(uow, record_id)
    return {"id": one.id, "version": one.version, "kind": one.kind, "title": one.title, "body": one.body,
            "places": "、".join(one.places), "feedback": one.feedback, "amount": one.amount, "unit": one.unit,
            "source": one.source, "owner_kind": one.owner_kind, "owner_id": one.owner_id}


def _make_notice(values: dict[str, Any]) -> NoticeDraft:
    return edited(NoticeDraft, values, places=places(values.get("places"))).draft


def _today(field: str, **more: Any) -> Any:
    def load(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
        return {field: record_id, "on": uow.clock.today(), "received_on": uow.clock.today()} | more

    return load


def _load_hang(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    return {"notice_id": record_id, "on": uow.clock.today(), "approved_by": uow.actor.name}


def _load_reply(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    said = uow.get(NoticeComment, record_id or 0)
    return {"comment_id": said.id, "said": said.text, "outcome": said.outcome or "taken", "reply": said.reply}


NOTICE_FORM = _form(
    "form",
    N_("Write a notice"),
    write_notice,
    NoticeDraft,
    (
        Field("kind", N_("Kind of notice"), "choice", True, choices=KINDS),
        Field("title", N_("Title"), "text", True),
        Field("body", N_("Text"), "lines", True, rows=8, help=N_("Leave out names of people and their doors.")),
        Field("places", N_("Where it hangs"), help=N_("Several places are separated by 、")),
        Field("amount", N_("It hangs for"), "number", True),
        Field("unit", N_("Unit of the period"), "choice", choices=(("day", N_("days")), ("workday", N_("working days")))),
        Field("source", N_("Rule that asks for it")),
        Field("feedback", N_("Comments go to")),
    ),
    _load_notice,
    make=_make_notice,
    after=CARD,
)
HANG_FORM = _form("hang_form", N_("Hang it up"), hang, HangDraft, (
    Field("approved_by", N_("Approved by"), "text", True), Field("on", N_("Posted on"), "date", True)), _load_hang,
    N_("Nothing hangs without somebody who approved it; add a photo of it afterwards."))
COMMENT_FORM = _form("comment_form", N_("Take down a comment"), take_comment, CommentDraft, (
    Field("text", N_("What was said"), "lines", True, rows=4), Field("who", N_("Name"), help=N_("Left blank: anonymous.")),
    Field("channel", N_("How it came"), "choice", choices=CHANNELS), Field("received_on", N_("Day"), "date")),
    _today("notice_id"))
ANSWER_FORM = _form("answer_form", N_("Answer a comment"), reply, ReplyDraft, (
    Field("said", N_("What was said"), "note"),
    Field("outcome", N_("Is it taken up?"), "choice", True, choices=OUTCOMES),
    Field("reply", N_("Answer with the reason"), "lines", True, rows=4)), _load_reply)
def _load_private(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    return {"notice_id": get_notice(uow, record_id or 0).id}


def _load_told(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    one = get_answer(uow, record_id or 0)
    return {"notice_id": one.notice_id, "id": one.id, "who": one.who, "contact": one.contact, "text": one.text,
            "told_on": uow.clock.today(), "told_how": "slip"}


PRIVATE_FORM = _form("private_form", N_("Answer somebody privately"), answer_privately, AnswerDraft, (
    Field("who", N_("Who is told"), "text", True), Field("contact", N_("Phone")),
    Field("text", N_("What she is told"), "lines", True, rows=5)), _load_private,
    N_("For whom the notice concerns: her name is taken out of the notice before it hangs, she is told herself."))
TOLD_FORM = _form("told_form", N_("Somebody was told"), answer_privately, AnswerDraft, (
    Field("who", N_("Who is told"), "text", True), Field("contact", N_("Phone")),
    Field("text", N_("What she is told"), "lines", True, rows=5), Field("told_on", N_("Told on"), "date"),
    Field("told_how", N_("How"), "choice", choices=(("", "—"), *HOW))), _load_told,
    N_("Without a day only the words are changed; once she was told they stand."))
CLOSE_FORM = _form("close_form", N_("Take it down"), take_down, TakeDownDraft, (
    Field("note", N_("Closing note"), "lines", rows=2), Field("early_reason", N_("Why before the period ends")),
    Field("on", N_("Taken down on"), "date", True)), _today("notice_id", note="公示期内无异议。"))
WITHDRAW_FORM = _form("withdraw_form", N_("Withdraw it"), pull, WithdrawDraft, (
    Field("reason", N_("Why"), "lines", True, rows=2),), _today("notice_id"),
    N_("For a notice that was wrong: what hangs again is a new notice."))
