"""A draft that was worded by hand in a Word file comes back: what it said before is kept, its words are the draft's now."""

from dataclasses import replace

from sqlalchemy import select

from desk.api import UserError, clean, clean_note, translator
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts import AgreementDraft, InstalmentDraft
from plugins.mediation.drafts.wording import WordedDraft
from plugins.mediation.kinds import WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Agreement, EarlierWording
from plugins.mediation.queries import instalments
from plugins.mediation.service.agreements import check_content, current_agreement, write_content
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted
from plugins.mediation.wording import CLOSING, closing

_ = translator("mediation")


@verb("mediation.take_word_back", permission=WRITE)
def take_word_back(uow: UnitOfWork, draft: WordedDraft) -> int:
    """Facts, clauses, performance and closing words as the file has them; all else stays. Answers the dispute's id.

    Raises UserError when nothing changed or the agreement is no draft any more (R13), Conflict when the draft was changed
    since the two were compared.
    """
    dispute = seen(uow, draft.dispute_id)
    agreement = draft_of(uow, draft.dispute_id)
    if agreement.id != draft.agreement_id:
        raise UserError(_("A newer version is being drafted already."), todo=_("Save that draft for Word and change its file."))
    uow.expect_version(agreement, draft.version)
    before = (agreement.facts, tuple(agreement.clauses), agreement.performance, closing_of(agreement))
    if before == (draft.facts, draft.clauses, draft.performance, draft.closing):
        raise UserError(_("The file says what the draft says."))
    given = replace(_as_it_is(agreement), facts=draft.facts, clauses=draft.clauses, performance=draft.performance)
    check_content(uow, dispute, given)
    uow.add(EarlierWording(
        dispute_id=dispute.id, agreement_id=agreement.id, taken_at=uow.clock.now(), file_name=clean(draft.file_name)[:200],
        facts=agreement.facts, clauses=list(agreement.clauses), performance=agreement.performance,
        closing=closing_of(agreement)))
    write_content(uow, agreement, given)
    agreement.heads = {**agreement.heads, CLOSING: clean_note(draft.closing)}
    noted(uow, "mediation.take_word_back", dispute.id, agreement=agreement.id)
    return int(dispute.id)


def closing_of(agreement: Agreement) -> str:
    """Its own words before the number of copies; "" for none."""
    return closing(agreement.heads)


def draft_of(uow: UnitOfWork, dispute_id: int) -> Agreement:
    """The newest agreement while it is a draft. Raises UserError: what is signed stays as it was signed (R13)."""
    found = current_agreement(uow, dispute_id)
    if found is None or found.state != "draft":
        raise UserError(_("Only a draft can be worded by hand; what is signed stays as it was signed."), source=source("R13"),
                        todo=_("Write a supplementary agreement."))
    return found


def earlier_wordings(uow: UnitOfWork, dispute_id: int) -> list[EarlierWording]:
    """Newest first."""
    return list(uow.session.scalars(select(EarlierWording).where(EarlierWording.dispute_id == dispute_id)
                                    .order_by(EarlierWording.id.desc())))


def _as_it_is(row: Agreement) -> AgreementDraft:
    return AgreementDraft(
        row.dispute_id, row.facts, tuple(row.clauses), row.performance, row.amount_fen,
        tuple(InstalmentDraft(one.due, one.what, one.fen, one.paid_on) for one in instalments(row)), row.form, row.at_once,
        row.made_on, tuple(row.mediators), row.recorder)
