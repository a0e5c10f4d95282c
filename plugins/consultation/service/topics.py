"""Topics: raised, taken up or refused with an answer to everybody who raised them, merged with all who raised them."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import select

from desk.api import UserError, clean, clean_note, translator
from desk.api.cases import Case, CaseDraft, change_case, link_case, move_case, note, open_case, set_number, visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.numbers import give_number
from plugins.consultation.drafts import AcceptDraft, RaiserDraft, ReasonDraft, StepDraft, TellDraft, TopicDraft
from plugins.consultation.gates import lacking
from plugins.consultation.kinds import HOW_TOLD, SERIES, TOPIC, WRITE
from plugins.consultation.models import Matter, OwnProcedure, Topic
from plugins.consultation.procedures import Procedure, as_data, as_one, from_data
from plugins.consultation.service.steps import complete, start_step
from plugins.consultation.shipped import SHIPPED

_ = translator("consultation")
AS_ONE = "+joined"
"""After the code of a procedure: its steps that may be held as one are."""


def list_procedures(uow: UnitOfWork) -> list[Procedure]:
    """Shipped procedures, replaced by the community's editions, and its own."""
    own = {row.code: from_data(row.data) for row in uow.session.scalars(select(OwnProcedure).order_by(OwnProcedure.id))}
    return [own.pop(one.code, one) for one in SHIPPED] + list(own.values())


@verb("consultation.save_topic", permission=WRITE)
def save_topic(uow: UnitOfWork, draft: TopicDraft) -> int:
    """Register a topic or change the one that was opened; answers its id."""
    case = CaseDraft(title=draft.title, summary=clean_note(draft.content)[:200], class_code=draft.field, source=draft.channel,
                     opened_on=draft.raised_on, area_id=draft.area_id)
    values = {"field": draft.field, "channel": draft.channel, "content": clean_note(draft.content), "scope": clean(draft.scope),
              "urgency": draft.urgency, "major": _major(draft), "raisers": _raisers(draft.raisers)}
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
    if draft.from_matter and not draft.id:
        _follow_matter(uow, topic, draft.from_matter)
    uow.trace("consultation.save_topic", TOPIC, topic.id)
    return int(topic.id)


@verb("consultation.accept", permission=WRITE)
def accept_topic(uow: UnitOfWork, draft: AcceptDraft) -> int:
    """Take a topic up: the acceptance check is kept, it gets its own copy of the procedure, whoever raised it an answer."""
    topic = uow.get(Topic, draft.topic_id)
    code = draft.procedure.removesuffix(AS_ONE)
    found = next((one for one in list_procedures(uow) if one.code == code), None)
    if found is None:
        raise UserError(_("Choose the procedure."), field="procedure")
    if draft.sort in ("report", "none"):
        raise UserError(_("What is reported upwards or not taken up does not walk a procedure."), field="sort",
                        todo=_("Choose “Do not take up” and give the reason."))
    found = as_one(found) if code != draft.procedure else found
    day = draft.on or uow.clock.today()
    topic.check = {"sort": draft.sort, "lawful": clean_note(draft.lawful), "concerned": clean(draft.concerned, limit=300),
                   "form": draft.form, "party": clean_note(draft.party), "on": day.isoformat()}
    topic.procedure, topic.step, topic.done = as_data(found), found.steps[0].code, []
    topic.reply, topic.lead = clean_note(draft.reply), clean(draft.lead, limit=60)
    topic.field = draft.field or topic.field
    move_case(uow, topic.case_id, "accept", on=draft.on)
    start_step(uow, topic, found.steps[0], day)
    if not lacking(uow, topic, found.steps[0]):
        complete(uow, topic, StepDraft(topic.id, topic.step, uow.actor.name, on=draft.on))
    uow.trace("consultation.accept", TOPIC, topic.id, procedure=found.code, edition=found.edition)
    return draft.topic_id


@verb("consultation.refuse", permission=WRITE)
def refuse_topic(uow: UnitOfWork, draft: ReasonDraft) -> int:
    """Do not take it up, with the reason that is told to whoever raised it."""
    topic = uow.get(Topic, draft.topic_id)
    move_case(uow, topic.case_id, "refuse", reason=clean_note(draft.reason), on=draft.on)
    topic.reply = clean_note(draft.reason)
    topic.check = topic.check | {"sort": draft.sort or "none", "on": (draft.on or uow.clock.today()).isoformat()}
    return draft.topic_id


@verb("consultation.tell", permission=WRITE)
def tell_raisers(uow: UnitOfWork, draft: TellDraft) -> int:
    """Keep who of those who raised the topic was told the answer, when and how."""
    topic = uow.get(Topic, draft.topic_id)
    visible_case(uow, topic.case_id)
    if len(draft.raisers) != len(topic.raisers):
        raise UserError(_("The topic is not at this step any more."), todo=_("Open it again."))
    if not topic.reply:
        raise UserError(_("There is no answer to tell yet."), todo=_("Take the topic up or refuse it first."))
    told = []
    for number, (kept, said) in enumerate(zip(topic.raisers, draft.raisers, strict=True)):
        if said.told_on and said.told_on > uow.clock.today():
            raise UserError(_("This day lies in the future."), field=f"raisers.{number}.told_on")
        if said.told_on and said.told_how not in dict(HOW_TOLD):
            raise UserError(_("Say how she was told."), field=f"raisers.{number}.told_how")
        told.append(kept | {"told_on": said.told_on.isoformat() if said.told_on else None,
                            "told_how": said.told_how if said.told_on else ""})
    topic.raisers = told
    uow.touch(TOPIC, topic.id)
    uow.trace("consultation.tell", TOPIC, topic.id, told=sum(bool(one["told_on"]) for one in told))
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


def _raisers(drafts: tuple[RaiserDraft, ...]) -> list[dict[str, Any]]:
    return [asdict(one) | {"name": clean(one.name, limit=60), "contact": clean(one.contact, limit=60),
                           "home": clean(one.home), "told_on": one.told_on.isoformat() if one.told_on else None}
            for one in drafts if one.name.strip() or one.contact.strip()]


def _major(draft: TopicDraft) -> dict[str, Any]:
    if not draft.major:
        return {}
    for name in ("major_fen", "land", "major_households"):
        if (getattr(draft, name) or 0) < 0:
            raise UserError(_("Enter a number that is not negative."), field=name)
    return {"kind": draft.major, "amount_fen": draft.major_fen, "land": draft.land, "households": draft.major_households}


def _follow_matter(uow: UnitOfWork, topic: Topic, matter_id: int) -> None:
    """The topic grew out of what somebody brought to a gathering; the matter is routed, not lost."""
    matter = uow.get(Matter, matter_id)
    matter.topic_id, matter.outcome = topic.id, "topic"
    link_case(uow, topic.case_id, "gathering", matter.gathering_id, "from")
    note(uow, topic.case_id, f"来自会议:{matter.text[:80]}")
    uow.touch("consultation.matter", matter.id)
