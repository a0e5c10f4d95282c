"""What comes of a decision: the record of the resolution, filing with the street office, tasks of meetings done."""

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.cases import note, visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.meetings import finish_decision
from desk.api.numbers import give_number
from plugins.consultation.drafts import DecisionDoneDraft, FilingDraft, ResolutionDraft
from plugins.consultation.kinds import TOPIC, WRITE
from plugins.consultation.models import Filing, Resolution, Topic

_ = translator("consultation")
SERIES = "consultation.resolution"


@verb("consultation.resolve", permission=WRITE)
def write_resolution(uow: UnitOfWork, draft: ResolutionDraft) -> int:
    """Write the record of what was resolved, with a number; answers its id. Records are added, never changed."""
    topic = uow.get(Topic, draft.topic_id)
    if visible_case(uow, topic.case_id).state in ("raised", "refused", "merged"):
        raise UserError(_("The topic is not taken up yet."))
    fields = {}
    if not draft.title.strip():
        fields["title"] = _("Enter a title.")
    if not draft.text.strip():
        fields["text"] = _("Write what was resolved.")
    if draft.made_on and draft.made_on > uow.clock.today():
        fields["made_on"] = _("This day lies in the future.")
    refuse_marked(fields)
    row = uow.add(Resolution(topic_id=topic.id, title=clean(draft.title, field="title"), text=clean_note(draft.text),
                             body=clean(draft.body, limit=120), made_on=draft.made_on or uow.clock.today(),
                             vote_id=draft.vote_id))
    row.number = give_number(uow, SERIES, "consultation.resolution", row.id)
    note(uow, topic.case_id, f"议事决议 {row.number}:{row.title}", on=row.made_on)
    uow.touch(TOPIC, topic.id)
    uow.trace("consultation.resolve", TOPIC, topic.id, resolution=row.id)
    return draft.topic_id


@verb("consultation.file_with", permission=WRITE)
def file_with_street(uow: UnitOfWork, draft: FilingDraft) -> int:
    """Keep what was sent to the street office to be filed, and later the receipt; answers the topic's id."""
    topic = uow.get(Topic, draft.topic_id)
    visible_case(uow, topic.case_id)
    day, today = draft.sent_on or uow.clock.today(), uow.clock.today()
    fields = {}
    if not draft.title.strip():
        fields["title"] = _("Enter a title.")
    if not draft.sent_to.strip():
        fields["sent_to"] = _("Say where it was sent.")
    if day > today:
        fields["sent_on"] = _("This day lies in the future.")
    if draft.receipt_on and not day <= draft.receipt_on <= today:
        fields["receipt_on"] = _("The receipt comes after the sending and not in the future.")
    refuse_marked(fields)
    row = uow.get(Filing, draft.id) if draft.id else Filing(topic_id=topic.id)
    row.title, row.sent_to, row.sent_on = clean(draft.title), clean(draft.sent_to, limit=120), day
    row.enclosed, row.receipt, row.receipt_on = clean(draft.enclosed, limit=400), clean(draft.receipt), draft.receipt_on
    uow.add(row)
    note(uow, topic.case_id, f"报{row.sent_to}备案:{row.title}" + (f"({row.receipt})" if row.receipt else ""), on=day)
    uow.touch(TOPIC, topic.id)
    uow.trace("consultation.file_with", TOPIC, topic.id, filing=row.id)
    return draft.topic_id


@verb("consultation.decision_done", permission="desk.meetings.hold")
def decision_done(uow: UnitOfWork, draft: DecisionDoneDraft) -> int:
    """A task that a meeting gave out is done, with its result; answers the decision's id."""
    if not draft.result.strip():
        raise UserError(_("Say what came of it."), field="result")
    if draft.on and draft.on > uow.clock.today():
        raise UserError(_("This day lies in the future."), field="on")
    return finish_decision(uow, draft.decision_id, draft.result, draft.on)
