"""How organisations are found: by name, short name, code, credit code, telephone and address."""

from collections.abc import Iterator, Sequence

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.organisations.model import Organisation
from desk.core.people.names import readings
from desk.core.search.document import SearchDocument


def organisation_documents(uow: UnitOfWork, ids: Sequence[int]) -> Iterator[SearchDocument]:
    """Documents of organisations; closed ones stay to be found."""
    for found in uow.session.scalars(select(Organisation).where(Organisation.id.in_(ids))):
        names = (found.name, found.short_name) if found.short_name else (found.name,)
        yield SearchDocument(
            "organisation", found.id, found.name, " · ".join(filter(None, (found.contact, found.address))),
            names=names, readings=tuple(map(readings, names)), numbers=tuple(filter(None, (found.uscc, found.code))),
            phones=(found.phone,) if found.phone else (), addresses=(found.address,) if found.address else (),
            area_id=found.area_id)
