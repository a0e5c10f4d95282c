"""Rows of a residents' list against the register: new, changed field by field, unchanged, or rejected with the reason.

Nobody is doubled and nobody is overwritten by a guess: the identity number decides; without one the name together with birth
date, telephone or address does, and only when exactly one person fits.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from desk.core.exchange.people_known import HouseholdKey, KnownPerson, Register, contradicts, fits
from desk.core.exchange.people_rows import PersonRow
from desk.core.exchange.verdicts import CHANGED, NEW, REJECTED, SAME, FieldChange, RowVerdict
from desk.core.i18n import N_, _
from desk.core.people.codes import RELATIONS, RESIDENT_KINDS, SEXES, STATES, Code
from desk.core.people.dates import partial
from desk.core.people.masks import mask_name, mask_number, mask_phone

PAPER, PHONE, HOUSEHOLD = "paper", "phone", "household_id"
"""Fields of a change that are no column of the person's own row, or stand for another row."""


@dataclass(slots=True)
class PersonMatch:
    """A row and the person it is about (None: a new one).

    household: what to put her into, None to leave her where she is. area_id: the grid the list names. values: columns of
    the person that change, name → new value; the household's are added when it is known.
    """

    row: PersonRow
    known: KnownPerson | None = None
    household: HouseholdKey | None = None
    area_id: int | None = None
    values: dict[str, object] = field(default_factory=dict)


class Matcher:
    """Goes through the rows in order and remembers whom it has seen."""

    def __init__(self, register: Register, *, by_household: bool, within: Callable[[int | None], bool]) -> None:
        """by_household: the list is ordered by households, so an address makes one. within: may this area be changed?"""
        self._register, self._by_household, self._within = register, by_household, within
        self._numbers: dict[str, RowVerdict] = {}
        self._records: dict[int, RowVerdict] = {}
        self._new_names: dict[str, list[RowVerdict]] = {}

    def judge(self, row: PersonRow) -> RowVerdict:
        """The verdict on one row; an earlier row with the same number and another name is rejected along with it."""
        verdict = RowVerdict(row.number, REJECTED, row.name, reasons=tuple(row.reasons), draft=PersonMatch(row))
        if row.reasons:
            return verdict
        sentence = self._misplaced(row) or self._doubled(verdict, row) or self._settled(verdict, row)
        if sentence:
            verdict.verdict, verdict.reasons, verdict.record_id, verdict.changes = REJECTED, (sentence,), None, ()
        return verdict

    def _misplaced(self, row: PersonRow) -> str:
        """The grid must be one of the hall's; a hall that keeps no grids is not asked about them."""
        if not row.area or not self._register.grids:
            return ""
        area_id = self._register.grids.get(row.area)
        if area_id is None:
            return _("The grid “{name}” is not one of this community, or several have that name.").format(name=row.area)
        return "" if self._within(area_id) else _("This grid lies outside your areas.")

    def _area(self, row: PersonRow) -> int | None:
        return self._register.grids.get(row.area) if row.area else None

    def _doubled(self, verdict: RowVerdict, row: PersonRow) -> str:
        """Rows of this very list that already stand for the number."""
        if not row.id_number:
            return ""
        earlier = self._numbers.setdefault(row.id_number, verdict)
        if earlier is verdict:
            return ""
        if earlier.label == row.name:
            return _("This person already stands in row {row}.").format(row=earlier.number)
        if earlier.verdict != REJECTED:
            earlier.reasons = (_two_people(verdict.number),)
            earlier.verdict, earlier.record_id, earlier.changes = REJECTED, None, ()
        return _two_people(earlier.number)

    def _settled(self, verdict: RowVerdict, row: PersonRow) -> str:
        """Fill the verdict in; answers the sentence that rejects the row, or ""."""
        known, sentence = self._find(row)
        if sentence:
            return sentence
        if known is None:
            return self._new(verdict, row)
        if known.id in self._records and self._records[known.id].verdict != REJECTED:
            return _("This person already stands in row {row}.").format(row=self._records[known.id].number)
        if known.state == "deceased":
            return _("The register says this person has died. Compare with the papers.")
        if not self._within(known.area_id):
            return _("This person belongs to an area outside yours.")
        self._records[known.id] = verdict
        match = PersonMatch(row, known, self._household(row), self._area(row))
        changes = tuple([*_changes(match), *self._moved_grid(match)])
        verdict.draft, verdict.record_id, verdict.changes = match, known.id, changes
        verdict.verdict = CHANGED if changes else SAME
        return ""

    def _find(self, row: PersonRow) -> tuple[KnownPerson | None, str]:
        """(the person meant, "") or (None, why it cannot be told); (None, "") when nobody known is meant."""
        holders = self._register.by_lookup.get(row.lookup, []) if row.lookup else []
        if holders:
            same = [known for known in holders if known.name == row.name]
            if len(same) == 1:
                return same[0], ""
            return None, _("The register keeps this identity number for {names}. Compare the papers; change the name by hand "
                           "if it was changed.").format(names="、".join(mask_name(known.name) for known in holders[:3]))
        namesakes = self._register.by_name.get(row.name)
        if not namesakes:
            return None, ""
        fitting = [known for known in namesakes if fits(row, known)]
        if len(fitting) == 1:
            return fitting[0], ""
        if fitting:
            return None, _("Several people of this name fit. Add the identity number.")
        if any(len(row.birth) == 10 and row.birth == known.birth for known in namesakes):
            return None, _("Somebody of this name and birth date is registered with another identity number. "
                           "Compare the papers.")
        if any(not contradicts(row, known) for known in namesakes):
            return None, _("Somebody of this name is registered, and nothing tells whether it is the same person. "
                           "Add the identity number and birth date to the list or to the register.")
        return None, ""

    def _new(self, verdict: RowVerdict, row: PersonRow) -> str:
        others = self._new_names.setdefault(row.name, [])
        for other in others:
            if other.verdict == NEW and _same_newcomer(row, other.draft.row):
                return _("This person already stands in row {row}.").format(row=other.number)
        others.append(verdict)
        match: PersonMatch = verdict.draft
        verdict.verdict, match.household, match.area_id = NEW, self._household(row), self._area(row)
        return ""

    def _moved_grid(self, match: PersonMatch) -> list[FieldChange]:
        before = match.known.area_id if match.known else None
        if match.area_id is None or match.area_id == before:
            return []
        match.values["area_id"] = match.area_id
        names = self._register.grid_names
        return [FieldChange("area_id", N_("Grid"), names.get(before or 0, ""), names[match.area_id], before, match.area_id)]

    def _household(self, row: PersonRow) -> HouseholdKey | None:
        by_code, by_address = ("code", row.household_code), ("address", row.address)
        if row.household_code and (row.address or by_code in self._register.dwellings):
            return by_code
        if row.address and (self._by_household or by_address in self._register.dwellings):
            return by_address
        return None


