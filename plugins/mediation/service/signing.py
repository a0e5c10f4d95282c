"""Signatures, seals, and an oral agreement that takes effect: from then on it is locked and its clocks run."""

from datetime import date

from sqlalchemy import select

from desk.api import UserError, refuse_marked, translator
from desk.api.calendar import get_workdays
from desk.api.cases import move_case, start_clock_until, visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.settings import get_setting
from plugins.mediation.drafts import SigningDraft
from plugins.mediation.effect import Effect, oral_effect, written_effect
from plugins.mediation.kinds import ISSUE, WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Agreement, Dispute, Party, Signature
from plugins.mediation.service.agreements import confirmable
from plugins.mediation.service.intake import parties_of, seen
from plugins.mediation.service.noting import noted
from plugins.mediation.service.signing_clock import signed_or_dropped
from plugins.mediation.service.visiting import follow_up

_ = translator("mediation")


@verb("mediation.sign_agreement", permission=ISSUE)
def sign_agreement(uow: UnitOfWork, draft: SigningDraft) -> int:
    """Enter signature and seal dates. When all are there the agreement is sealed, its dates computed and locked (R13)."""
    agreement = uow.get(Agreement, draft.agreement_id)
    _must_be_draft(agreement)
    dispute = seen(uow, agreement.dispute_id)
    parties = {party.id: party for party in parties_of(uow, dispute.id)}
    _check(uow, agreement, draft, parties)
    _store(uow, agreement.id, draft)
    agreement.mediator_signed_on, agreement.sealed_on = draft.mediator_on, draft.sealed_on
    signed, seals = dict(draft.signed), dict(draft.unit_seals)
    days = [*(signed.get(party_id) for party_id in parties),
            *(seals.get(party.id) for party in parties.values() if party.kind == "organisation")]
    moves = bool(get_setting(uow, "desk.calendar.weekends_move", True))
    effect = written_effect(days, draft.mediator_on, draft.sealed_on, get_workdays(uow), weekends_move=moves,
                            confirmable=confirmable(dispute))
    if effect.effective_on:
        take_effect(uow, dispute, agreement, effect, "seal")
    noted(uow, "mediation.sign_agreement", dispute.id, agreement=agreement.id, effective=str(effect.effective_on or ""))
    return int(agreement.id)


@verb("mediation.agree_orally", permission=WRITE)
def agree_orally(uow: UnitOfWork, agreement_id: int) -> int:
    """The parties have agreed by word of mouth: it takes effect on the day it was reached (R15)."""
    agreement = uow.get(Agreement, agreement_id)
    _must_be_draft(agreement)
    dispute = seen(uow, agreement.dispute_id)
    if agreement.form != "oral":
        raise UserError(_("This agreement is written: it takes effect with the last signature and the seal."),
                        source=source("R13"))
    moves = bool(get_setting(uow, "desk.calendar.weekends_move", True))
    effect = oral_effect(agreement.made_on or uow.clock.today(), get_workdays(uow), weekends_move=moves,
                         confirmable=confirmable(dispute))
    take_effect(uow, dispute, agreement, effect, "oral")
    noted(uow, "mediation.agree_orally", dispute.id, agreement=agreement.id)
    return agreement_id


def take_effect(uow: UnitOfWork, dispute: Dispute, agreement: Agreement, effect: Effect, move: str) -> None:
    """Lock it, let the versions it replaces rest, move the case on and start the clocks of its instalments.

    What a supplement still wants done opens the performance again.
    """
    agreement.state = "sealed"
    agreement.effective_on = effect.effective_on
    agreement.confirm_until, agreement.confirm_remind = effect.confirm_until, effect.confirm_remind
    if not agreement.supplement:
        for before in uow.session.scalars(select(Agreement).where(
                Agreement.dispute_id == dispute.id, Agreement.revision < agreement.revision, Agreement.state == "sealed")):
            before.state = "replaced"
    if visible_case(uow, dispute.case_id).state == "mediating":
        move_case(uow, dispute.case_id, "agree", on=effect.effective_on)
    if visible_case(uow, dispute.case_id).state == "agreed":
        move_case(uow, dispute.case_id, move, on=effect.effective_on)
    if agreement.instalments and visible_case(uow, dispute.case_id).state == "performed":
        move_case(uow, dispute.case_id, "resume", reason=_("Something more is to be performed."), on=effect.effective_on)
    signed_or_dropped(uow, dispute)
    start_instalments(uow, dispute, agreement)
    follow_up(dispute, agreement)
    if agreement.at_once and visible_case(uow, dispute.case_id).state == "performing":
        move_case(uow, dispute.case_id, "perform", on=effect.effective_on)


def instalment_code(agreement: Agreement, place: int) -> str:
    """The clock of one instalment."""
    return f"pay.{agreement.id}.{place}"


def start_instalments(uow: UnitOfWork, dispute: Dispute, agreement: Agreement) -> None:
    """Each open instalment is a reminder of its own (R16); one that is over already is late from today."""
    for place, row in enumerate(agreement.instalments):
        due = date.fromisoformat(row["due"]) if row.get("due") else None
        if due and not row.get("paid_on"):
            title = _("Instalment {n}").format(n=place + 1)
            start_clock_until(uow, dispute.case_id, instalment_code(agreement, place), title,
                              max(due, uow.clock.today()), source("R16"))


def _must_be_draft(agreement: Agreement) -> None:
    if agreement.state != "draft":
        raise UserError(_("This agreement is sealed and stays as it was signed."), source=source("R13"),
                        todo=_("Write a supplementary agreement instead."))


def _check(uow: UnitOfWork, agreement: Agreement, draft: SigningDraft, parties: dict[int, Party]) -> None:
    fields: dict[str, str] = {}
    places = {party_id: place for place, party_id in enumerate(parties)}
    for party_id, day in (*draft.signed, *draft.unit_seals):
        if party_id not in parties:
            raise UserError(_("This signature belongs to nobody in the case."))
        fields |= _day(uow, agreement, f"signed.{places[party_id]}.on", day)
    for party_id in draft.by_agent:
        party = parties[party_id]
        if not party.agent or party.agent_powers != "special":
            sentence = _("An agent settles only with special powers.({source})").format(source=source("R21"))
            fields[f"signed.{places[party_id]}.by_agent"] = sentence
    fields |= _day(uow, agreement, "mediator_on", draft.mediator_on) | _day(uow, agreement, "sealed_on", draft.sealed_on)
    refuse_marked(fields)


def _day(uow: UnitOfWork, agreement: Agreement, name: str, day: date | None) -> dict[str, str]:
    if day and day > uow.clock.today():
        return {name: _("This day lies in the future.")}
    if day and agreement.made_on and day < agreement.made_on:
        return {name: _("This day lies before the agreement was made.")}
    return {}


def _store(uow: UnitOfWork, agreement_id: int, draft: SigningDraft) -> None:
    have = {row.party_id: row for row in uow.session.scalars(select(Signature).where(Signature.agreement_id == agreement_id))}
    wanted, seals = dict(draft.signed), dict(draft.unit_seals)
    for party_id, row in have.items():
        if party_id not in wanted:
            uow.session.delete(row)
    for party_id, day in wanted.items():
        row = have.get(party_id) or Signature(agreement_id=agreement_id, party_id=party_id)
        row.signed_on, row.by = day, "agent" if party_id in draft.by_agent else "self"
        row.unit_seal_on = seals.get(party_id)
        uow.session.add(row)
