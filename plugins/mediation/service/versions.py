"""Versions of an agreement: changed after a court's answer (R19), supplemented after sealing, an oral one written down."""

from sqlalchemy import delete

from desk.api import UserError, clean, translator
from desk.api.cases import move_case, visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.numbers import number_of
from plugins.mediation.drafts import RevisionDraft
from plugins.mediation.kinds import AGREEMENT, AGREEMENT_SERIES, ORAL_SERIES, WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Agreement, EarlierWording
from plugins.mediation.service.agreements import current_agreement, new_version
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted
from plugins.mediation.service.numbering import agreement_number
from plugins.mediation.service.signing_clock import remind_to_sign, signed_or_dropped

_ = translator("mediation")
_COPIED = ("facts", "clauses", "performance", "amount_fen", "copies", "mediators", "recorder", "heads")


@verb("mediation.revise", permission=WRITE)
def revise_agreement(uow: UnitOfWork, draft: RevisionDraft) -> int:
    """The parties mediate anew: version 2 begins as a copy, version 1 is marked 已变更 when the new one takes effect (R19)."""
    agreement = _sealed(uow, draft.agreement_id)
    reason = clean(draft.reason)
    if not reason:
        raise UserError(_("Say why.({source})").format(source=source("R19")), field="reason")
    dispute = seen(uow, agreement.dispute_id)
    move_case(uow, dispute.case_id, "revise", reason=reason, on=draft.on)
    copy = _copy(uow, agreement)
    copy.form, copy.at_once = "written", False
    copy.instalments = [{**row, "paid_on": None} for row in agreement.instalments if not row.get("paid_on")]
    noted(uow, "mediation.revise", dispute.id, before=agreement.id, agreement=copy.id)
    return int(copy.id)


@verb("mediation.supplement", permission=WRITE)
def supplement_agreement(uow: UnitOfWork, draft: RevisionDraft) -> int:
    """A mistake found after sealing: a supplementary agreement is drafted beside the one in force. Answers its id."""
    agreement = _sealed(uow, draft.agreement_id)
    if not clean(draft.reason):
        raise UserError(_("Say what is to be put right."), field="reason")
    copy = new_version(uow, agreement.dispute_id)
    copy.supplement, copy.form, copy.copies = True, "written", agreement.copies
    copy.heads = dict(agreement.heads)
    copy.mediators, copy.recorder, copy.made_on = list(agreement.mediators), agreement.recorder, uow.clock.today()
    number = agreement_number(uow, agreement)
    copy.facts = f"{clean(draft.reason)}" + (f"(原协议编号:{number})" if number else "")
    copy.clauses = ["原协议其他内容不变,继续履行。"]
    remind_to_sign(uow, seen(uow, agreement.dispute_id))
    noted(uow, "mediation.supplement", agreement.dispute_id, before=agreement.id, agreement=copy.id)
    return int(copy.id)


@verb("mediation.write_down", permission=WRITE)
def write_down(uow: UnitOfWork, agreement_id: int) -> int:
    """Turn an oral agreement into a written draft, so that a court can be asked to confirm it. Answers the draft's id."""
    agreement = _sealed(uow, agreement_id)
    if agreement.form != "oral":
        raise UserError(_("This agreement is written already."))
    copy = _copy(uow, agreement)
    copy.form, copy.made_on = "written", uow.clock.today()
    copy.instalments = [dict(row) for row in agreement.instalments]
    remind_to_sign(uow, seen(uow, agreement.dispute_id))
    noted(uow, "mediation.write_down", agreement.dispute_id, before=agreement.id, agreement=copy.id)
    return int(copy.id)


@verb("mediation.drop_draft", permission=WRITE)
def drop_draft(uow: UnitOfWork, agreement_id: int) -> int:
    """A supplementary or written-down draft was not wanted; only drafts without a number go. Answers the dispute's id."""
    agreement = uow.get(Agreement, agreement_id)
    dispute = seen(uow, agreement.dispute_id)
    numbered = any(number_of(uow, series, AGREEMENT, agreement_id) for series in (AGREEMENT_SERIES, ORAL_SERIES))
    if agreement.state != "draft" or numbered:
        raise UserError(_("Only a draft that was never printed can be dropped."))
    uow.session.execute(delete(EarlierWording).where(EarlierWording.agreement_id == agreement_id))
    uow.session.delete(agreement)
    signed_or_dropped(uow, dispute)
    noted(uow, "mediation.drop_draft", dispute.id, agreement=agreement_id)
    return int(dispute.id)


def _sealed(uow: UnitOfWork, agreement_id: int) -> Agreement:
    agreement = uow.get(Agreement, agreement_id)
    dispute = seen(uow, agreement.dispute_id)
    newest = current_agreement(uow, agreement.dispute_id)
    if newest is not None and newest.state == "draft":
        raise UserError(_("A newer version is being drafted already."), todo=_("Finish or drop that draft first."))
    if agreement.state != "sealed":
        raise UserError(_("Only an agreement in force can be changed or added to."))
    if visible_case(uow, dispute.case_id).state == "archived":
        raise UserError(_("The dossier is filed already."), source=source("R10"))
    return agreement


def _copy(uow: UnitOfWork, agreement: Agreement) -> Agreement:
    copy = new_version(uow, agreement.dispute_id)
    for name in _COPIED:
        setattr(copy, name, getattr(agreement, name))
    copy.made_on = uow.clock.today()
    return copy
