"""Taking a residents' list back: new people leave, changed fields say again what they said; refused once people worked on."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, delete, select, tuple_

from desk.core.db.bulk import insert_rows
from desk.core.db.uow import UnitOfWork
from desk.core.exchange.model import ImportBatch, ImportRow
from desk.core.exchange.people_known import blocks
from desk.core.exchange.people_match import PAPER, PHONE
from desk.core.exchange.people_write import PEOPLE, PeopleWriter
from desk.core.exchange.progress import Progress, tell
from desk.core.exchange.undoing import added_since, ids_of, referred_to, refuse
from desk.core.exchange.verdicts import ALONG, CHANGED, NEW
from desk.core.i18n import N_
from desk.core.people.model import Household, IdentityPaper, OldValue, Person, Phone

CHILDREN = (IdentityPaper, Phone)
_WHY = N_("Import undone")


def undo_people(uow: UnitOfWork, batch: ImportBatch, progress: Progress) -> None:
    """Raises UserError naming the people who stand in the way; else everything the import wrote is gone again."""
    new, opened = ids_of(batch, NEW), ids_of(batch, ALONG)
    changed = uow.session.execute(select(ImportRow.record_id, ImportRow.changes).where(
        ImportRow.batch_id == batch.id, ImportRow.verdict == CHANGED)).all()
    in_the_way = _worked_on(uow, batch, new) | _changed_again(uow, changed) | _moved_in_since(uow, batch, opened)
    refuse(_names(uow, in_the_way))
    for verdict, kind in ((NEW, "person"), (CHANGED, "person"), (ALONG, "household")):
        ids = [found for found in uow.session.scalars(ids_of(batch, verdict)) if found is not None]
        if ids:
            uow.touch(kind, *ids)
    _restore(uow, changed, progress)
    connection = uow.session.connection()
    for model in CHILDREN:
        connection.execute(delete(model.__table__).where(model.__table__.c.person_id.in_(new)))  # type: ignore[arg-type]
    connection.execute(delete(PEOPLE).where(PEOPLE.c.id.in_(new)))
    connection.execute(delete(Household.__table__).where(Household.__table__.c.id.in_(opened)))  # type: ignore[arg-type]
    uow.session.expire_all()


def _worked_on(uow: UnitOfWork, batch: ImportBatch, new: Select[Any]) -> set[int]:
    """New people who were edited, given a telephone or paper, or are used by another record."""
    edited = uow.session.scalars(select(Person.id).where(Person.id.in_(new), Person.version > 1).limit(10))
    own = {model.__tablename__ for model in CHILDREN}
    return set(edited) | referred_to(uow, PEOPLE.name, new, own) | added_since(uow, batch, CHILDREN, "person_id", new)


def _changed_again(uow: UnitOfWork, changed: Sequence[Any]) -> set[int]:
    """People whose changed fields no longer say what the import wrote."""
    found: set[int] = set()
    for block in blocks(changed):
        now = {person.id: person for person in uow.session.scalars(
            select(Person).where(Person.id.in_([person_id for person_id, _changes in block])))}
        for person_id, changes in block:
            if person_id not in now or changes is None or any(getattr(now[person_id], field) != becomes
                                           for field, becomes, _was in _columns(changes)):
                found.add(person_id)
    return found


def _moved_in_since(uow: UnitOfWork, batch: ImportBatch, opened: Select[Any]) -> set[int]:
    """People who were put into a household that this import opened, and households with notes or work of their own."""
    of_this = select(ImportRow.record_id).where(ImportRow.batch_id == batch.id, ImportRow.verdict.in_((NEW, CHANGED)))
    later = set(uow.session.scalars(select(Person.id).where(
        Person.household_id.in_(opened), Person.id.not_in(of_this)).limit(10)))
    worked = referred_to(uow, Household.__tablename__, opened, {PEOPLE.name})
    worked |= set(uow.session.scalars(select(Household.id).where(Household.id.in_(opened), Household.version > 1).limit(10)))
    return later | set(uow.session.scalars(select(Person.id).where(Person.household_id.in_(worked)).limit(10)))


def _names(uow: UnitOfWork, ids: set[int]) -> list[str]:
    return list(uow.session.scalars(select(Person.name).where(Person.id.in_(ids)).order_by(Person.id).limit(20)))


def _restore(uow: UnitOfWork, changed: Sequence[Any], progress: Progress) -> None:
    writer = PeopleWriter(uow, {})
    done = 0
    for block in blocks(changed):
        by_columns: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        old: list[dict[str, Any]] = []
        added: dict[str, list[tuple[int, str]]] = {PAPER: [], PHONE: []}
        for person_id, changes in block:
            values = {field: was for field, _becomes, was in _columns(changes)}
            old += [_old(uow, person_id, field, becomes) for field, becomes, _was in _columns(changes)]
            if values:
                by_columns.setdefault(tuple(sorted(values)), []).append({"at_id": person_id, **values})
            for field, *_shown, becomes in changes:
                if field in added:
                    added[field].append((person_id, becomes))
        for columns, rows in by_columns.items():
            writer.update_people(columns, rows)
        _take_away(uow, IdentityPaper, "lookup", added[PAPER])
        _take_away(uow, Phone, "number", added[PHONE])
        insert_rows(uow.session, OldValue.__table__, old)  # type: ignore[arg-type]
        done += len(block)
        tell(progress, done, len(changed))


def _columns(changes: Sequence[Any]) -> list[tuple[str, Any, Any]]:
    """(column, what the import wrote, what stood there before) of one person's changes."""
    return [(field, becomes, was) for field, _label, _before, _after, was, becomes in changes
            if field not in (PAPER, PHONE)]


def _take_away(uow: UnitOfWork, model: Any, column: str, added: list[tuple[int, str]]) -> None:
    table = model.__table__
    if added:
        uow.session.connection().execute(delete(table).where(
            tuple_(table.c.person_id, table.c[column]).in_(added)))


def _old(uow: UnitOfWork, person_id: int, field: str, value: Any) -> dict[str, Any]:
    return {"community_id": uow.actor.community_id, "kind": "person", "record_id": person_id, "field": field,
            "value": "" if value is None else str(value), "at": uow.clock.now(), "by": uow.actor.name, "reason": _WHY}
