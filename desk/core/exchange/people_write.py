"""New and changed people written in bulk: Core statements a block at a time, never one object a row.

The version of a changed record is raised here as the unit of work would, so that an editor who has it open is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Table, bindparam, update

from desk.core.db.bulk import insert_rows
from desk.core.db.uow import UnitOfWork
from desk.core.exchange.people_known import Dwelling, HouseholdKey, KnownPerson, blocks
from desk.core.exchange.people_match import HOUSEHOLD, PersonMatch
from desk.core.exchange.people_rows import PersonRow
from desk.core.exchange.progress import Progress, tell
from desk.core.exchange.verdicts import CHANGED, NEW, FieldChange, RowVerdict
from desk.core.i18n import N_
from desk.core.people.lookup import number_hasher
from desk.core.people.model import Household, IdentityPaper, OldValue, Person, Phone
from desk.core.people.names import readings

PEOPLE: Table = Person.__table__  # type: ignore[assignment]
_WHY = N_("Import of a list")
# What a list says of nobody, the same in every row.
_NEW_HOUSEHOLD = {"tenure": "", "contact": "", "note": "", "visited_on": ""}
_NEW_PERSON = {"pinyin_given": "", "moved_in": "", "moved_out": "", "deceased_on": "", "state": "present",
               "merged_into_id": None}
_NEW_PAPER: dict[str, Any] = {"expires": "", "findings": [], "reason": ""}
_NEW_PHONE = {"owner": "self", "label": ""}


class PeopleWriter:
    """Writes the verdicts of one list; `households` are the ids of those it opened."""

    def __init__(self, uow: UnitOfWork, dwellings: dict[HouseholdKey, Dwelling]) -> None:
        """dwellings: the households that are there already."""
        self._uow, self._dwellings, self._hashed = uow, dict(dwellings), number_hasher(uow)
        now, name = uow.clock.now(), uow.actor.name
        self._scope = {"community_id": uow.actor.community_id}
        self._root = {**self._scope, "created_at": now, "created_by": name, "updated_at": now, "updated_by": name, "version": 1}
        self._changed = {"kind": "person", "at": now, "by": name, "reason": _WHY}
        self.households: list[int] = []

    def write(self, verdicts: Sequence[RowVerdict], progress: Progress) -> None:
        """Households first, then the new people, then the changed ones."""
        wanted = [row for row in verdicts if row.verdict in (NEW, CHANGED)]
        self._open_households(wanted)
        done = 0
        for block in blocks(row for row in wanted if row.verdict == NEW):
            self._insert(block)
            done += len(block)
            tell(progress, done, len(wanted))
        for block in blocks(row for row in wanted if row.verdict == CHANGED):
            self._change(block)
            done += len(block)
            tell(progress, done, len(wanted))

    def _open_households(self, verdicts: Sequence[RowVerdict]) -> None:
        """One household a key that nobody has yet, with the first address the list gives it."""
        wanted: dict[HouseholdKey, tuple[str, int | None]] = {}
        for row in verdicts:
            match: PersonMatch = row.draft
            if match.household and match.household not in self._dwellings and match.row.address:
                wanted.setdefault(match.household, (match.row.address, match.area_id))
        for block in blocks(wanted.items()):
            rows = [{"address": address, "code": key if kind == "code" else "", "area_id": area_id}
                    for (kind, key), (address, area_id) in block]
            ids = self._put(Household, rows, {**self._root, **_NEW_HOUSEHOLD})
            self._dwellings.update((key, Dwelling(household_id, address))
                                   for (key, (address, _area)), household_id in zip(block, ids, strict=True))
            self.households += ids

    def _insert(self, verdicts: list[RowVerdict]) -> None:
        matches: list[PersonMatch] = [verdict.draft for verdict in verdicts]
        ids = self._put(Person, [self._person(match) for match in matches], {**self._root, **_NEW_PERSON})
        papers, phones = [], []
        for verdict, match, person_id in zip(verdicts, matches, ids, strict=True):
            verdict.record_id = person_id
            if match.row.id_number:
                papers.append(self._paper(person_id, match.row))
            phones += [{"person_id": person_id, "number": number} for number in match.row.phones]
        self._put(IdentityPaper, papers, {**self._scope, **_NEW_PAPER})
        self._put(Phone, phones, {**self._scope, **_NEW_PHONE})

    def _change(self, verdicts: list[RowVerdict]) -> None:
        papers: list[dict[str, Any]] = []
        phones: list[dict[str, Any]] = []
        old: list[dict[str, Any]] = []
        by_columns: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for verdict in verdicts:
            match: PersonMatch = verdict.draft
            person_id = verdict.record_id
            verdict.changes = tuple(self._settled(verdict.changes, match))
            values = match.values
            old += self._old_values(match.known, values)
            if any(change.field == "paper" for change in verdict.changes):
                papers.append(self._paper(person_id, match.row))
            phones += [{"person_id": person_id, "number": change.becomes} for change in verdict.changes
                       if change.field == "phone"]
            by_columns.setdefault(tuple(sorted(values)), []).append({"at_id": person_id, **values})
        for columns, rows in by_columns.items():
            self.update_people(columns, rows)
        for table, found, alike in ((IdentityPaper, papers, _NEW_PAPER), (Phone, phones, _NEW_PHONE),
                                    (OldValue, old, self._changed)):
            self._put(table, found, {**self._scope, **alike})

    def update_people(self, columns: Sequence[str], rows: list[dict[str, Any]]) -> None:
        """Set `columns` of the people `at_id`, author, moment and version with them."""
        statement = update(PEOPLE).where(PEOPLE.c.id == bindparam("at_id")).values(
            {**{name: bindparam(name) for name in columns}, "version": PEOPLE.c.version + 1,
             "updated_at": self._uow.clock.now(), "updated_by": self._uow.actor.name})
        self._uow.session.connection().execute(statement, rows)

    def _settled(self, changes: Sequence[FieldChange], match: PersonMatch) -> Iterator[FieldChange]:
        """The changes with the household's id as it really is, and with what that means for her own address."""
        for change in changes:
            if change.field != HOUSEHOLD or match.household is None or match.known is None:
                yield change
                continue
            dwelling = self._dwellings[match.household]
            match.values[HOUSEHOLD] = dwelling.id
            yield replace(change, becomes=dwelling.id)
            own = match.known.own_address
            address = self._own_address(match) if match.row.address else own
            if address != own:
                match.values["address"] = address
                yield FieldChange("address", N_("Own address"), own, address, own, address)

    def _own_address(self, match: PersonMatch) -> str:
        """Kept only where it differs from the household's."""
        dwelling = self._dwellings.get(match.household) if match.household else None
        return "" if dwelling is not None and match.row.address == dwelling.address else match.row.address

    def _person(self, match: PersonMatch) -> dict[str, Any]:
        row = match.row
        dwelling = self._dwellings.get(match.household) if match.household else None
        return {"name": row.name, **reading_columns(row.name), "sex": row.sex or "0", "birth": row.birth,
                "household_id": dwelling.id if dwelling else None, "relation": row.relation,
                "resident_kind": row.resident_kind or "permanent", "address": self._own_address(match),
                "area_id": match.area_id}

    def _paper(self, person_id: int | None, row: PersonRow) -> dict[str, Any]:
        return {"person_id": person_id, "kind": row.kind, "number": row.id_number,
                "lookup": row.lookup or self._hashed(row.id_number)}

    def _old_values(self, known: KnownPerson | None, values: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for name in values:
            was = known.own_address if name == "address" and known else getattr(known, name)
            yield {"record_id": known.id if known else 0, "field": name, "value": "" if was is None else str(was)}

    def _put(self, model: Any, rows: list[dict[str, Any]], alike: dict[str, Any]) -> list[int]:
        return insert_rows(self._uow.session, model.__table__, rows, alike)


def reading_columns(name: str) -> dict[str, str]:
    """The columns lists sort and filter by."""
    ways = readings(name).ways
    best = ways[0] if ways else ()
    return {"pinyin": " ".join(best)[:200], "initials": "".join([part[0] for part in best])[:60]}
