"""People whom another room's list took into the register along the way: taken back with it, while nobody worked on them."""

from sqlalchemy import delete, select

from desk.core.db.uow import UnitOfWork
from desk.core.exchange.model import ImportBatch
from desk.core.exchange.people_undo import CHILDREN
from desk.core.exchange.people_write import PEOPLE
from desk.core.exchange.undoing import added_since, ids_of, referred_to, refuse
from desk.core.exchange.verdicts import ALONG
from desk.core.people.model import Person

PERSON_CHILDREN = CHILDREN
"""For the `children` of an importer that registers people along the way."""


def take_people_back(uow: UnitOfWork, batch: ImportBatch) -> None:
    """Delete the people a batch made along the way; UserError names those edited, given a number or used since.

    The importer's own records that refer to them must be gone before.
    """
    made = ids_of(batch, ALONG)
    edited = set(uow.session.scalars(select(Person.id).where(Person.id.in_(made), Person.version > 1).limit(10)))
    own = {model.__tablename__ for model in CHILDREN}
    in_the_way = edited | referred_to(uow, PEOPLE.name, made, own) | added_since(uow, batch, CHILDREN, "person_id", made)
    refuse(list(uow.session.scalars(select(Person.name).where(Person.id.in_(in_the_way)).order_by(Person.id).limit(20))))
    ids = [found for found in uow.session.scalars(made) if found is not None]
    connection = uow.session.connection()
    for model in CHILDREN:
        connection.execute(delete(model.__table__).where(model.__table__.c.person_id.in_(made)))  # type: ignore[arg-type]
    connection.execute(delete(PEOPLE).where(PEOPLE.c.id.in_(made)))
    if ids:
        uow.touch("person", *ids)
    uow.session.expire_all()
