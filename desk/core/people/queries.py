"""Reads of the register: frozen dataclasses, numbers masked, within the actor's community and areas."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from desk.core.db.among import among as stands_among
from desk.core.db.listed import one_of
from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.people.cards import OldValueLine, PaperLine, PersonCard, PersonRow, PhoneLine, VisitLine
from desk.core.people.codes import GONE
from desk.core.people.dates import age_at
from desk.core.people.filters import person_filters, text_filter
from desk.core.people.identity import clean_number
from desk.core.people.lookup import lookup_hash, number_hasher
from desk.core.people.masks import mask_number, mask_phone
from desk.core.people.model import Household, IdentityPaper, OldValue, Person, Phone, VisitNote
from desk.core.people.phones import clean_phone
from desk.core.people.rights import READ
from desk.core.people.rows import children
from desk.core.text import code

SORTS: dict[str, tuple[Any, ...]] = {
    "": (Person.pinyin, Person.id),
    "pinyin": (Person.pinyin, Person.id),
    "birth": (Person.birth, Person.id),
    "newest": (Person.id,),
}
_LINE: tuple[Any, ...] = (
    Person.id, Person.name, Person.pinyin, Person.sex, Person.birth, Person.household_id, Person.address, Person.area_id,
    Person.resident_kind, Person.state)
"""What a line of a list needs of a person; whole records take the database layer twice as long."""
VISITS_SHOWN = 10
HISTORY_SHOWN = 50


def get_person(uow: UnitOfWork, person_id: int) -> PersonCard:
    """Everything about one person, numbers masked. Raises NotFound, NotAllowed."""
    uow.require(READ)
    person = uow.get(Person, person_id)
    uow.require_area(person.area_id)
    household = uow.get(Household, person.household_id) if person.household_id else None
    home = household.address if household else ""
    return PersonCard(
        id=person.id, version=person.version, name=person.name, pinyin=person.pinyin, pinyin_given=person.pinyin_given,
        sex=person.sex, birth=person.birth, age=_age(uow, person), household_id=person.household_id, household=home,
        relation=person.relation, resident_kind=person.resident_kind, address=person.address or home,
        own_address=person.address, area_id=person.area_id, moved_in=person.moved_in, moved_out=person.moved_out,
        deceased_on=person.deceased_on, state=person.state, merged_into_id=person.merged_into_id,
        papers=tuple(map(_paper, children(uow, IdentityPaper, person_id))),
        phones=tuple(map(_phone, children(uow, Phone, person_id))),
        visits=list_visits(uow, person_id=person_id, limit=VISITS_SHOWN), history=_history(uow, person_id),
        updated_at=person.updated_at, updated_by=person.updated_by)


def list_people(uow: UnitOfWork, request: PageRequest, among: Select[Any] | None = None) -> Page[PersonRow]:
    """A page of people. sort: "pinyin", "birth", "newest". filters: see `filters.person_filters`. text: name, pinyin,
    initials, a whole number or part of a phone. among: a statement of the ids to stay within (see core/search)."""
    uow.require(READ)
    if request.sort not in SORTS:
        raise ValueError(f"no such order: {request.sort}")
    statement = _filtered(uow, select(*_LINE), request.filters, request.text, among)
    people, following = keyset_page(uow.session, statement, SORTS[request.sort], request)
    return Page(rows(uow, people), following)


def select_people(uow: UnitOfWork, filters: Mapping[str, Any] | None = None, text: str = "") -> Select[Any]:
    """Ids of the people that `list_people` would show, for a list of another register that is sorted by columns of its own."""
    uow.require(READ)
    return _filtered(uow, select(Person.id), filters or {}, text, None)


def count_people(uow: UnitOfWork, filters: Mapping[str, Any] | None = None, text: str = "",
                 among: Select[Any] | None = None) -> int:
    """How many people `list_people` would show in all."""
    uow.require(READ)
    return uow.session.scalar(_filtered(uow, select(func.count(Person.id)), filters or {}, text, among)) or 0


def find_by_number(uow: UnitOfWork, typed: str) -> tuple[PersonRow, ...]:
    """People with exactly this identity number (15 or 18 digits mean the same) or telephone number, at most 20."""
    uow.require(READ)
    try:
        number, phone = clean_number("other", typed), clean_phone(typed)
    except UserError:
        return ()
    holders = select(IdentityPaper.person_id).where(IdentityPaper.lookup == lookup_hash(uow, number),
                                                    IdentityPaper.lookup != "")
    owners = select(Phone.person_id).where(Phone.number == phone)
    statement = _within(uow, select(Person)).where(or_(Person.id.in_(holders), Person.id.in_(owners)),
                                                   Person.state.not_in(GONE))
    return tuple(rows(uow, uow.session.scalars(statement.order_by(Person.pinyin, Person.id).limit(20))))


def find_holders(uow: UnitOfWork, numbers: Iterable[str]) -> dict[str, list[int]]:
    """For long lists: each cleaned identity or telephone number → ids of the people present who have it, in blocks."""
    uow.require(READ)
    hashed, found = number_hasher(uow), dict[str, list[int]]()
    wanted = [number for number in dict.fromkeys(numbers) if number]
    for start in range(0, len(wanted), 400):
        part = {number: hashed(number) for number in wanted[start:start + 400]}
        holders = select(IdentityPaper.lookup, IdentityPaper.person_id).where(
            IdentityPaper.lookup.in_([one for one in part.values() if one]))
        owners = select(Phone.number, Phone.person_id).where(Phone.number.in_(list(part)))
        present = _within(uow, select(Person.id)).where(Person.state.not_in(GONE))
        by_lookup = uow.session.execute(holders.where(IdentityPaper.person_id.in_(present))).all()
        by_phone = uow.session.execute(owners.where(Phone.person_id.in_(present))).all()
        for number, lookup in part.items():
            ids = [person for key, person in by_lookup if key == lookup] + [person for key, person in by_phone if key == number]
            if ids:
                found[number] = list(dict.fromkeys(ids))
    return found


def find_people(uow: UnitOfWork, ids: Iterable[int]) -> dict[int, PersonRow]:
    """Rows of people by id, in blocks; those one may not see and those who are gone are left out."""
    uow.require(READ)
    wanted, found = list(dict.fromkeys(ids)), dict[int, PersonRow]()
    for start in range(0, len(wanted), 400):
        statement = _within(uow, select(Person)).where(Person.id.in_(wanted[start:start + 400]), Person.state.not_in(GONE))
        found.update((row.id, row) for row in rows(uow, uow.session.scalars(statement)))
    return found


def find_namesakes(uow: UnitOfWork, name: str, birth: str) -> tuple[PersonRow, ...]:
    """People of this very name and birth date, at most 20: most likely the same person."""
    uow.require(READ)
    statement = _within(uow, select(Person)).where(Person.name == name, Person.birth == birth, Person.state.not_in(GONE))
    return tuple(rows(uow, uow.session.scalars(statement.order_by(Person.id).limit(20))))


def list_visits(uow: UnitOfWork, *, person_id: int | None = None, household_id: int | None = None,
                limit: int = 50) -> tuple[VisitLine, ...]:
    """Visit notes of a person or a household, the newest first."""
    uow.require(READ)
    owner = VisitNote.person_id == person_id if person_id is not None else VisitNote.household_id == household_id
    found = uow.session.scalars(select(VisitNote).where(owner).order_by(VisitNote.id.desc()).limit(limit))
    return tuple(VisitLine(note.id, note.at, note.by, note.text) for note in found)


def rows(uow: UnitOfWork, people: Iterable[Any]) -> list[PersonRow]:
    """People (records, or rows of `_LINE`) as lines of a list, in the given order; three further statements however many
    there are."""
    people = list(people)
    ids = [person.id for person in people]
    numbers, phones = _firsts(uow, IdentityPaper, ids), _firsts(uow, Phone, ids)
    homes = dict(uow.session.execute(select(Household.id, Household.address).where(
        one_of(Household.id, {person.household_id for person in people if person.household_id}))).all())
    return [PersonRow(
        id=person.id, name=person.name, sex=person.sex, birth=person.birth, age=_age(uow, person),
        number=mask_number(numbers.get(person.id, "")), phone=mask_phone(phones.get(person.id, "")),
        address=person.address or homes.get(person.household_id or 0, ""), area_id=person.area_id,
        resident_kind=person.resident_kind, state=person.state) for person in people]


def _filtered(uow: UnitOfWork, statement: Select[Any], filters: Mapping[str, Any], text: str,
              among: Select[Any] | None) -> Select[Any]:
    statement = _within(uow, statement).where(*person_filters(uow.clock.today(), filters))
    if "state" not in filters:
        statement = statement.where(Person.state.not_in(GONE))
    if among is not None:
        statement = statement.where(stands_among(uow.session, Person.id, among))
    typed = text.strip()[:60]
    return statement.where(text_filter(typed, lookup_hash(uow, code(typed)))) if typed else statement


def _within(uow: UnitOfWork, statement: Select[Any]) -> Select[Any]:
    """Only people of the actor's areas, and those who lie in none."""
    return statement.where(area_mark(uow, Person.area_id)) if uow.actor.area_ids is not None else statement


