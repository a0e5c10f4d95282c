"""What the register knows of the people a list may name, fetched in blocks: one look-up a thousand rows, not one a row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from sqlalchemy import select

from desk.core.db.listed import one_of
from desk.core.db.uow import UnitOfWork
from desk.core.exchange.people_rows import PersonRow, plain_area
from desk.core.people.codes import GONE
from desk.core.people.dates import partial
from desk.core.people.model import Household, IdentityPaper, Person, Phone
from desk.core.places.kinds import GRIDS
from desk.core.places.model import Area

BLOCK = 1_000
Item = TypeVar("Item")


@dataclass(slots=True)
class KnownPerson:
    """A person of the register as the list is compared with. lookups: hashes of the papers' numbers."""

    id: int
    name: str
    sex: str
    birth: str
    relation: str
    resident_kind: str
    state: str
    own_address: str
    area_id: int | None
    household_id: int | None
    household_code: str
    household_address: str
    moved_out: str
    lookups: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)

    @property
    def address(self) -> str:
        """As shown: her own, else the household's."""
        return self.own_address or self.household_address


@dataclass(frozen=True, slots=True)
class Dwelling:
    """A household and its address."""

    id: int
    address: str


HouseholdKey = tuple[str, str]
"""("code", its number) or ("address", its address): how a list names a household."""


@dataclass(slots=True)
class Register:
    """The known people by number and by name, the households that the list names, and the grids by name and number.

    grids: plain name or number → id, None where several have it.
    """

    by_id: dict[int, KnownPerson] = field(default_factory=dict)
    by_lookup: dict[str, list[KnownPerson]] = field(default_factory=dict)
    by_name: dict[str, list[KnownPerson]] = field(default_factory=dict)
    dwellings: dict[HouseholdKey, Dwelling] = field(default_factory=dict)
    grids: dict[str, int | None] = field(default_factory=dict)
    grid_names: dict[int, str] = field(default_factory=dict)


def know(uow: UnitOfWork, rows: Sequence[PersonRow]) -> Register:
    """Fetch everybody who may be meant by one of the rows, and the households they name."""
    register = Register()
    holders = _holders(uow, {row.lookup for row in rows if row.lookup})
    names = {row.name for row in rows}
    for block in blocks(names):
        _take(uow, register, one_of(Person.name, block))
    for ids in blocks(set().union(*holders.values()) - register.by_id.keys()):
        _take(uow, register, one_of(Person.id, ids))
    _belongings(uow, register)
    for known in register.by_id.values():
        for lookup in known.lookups:
            register.by_lookup.setdefault(lookup, []).append(known)
    register.dwellings = know_dwellings(uow, rows)
    if any(row.area for row in rows):
        _grids(uow, register)
    return register


def blocks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in lists short enough for one statement."""
    rest = iter(items)
    while block := list(islice(rest, BLOCK)):
        yield block


def _holders(uow: UnitOfWork, lookups: set[str]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for block in blocks(lookups):
        for lookup, person_id in uow.session.execute(
                select(IdentityPaper.lookup, IdentityPaper.person_id).where(one_of(IdentityPaper.lookup, block))):
            found.setdefault(lookup, set()).add(person_id)
    return found


def _take(uow: UnitOfWork, register: Register, which: object) -> None:
    columns = (Person.id, Person.name, Person.sex, Person.birth, Person.relation, Person.resident_kind, Person.state,
               Person.address, Person.area_id, Person.household_id, Household.code, Household.address, Person.moved_out)
    statement = select(*columns).outerjoin(Household, Household.id == Person.household_id)
    for found in uow.session.execute(statement.where(which, Person.state.not_in(GONE))):  # type: ignore[arg-type]
        code, address = found[10] or "", found[11] or ""
        known = KnownPerson(*found[:10], code, address, found[12])
        register.by_id[known.id] = known
        register.by_name.setdefault(known.name, []).append(known)


def _belongings(uow: UnitOfWork, register: Register) -> None:
    for block in blocks(register.by_id):
        for person_id, lookup in uow.session.execute(
                select(IdentityPaper.person_id, IdentityPaper.lookup).where(one_of(IdentityPaper.person_id, block))):
            register.by_id[person_id].lookups.add(lookup)
        for person_id, number in uow.session.execute(
                select(Phone.person_id, Phone.number).where(one_of(Phone.person_id, block))):
            register.by_id[person_id].phones.add(number)


def know_dwellings(uow: UnitOfWork, rows: Sequence[PersonRow]) -> dict[HouseholdKey, Dwelling]:
    """The households that the rows name; the oldest of a number or an address counts."""
    dwellings: dict[HouseholdKey, Dwelling] = {}
    for how, column, wanted in (("code", Household.code, {row.household_code for row in rows}),
                                ("address", Household.address, {row.address for row in rows})):
        for block in blocks(wanted - {""}):
            for key, household_id, address in uow.session.execute(
                    select(column, Household.id, Household.address).where(one_of(column, block)).order_by(Household.id)):
                dwellings.setdefault((how, key), Dwelling(household_id, address))
    return dwellings


def _grids(uow: UnitOfWork, register: Register) -> None:
    for area_id, name, code in uow.session.execute(select(Area.id, Area.name, Area.code).where(
            Area.kind.in_(GRIDS), Area.active_to.is_(None))):
        register.grid_names[area_id] = name
        for key in {plain_area(name), plain_area(code or "")} - {""}:
            register.grids[key] = None if key in register.grids else area_id


def fits(row: PersonRow, known: KnownPerson) -> bool:
    """Is the row surely about this namesake, by birth date, telephone or address, with nothing against it?"""
    if contradicts(row, known):
        return False
    same_birth = len(row.birth) == 10 and row.birth == known.birth
    return same_birth or not known.phones.isdisjoint(row.phones) or bool(row.address) and row.address == known.address


def contradicts(row: PersonRow, known: KnownPerson) -> bool:
    """Another identity number, or birth dates that cannot mean the same day."""
    if row.lookup and known.lookups and row.lookup not in known.lookups:
        return True
    return bool(row.birth and known.birth) and not partial(row.birth).agrees(partial(known.birth))
