"""Starting values of the forms: what is stored, else what a clerk would type anyway."""

from datetime import timedelta
from typing import Any

from desk.api.db import UnitOfWork
from plugins.mediation.models import Agreement, Dispute, Session
from plugins.mediation.queries import CaseFile, get_file, instalments, list_parties, signatures

_PARTY = ("id", "side", "kind", "person_id", "name", "sex", "ethnic", "birth", "occupation", "credit_code", "representative",
          "post", "contact", "address", "guardian", "guardian_relation", "agent")


def dispute(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A new dispute between two people, or the stored one."""
    if record_id is None:
        return {"applied_on": uow.clock.today(), "source": "application", "category": "neighbour", "requests": [],
                "parties": [{"side": "applicant", "kind": "person"}, {"side": "respondent", "kind": "person"}]}
    file = get_file(uow, record_id)
    found = file.dispute
    return {"id": found.id, "version": found.version, "category": found.category, "source": found.source,
            "transferred_by": found.transferred_by, "transfer_number": found.transfer_number, "applied_on": found.applied_on,
            "summary": found.summary, "requests": [{"text": text} for text in found.requests],
            "excluded_subject": found.excluded_subject, "open_mediation": found.open_mediation, "place": found.place,
            "parties": [{name: getattr(party, name) for name in _PARTY} for party in file.parties]}


def acceptance(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Today, by whoever is signed in."""
    file = get_file(uow, record_id or 0)
    today = uow.clock.today()
    return {"dispute_id": file.dispute.id, "accepted_on": today, "mediators": uow.actor.name, "chosen_by": "assigned",
            "recorder": file.dispute.recorder, "rights_told_on": today, "all_agree": True}


def session(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A sitting of the last hour with everybody present; the next one after others."""
    file = get_file(uow, record_id or 0)
    now = uow.clock.now().replace(second=0, microsecond=0)
    return {"dispute_id": file.dispute.id, "started_at": now - timedelta(hours=1), "ended_at": now, "place": "人民调解室",
            "matter": file.case.title, "outcome": "continued", "mediators": "、".join(file.dispute.mediators),
            "recorder": file.dispute.recorder, "invited": [], "remedies_told": False,
            "attendance": [{"party_id": party.id, "name": party.name, "here": True} for party in file.parties]}


def stored_session(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A recorded sitting, to correct it."""
    found = uow.get(Session, record_id or 0)
    file = get_file(uow, found.dispute_id)
    names = ("id", "version", "dispute_id", "started_at", "ended_at", "place", "matter", "record", "outcome", "outcome_note",
             "recorder", "private_note")
    return {name: getattr(found, name) for name in names} | {
        "mediators": "、".join(found.mediators), "invited": [dict(guest) for guest in found.invited],
        "remedies_told": file.dispute.remedies_told_on is not None,
        "attendance": [{"party_id": party.id, "name": party.name, "here": party.id in found.present,
                        "refuses": party.id == file.dispute.refused_by} for party in file.parties]}


def agreement(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The stored draft, else one that begins with the case's own summary."""
    file = get_file(uow, record_id or 0)
    if file.agreement is None:
        return _new_agreement(uow, file)
    found = uow.get(Agreement, file.agreement.id)
    return {"dispute_id": found.dispute_id, "version": found.version, "facts": found.facts,
            "clauses": [{"text": text} for text in found.clauses], "performance": found.performance,
            "amount_fen": found.amount_fen, "made_on": found.made_on, "mediators": "、".join(found.mediators),
            "recorder": found.recorder, "form": found.form,
            "instalments": [{"due": one.due, "what": one.what, "fen": one.fen} for one in instalments(found)]}


def signing(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Who has signed when; record_id is the agreement's."""
    found = uow.get(Agreement, record_id or 0)
    signed = signatures(uow, found.id)
    return {"agreement_id": found.id, "mediator_on": found.mediator_signed_on, "sealed_on": found.sealed_on,
            "signed": [{"party_id": party.id, "name": party.name, "on": signed.get(party.id)}
                       for party in list_parties(uow, found.dispute_id)]}


def ending(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Today."""
    return {"dispute_id": uow.get(Dispute, record_id or 0).id, "on": uow.clock.today()}


def _new_agreement(uow: UnitOfWork, file: CaseFile) -> dict[str, Any]:
    return {"dispute_id": file.dispute.id, "facts": file.dispute.summary, "clauses": [{"text": ""}], "instalments": [],
            "made_on": uow.clock.today(), "mediators": "、".join(file.dispute.mediators), "recorder": file.dispute.recorder}