def area_mark(uow: UnitOfWork, column: Any) -> ColumnElement[bool]:
    """`column` is one of the actor's areas or none."""
    return or_(column.is_(None), column.in_(sorted(uow.actor.area_ids or ())))


def _firsts(uow: UnitOfWork, model: Any, ids: list[int]) -> dict[int, str]:
    found = uow.session.execute(select(model.person_id, model.number).where(one_of(model.person_id, ids))
                                .order_by(model.id.desc()))
    return {person_id: number for person_id, number in found if number}


def _age(uow: UnitOfWork, person: Any) -> int | None:
    return age_at(person.birth, uow.clock.today()) if person.birth and person.state != "deceased" else None


def _paper(paper: IdentityPaper) -> PaperLine:
    return PaperLine(paper.id, paper.kind, mask_number(paper.number), paper.expires, tuple(paper.findings), paper.reason)


def _phone(phone: Phone) -> PhoneLine:
    return PhoneLine(phone.id, mask_phone(phone.number), phone.owner, phone.label)


def _history(uow: UnitOfWork, person_id: int) -> tuple[OldValueLine, ...]:
    found = uow.session.scalars(select(OldValue).where(OldValue.kind == "person", OldValue.record_id == person_id)
                                .order_by(OldValue.id.desc()).limit(HISTORY_SHOWN))
    return tuple(OldValueLine(old.field, old.value, old.at, old.by, old.reason) for old in found)
