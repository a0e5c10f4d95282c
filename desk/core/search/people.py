"""How people and households are found."""

from collections.abc import Iterator, Sequence

from sqlalchemy import literal, select, union_all

from desk.core.db.listed import one_of
from desk.core.db.uow import UnitOfWork
from desk.core.people.codes import GONE
from desk.core.people.history import earlier_values
from desk.core.people.masks import mask_number, mask_phone
from desk.core.people.model import Household, IdentityPaper, Person, Phone
from desk.core.people.names import readings
from desk.core.people.rights import READ
from desk.core.search.document import SearchDocument


def person_documents(uow: UnitOfWork, ids: Sequence[int]) -> Iterator[SearchDocument]:
    """Documents of people: present and earlier names, papers, phones, address. Merged records have none."""
    columns = (Person.id, Person.name, Person.pinyin_given, Person.address, Person.household_id, Person.area_id)
    people = uow.session.execute(select(*columns).where(one_of(Person.id, ids), Person.state.not_in(GONE))).all()
    numbers, phones = _numbers(uow, ids)
    before = earlier_values(uow, "person", list(ids), "name")
    homes = dict(uow.session.execute(select(Household.id, Household.address).where(
        one_of(Household.id, {person.household_id for person in people if person.household_id}))).all())
    for person in people:
        earlier = before.get(person.id, [])
        address = person.address or homes.get(person.household_id or 0, "")
        mine, reached = numbers.get(person.id, []), phones.get(person.id, [])
        yield SearchDocument(
            "person", person.id, person.name, _subtitle(mine, reached, address),
            names=(person.name, *earlier),
            readings=(readings(person.name, person.pinyin_given), *map(readings, earlier)),
            numbers=tuple(mine), phones=tuple(reached), addresses=(address,) if address else (),
            permission=READ, area_id=person.area_id)


def household_documents(uow: UnitOfWork, ids: Sequence[int]) -> Iterator[SearchDocument]:
    """Documents of households: by address and code."""
    columns = (Household.id, Household.address, Household.code, Household.contact, Household.area_id)
    for home in uow.session.execute(select(*columns).where(one_of(Household.id, ids))):
        yield SearchDocument("household", home.id, home.address, home.contact, names=(home.address,),
                             numbers=(home.code,) if home.code else (), addresses=(home.address,), permission=READ,
                             area_id=home.area_id)


def members(uow: UnitOfWork, household_ids: Sequence[int]) -> list[int]:
    """People whose address is that of a household that changed."""
    return list(uow.session.scalars(select(Person.id).where(one_of(Person.household_id, household_ids))))


_NUMBERED: tuple[type[IdentityPaper] | type[Phone], ...] = (IdentityPaper, Phone)


def _numbers(uow: UnitOfWork, ids: Sequence[int]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """Person → numbers of her papers, and → telephones, oldest first; in one statement, for every save asks for them."""
    papers, phones = (
        select(literal(place).label("place"), model.id.label("id"), model.person_id, model.number)
        .where(one_of(model.person_id, ids), model.number != "") for place, model in enumerate(_NUMBERED))
    found: tuple[dict[int, list[str]], dict[int, list[str]]] = ({}, {})
    for place, _id, person_id, number in uow.session.execute(union_all(papers, phones).order_by("place", "id")):
        found[place].setdefault(person_id, []).append(number)
    return found


def _subtitle(numbers: list[str], phones: list[str], address: str) -> str:
    return " · ".join(filter(None, (mask_number(numbers[0]) if numbers else "",
                                    mask_phone(phones[0]) if phones else "", address)))
