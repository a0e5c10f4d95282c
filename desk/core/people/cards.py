"""What reads of the register answer. Plain data, numbers masked; whole ones come from the verb `reveal` only."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A line of a list. birth: partial date; age: full years today, None when unknown. number, phone: masked, the first."""

    id: int
    name: str
    sex: str
    birth: str
    age: int | None
    number: str
    phone: str
    address: str
    area_id: int | None
    resident_kind: str
    state: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """An identity paper on a card. number: masked. findings: names of checks it was saved over with `reason`."""

    id: int
    kind: str
    number: str
    expires: str
    findings: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """A telephone number on a card, masked."""

    id: int
    number: str
    owner: str
    label: str


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A visit note."""

    id: int
    at: datetime
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class OldValueLine:
    """What a field said before."""

    field: str
    value: str
    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything the register knows of one person. address: her own, else the household's. version: for `change_person`.

    pinyin: the reading used; pinyin_given: the correction. merged_into_id: set when the record was merged.
    """

    id: int
    version: int
    name: str
    pinyin: str
    pinyin_given: str
    sex: str
    birth: str
    age: int | None
    household_id: int | None
    household: str
    relation: str
    resident_kind: str
    address: str
    own_address: str
    area_id: int | None
    moved_in: str
    moved_out: str
    deceased_on: str
    state: str
    merged_into_id: int | None
    papers: tuple[PaperLine, ...]
    phones: tuple[PhoneLine, ...]
    visits: tuple[VisitLine, ...]
    history: tuple[OldValueLine, ...]
    updated_at: datetime
    updated_by: str


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """A line of the list of households. members: people present."""

    id: int
    address: str
    code: str
    area_id: int | None
    tenure: str
    contact: str
    members: int
    visited_on: str


@dataclass(frozen=True, slots=True)
class HouseholdCard:
    """A household with its members."""

    id: int
    version: int
    address: str
    code: str
    area_id: int | None
    tenure: str
    contact: str
    note: str
    visited_on: str
    members: tuple[PersonRow, ...]
    visits: tuple[VisitLine, ...]
