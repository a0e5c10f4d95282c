"""Topics and matters that are another module's: handed over to one that is switched on, and tied to what came of it there."""

from dataclasses import replace

from desk.api import Handed, UserError, clean, clean_note, translator
from desk.api.cases import find_taker, hand_over, link_case, list_takers, move_case, visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.meetings import get_gathering
from plugins.consultation.drafts import HandDraft
from plugins.consultation.kinds import TOPIC, WRITE
from plugins.consultation.models import Matter, Topic
from plugins.consultation.taking import MATTER

_ = translator("consultation")


@verb("consultation.hand_topic", permission=WRITE)
def hand_topic(uow: UnitOfWork, draft: HandDraft) -> int:
    """The topic is another module's: handed over with the reason, which is told to who raised it. Answers the topic's id."""
    topic = uow.get(Topic, draft.record_id)
    case, reason = visible_case(uow, topic.case_id), clean_note(draft.reason, field="reason")
    if not reason:
        raise UserError(_("Say why; it is told to who raised it."), field="reason")
    if case.state != "raised":
        raise UserError(_("Only a topic that was not taken up yet is handed over."))
    first = topic.raisers[0] if topic.raisers else {}
    kind, made = hand_over(uow, draft.taker, Handed(
        case.title, topic.content or case.title, first.get("name", ""), first.get("contact", ""),
        topic.scope or first.get("home", ""), case.area_id, topic.raised_on, TOPIC, topic.id, reason))
    link_case(uow, topic.case_id, kind, made, "handed")
    move_case(uow, topic.case_id, "hand", reason=reason, on=draft.on)
    taker = find_taker(kind)
    topic.reply = f"已转{taker.paper if taker else ''}办理。{reason}"
    topic.check = topic.check | {"sort": "report", "on": (draft.on or uow.clock.today()).isoformat()}
    uow.trace("consultation.hand_topic", TOPIC, topic.id, to=kind)
    return draft.record_id


@verb("consultation.hand_matter", permission="desk.meetings.hold")
def hand_matter(uow: UnitOfWork, draft: HandDraft) -> int:
    """What somebody brought to a gathering is another module's; answers the matter's id."""
    row = uow.get(Matter, draft.record_id)
    route(uow, row, draft.taker, clean_note(draft.reason))
    uow.touch("gathering", row.gathering_id)
    return int(row.id)


def route(uow: UnitOfWork, row: Matter, taker_id: str, note: str = "") -> None:
    """Hand a matter over once; it waits there and is answered here."""
    if row.handed_id is not None or row.topic_id is not None:
        raise UserError(_("It was handed over already."), field="taker")
    meeting = get_gathering(uow, row.gathering_id)
    handed = Handed(row.text.splitlines()[0][:40], row.text, row.who, row.contact, meeting.place, None, row.raised_on, MATTER,
                    row.id, note)
    taker = next((one for one in list_takers(uow) if one.id == taker_id), None)
    if taker is not None and taker.kind != TOPIC:  # others link with the meeting, which has a page
        handed = replace(handed, source_kind="gathering", source_id=row.gathering_id)
    kind, made = hand_over(uow, taker_id, handed)
    row.handed_kind, row.handed_id = kind, made
    row.outcome = "topic" if kind == TOPIC else "passed"
    row.does = row.does if kind == TOPIC or taker is None else clean(taker.paper, limit=120)
    uow.touch(MATTER, row.id)
    uow.trace("consultation.hand_matter", MATTER, row.id, to=kind)
