"""Starting values of the forms: what is stored, else what a clerk would type anyway."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from desk.api.cases import list_viewers
from desk.api.db import UnitOfWork
from plugins.mediation.models import Agreement, Dispute, Mediator, Plan, Session, Signature
from plugins.mediation.queries import CaseFile, PartyRow, get_file, instalments, list_parties, signatures
from plugins.mediation.queries_ways import way_of
from plugins.mediation.service.register import count_mediators, running_term
from plugins.mediation.service.templates import OFFICIAL, list_templates, template_for
from plugins.mediation.words import together

_PARTY = ("id", "side", "kind", "person_id", "organisation_id", "name", "sex", "ethnic", "birth", "limited", "occupation",
          "credit_code", "representative", "post", "contact", "address", "guardian", "guardian_relation", "agent",
          "agent_powers", "agent_matters", "representing")
_DISPUTE = ("id", "version", "category", "source", "transferred_by", "transfer_number", "applied_on", "happened_on", "summary",
            "excluded_subject", "open_mediation", "privacy", "written_wanted", "difficulty", "scale", "place")


def dispute(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A new dispute between two people, or the stored one."""
    if record_id is None:
        return {"applied_on": uow.clock.today(), "source": "application", "category": "neighbour", "requests": [],
                "parties": [{"side": "applicant", "kind": "person"}, {"side": "respondent", "kind": "person"}]}
    file = get_file(uow, record_id)
    found = file.dispute
    return {name: getattr(found, name) for name in _DISPUTE} | {
        "area_id": file.case.area_id, "requests": [{"text": text} for text in found.requests],
        "parties": [{name: getattr(party, name) for name in _PARTY} for party in file.parties]}


def quick(uow: UnitOfWork, _record_id: int | None) -> dict[str, Any]:
    """A quarrel between neighbours, settled and done with."""
    return {"category": "neighbour", "at_once": True, "place_kind": "room", "mediators": _me(uow)}


def _me(uow: UnitOfWork) -> str:
    """Whoever is signed in, when she mediates: on the register with a term running, or the hall keeps no register."""
    me = uow.actor.name
    if not count_mediators(uow):
        return me
    cards = uow.session.scalars(select(Mediator.id).where(Mediator.name == me, Mediator.left_on.is_(None)))
    return me if any(running_term(uow, card, uow.clock.today()) for card in cards) else ""


def taken_over(uow: UnitOfWork, _record_id: int | None) -> dict[str, Any]:
    """A paper case in mediation."""
    return dispute(uow, None) | {"applied_on": None, "stage": "mediating", "mediators": _me(uow),
                                 "agreement_clauses": []}


