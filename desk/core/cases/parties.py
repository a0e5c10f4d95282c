"""Registered people and organisations in a matter, so that "all matters of a person" is one query."""

from collections.abc import Sequence

from sqlalchemy import select

from desk.core.cases.access import changeable_case, changed
from desk.core.cases.drafts import PartyDraft
from desk.core.cases.entries import write_entry
from desk.core.cases.model import Case, CaseParty
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.organisations.model import Organisation
from desk.core.people.model import Person
from desk.core.text import clean

BY_KIND = "the kind of matter names the permission, which is required inside"


@verb("cases.add_party", open_because=BY_KIND)
def add_party(uow: UnitOfWork, case_id: int, party: PartyDraft) -> int:
    """Give a registered person or organisation a role in the matter; answers the party's id. Twice is once."""
    case, _kind = changeable_case(uow, case_id)
    return join(uow, case, party)


def join(uow: UnitOfWork, case: Case, party: PartyDraft) -> int:
    """As `add_party` for a matter the caller may change."""
    name, role = _name(uow, party), clean(party.role, limit=40, field="role")
    same = select(CaseParty).where(CaseParty.case_id == case.id, CaseParty.person_id == party.person_id,
                                   CaseParty.organisation_id == party.organisation_id, CaseParty.role == role)
    known = uow.session.scalars(same).first()
    if known is not None:
        return int(known.id)
    row = uow.add(CaseParty(case_id=case.id, person_id=party.person_id, organisation_id=party.organisation_id, role=role))
    write_entry(uow, case, "party", what=role, text=name)
    changed(uow, case, "cases.add_party", role=role)
    return int(row.id)


@verb("cases.remove_party", open_because=BY_KIND)
def remove_party(uow: UnitOfWork, case_id: int, party_id: int) -> None:
    """The person or organisation was entered by mistake."""
    case, _kind = changeable_case(uow, case_id)
    row = uow.session.scalars(select(CaseParty).where(CaseParty.id == party_id, CaseParty.case_id == case_id)).first()
    if row is not None:
        uow.session.delete(row)
        changed(uow, case, "cases.remove_party", role=row.role)


@verb("cases.set_parties", open_because=BY_KIND)
def set_parties(uow: UnitOfWork, case_id: int, parties: Sequence[PartyDraft]) -> None:
    """Make exactly `parties` the registered ones of the matter; those already there stay as they are."""
    changeable_case(uow, case_id)
    have = {(row.person_id, row.organisation_id, row.role): row.id for row in uow.session.scalars(
        select(CaseParty).where(CaseParty.case_id == case_id))}
    wanted = {(party.person_id, party.organisation_id, party.role): party for party in parties}
    for key in have.keys() - wanted.keys():
        remove_party(uow, case_id, have[key])
    for key, party in wanted.items():
        if key not in have:
            add_party(uow, case_id, party)


def touch_matters_of(person_id: int, uow: UnitOfWork) -> None:
    """The matters of a person whose record was merged or un-merged are shown and indexed anew."""
    found = select(Case.kind, Case.id).join(CaseParty, CaseParty.case_id == Case.id).where(CaseParty.person_id == person_id)
    for kind, case_id in uow.session.execute(found):
        uow.touch(kind, case_id)


def _name(uow: UnitOfWork, party: PartyDraft) -> str:
    if (party.person_id is None) == (party.organisation_id is None):
        raise UserError(_("Choose a person or an organisation."), field="person_id")
    if party.person_id is not None:
        return uow.get(Person, party.person_id).name
    return uow.get(Organisation, party.organisation_id or 0).name
