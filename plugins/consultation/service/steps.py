"""From step to step of a topic's own copy of its procedure: finished with evidence, sent back, timed, drawn."""

from datetime import date

from desk.api import NotFound, UserError, clean, clean_note, translator
from desk.api.calendar import Period
from desk.api.cases import move_case, note, set_clock, visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.votes import draw
from plugins.consultation.drafts import DrawDraft, ReasonDraft, StepDraft
from plugins.consultation.gates import by_another_rule, evidence, lacking, used_up
from plugins.consultation.kinds import CONFORMITIES, TOPIC, WRITE
from plugins.consultation.models import Topic
from plugins.consultation.procedures import Procedure, StepRule, from_data

_ = translator("consultation")
CLOCK = "step"


@verb("consultation.step", permission=WRITE)
def finish_step(uow: UnitOfWork, draft: StepDraft) -> int:
    """Finish the present step, or send the topic back. No step is skipped, none finished while something is lacking."""
    topic = uow.get(Topic, draft.topic_id)
    if visible_case(uow, topic.case_id).state != "walking" or topic.step != draft.step:
        raise UserError(_("The topic is not at this step any more."), todo=_("Open it again."))
    if draft.back:
        _send_back(uow, topic, draft)
        return draft.topic_id
    step = procedure_of(topic).step(topic.step)
    sentences = lacking(uow, topic, step)
    if sentences:
        raise UserError(sentences[0], fields={"note": " ".join(sentences)})
    another = "" if draft.note.strip() else by_another_rule(uow, topic, step)
    if another:
        raise UserError(another, field="note")
    missing = [words for code, words in CONFORMITIES if code not in draft.ticks]
    if "conformity" in step.needs and missing:
        raise UserError(_("Not everything is found to conform: {what}.").format(what="、".join(missing)), field="ticks",
                        todo=_("Tick what holds, or send the topic back."))
    complete(uow, topic, draft)
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


def start_step(uow: UnitOfWork, topic: Topic, step: StepRule | None, day: date) -> None:
    """The topic stands at `step` from `day` on; its clock runs in place of the last step's. None: the procedure is over."""
    topic.step = step.code if step else ""
    span = Period(step.days, step.unit, procedure_of(topic).source) if step and step.days else None
    set_clock(uow, topic.case_id, CLOCK, step.title if step else "", span, day)


def complete(uow: UnitOfWork, topic: Topic, draft: StepDraft) -> None:
    """The present step is finished with what it rests on; the next one begins."""
    procedure, day = procedure_of(topic), draft.on or uow.clock.today()
    step = procedure.step(topic.step)
    _write(topic, step.code, day, draft, {"evidence": evidence(uow, topic, step), "ticks": list(draft.ticks)})
    note(uow, topic.case_id, f"{step.title}:完成", on=day)
    following = procedure.after(step.code)
    start_step(uow, topic, following, day)
    if following is None:
        move_case(uow, topic.case_id, "decide", on=day)
    uow.trace("consultation.step", TOPIC, topic.id, step=step.code)


def _send_back(uow: UnitOfWork, topic: Topic, draft: StepDraft) -> None:
    procedure = procedure_of(topic)
    step = procedure.step(topic.step)
    if not step.back:
        raise UserError(_("There is no way back from this step."))
    if not draft.note.strip():
        raise UserError(_("Say why it goes back."), field="note")
    day = draft.on or uow.clock.today()
    _write(topic, step.code, day, draft, {"back": True, "spent": used_up(uow, topic)})
    note(uow, topic.case_id, f"{step.title}:退回。{clean_note(draft.note)}", on=day)
    start_step(uow, topic, procedure.step(step.back), day)
    uow.trace("consultation.back", TOPIC, topic.id, step=step.code, to=step.back)


def _write(topic: Topic, code: str, day: date, draft: StepDraft, more: dict[str, object]) -> None:
    topic.done = [*topic.done, {"code": code, "on": day.isoformat(), "who": clean(draft.who), "note": clean_note(draft.note),
                                "back": False} | more]
