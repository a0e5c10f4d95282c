"""A settled quarrel comes back (复发): a case of its own with the same parties, tied to the one before it."""

from dataclasses import replace

from desk.api import UserError, translator
from desk.api.cases import LinkRow, get_case, link_case, list_links, visible_case
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts import DisputeDraft, PartyDraft
from plugins.mediation.drafts.later import AgainDraft
from plugins.mediation.kinds import DISPUTE, WRITE
from plugins.mediation.models import Dispute, Party
from plugins.mediation.service.case_numbers import AGAIN
from plugins.mediation.service.intake import parties_of, register_dispute, seen
from plugins.mediation.service.noting import noted

_ = translator("mediation")
ENDED = ("performed", "unperformed", "terminated", "closed", "archived")


@verb("mediation.register_again", permission=WRITE)
def register_again(uow: UnitOfWork, draft: AgainDraft) -> int:
    """Register what came back as a new case of the same parties; answers its id. A party's refusal then does not bind now."""
    before = seen(uow, draft.earlier_id)
    if visible_case(uow, before.case_id).state not in ENDED:
        raise UserError(_("The earlier case is still running."), todo=_("Go on with it instead of registering a new one."))
    if not draft.summary.strip():
        raise UserError(_("Write down what happened this time."), field="summary")
    parties = tuple(_party(one) for one in parties_of(uow, before.id))
    new = register_dispute(uow, DisputeDraft(
        category=before.category, parties=parties, summary=draft.summary, requests=draft.requests, source="application",
        applied_on=draft.applied_on, difficulty=before.difficulty, excluded_subject=before.excluded_subject,
        place=before.place, privacy=before.privacy, area_id=get_case(uow, before.case_id).area_id))
    row = uow.get(Dispute, new)
    row.again_of = before.id
    link_case(uow, row.case_id, DISPUTE, before.id, AGAIN)
    noted(uow, "mediation.register_again", new, earlier=before.id)
    return new


def list_again(uow: UnitOfWork, dispute_id: int) -> list[LinkRow]:
    """Links to the case before (outward) and to those that came after; the earliest first."""
    return [one for one in list_links(uow, DISPUTE, dispute_id) if one.meaning == AGAIN]


def _party(row: Party) -> PartyDraft:
    names = PartyDraft.__dataclass_fields__
    return replace(PartyDraft(**{name: getattr(row, name) for name in names}), id=0)
