"""The forms of a topic: raised, taken up, drafted, posted, reviewed, carried out, judged."""

from typing import Any

from desk.api import N_, translator
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.consultation.drafts import (
    AcceptDraft,
    DrawDraft,
    PostingDraft,
    RaiserDraft,
    ReasonDraft,
    ReviewDraft,
    ScoreDraft,
    StepDraft,
    TaskDraft,
    TextDraft,
    TopicDraft,
)
from plugins.consultation.kinds import CHANNELS, FIELDS, OPINIONS, RAISER_KINDS
from plugins.consultation.models import Topic
from plugins.consultation.pages.common import names, picked, today_for
from plugins.consultation.queries import get_file
from plugins.consultation.service import topics, work

_ = translator("consultation")
RECORD = "consultation.topic"


def _form(form: str, title: str, save: Any, draft: type, *fields: Field | Repeat, load: Any = None, make: Any = None,
          save_title: str = "", help: str = "") -> FormSpec:
    return FormSpec(id=f"consultation.{form}", title=title, domain="consultation", save=save, save_title=save_title,
                    sections=(Section("", fields, help),), load=load or today_for("topic_id"),
                    make_draft=make or (lambda values: picked(draft, values)))


def _load_topic(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    if record_id is None:
        return {"raised_on": uow.clock.today(), "channel": "counter", "raisers": [{"kind": "resident"}]}
    file = get_file(uow, record_id)
    return {"id": file.id, "version": file.version, "title": file.case.title, "content": file.content, "field": file.field,
            "channel": file.channel, "raised_on": file.raised_on, "scope": file.scope,
            "raisers": [dict(one) for one in file.raisers]}


def _procedures(uow: UnitOfWork) -> list[tuple[str, str]]:
    return [(one.code, one.title) for one in topics.list_procedures(uow)]


def _load_accept(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    topic = uow.get(Topic, record_id or 0)
    return {"topic_id": topic.id, "procedure": "six_steps", "field": topic.field, "lead": uow.actor.name,
            "on": uow.clock.today(), "reply": "您提出的议题已受理,将按程序办理,结果另行答复。"}


def _load_step(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    topic = uow.get(Topic, record_id or 0)
    step = topics.procedure_of(topic).step(topic.step)
    return {"topic_id": topic.id, "step": step.code, "who": step.convener, "on": uow.clock.today()}


def _load_draft(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    file = get_file(uow, record_id or 0)
    last = file.drafts[-1] if file.drafts else None
    return {"topic_id": file.id, "title": last.title if last else file.case.title, "text": last.text if last else "",
            "kind": last.kind if last else "plan", "author": last.author if last else "居民议事会",
            "made_on": uow.clock.today()}


def _load_posting(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    file = get_file(uow, record_id or 0)
    last = file.drafts[-1] if file.drafts else None
    return {"topic_id": file.id, "title": last.title if last else file.case.title, "body": last.text if last else "",
            "days": file.procedure.posting_days if file.procedure else 7, "unit": "day", "places": "社区公告栏、各单元门口",
            "feedback": "意见箱、社区居委会", "approved_by": uow.actor.name, "on": uow.clock.today()}


def _load_publish(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    file = get_file(uow, record_id or 0)
    return _load_posting(uow, record_id) | {"title": f"{file.case.title}结果公告", "body": ""}


def _load_task(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    return {"topic_id": record_id}


TOPIC_FORM = FormSpec(
    id="consultation.topic_form", title=N_("Register a topic"), domain="consultation", after=RECORD, load=_load_topic,
    save=topics.save_topic, sections=(
        Section(N_("Topic"), (
            Field("title", N_("Title"), "text", True), Field("content", N_("Content and proposal"), "lines", rows=4),
            Field("field", N_("Field"), "choice", choices=(("", "—"), *FIELDS)),
            Field("channel", N_("How it came"), "choice", choices=CHANNELS, default="counter"),
            Field("raised_on", N_("Raised on"), "date"), Field("scope", N_("Whom it concerns")))),
        Section(N_("Raised by"), (Repeat("raisers", N_("Person"), (
            Field("name", N_("Name"), help=N_("Left blank: anonymous.")),
            Field("kind", N_("As"), "choice", choices=RAISER_KINDS, default="resident"), Field("contact", N_("Phone")),
            Field("home", N_("Building and door")),
            Field("tell", N_("The name may be told to others"), "bool", default=False)), N_("Add a person")),))),
    make_draft=lambda values: picked(TopicDraft, values, raisers=tuple(
        picked(RaiserDraft, row) for row in values.get("raisers") or ()), field=values.get("field") or ""))

ACCEPT_FORM = _form(
    "accept_form", N_("Take up the topic"), topics.accept_topic, AcceptDraft,
    Field("procedure", N_("Procedure"), "choice", True, choices=_procedures,
          help=N_("The topic keeps this edition, whatever is changed later.")),
    Field("field", N_("Field"), "choice", choices=(("", "—"), *FIELDS)), Field("lead", N_("Who leads it")),
    Field("reply", N_("Answer to who raised it"), "lines", True, rows=3), Field("on", N_("Day"), "date", True),
    load=_load_accept, make=lambda values: picked(AcceptDraft, values, field=values.get("field") or ""))
REFUSE_FORM = _form("refuse_form", N_("Do not take up the topic"), topics.refuse_topic, ReasonDraft,
                    Field("reason", N_("Reason, told to who raised it"), "lines", True, rows=3),
                    Field("on", N_("Day"), "date", True))
MERGE_FORM = _form("merge_form", N_("Merge into another topic"), topics.merge_topic, ReasonDraft,
                   Field("into", N_("Number of the topic that stays"), "text", True),
                   help=N_("Everybody who raised either topic is kept there."))
STEP_FORM = _form("step_form", N_("Finish the step"), topics.finish_step, StepDraft,
                  Field("who", N_("Held by")), Field("note", N_("Note"), "lines", rows=2), Field("on", N_("Day"), "date", True),
                  load=_load_step, save_title=N_("Finish (Ctrl+S)"))
BACK_FORM = _form("back_form", N_("Send back"), topics.finish_step, StepDraft,
                  Field("note", N_("Why"), "lines", True, rows=3), Field("on", N_("Day"), "date", True), load=_load_step,
                  make=lambda values: picked(StepDraft, values, back=True))
FAIL_FORM = _form("fail_form", N_("Close after the vote failed"), topics.fail_topic, ReasonDraft,
                  Field("reason", N_("Reason"), "lines", True, rows=3), Field("on", N_("Day"), "date", True))
DRAFT_FORM = _form(
    "draft_form", N_("Write the next version"), work.write_draft, TextDraft,
    Field("kind", N_("Kind"), "choice", choices=(("plan", N_("Plan")), ("covenant", N_("Covenant")))),
    Field("title", N_("Title"), "text", True), Field("text", N_("Text"), "lines", True, rows=12),
    Field("author", N_("Drafted by")), Field("made_on", N_("Day"), "date",
                                             True), load=_load_draft, help=N_("Earlier versions stay as they were."))
_POSTING = (
    Field("title", N_("Title"), "text", True), Field("body", N_("Text"), "lines", True, rows=6),
    Field("places", N_("Where it hangs"), "text", True, help=N_("Several places are separated by 、")),
    Field("days", N_("Days"), "number", True),
    Field("unit", N_("Counted in"), "choice", choices=(("day", N_("days")), ("workday", N_("working days")))),
    Field("feedback", N_("Comments go to")), Field("approved_by", N_("Approved by"), "text", True),
    Field("on", N_("Posted on"), "date", True))


def _posting(values: dict[str, Any]) -> PostingDraft:
    return picked(PostingDraft, values, places=names(values.get("places")))  # type: ignore[no-any-return]


POST_FORM = _form("post_form", N_("Post the draft"), work.post_draft, PostingDraft, *_POSTING, load=_load_posting,
                  make=_posting)
PUBLISH_FORM = _form("publish_form", N_("Post the result"), work.publish_result, PostingDraft, *_POSTING, load=_load_publish,
                     make=_posting)
REVIEW_FORM = _form(
    "review_form", N_("Enter an expert's opinion"), work.review_draft, ReviewDraft,
    Field("expert", N_("Expert"), "text", True), Field("field", N_("Professional field")), Field("unit", N_("Unit and post")),
    Field("opinion", N_("Opinion"), "choice", True, choices=OPINIONS), Field("text", N_("In words"), "lines", rows=4),
    Field("on", N_("Day"), "date", True), help=N_("Changes wanted: the topic goes back, and the new version is posted again."))
TASK_FORM = _form(
    "task_form", N_("Enter a task"), work.save_task, TaskDraft, Field("text", N_("What is to be done"), "text", True),
    Field("who", N_("Who does it"), "text", True), Field("budget_fen", N_("Budget"), "money"),
    Field("due_on", N_("Due on"), "date"), Field("done_on", N_("Done on"), "date"), Field("result", N_("Result"), "lines",
                                                                                          rows=2), load=_load_task)
CARRIED_FORM = _form("carried_form", N_("Everything is carried out"), work.carried_out, ReasonDraft,
                     Field("on", N_("Day"), "date", True))
SCORE_FORM = _form(
    "score_form", N_("Enter residents' judgement"), work.score_topic, ScoreDraft,
    Field("satisfied", N_("Satisfied"), "number", True), Field("fairly", N_("Fairly satisfied"), "number",
                                                               True), Field("dissatisfied", N_("Not satisfied"), "number",
                                                                            True),
    Field("remark", N_("What they said"), "lines", rows=3), Field("on", N_("Day"), "date", True))
ARCHIVE_FORM = _form("archive_form", N_("File the topic"), work.archive_topic, ReasonDraft,
                     Field("reason", N_("Why without residents' judgement"), "lines", rows=2),
                     Field("on", N_("Day"), "date", True))
DRAW_FORM = _form(
    "draw_form", N_("Draw lots"), topics.draw_lots, DrawDraft, Field("what", N_("What is drawn for")),
    Field("roll", N_("Names, one a line"), "lines", True, rows=6), Field("count", N_("How many are drawn"), "number", True,
                                                                         default=1),
    Field("seed", N_("Seed"), "text", True, help=N_("Something everybody sees before the draw: dice, today's headline.")),
    help=N_("Anybody can repeat the draw from the seed and the names."))
