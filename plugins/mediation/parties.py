"""What must be known of the parties before a case can stand: two sides, guardians, agents' powers, units' representatives."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from desk.api import translator
from desk.api.db import UnitOfWork
from desk.api.organisations import organisation_for_papers
from desk.api.people import age_at, person_for_papers
from plugins.mediation.drafts import PartyDraft
from plugins.mediation.law import source
from plugins.mediation.settings import setting
from plugins.mediation.words import people_named

_ = translator("mediation")

ADULT, AGENTS = 18, 2
SIDES = ("applicant", "respondent")


def needs_guardian(birth: str, on: date) -> bool:
    """Under eighteen on that day (R20); an unknown birth date asks for none."""
    return bool(birth) and age_at(birth, on) < ADULT


def fill_from_register(uow: UnitOfWork, party: PartyDraft) -> PartyDraft:
    """Blank fields of a person or unit chosen from the registers, as they stand there today."""
    known: dict[str, str] = {}
    if party.kind == "person" and party.person_id:
        known = person_for_papers(uow, party.person_id)
    elif party.kind == "organisation" and party.organisation_id:
        known = organisation_for_papers(uow, party.organisation_id)
    blank: dict[str, Any] = {name: value for name, value in known.items() if not getattr(party, name).strip()}
    return replace(party, **blank)


def check_parties(uow: UnitOfWork, parties: Sequence[PartyDraft], on: date) -> dict[str, str]:
    """Field → sentence; fields are "parties" or "parties.<n>.<field>"."""
    fields: dict[str, str] = {}
    for side, sentence in (("applicant", _("Name at least one applicant.")), ("respondent", _("Name the other party."))):
        if not any(party.side == side and party.name.strip() for party in parties):
            fields["parties"] = sentence
    code_needed = bool(setting(uow, "unit_code_required"))
    for place, party in enumerate(parties):
        found = _check_one(party, on, code_needed)
        fields |= {f"parties.{place}.{name}": sentence for name, sentence in found.items()}
    fields |= _twice(parties)
    return fields | _too_many(parties, int(setting(uow, "max_representatives")))


def _twice(parties: Sequence[PartyDraft]) -> dict[str, str]:
    """Nobody stands on both sides: the same record, or the same name with nothing that tells two namesakes apart.

    张某 in an old ledger is no name yet.
    """
    for records in ([one.person_id for one in parties if one.kind == "person" and one.person_id],
                    [one.organisation_id for one in parties if one.kind == "organisation" and one.organisation_id]):
        if len(records) != len(set(records)):
            return {"parties": _("The same person stands among the parties twice.")}
    unknown = [(one.name.strip(), one.birth, one.contact, one.address) for one in parties
               if one.name.strip() and "某" not in one.name and not one.person_id and not one.organisation_id]
    if len(unknown) != len(set(unknown)):
        return {"parties": _("Two parties have the same name: give a phone, an address or a birth date that tells them apart.")}
    return {}


def _too_many(parties: Sequence[PartyDraft], most: int) -> dict[str, str]:
    """A side may be spoken for by a few of its own (R22)."""
    for side in SIDES:
        if sum(party.representing for party in parties if party.side == side) > most:
            return {"parties": _("One side has at most {n} representatives.({source})").format(n=most, source=source("R22"))}
    return {}


def _check_one(party: PartyDraft, on: date, code_needed: bool) -> dict[str, str]:
    if not party.name.strip():
        return {"name": _("Give the party's name.")}
    found = _check_unit(party, code_needed) if party.kind == "organisation" else {}
    if party.kind == "person" and not party.guardian.strip():
        if needs_guardian(party.birth, on):
            found["guardian"] = _("Under 18: name the legal guardian, who signs too.({source})").format(source=source("R20"))
        elif party.limited:
            sentence = _("Of limited capacity: name the legal guardian, who signs too.({source})")
            found["guardian"] = sentence.format(source=source("R20"))
    return found | _check_agents(party)


def _check_unit(party: PartyDraft, code_needed: bool) -> dict[str, str]:
    found = {}
    if not party.representative.strip():
        found["representative"] = _("Name the unit's legal representative or head.({source})").format(source=source("R23"))
    if code_needed and not party.credit_code.strip():
        found["credit_code"] = _("Give the unit's unified social credit code.({source})").format(source=source("R23"))
    return found


def _check_agents(party: PartyDraft) -> dict[str, str]:
    agents = people_named(party.agent)
    if len(agents) > AGENTS:
        return {"agent": _("A party has at most two agents.({source})").format(source=source("R21"))}
    if agents and not party.agent_powers:
        return {"agent_powers": _("Say what the agent may do: settling needs special powers.({source})").format(
            source=source("R21"))}
    return {}
