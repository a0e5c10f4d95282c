"""The record page of a dispute: where it stands, what is missing, what to do next, its papers."""

from datetime import date

from desk.api import N_, hall_time, translator
from desk.api.cases import get_lamps, list_timeline
from desk.api.db import UnitOfWork
from desk.api.documents import figures, long_date
from desk.api.pages import (
    Fact,
    FactSection,
    LampCell,
    Missing,
    NextAct,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
    StepLamp,
    TimelineItem,
)
from plugins.mediation.categories import EXCLUDED_SUBJECTS, category_title, source_title
from plugins.mediation.kinds import DISPUTE
from plugins.mediation.law import source
from plugins.mediation.queries import AgreementRow, CaseFile, PartyRow, get_file
from plugins.mediation.service.agreements import confirmable
from plugins.mediation.service.sessions import OUTCOMES

_ = translator("mediation")


def load(uow: UnitOfWork, dispute_id: int) -> RecordCard:
    """The whole card in one read; reading a confidential case leaves a trace when it is opened by a verb, not here."""
    file = get_file(uow, dispute_id)
    row = file.case
    return RecordCard(
        id=dispute_id, number=row.number, title=row.title, state=StateCell(row.state_title, row.tone),
        subtitle=f"{category_title(file.dispute.category)} · {source_title(file.dispute.source)}",
        lamp=LampCell(row.due_on, row.days_left), holder=row.handler, confidential=row.confidential,
        steps=tuple(StepLamp(lamp.title, lamp.state, lamp.missing) for lamp in get_lamps(uow, file.case.id)),
        sections=tuple(_sections(file)), missing=tuple(missing(file)), acts=tuple(_acts(file)), papers=tuple(_papers(file)),
        timeline=tuple(TimelineItem(entry.at, _line(entry), entry.who) for entry in list_timeline(uow, file.case.id)),
        version=file.dispute.version)


RECORD = RecordSpec("mediation.dispute", N_("Dispute"), DISPUTE, load, "mediation")


def missing(file: CaseFile) -> list[Missing]:
    """What is missing now, each with the place where it is put right."""
    state, dispute, agreement = file.case.state, file.dispute, file.agreement
    edit = {"entry": "mediation.dispute_form", "args": {"record_id": dispute.id}}
    found = []
    if not dispute.summary:
        found.append(Missing(_("What happened is not written down."), **edit))
    if not dispute.requests and dispute.source == "application":
        found.append(Missing(_("What the applicant asks for is not written down."), **edit))
    if state in ("accepted", "mediating", "agreed") and dispute.rights_told_on is None:
        found.append(Missing(_("Rights and duties were not told yet."), source=source("R7")))
    if state == "agreed" and agreement is None:
        found.append(Missing(_("The agreement is not written yet."), "mediation.agreement_form", {"record_id": dispute.id}))
    if state == "agreed" and agreement is not None:
        found += _unsigned(agreement)
    if state == "terminated" and dispute.remedies_told_on is None:
        found.append(Missing(_("The parties were not told about other ways."), source=source("R9")))
    return found


def _unsigned(agreement: AgreementRow) -> list[Missing]:
    where = {"entry": "mediation.signing_form", "args": {"record_id": agreement.id}}
    found = []
    if agreement.lacking:
        found.append(Missing(_("Not signed yet: {names}.").format(names="、".join(agreement.lacking)), **where))
    if agreement.mediator_signed_on is None:
        found.append(Missing(_("The mediator has not signed yet."), **where))
    if agreement.sealed_on is None:
        found.append(Missing(_("The committee's seal is not on it yet."), **where, source=source("R13")))
    return found


def _acts(file: CaseFile) -> list[NextAct]:
    """The one main thing to do in this state, then the others."""
    here, state, agreement = {"record_id": file.dispute.id}, file.case.state, file.agreement

    def act(title: str, form: str, main: bool = False, **args: int) -> NextAct:
        return NextAct(title, f"mediation.{form}", args or here, main=main)

    edit = act(_("Change the registration"), "dispute_form")
    if state == "registered":
        return [act(_("Accept"), "accept_form", True), act(_("Do not accept"), "refuse_form"),
                act(_("Withdraw"), "withdraw_form"), edit]
    if state in ("accepted", "mediating"):
        return [act(_("Record a session"), "session_form", True), *([act(_("Write the agreement"), "agreement_form")]
                if state == "mediating" else []), act(_("Terminate"), "terminate_form"),
                act(_("Withdraw"), "withdraw_form"), edit]
    if state == "agreed" and agreement is None:
        return [act(_("Write the agreement"), "agreement_form", True), edit]
    if state == "agreed" and agreement is not None:
        return [act(_("Enter signatures and seal"), "signing_form", True, record_id=agreement.id),
                act(_("Change the agreement"), "agreement_form"), edit]
    if state == "performing":
        return [act(_("It is performed"), "performed_form", True)]
    if state in ("performed", "terminated"):
        return [act(_("Close the case"), "close_form", True)]
    return []


