"""The forms of a topic and its steps: raised, taken up or not, told, merged, finished, sent back, drawn."""

from typing import Any

from desk.api import N_, UserError, translator
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.consultation.classes import class_choices
from plugins.consultation.drafts import AcceptDraft, DrawDraft, RaiserDraft, ReasonDraft, StepDraft, TellDraft, TopicDraft
from plugins.consultation.gates import newest_draft
from plugins.consultation.kinds import (
    CHANNELS,
    CONFORMITIES,
    FORMS_OF_TALK,
    HOW_TOLD,
    MAJOR,
    RAISER_KINDS,
    SORTS,
    URGENCY,
)
from plugins.consultation.models import Matter, Topic
from plugins.consultation.pages.common import areas, form_of, picked
from plugins.consultation.queries import get_file
from plugins.consultation.service import steps, topics

_ = translator("consultation")
RECORD = "consultation.topic"


def _load_topic(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    if record_id is None:
        return {"raised_on": uow.clock.today(), "channel": "counter", "raisers": [{"kind": "resident"}]}
    file = get_file(uow, record_id)
    major = {"major": file.major["kind"], "major_fen": file.major["amount_fen"], "land": file.major["land"],
             "major_households": file.major["households"]} if file.major else {}
    return {"id": file.id, "version": file.version, "title": file.case.title, "content": file.content, "field": file.field,
            "channel": file.channel, "raised_on": file.raised_on, "scope": file.scope, "urgency": file.urgency,
            "area_id": file.case.area_id, "raisers": [dict(one) for one in file.raisers]} | major


def load_from_matter(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A topic out of what somebody brought to a gathering: her words, her name, how it came."""
    matter = uow.get(Matter, record_id or 0)
    return {"title": matter.text.splitlines()[0][:40], "content": matter.text, "raised_on": matter.raised_on,
            "channel": "meeting", "from_matter": matter.id,
            "raisers": [{"name": matter.who, "contact": matter.contact, "kind": "resident"}]}


def _make_topic(values: dict[str, Any]) -> TopicDraft:
    raisers = tuple(_raiser(row) for row in values.get("raisers") or ())
    return picked(TopicDraft, values, raisers=raisers, field=values.get("field") or "")


def _raiser(row: dict[str, Any]) -> RaiserDraft:
    from datetime import date

    told = row.get("told_on")
    return picked(RaiserDraft, row, told_on=date.fromisoformat(told) if isinstance(told, str) else told)


def _procedures(uow: UnitOfWork) -> list[tuple[str, str]]:
    """Every procedure; one whose first meetings may be held as one stands there twice."""
    found = []
    for one in topics.list_procedures(uow):
        found.append((one.code, one.title))
        both = [(step.title, after.title) for step, after in zip(one.steps, one.steps[1:], strict=False) if step.joins]
        if both:
            found.append((one.code + topics.AS_ONE, _("{procedure} (as one meeting: {steps})").format(
                procedure=one.title, steps="、".join(dict.fromkeys(title for pair in both for title in pair)))))
    return found


def _load_accept(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    topic = uow.get(Topic, record_id or 0)
    return {"topic_id": topic.id, "procedure": "six_steps", "field": topic.field, "lead": uow.actor.name, "sort": "self",
            "lawful": "不涉及违法事项,属于居民自治范围。", "concerned": topic.scope, "form": "talk",
            "on": uow.clock.today(), "reply": "您提出的议题已受理,将按程序办理,结果另行答复。"}


def _load_step(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    topic = uow.get(Topic, record_id or 0)
    procedure = steps.procedure_of(topic)
    if not topic.step:  # another seat finished the last one meanwhile
        raise UserError(_("The topic is not at this step any more."), todo=_("Open it again."))
    step = procedure.step(topic.step)
    return {"topic_id": topic.id, "step": step.code, "who": step.convener, "on": uow.clock.today(),
            "asks": "conformity" if "conformity" in step.needs else "", "ticks": ()}


def _load_tell(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    topic = uow.get(Topic, record_id or 0)
    rows = [{**one, "name": one["name"] or _("anonymous"), "told_on": one.get("told_on") or uow.clock.today(),
             "told_how": one.get("told_how") or ("phone" if one["contact"] else "notice")} for one in topic.raisers]
    return {"topic_id": topic.id, "reply": topic.reply, "raisers": rows}


def _load_merge(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    return {"topic_id": record_id}


def _make_tell(values: dict[str, Any]) -> TellDraft:
    return TellDraft(values["topic_id"], tuple(_raiser(row) for row in values.get("raisers") or ()))


TOPIC_SECTIONS = (
    Section(N_("Topic"), (
        Field("title", N_("Title"), "text", True), Field("content", N_("Content and proposal"), "lines", rows=4),
        Field("field", N_("Field"), "choice", choices=class_choices),
        Field("channel", N_("How it came"), "choice", choices=CHANNELS, default="counter"),
        Field("raised_on", N_("Raised on"), "date"), Field("area_id", N_("Estate or building"), "choice", choices=areas),
        Field("scope", N_("Whom it concerns")), Field("urgency", N_("Urgency"), "choice", choices=URGENCY),
        Field("major", N_("Major matter of the village"), "choice", choices=MAJOR, default=""),
        Field("major_fen", N_("Amount"), "money", visible_when={"major": tuple(code for code, _title in MAJOR[1:])}),
        Field("land", N_("Land in mu"), "number", visible_when={"major": tuple(code for code, _title in MAJOR[1:])}),
        Field("major_households", N_("Households touched"), "number",
              visible_when={"major": tuple(code for code, _title in MAJOR[1:])}))),
    Section(N_("Raised by"), (Repeat("raisers", N_("Person"), (
        Field("name", N_("Name"), help=N_("Left blank: anonymous.")),
        Field("kind", N_("As"), "choice", choices=RAISER_KINDS, default="resident"), Field("contact", N_("Phone")),
        Field("home", N_("Building and door")),
        Field("tell", N_("The name may be told to others"), "bool", default=False)), N_("Add a person")),)))

TOPIC_FORM = FormSpec(
    id="consultation.topic_form", title=N_("Register a topic"), domain="consultation", after=RECORD, load=_load_topic,
    save=topics.save_topic, sections=TOPIC_SECTIONS, make_draft=_make_topic)
MATTER_TOPIC_FORM = FormSpec(
    id="consultation.matter_topic_form", title=N_("Register it as a topic"), domain="consultation", after=RECORD,
    load=load_from_matter, save=topics.save_topic, sections=TOPIC_SECTIONS, make_draft=_make_topic)
ACCEPT_FORM = form_of(
    "accept_form", N_("Take up the topic"), topics.accept_topic, AcceptDraft, load=_load_accept,
    make=lambda values: picked(AcceptDraft, values, field=values.get("field") or ""), sections=(
        Section(N_("Acceptance check"), (
            Field("sort", N_("What kind of matter it is"), "choice", True, choices=SORTS),
            Field("field", N_("Field"), "choice", choices=class_choices),
            Field("lawful", N_("Is it lawful?"), "lines", True, rows=2), Field("concerned", N_("Who is concerned")),
            Field("form", N_("How it is talked over"), "choice", choices=FORMS_OF_TALK),
            Field("party", N_("What the party organisation says"), "lines", rows=2))),
        Section(N_("Procedure"), (
            Field("procedure", N_("Procedure"), "choice", True, choices=_procedures,
                  help=N_("The topic keeps this edition, whatever is changed later.")),
            Field("lead", N_("Who leads it")), Field("reply", N_("Answer to who raised it"), "lines", True, rows=3),
            Field("on", N_("Day"), "date", True)))))
REFUSE_FORM = form_of(
    "refuse_form", N_("Do not take up the topic"), topics.refuse_topic, ReasonDraft,
    Field("sort", N_("What becomes of it"), "choice", choices=SORTS[2:], default="none"),
    Field("reason", N_("Reason, told to who raised it"), "lines", True, rows=3), Field("on", N_("Day"), "date", True))
TELL_FORM = form_of(
    "tell_form", N_("Tell who raised it"), topics.tell_raisers, TellDraft,
    Field("reply", N_("The answer"), "lines", rows=3, read_only=True),
    Repeat("raisers", N_("Person"), (
        Field("name", N_("Name"), read_only=True), Field("told_on", N_("Told on"), "date"),
        Field("told_how", N_("How"), "choice", choices=HOW_TOLD)), ""), load=_load_tell, make=_make_tell,
    help=N_("Everybody who raised it gets an answer; empty the day of those who were not reached yet."))
MERGE_FORM = form_of("merge_form", N_("Merge into another topic"), topics.merge_topic, ReasonDraft,
                     Field("into", N_("Number of the topic that stays"), "text", True), load=_load_merge,
                     help=N_("Everybody who raised either topic is kept there."))
STEP_FORM = form_of(
    "step_form", N_("Finish the step"), steps.finish_step, StepDraft,
    Field("asks", N_("This step asks for"), "choice", choices=(("", "—"), ("conformity", N_("All four conformities ticked"))),
          read_only=True, visible_when={"asks": ("conformity",)}),
    Field("ticks", N_("It conforms to"), "ticks", choices=CONFORMITIES, visible_when={"asks": ("conformity",)}),
    Field("who", N_("Held by")), Field("note", N_("Note"), "lines", rows=2), Field("on", N_("Day"), "date", True),
    load=_load_step, save_title=N_("Finish (Ctrl+S)"))
BACK_FORM = form_of("back_form", N_("Send back"), steps.finish_step, StepDraft,
                    Field("note", N_("Why"), "lines", True, rows=3), Field("on", N_("Day"), "date", True), load=_load_step,
                    make=lambda values: picked(StepDraft, values, back=True),
                    help=N_("What was held, voted and posted so far stays in the file and does not count again."))
FAIL_FORM = form_of("fail_form", N_("Close after the vote failed"), steps.fail_topic, ReasonDraft,
                    Field("reason", N_("Reason"), "lines", True, rows=3), Field("on", N_("Day"), "date", True))


def _load_draw(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    draft = newest_draft(uow, record_id or 0)
    return {"topic_id": record_id, "what": draft.title if draft else ""}


DRAW_FORM = form_of(
    "draw_form", N_("Draw lots"), steps.draw_lots, DrawDraft, Field("what", N_("What is drawn for")),
    Field("roll", N_("Names, one a line"), "lines", True, rows=6), Field("count", N_("How many are drawn"), "number", True,
                                                                         default=1),
    Field("seed", N_("Seed"), "text", True, help=N_("Something everybody sees before the draw: dice, today's headline.")),
    load=_load_draw, help=N_("Anybody can repeat the draw from the seed and the names."))
