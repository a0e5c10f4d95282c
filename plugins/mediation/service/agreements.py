"""Agreements: drafted freely, signed by everybody, sealed; effective date and confirmation deadline follow by themselves."""

from dataclasses import asdict
from datetime import date

from sqlalchemy import select

from desk.api import UserError, clean, clean_note, translator
from desk.api.calendar import get_workdays
from desk.api.cases import move_case, visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.settings import get_setting
from plugins.mediation.categories import CATEGORIES
from plugins.mediation.drafts import AgreementDraft, SigningDraft
from plugins.mediation.effect import Effect, oral_effect, written_effect
from plugins.mediation.kinds import ISSUE, WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Agreement, Dispute, Party, Signature
from plugins.mediation.queries import DisputeCard
from plugins.mediation.service.intake import parties_of
from plugins.mediation.service.noting import noted

_ = translator("mediation")


@verb("mediation.draft_agreement", permission=WRITE)
def draft_agreement(uow: UnitOfWork, draft: AgreementDraft) -> int:
    """Write the agreement, or change it while nobody has sealed it; answers its id."""
    dispute_id = draft.dispute_id
    dispute = uow.get(Dispute, dispute_id)
    if visible_case(uow, dispute.case_id).state not in ("mediating", "agreed"):
        raise UserError(_("An agreement can be written once mediation has begun and before the case ends."),
                        source=source("R2") if dispute.refused_by else "")
    _check(uow, draft)
    agreement = current_agreement(uow, dispute_id)
    if agreement is None:
        agreement = Agreement(dispute_id=dispute_id)
        uow.session.add(agreement)
    elif agreement.state != "draft":
        raise UserError(_("This agreement is sealed and stays as it was signed."),
                        todo=_("Write a supplementary agreement instead."))
    else:
        uow.expect_version(agreement, draft.version)
    for name, value in _plain(draft).items():
        setattr(agreement, name, value)
    agreement.made_on = draft.made_on or uow.clock.today()
    agreement.copies = len(parties_of(uow, dispute_id)) + 1
    uow.session.flush()
    noted(uow, "mediation.draft_agreement", dispute_id, agreement=agreement.id)
    return int(agreement.id)


@verb("mediation.sign_agreement", permission=ISSUE)
def sign_agreement(uow: UnitOfWork, draft: SigningDraft) -> int:
    """Enter signature and seal dates. When all are there the agreement is sealed, its dates computed and locked (R13)."""
    agreement_id = draft.agreement_id
    agreement = uow.get(Agreement, agreement_id)
    if agreement.state != "draft":
        raise UserError(_("This agreement is sealed and stays as it was signed."),
                        todo=_("Write a supplementary agreement instead."))
    dispute = uow.get(Dispute, agreement.dispute_id)
    parties = {party.id: party for party in parties_of(uow, dispute.id)}
    _check_dates(uow, agreement, draft, parties)
    _store(uow, agreement_id, draft)
    agreement.mediator_signed_on, agreement.sealed_on = draft.mediator_on, draft.sealed_on
    effect = _effect(uow, dispute, agreement, [dict(draft.signed).get(party_id) for party_id in parties])
    agreement.effective_on = effect.effective_on
    agreement.confirm_until, agreement.confirm_remind = effect.confirm_until, effect.confirm_remind
    if effect.effective_on:
        agreement.state = "sealed"
        if visible_case(uow, dispute.case_id).state == "mediating":
            move_case(uow, dispute.case_id, "agree", on=effect.effective_on)
        move_case(uow, dispute.case_id, "seal", on=effect.effective_on)
    noted(uow, "mediation.sign_agreement", dispute.id, agreement=agreement_id, effective=str(effect.effective_on or ""))
    return agreement_id


def current_agreement(uow: UnitOfWork, dispute_id: int) -> Agreement | None:
    """The newest version, drafted or sealed."""
    return uow.session.scalars(select(Agreement).where(Agreement.dispute_id == dispute_id)
                               .order_by(Agreement.revision.desc()).limit(1)).one_or_none()