def _papers(file: CaseFile) -> list[PaperLink]:
    """Newest stage first: what is likely to be printed now stands on top."""
    found = [PaperLink("mediation.agreement", file.agreement.id)] if file.agreement else []
    found += [PaperLink("mediation.session_record", one.id, _("No. {n}").format(n=one.number))
              for one in reversed(file.sessions)]
    return [*found, PaperLink("mediation.acceptance"), PaperLink("mediation.application")]


def _sections(file: CaseFile) -> list[FactSection]:
    dispute, edit = file.dispute, {"record_id": file.dispute.id}
    subject = dict(EXCLUDED_SUBJECTS).get(dispute.excluded_subject, "")
    asked = "\n".join(f"{number}. {text}" for number, text in enumerate(dispute.requests, 1))
    found = [FactSection(_("Parties"), tuple(Fact(_side(party), _party(party)) for party in file.parties),
                         "mediation.dispute_form", edit),
             FactSection(_("The dispute"), (
                 Fact(_("What happened"), dispute.summary), Fact(_("Asked for"), asked),
                 Fact(_("Requested on"), _day(dispute.applied_on)), Fact(_("Accepted on"), _day(dispute.accepted_on)),
                 Fact(_("Mediators"), "、".join(dispute.mediators)),
                 *((Fact(_("Not confirmable"), _(subject)),) if dispute.excluded_subject else ())),
                 "mediation.dispute_form", edit)]
    if file.sessions:
        found.append(FactSection(_("Sessions"), tuple(
            Fact(_("No. {n}").format(n=one.number), f"{hall_time(one.started_at):%Y-%m-%d %H:%M} {one.place} · "
                 f"{_(dict(OUTCOMES)[one.outcome])}") for one in file.sessions)))
    if file.agreement:
        found.append(_agreement(file, file.agreement))
    return found


def _agreement(file: CaseFile, agreement: AgreementRow) -> FactSection:
    facts = [Fact(_("Number"), agreement.number or _("given when it is printed")),
             Fact(_("Clauses"), "\n".join(f"{number}、{text}" for number, text in enumerate(agreement.clauses, 1)))]
    if agreement.amount_fen is not None:
        facts.append(Fact(_("Amount"), figures(agreement.amount_fen)))
    facts += [Fact(_("Instalment {n}").format(n=number),
                   " ".join(filter(None, (_day(one.due), one.what, figures(one.fen) if one.fen is not None else "",
                                          _("performed on {day}").format(day=_day(one.paid_on)) if one.paid_on else ""))))
              for number, one in enumerate(agreement.instalments, 1)]
    facts.append(Fact(_("Takes effect on"), _day(agreement.effective_on) or _("when everybody has signed and it is sealed")))
    facts.append(Fact(_("Confirmation by the court until"), _confirmation(file, agreement)))
    return FactSection(_("Agreement"), tuple(facts), *(
        ("mediation.agreement_form", {"record_id": file.dispute.id}) if agreement.state == "draft" else ("", {})))


def _confirmation(file: CaseFile, agreement: AgreementRow) -> str:
    if not confirmable(file.dispute):
        return _("the court does not accept it ({source})").format(source=source("excluded"))
    if agreement.confirm_until is None:
        return _("30 days from the day it takes effect")
    day = _day(agreement.confirm_until)
    if agreement.confirm_remind and agreement.confirm_remind != agreement.confirm_until:
        safe = _("(apply by {day} to be safe: the last day falls on a holiday)")
        day += " " + safe.format(day=_day(agreement.confirm_remind))
    return day


def _side(party: PartyRow) -> str:
    return _("Applicant") if party.side == "applicant" else _("Respondent")


def _party(party: PartyRow) -> str:
    more = [party.representative and _("represented by {name}").format(name=party.representative),
            party.guardian and _("guardian {name}").format(name=party.guardian),
            party.agent and _("agent {name}").format(name=party.agent), party.contact, party.address]
    return " · ".join([party.name, *filter(None, more)])


def _line(entry) -> str:  # type: ignore[no-untyped-def]
    words = [entry.title, entry.text, entry.reason]
    return ":".join(dict.fromkeys(filter(None, words)))


def _day(day: date | None) -> str:
    return long_date(day) if day else ""
