"""The forms of a topic's work: drafted, posted, reviewed, resolved, filed, carried out, judged, archived."""

from typing import Any

from desk.api import N_, translator
from desk.api.db import UnitOfWork
from desk.api.meetings import redact
from desk.api.pages import Field, Section
from plugins.consultation.drafts import (
    FilingDraft,
    PostingDraft,
    ReasonDraft,
    ResolutionDraft,
    ReviewDraft,
    ScoreDraft,
    TaskDraft,
    TextDraft,
)
from plugins.consultation.kinds import OPINIONS
from plugins.consultation.models import Filing, Task, Topic
from plugins.consultation.pages.common import form_of, names, picked
from plugins.consultation.queries import get_file
from plugins.consultation.service import outcomes, work

_ = translator("consultation")


def _load_draft(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    file = get_file(uow, record_id or 0)
    last = file.drafts[-1] if file.drafts else None
    kind = "covenant" if file.procedure and file.procedure.code == "covenant" else "plan"
    return {"topic_id": file.id, "title": last.title if last else file.case.title, "text": last.text if last else "",
            "kind": last.kind if last else kind, "author": last.author if last else "居民议事会",
            "made_on": uow.clock.today()} | (last.parts if last else {})


def _load_posting(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    file = get_file(uow, record_id or 0)
    last = file.drafts[-1] if file.drafts else None
    hidden = work.names_to_hide(uow.get(Topic, file.id))
    return {"topic_id": file.id, "title": last.title if last else file.case.title,
            "body": redact(last.text if last else "", hidden),
            "days": file.procedure.posting_days if file.procedure else 7, "unit": "day", "places": "社区公告栏、各单元门口",
            "feedback": "意见箱、社区居委会", "approved_by": uow.actor.name, "on": uow.clock.today()}


def _load_publish(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    file = get_file(uow, record_id or 0)
    text = file.resolutions[-1].text if file.resolutions else ""
    hidden = work.names_to_hide(uow.get(Topic, file.id))
    return _load_posting(uow, record_id) | {"title": f"{file.case.title}结果公告", "body": redact(text, hidden)}


def _load_task(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    return {"topic_id": record_id}


def _load_known_task(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    task = uow.get(Task, record_id or 0)
    return {"topic_id": task.topic_id, "id": task.id, "text": task.text, "who": task.who, "budget_fen": task.budget_fen,
            "due_on": task.due_on, "done_on": task.done_on or uow.clock.today(), "result": task.result}


def _load_resolution(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    file = get_file(uow, record_id or 0)
    passed = [vote for vote in file.votes if set(vote.outcomes.values()) == {"passed"}]
    text = file.drafts[-1].text if file.drafts else next((one.agreed for one in reversed(file.gatherings) if one.agreed), "")
    return {"topic_id": file.id, "title": f"关于{file.case.title}的决议", "text": text, "made_on": uow.clock.today(),
            "body": "居民代表会议" if passed else "", "vote_id": passed[-1].id if passed else None}


def _load_filing(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    file = get_file(uow, record_id or 0)
    title = file.resolutions[-1].title if file.resolutions else file.drafts[-1].title if file.drafts else file.case.title
    return {"topic_id": file.id, "title": title, "sent_to": "街道办事处", "sent_on": uow.clock.today(),
            "enclosed": "文本、会议记录、签到表、表决结果"}


def _load_receipt(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    row = uow.get(Filing, record_id or 0)
    return {"topic_id": row.topic_id, "id": row.id, "title": row.title, "sent_to": row.sent_to, "sent_on": row.sent_on,
            "enclosed": row.enclosed, "receipt": row.receipt, "receipt_on": row.receipt_on or uow.clock.today()}


DRAFT_FORM = form_of(
    "draft_form", N_("Write the next version"), work.write_draft, TextDraft, load=_load_draft, sections=(
        Section("", (
            Field("kind", N_("Kind"), "choice", choices=(("plan", N_("Plan")), ("covenant", N_("Covenant")))),
            Field("title", N_("Title"), "text", True),
            Field("text", N_("Clauses, one a line"), "lines", True, rows=10), Field("author", N_("Drafted by")),
            Field("made_on", N_("Day"), "date", True)), N_("Earlier versions stay as they were.")),
        Section(N_("What a plan says besides"), (
            Field("ground", N_("Background and grounds"), "lines", rows=2), Field("aim", N_("Aim"), "lines", rows=2),
            Field("funding", N_("Where the money comes from, who pays what"), "lines", rows=2),
            Field("stages", N_("Steps of carrying out"), "lines", rows=2), Field("duty", N_("Who is responsible")),
            Field("watch", N_("How it is watched"))))))
_POSTING = (
    Field("title", N_("Title"), "text", True), Field("body", N_("Text"), "lines", True, rows=6),
    Field("places", N_("Where it hangs"), "text", True, help=N_("Several places are separated by 、")),
    Field("days", N_("Days"), "number", True),
    Field("unit", N_("Unit of the period"), "choice", choices=(("day", N_("days")), ("workday", N_("working days")))),
    Field("feedback", N_("Comments go to")), Field("approved_by", N_("Approved by"), "text", True),
    Field("on", N_("Posted on"), "date", True))
_HIDDEN = N_("Names of people and doors are taken out already; a notice that still has some asks for the reason.")


def _posting(values: dict[str, Any]) -> PostingDraft:
    return picked(PostingDraft, values, places=names(values.get("places")))


POST_FORM = form_of("post_form", N_("Post the draft"), work.post_draft, PostingDraft, *_POSTING, load=_load_posting,
                    make=_posting, help=_HIDDEN)
PUBLISH_FORM = form_of("publish_form", N_("Post the result"), work.publish_result, PostingDraft, *_POSTING,
                       load=_load_publish, make=_posting, help=_HIDDEN)
REVIEW_FORM = form_of(
    "review_form", N_("Enter an expert's opinion"), work.review_draft, ReviewDraft,
    Field("expert", N_("Expert"), "text", True), Field("field", N_("Professional field")), Field("unit", N_("Unit and post")),
    Field("opinion", N_("Opinion"), "choice", True, choices=OPINIONS), Field("text", N_("In words"), "lines", rows=4),
    Field("on", N_("Day"), "date", True), help=N_("Changes wanted: the topic goes back, and the new version is posted again."))
_TASK = (Field("text", N_("What is to be done"), "text", True), Field("who", N_("Who does it"), "text", True),
         Field("budget_fen", N_("Budget"), "money"), Field("due_on", N_("Due on"), "date"))
_DONE = (Field("done_on", N_("Done on"), "date"), Field("result", N_("Result"), "lines", rows=2))
TASK_FORM = form_of("task_form", N_("Enter a task"), work.save_task, TaskDraft, *_TASK, *_DONE, load=_load_task)
TASK_DONE_FORM = form_of("task_done_form", N_("Task done or changed"), work.save_task, TaskDraft, *_TASK, *_DONE,
                         load=_load_known_task)
CARRIED_FORM = form_of("carried_form", N_("Everything is carried out"), work.carried_out, ReasonDraft,
                       Field("on", N_("Day"), "date", True))
SCORE_FORM = form_of(
    "score_form", N_("Enter residents' judgement"), work.score_topic, ScoreDraft,
    Field("satisfied", N_("Satisfied"), "number", True), Field("fairly", N_("Fairly satisfied"), "number", True),
    Field("dissatisfied", N_("Not satisfied"), "number", True),
    Field("remark", N_("What they said"), "lines", rows=3), Field("on", N_("Day"), "date", True))
ARCHIVE_FORM = form_of("archive_form", N_("File the topic"), work.archive_topic, ReasonDraft,
                       Field("reason", N_("Why without residents' judgement"), "lines", rows=2),
                       Field("on", N_("Day"), "date", True))
RESOLUTION_FORM = form_of(
    "resolution_form", N_("Write the record of the resolution"), outcomes.write_resolution, ResolutionDraft,
    Field("title", N_("Title"), "text", True), Field("text", N_("What was resolved"), "lines", True, rows=8),
    Field("body", N_("Resolved by")), Field("made_on", N_("Day"), "date", True), load=_load_resolution,
    help=N_("It gets a number; records are added, never changed."))
_FILING = (Field("title", N_("What is filed"), "text", True), Field("sent_to", N_("Sent to"), "text", True),
           Field("sent_on", N_("Sent on"), "date", True), Field("enclosed", N_("Enclosed")))
STREET_FILING_FORM = form_of(
    "street_filing_form",
    N_("File it with the street office"),
    outcomes.file_with_street,
    FilingDraft,
    *_FILING,
    load=_load_filing,
)
RECEIPT_FORM = form_of("receipt_form", N_("Receipt of the filing"), outcomes.file_with_street, FilingDraft, *_FILING,
                       Field("receipt", N_("Receipt"), "text", True), Field("receipt_on", N_("Came on"), "date", True),
                       load=_load_receipt)
