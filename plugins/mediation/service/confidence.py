"""Who may see a confidential case, and notes that stay with the mediator."""

from desk.api import UserError, clean, clean_note, translator
from desk.api.cases import let_see, list_viewers, note, stop_seeing
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts import NoteDraft, ViewersDraft
from plugins.mediation.kinds import WRITE
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted

_ = translator("mediation")


@verb("mediation.set_viewers", permission=WRITE)
def set_viewers(uow: UnitOfWork, draft: ViewersDraft) -> int:
    """Let exactly these colleagues see the case; its handler always does. Answers the dispute's id."""
    dispute = seen(uow, draft.dispute_id)
    have = {user_id for user_id, _name in list_viewers(uow, dispute.case_id)}
    for user_id in sorted(have - set(draft.viewers)):
        stop_seeing(uow, dispute.case_id, user_id)
    for user_id in sorted(set(draft.viewers) - have):
        let_see(uow, dispute.case_id, user_id)
    noted(uow, "mediation.set_viewers", dispute.id, viewers=sorted(draft.viewers))
    return int(dispute.id)


@verb("mediation.note", permission=WRITE)
def write_note(uow: UnitOfWork, draft: NoteDraft) -> int:
    """A note in the case's timeline; private ones and what one party said alone never print. Answers the dispute's id."""
    dispute = seen(uow, draft.dispute_id)
    text = clean_note(draft.text)
    if not text:
        raise UserError(_("Write what happened."), field="text")
    if draft.kind == "caucus":
        if not clean(draft.party):
            raise UserError(_("Say with whom you talked alone."), field="party")
        text = f"单独谈话（{clean(draft.party)}）：{text}"
    note(uow, dispute.case_id, text, private=draft.kind != "plain", on=draft.on)
    return int(dispute.id)
