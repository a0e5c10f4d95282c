"""Agreements: drafted freely, signed by everybody, sealed; effective date and confirmation deadline follow by themselves."""

from dataclasses import asdict
from datetime import date

from sqlalchemy import select

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.cases import visible_case
from desk.api.db import UnitOfWork, verb
from plugins.mediation.categories import CATEGORIES
from plugins.mediation.drafts import AgreementDraft
from plugins.mediation.kinds import WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Agreement, Dispute
from plugins.mediation.queries import DisputeCard
from plugins.mediation.service.intake import parties_of, seen
from plugins.mediation.service.noting import noted
from plugins.mediation.service.signing_clock import remind_to_sign
from plugins.mediation.service.templates import heads_of
from plugins.mediation.settings import setting

_ = translator("mediation")


@verb("mediation.draft_agreement", permission=WRITE)
def draft_agreement(uow: UnitOfWork, draft: AgreementDraft) -> int:
    """Write the agreement, or change it while nobody has sealed it; answers its id."""
    dispute_id = draft.dispute_id
    dispute = seen(uow, dispute_id)
    agreement = current_agreement(uow, dispute_id)
    open_draft = agreement is not None and agreement.state == "draft"
    if visible_case(uow, dispute.case_id).state not in ("mediating", "agreed") and not open_draft:
        _refuse_now(dispute, agreement)
    check_content(uow, dispute, draft)
    if agreement is None or agreement.state == "replaced":
        agreement = new_version(uow, dispute_id)
    elif agreement.state != "draft":
        raise UserError(_("This agreement is sealed and stays as it was signed."), source=source("R13"),
                        todo=_("Write a supplementary agreement instead."))
    else:
        uow.expect_version(agreement, draft.version)
    write_content(uow, agreement, draft)
    remind_to_sign(uow, dispute)
    noted(uow, "mediation.draft_agreement", dispute_id, agreement=agreement.id)
    return int(agreement.id)


def new_version(uow: UnitOfWork, dispute_id: int) -> Agreement:
    """An empty draft, numbered after the versions before it."""
    last = current_agreement(uow, dispute_id)
    return uow.add(Agreement(dispute_id=dispute_id, revision=last.revision + 1 if last else 1))


def write_content(uow: UnitOfWork, agreement: Agreement, draft: AgreementDraft) -> None:
    """What was typed, with copies for every party and the committee (R14)."""
    for name, value in _plain(draft).items():
        setattr(agreement, name, value)
    agreement.made_on = draft.made_on or uow.clock.today()
    agreement.copies = len(parties_of(uow, agreement.dispute_id)) + 1
    if draft.template_id is not None:
        agreement.heads = heads_of(uow, draft.template_id)
    uow.session.flush()


def current_agreement(uow: UnitOfWork, dispute_id: int) -> Agreement | None:
    """The newest version, drafted or sealed."""
    return uow.session.scalars(select(Agreement).where(Agreement.dispute_id == dispute_id)
                               .order_by(Agreement.revision.desc()).limit(1)).one_or_none()


def confirmable(dispute: Dispute | DisputeCard) -> bool:
    """Whether a court accepts confirmation of what the dispute is about (民诉解释 355)."""
    category = next((one for one in CATEGORIES if one.code == dispute.category), None)
    return not dispute.excluded_subject and (category is None or category.confirmable)


def _refuse_now(dispute: Dispute, agreement: Agreement | None) -> None:
    if agreement is not None and agreement.state == "sealed":
        raise UserError(_("This agreement is sealed and stays as it was signed."), source=source("R13"),
                        todo=_("Write a supplementary agreement instead."))
    raise UserError(_("An agreement can be written once mediation has begun and before the case ends."),
                    source=source("R2" if dispute.refused_by else "R11"))


def check_content(uow: UnitOfWork, dispute: Dispute, draft: AgreementDraft) -> None:
    """UserError beside what an agreement cannot do without (R12), or when it may not be oral."""
    fields = {}
    if not [clause for clause in draft.clauses if clause.strip()]:
        fields["clauses"] = _("Write at least one clause.({source})").format(source=source("R12"))
    if not draft.facts.strip():
        fields["facts"] = _("State the main facts and what is in dispute.({source})").format(source=source("R12"))
    if draft.made_on and draft.made_on > uow.clock.today():
        fields["made_on"] = _("This day lies in the future.")
    for place, one in enumerate(draft.instalments):
        if one.fen is None and not one.what.strip():
            fields[f"instalments.{place}.what"] = _("Say what is due, or give the amount.")
        if one.due is None:
            fields[f"instalments.{place}.due"] = _("Say by when.({source})").format(source=source("R12"))
    total = sum(one.fen or 0 for one in draft.instalments)
    if draft.amount_fen is not None and total and total != draft.amount_fen:
        fields["amount_fen"] = _("The instalments add up to {sum} yuan.").format(sum=f"{total / 100:,.2f}")
    if draft.form == "oral" and setting(uow, "written_compulsory"):
        why = must_be_written(dispute, draft)
        if why:
            fields["form"] = _("{why} It must be written.({source})").format(why=why, source=source("written"))
    refuse_marked(fields)


def must_be_written(dispute: Dispute, draft: AgreementDraft) -> str:
    """Why an oral agreement is not enough, "" when it is (rules 1.2; the setting may switch it off)."""
    if dispute.written_wanted:
        return _("A party asks for a written agreement.")
    if dispute.difficulty in ("difficult", "major"):
        return _("The dispute is a difficult one.")
    if draft.instalments or not draft.at_once:
        return _("It is not performed on the spot.")
    return ""


def _plain(draft: AgreementDraft) -> dict[str, object]:
    return {"facts": clean_note(draft.facts), "clauses": [clean_note(one) for one in draft.clauses if one.strip()],
            "performance": clean_note(draft.performance), "amount_fen": draft.amount_fen, "form": draft.form,
            "at_once": draft.at_once, "instalments": [_instalment(asdict(one)) for one in draft.instalments],
            "mediators": [clean(name) for name in draft.mediators if name.strip()], "recorder": clean(draft.recorder)}


def _instalment(one: dict[str, object]) -> dict[str, object]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in one.items()}