def _two_people(other: int) -> str:
    return _("Row {row} has the same identity number under another name. Compare both with the papers.").format(row=other)


def _same_newcomer(row: PersonRow, other: PersonRow) -> bool:
    """Two rows of one list with one name: the same person unless numbers or birth dates tell them apart."""
    if row.id_number and other.id_number:
        return False
    if row.birth and other.birth and not partial(row.birth).agrees(partial(other.birth)):
        return False
    return bool(len(row.birth) == 10 and row.birth == other.birth or set(row.phones) & set(other.phones)
                or row.address and row.address == other.address)


def _changes(match: PersonMatch) -> list[FieldChange]:
    """What the list says otherwise; what it leaves empty is no change."""
    row, known = match.row, match.known
    assert known is not None
    found: list[FieldChange] = []
    if row.lookup and row.lookup not in known.lookups or row.id_number and not known.lookups:
        found.append(FieldChange(PAPER, N_("Identity number"), "", mask_number(row.id_number), None, row.lookup))
    if row.birth and row.birth != known.birth and not _less_exact(row.birth, known.birth):
        found.append(_column(match, "birth", N_("Born"), known.birth, row.birth))
    for name, label, table in (("sex", N_("Sex"), SEXES), ("relation", N_("Relation to the head of household"), RELATIONS),
                               ("resident_kind", N_("Kind of resident"), RESIDENT_KINDS)):
        said, kept = getattr(row, name), getattr(known, name)
        if said and said != kept and not (name == "sex" and said in "09"):
            found.append(_column(match, name, label, kept, said, table))
    found += _phones(row, known)
    found += _dwelling(match, row, known)
    if known.state == "moved_out":
        found.append(_column(match, "state", N_("State"), "moved_out", "present", STATES))
        match.values["moved_out"] = ""
        found.append(FieldChange("moved_out", N_("Moved out"), known.moved_out, "", known.moved_out, ""))
    return found


def _phones(row: PersonRow, known: KnownPerson) -> Iterator[FieldChange]:
    """A number that is new comes beside those she has; so both are shown."""
    has = [mask_phone(number) for number in sorted(known.phones)]
    for phone in row.phones:
        if phone not in known.phones:
            before, has = "、".join(has), [*has, mask_phone(phone)]
            yield FieldChange(PHONE, N_("Telephone"), before, "、".join(has), None, phone)


def _dwelling(match: PersonMatch, row: PersonRow, known: KnownPerson) -> list[FieldChange]:
    moved = bool(row.address) and row.address != known.address
    rehoused = bool(row.household_code) and row.household_code != known.household_code
    if not moved and not rehoused:
        match.household = None
        return []
    if match.household is None:
        match.values["address"] = row.address
        return [FieldChange("address", N_("Address"), known.address, row.address, known.own_address, row.address)]
    before, after = (known.address, row.address) if moved else (known.household_code, row.household_code)
    label = N_("Address") if moved else N_("Household number")
    return [FieldChange(HOUSEHOLD, label, before, after, known.household_id, None)]


def _column(match: PersonMatch, name: str, label: str, kept: str, said: str, table: dict[str, Code] | None = None,
            ) -> FieldChange:
    match.values[name] = said
    before, after = (_(table[value].title) if table and value in table else value for value in (kept, said))
    return FieldChange(name, label, before, after, kept, said)


def _less_exact(said: str, kept: str) -> bool:
    return bool(kept) and len(said) < len(kept) and partial(said).agrees(partial(kept))
