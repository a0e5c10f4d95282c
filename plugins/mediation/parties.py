"""What must be known of the parties before a case can stand: two sides, guardians of minors, units' representatives."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desk.api import translator
from desk.api.db import UnitOfWork
from desk.api.organisations import organisation_for_papers
from desk.api.people import age_at, person_for_papers
from plugins.mediation.drafts import PartyDraft
from plugins.mediation.law import source

_ = translator("mediation")

ADULT = 18
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
    return replace(party, **{name: value for name, value in known.items() if not getattr(party, name).strip()})


def check_parties(parties: Sequence[PartyDraft], on: date) -> dict[str, str]:
    """Field → sentence; fields are "parties" or "parties.<n>.<field>"."""
    fields: dict[str, str] = {}
    for side, sentence in (("applicant", _("Name at least one applicant.")), ("respondent", _("Name the other party."))):
        if not any(party.side == side and party.name.strip() for party in parties):
            fields["parties"] = sentence
    for place, party in enumerate(parties):
        fields |= {f"parties.{place}.{name}": sentence for name, sentence in _check_one(party, on).items()}
    known = [party.person_id for party in parties if party.person_id]
    if len(known) != len(set(known)):
        fields["parties"] = _("The same person stands among the parties twice.")
    return fields


def _check_one(party: PartyDraft, on: date) -> dict[str, str]:
    if not party.name.strip():
        return {"name": _("Give the party's name.")}
    if party.kind == "organisation" and not party.representative.strip():
        return {"representative": _("Name the unit's legal representative or head.({source})").format(source=source("R23"))}
    if party.kind == "person" and needs_guardian(party.birth, on) and not party.guardian.strip():
        return {"guardian": _("Under 18: name the legal guardian, who signs too.({source})").format(source=source("R20"))}
    return {}