def confirmable(dispute: Dispute | DisputeCard) -> bool:
    """Whether a court accepts confirmation of what the dispute is about (民诉解释 355)."""
    category = next((one for one in CATEGORIES if one.code == dispute.category), None)
    return not dispute.excluded_subject and (category is None or category.confirmable)


def _effect(uow: UnitOfWork, dispute: Dispute, agreement: Agreement, signed: list[date | None]) -> Effect:
    moves = bool(get_setting(uow, "desk.calendar.weekends_move", True))
    days = get_workdays(uow)
    if agreement.form == "oral":
        return oral_effect(agreement.made_on or uow.clock.today(), days, weekends_move=moves, confirmable=confirmable(dispute))
    return written_effect(signed, agreement.mediator_signed_on, agreement.sealed_on, days, weekends_move=moves,
                          confirmable=confirmable(dispute))


def _check(uow: UnitOfWork, draft: AgreementDraft) -> None:
    fields = {}
    if not [clause for clause in draft.clauses if clause.strip()]:
        fields["clauses"] = _("Write at least one clause.")
    if not draft.facts.strip():
        fields["facts"] = _("State the main facts and what is in dispute.({source})").format(source=source("R12"))
    if draft.made_on and draft.made_on > uow.clock.today():
        fields["made_on"] = _("This day lies in the future.")
    for place, one in enumerate(draft.instalments):
        if one.fen is None and not one.what.strip():
            fields[f"instalments.{place}.what"] = _("Say what is due, or give the amount.")
    total = sum(one.fen or 0 for one in draft.instalments)
    if draft.amount_fen is not None and total and total != draft.amount_fen:
        fields["amount_fen"] = _("The instalments add up to {sum} yuan.").format(sum=f"{total / 100:,.2f}")
    if fields:
        raise UserError(next(iter(fields.values())), fields=fields)


def _check_dates(uow: UnitOfWork, agreement: Agreement, draft: SigningDraft, parties: dict[int, Party]) -> None:
    today, fields = uow.clock.today(), {}
    for party_id, day in draft.signed:
        if party_id not in parties:
            raise UserError(_("This signature belongs to nobody in the case."))
        if day > today:
            fields[f"signed.{party_id}"] = _("This day lies in the future.")
        if agreement.made_on and day < agreement.made_on:
            fields[f"signed.{party_id}"] = _("This day lies before the agreement was made.")
    for name, day in (("mediator_on", draft.mediator_on), ("sealed_on", draft.sealed_on)):
        if day and day > today:
            fields[name] = _("This day lies in the future.")
        if day and agreement.made_on and day < agreement.made_on:
            fields[name] = _("This day lies before the agreement was made.")
    if fields:
        raise UserError(next(iter(fields.values())), fields=fields)


def _store(uow: UnitOfWork, agreement_id: int, draft: SigningDraft) -> None:
    have = {row.party_id: row for row in uow.session.scalars(select(Signature).where(Signature.agreement_id == agreement_id))}
    wanted = dict(draft.signed)
    for party_id, row in have.items():
        if party_id not in wanted:
            uow.session.delete(row)
    for party_id, day in wanted.items():
        if party_id in have:
            have[party_id].signed_on = day
        else:
            uow.session.add(Signature(agreement_id=agreement_id, party_id=party_id, signed_on=day))


def _plain(draft: AgreementDraft) -> dict[str, object]:
    return {"facts": clean_note(draft.facts), "clauses": [clean_note(one) for one in draft.clauses if one.strip()],
            "performance": clean_note(draft.performance), "amount_fen": draft.amount_fen, "form": draft.form,
            "instalments": [_instalment(asdict(one)) for one in draft.instalments],
            "mediators": [clean(name) for name in draft.mediators if name.strip()], "recorder": clean(draft.recorder)}


def _instalment(one: dict[str, object]) -> dict[str, object]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in one.items()}
