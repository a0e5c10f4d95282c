"""Topics: raised, taken up or refused with an answer, merged with all who raised them, led from step to step."""

from dataclasses import asdict

from sqlalchemy import select

from desk.api import NotFound, UserError, clean, clean_note, translator
from desk.api.cases import Case, CaseDraft, change_case, link_case, move_case, note, open_case, set_number, visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.numbers import give_number
from desk.api.votes import draw
from plugins.consultation.drafts import AcceptDraft, DrawDraft, ReasonDraft, StepDraft, TopicDraft
from plugins.consultation.gates import lacking
from plugins.consultation.kinds import SERIES, TOPIC, WRITE
from plugins.consultation.models import OwnProcedure, Topic
from plugins.consultation.procedures import SHIPPED, Procedure, as_data, from_data

_ = translator("consultation")


def list_procedures(uow: UnitOfWork) -> list[Procedure]:
    """Shipped procedures, replaced by the community's editions, and its own."""
    own = {row.code: from_data(row.data) for row in uow.session.scalars(select(OwnProcedure).order_by(OwnProcedure.id))}
    return [own.pop(one.code, one) for one in SHIPPED] + list(own.values())


@verb("consultation.save_topic", permission=WRITE)
def save_topic(uow: UnitOfWork, draft: TopicDraft) -> int:
    """Register a topic or change the one that was opened; answers its id."""
    raisers = [asdict(one) | {"name": clean(one.name, limit=60), "contact": clean(one.contact, limit=60),
                              "home": clean(one.home)}
               for one in draft.raisers if one.name.strip() or one.contact.strip()]
    case = CaseDraft(title=draft.title, summary=clean_note(draft.content)[:200], class_code=draft.field, source=draft.channel,
                     opened_on=draft.raised_on)
    values = {"field": draft.field, "channel": draft.channel, "content": clean_note(draft.content), "scope": clean(draft.scope),
              "raisers": raisers}
    if draft.id:
        topic = uow.get(Topic, draft.id)
        uow.expect_version(topic, draft.version)
        change_case(uow, topic.case_id, case)
    else:
        case_id = open_case(uow, TOPIC, case)
        topic = Topic(id=case_id, case_id=case_id, raised_on=draft.raised_on or uow.clock.today())
        set_number(uow, case_id, give_number(uow, SERIES, TOPIC, case_id))
    for name, value in values.items():
        setattr(topic, name, value)
    uow.add(topic)
    uow.trace("consultation.save_topic", TOPIC, topic.id)
    return int(topic.id)


@verb("consultation.accept", permission=WRITE)
def accept_topic(uow: UnitOfWork, draft: AcceptDraft) -> int:
    """Take a topic up: it gets its own copy of the procedure, and whoever raised it an answer."""
    topic = uow.get(Topic, draft.topic_id)
    found = next((one for one in list_procedures(uow) if one.code == draft.procedure), None)
    if found is None:
        raise UserError(_("Choose the procedure."), field="procedure")
    topic.procedure, topic.step, topic.done = as_data(found), found.steps[0].code, []
    topic.reply, topic.lead = clean_note(draft.reply), clean(draft.lead, limit=60)
    topic.field = draft.field or topic.field
    move_case(uow, topic.case_id, "accept", on=draft.on)
    if not lacking(uow, topic, found.steps[0]):
        _finish(uow, topic, StepDraft(topic.id, topic.step, uow.actor.name, on=draft.on))
    uow.trace("consultation.accept", TOPIC, topic.id, procedure=found.code)
    return draft.topic_id


@verb("consultation.refuse", permission=WRITE)
def refuse_topic(uow: UnitOfWork, draft: ReasonDraft) -> int:
    """Do not take it up, with the reason that is told to whoever raised it."""
    topic = uow.get(Topic, draft.topic_id)
    move_case(uow, topic.case_id, "refuse", reason=clean_note(draft.reason), on=draft.on)
    topic.reply = clean_note(draft.reason)
    return draft.topic_id


