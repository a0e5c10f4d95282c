"""What a form hands to the service. Plain data, so that a form needs no database."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """A new identity paper. kind: see identity_kinds.KINDS. expires: as typed, "" for 长期 or unknown."""

    kind: str = "id_card"
    number: str = ""
    expires: str = ""


@dataclass(frozen=True, slots=True)
class PhoneDraft:
    """A new telephone number. owner: see phones.OWNERS; label says whose, when it is not the person's."""

    number: str = ""
    owner: str = "self"
    label: str = ""


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A person as typed. Dates as typed; sex, relation, resident_kind: see codes.

    papers, phones: new ones. removed_papers, removed_phones: ids to take away (when changing). pinyin: a correction.
    reason: given when the findings asked for one.
    """

    name: str = ""
    sex: str = ""
    birth: str = ""
    household_id: int | None = None
    relation: str = ""
    resident_kind: str = "permanent"
    address: str = ""
    area_id: int | None = None
    moved_in: str = ""
    pinyin: str = ""
    papers: tuple[PaperDraft, ...] = ()
    phones: tuple[PhoneDraft, ...] = ()
    removed_papers: tuple[int, ...] = ()
    removed_phones: tuple[int, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HouseholdDraft:
    """A household as typed. tenure: see codes.TENURES."""

    address: str = ""
    code: str = ""
    area_id: int | None = None
    tenure: str = ""
    contact: str = ""
    note: str = ""
