"""Danger that a dispute escalates: what was done at once, and the report (R8)."""

from desk.api import clean, clean_note, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts import EscalationDraft
from plugins.mediation.grounds import REPORTED_LEVELS
from plugins.mediation.kinds import WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Escalation
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted

_ = translator("mediation")


@verb("mediation.save_escalation", permission=WRITE)
def save_escalation(uow: UnitOfWork, draft: EscalationDraft) -> int:
    """Note a danger; one that may become a matter of the police or a crime needs receiver and day of the report (R8)."""
    dispute = seen(uow, draft.dispute_id)
    _check(uow, draft)
    row = uow.get(Escalation, draft.id) if draft.id else Escalation(dispute_id=dispute.id)
    if draft.id:
        uow.expect_version(row, draft.version)
    row.noticed_on, row.level, row.harm, row.people = draft.noticed_on, draft.level, draft.harm, draft.people
    row.what, row.measures, row.result = clean_note(draft.what), clean_note(draft.measures), clean_note(draft.result)
    row.reported_to, row.reported_on = clean(draft.reported_to), draft.reported_on
    uow.add(row)
    noted(uow, "mediation.save_escalation", dispute.id, escalation=row.id, level=draft.level)
    return int(row.id)


def _check(uow: UnitOfWork, draft: EscalationDraft) -> None:
    today, fields = uow.clock.today(), {}
    if not draft.what.strip():
        fields["what"] = _("Say what was noticed.")
    if not draft.measures.strip():
        fields["measures"] = _("Say what was done at once to prevent it.({source})").format(source=source("R8"))
    for name, day in (("noticed_on", draft.noticed_on), ("reported_on", draft.reported_on)):
        if day and day > today:
            fields[name] = _("This day lies in the future.")
    if draft.level in REPORTED_LEVELS:
        sentence = _("This must be reported to the police or another department in time.({source})").format(source=source("R8"))
        if not draft.reported_to.strip():
            fields["reported_to"] = sentence
        if draft.reported_on is None:
            fields["reported_on"] = sentence
    refuse_marked(fields)