@verb("consultation.merge", permission=WRITE)
def merge_topic(uow: UnitOfWork, draft: ReasonDraft) -> int:
    """Merge into the topic with the number `into`; everybody who raised either is kept there. Answers that topic's id."""
    topic = uow.get(Topic, draft.topic_id)
    case = uow.session.scalars(select(Case).where(Case.kind == TOPIC, Case.number == clean(draft.into))).one_or_none()
    if case is None or case.id == topic.case_id:
        raise UserError(_("There is no other topic with this number."), field="into")
    kept = uow.get(Topic, case.id)
    if visible_case(uow, kept.case_id).state not in ("raised", "walking"):
        raise UserError(_("That topic is closed already."), field="into")
    kept.raisers = [*kept.raisers, *topic.raisers]
    topic.merged_into = kept.id
    move_case(uow, topic.case_id, "merge", on=draft.on)
    link_case(uow, topic.case_id, TOPIC, kept.id, "merged")
    uow.trace("consultation.merge", TOPIC, topic.id, into=kept.id)
    return int(kept.id)


@verb("consultation.step", permission=WRITE)
def finish_step(uow: UnitOfWork, draft: StepDraft) -> int:
    """Finish the present step, or send the topic back. No step is skipped, none finished while something is lacking."""
    topic = uow.get(Topic, draft.topic_id)
    if visible_case(uow, topic.case_id).state != "walking" or topic.step != draft.step:
        raise UserError(_("The topic is not at this step any more."), todo=_("Open it again."))
    if draft.back:
        _send_back(uow, topic, draft)
        return draft.topic_id
    sentences = lacking(uow, topic, procedure_of(topic).step(topic.step))
    if sentences:
        raise UserError(sentences[0], fields={"note": " ".join(sentences)})
    _finish(uow, topic, draft)
    return draft.topic_id


@verb("consultation.draw", permission=WRITE)
def draw_lots(uow: UnitOfWork, draft: DrawDraft) -> int:
    """Draw with a seed everybody saw (a tie, representatives); seed, names and outcome are written into the timeline."""
    topic = uow.get(Topic, draft.topic_id)
    found = [clean(name) for name in draft.roll.splitlines() if name.strip()]
    seed = clean(draft.seed, field="seed")
    if not seed:
        raise UserError(_("Enter the seed that everybody has seen."), field="seed")
    if not 1 <= draft.count < len(found):
        raise UserError(_("Enter more names than are drawn, one a line."), field="roll")
    drawn = draw(seed, found, draft.count)
    note(uow, topic.case_id, f"{clean(draft.what) or '抽签'}。种子:{seed}。名单:{'、'.join(found)}。抽中:{'、'.join(drawn)}。"
                             "算法:按SHA-256(种子|姓名)由小到大取。")
    uow.trace("consultation.draw", TOPIC, topic.id, seed=seed, count=draft.count)
    return draft.topic_id


@verb("consultation.fail", permission=WRITE)
def fail_topic(uow: UnitOfWork, draft: ReasonDraft) -> int:
    """The topic was voted down and is not drafted anew."""
    move_case(uow, uow.get(Topic, draft.topic_id).case_id, "fail", reason=clean_note(draft.reason), on=draft.on)
    return draft.topic_id


def procedure_of(topic: Topic) -> Procedure:
    """The topic's own copy. NotFound before it was taken up."""
    if not topic.procedure:
        raise NotFound(_("The topic is not taken up yet."))
    return from_data(topic.procedure)


def _finish(uow: UnitOfWork, topic: Topic, draft: StepDraft) -> None:
    procedure, day = procedure_of(topic), draft.on or uow.clock.today()
    step = procedure.step(topic.step)
    _write(topic, step.code, day.isoformat(), draft, back=False)
    following = procedure.after(step.code)
    note(uow, topic.case_id, f"{step.title}:完成", on=day)
    if following is None:
        topic.step = ""
        move_case(uow, topic.case_id, "decide", on=day)
    else:
        topic.step = following.code
    uow.trace("consultation.step", TOPIC, topic.id, step=step.code)


def _send_back(uow: UnitOfWork, topic: Topic, draft: StepDraft) -> None:
    step = procedure_of(topic).step(topic.step)
    if not step.back:
        raise UserError(_("There is no way back from this step."))
    if not draft.note.strip():
        raise UserError(_("Say why it goes back."), field="note")
    day = draft.on or uow.clock.today()
    _write(topic, step.code, day.isoformat(), draft, back=True)
    topic.step = step.back
    note(uow, topic.case_id, f"{step.title}:退回。{clean_note(draft.note)}", on=day)
    uow.trace("consultation.back", TOPIC, topic.id, step=step.code, to=step.back)


def _write(topic: Topic, code: str, day: str, draft: StepDraft, *, back: bool) -> None:
    topic.done = [*topic.done, {"code": code, "on": day, "who": clean(draft.who), "note": clean_note(draft.note), "back": back}]
