"""How matters are found: by number, title and the names of those who take part.

Confidential ones are found by their handlers and by who may see every one of the kind; what happened is never indexed.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select

from desk.core.cases.access import viewers_of
from desk.core.cases.entries import state_title
from desk.core.cases.kinds import CaseKind
from desk.core.cases.model import Case, CaseParty
from desk.core.db.listed import one_of
from desk.core.db.uow import UnitOfWork
from desk.core.organisations.model import Organisation
from desk.core.people.model import Person
from desk.core.people.names import readings
from desk.core.search.document import SearchDocument
from desk.core.search.index import FOUND

NOBODY = "-"
"""A permission that nobody has: found by its viewers only."""


def case_documents(uow: UnitOfWork, kind: CaseKind, ids: Sequence[int]) -> Iterator[SearchDocument]:
    """Documents of matters of one kind."""
    people = _names(uow, Person, CaseParty.person_id, ids)
    organisations = _names(uow, Organisation, CaseParty.organisation_id, ids)
    viewers = viewers_of(uow, ids)
    for case in uow.session.scalars(select(Case).where(Case.kind == kind.code, Case.id.in_(ids))):
        named = people.get(case.id, [])
        called = filter(None, (case.title, case.number, *named, *organisations.get(case.id, [])))
        yield SearchDocument(
            kind.code, case.id, case.title, " · ".join(filter(None, (case.number, state_title(kind, case.state)))),
            names=tuple(called), readings=tuple(map(readings, named)),
            numbers=(case.number,) if case.number else (), area_id=case.area_id,
            permission=(kind.permission_confidential or NOBODY) if case.confidential else kind.permission_read,
            viewers=viewers.get(case.id, ()) if case.confidential else ())


def of_people(uow: UnitOfWork, kind: CaseKind, ids: Sequence[int]) -> list[int]:
    """Matters of the kind in which one of these people takes part."""
    return _with(uow, CaseParty.person_id, ids).get(kind.code, [])


def of_organisations(uow: UnitOfWork, kind: CaseKind, ids: Sequence[int]) -> list[int]:
    """Matters of the kind in which one of these organisations takes part."""
    return _with(uow, CaseParty.organisation_id, ids).get(kind.code, [])


def _with(uow: UnitOfWork, party: Any, ids: Sequence[int]) -> dict[str, list[int]]:
    """Kind → matters with one of these parties; asked once for all kinds, which all ask while one transaction is indexed."""
    found = uow.session.info.setdefault(FOUND, {})
    key = (party.key, tuple(ids))
    if key not in found:
        found[key] = {}
        for kind, case_id in uow.session.execute(select(Case.kind, Case.id).join(CaseParty, CaseParty.case_id == Case.id)
                                                 .where(one_of(party, ids)).distinct()):
            found[key].setdefault(kind, []).append(case_id)
    return found[key]


def _names(uow: UnitOfWork, model: Any, column: Any, ids: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for case_id, name in uow.session.execute(select(CaseParty.case_id, model.name).join(model, model.id == column)
                                             .where(CaseParty.case_id.in_(ids)).order_by(CaseParty.id)):
        found.setdefault(case_id, []).append(name)
    return found