def viewers(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Who may see it by name now."""
    file = get_file(uow, record_id or 0)
    return {"dispute_id": file.dispute.id, "viewers": tuple(user_id for user_id, _name in list_viewers(uow, file.case.id))}


def note(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A private note of today."""
    return {"dispute_id": get_file(uow, record_id or 0).dispute.id, "kind": "private", "on": uow.clock.today()}


def acceptance(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Today, by whoever is signed in."""
    file = get_file(uow, record_id or 0)
    today = uow.clock.today()
    return {"dispute_id": file.dispute.id, "accepted_on": today, "mediators": _me(uow), "chosen_by": "assigned",
            "recorder": file.dispute.recorder, "rights_told_on": today, "rights_told_how": "oral", "all_agree": True,
            "no_court": True}


def session(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A sitting of the last hour with everybody present; the next one after others."""
    file = get_file(uow, record_id or 0)
    now = uow.clock.now().replace(second=0, microsecond=0)
    plan = next_plan(uow, file.dispute.id)
    worker = plan.legal_worker if plan else ""
    return {"plan_id": plan.id if plan else None, "rights_told": file.dispute.rights_told_on is not None,
            "way": way_of(plan, file.dispute.difficulty), "legal_worker": worker,
            "place_kind": "room", "dispute_id": file.dispute.id, "started_at": now - timedelta(hours=1), "ended_at": now,
            "place": plan.place if plan else "人民调解室", "matter": file.case.title, "outcome": "continued",
            "mediators": together(plan.mediators if plan else file.dispute.mediators), "recorder": file.dispute.recorder,
            "invited": [dict(guest) for guest in plan.invited] if plan else [], "remedies_told": False,
            "attendance": [{"party_id": party.id, "name": party.name, "here": True} for party in file.parties]}


def next_plan(uow: UnitOfWork, dispute_id: int) -> Plan | None:
    """The sitting that was planned for now: the first one not held yet that has begun or begins within the day."""
    soon = uow.clock.now() + timedelta(hours=12)
    return uow.session.scalars(select(Plan).where(Plan.dispute_id == dispute_id, Plan.state == "planned",
                                                  Plan.starts_at <= soon)
                               .order_by(Plan.starts_at).limit(1)).one_or_none()


def stored_session(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A recorded sitting, to correct it."""
    found = uow.get(Session, record_id or 0)
    file = get_file(uow, found.dispute_id)
    names = ("id", "version", "dispute_id", "started_at", "ended_at", "place", "place_kind", "matter", "way", "legal_worker",
             "legal_absent", "record", "outcome", "outcome_note", "recorder", "private_note")
    return {name: getattr(found, name) for name in names} | {
        "mediators": together(found.mediators), "rights_told": True, "invited": [dict(guest) for guest in found.invited],
        "remedies_told": file.dispute.remedies_told_on is not None,
        "attendance": [{"party_id": party.id, "name": party.name, "here": party.id in found.present,
                        "refuses": party.id == file.dispute.refused_by} for party in file.parties]}


def agreement(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The stored draft, else one that begins with the case's own summary."""
    file = get_file(uow, record_id or 0)
    if file.agreement is None or file.agreement.state != "draft":
        return _new_agreement(uow, file)
    found = uow.get(Agreement, file.agreement.id)
    return {"dispute_id": found.dispute_id, "version": found.version, "facts": found.facts,
            "clauses": [{"text": text} for text in found.clauses], "performance": found.performance,
            "amount_fen": found.amount_fen, "made_on": found.made_on, "mediators": together(found.mediators),
            "recorder": found.recorder, "form": found.form, "at_once": found.at_once, "template_id": None,
            "has_templates": bool(list_templates(uow)),
            "instalments": [{"due": one.due, "what": one.what, "fen": one.fen} for one in instalments(found)]}


def signing(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Who has signed when; record_id is the agreement's."""
    found = uow.get(Agreement, record_id or 0)
    signed = signatures(uow, found.id)
    return {"agreement_id": found.id, "mediator_on": found.mediator_signed_on, "sealed_on": found.sealed_on,
            "signed": [_signature(party, signed.get(party.id)) for party in list_parties(uow, found.dispute_id)]}


def _signature(party: PartyRow, found: Signature | None) -> dict[str, Any]:
    return {"party_id": party.id, "name": party.name, "kind": party.kind, "has_agent": bool(party.agent),
            "on": found.signed_on if found else None, "by_agent": found is not None and found.by == "agent",
            "unit_seal_on": found.unit_seal_on if found else None}


def ending(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Today."""
    return {"dispute_id": uow.get(Dispute, record_id or 0).id, "on": uow.clock.today()}


def _new_agreement(uow: UnitOfWork, file: CaseFile) -> dict[str, Any]:
    template = template_for(uow, file.dispute.category)
    standing = [{"text": text} for text in template.clauses] if template else []
    return {"dispute_id": file.dispute.id, "facts": file.dispute.summary, "clauses": [{"text": ""}, *standing],
            "instalments": [], "form": "written", "at_once": False, "template_id": template.id if template else OFFICIAL,
            "has_templates": bool(list_templates(uow)),
            "made_on": uow.clock.today(), "mediators": together(file.dispute.mediators), "recorder": file.dispute.recorder}
