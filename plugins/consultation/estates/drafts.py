"""What the forms of estates and committees hand to the verbs."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EstateDraft:
    """An estate; id 0 for a new one."""

    name: str
    id: int = 0
    version: int = 0
    address: str = ""
    firm: str = ""
    managed: bool = True
    developer: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OwnerDraft:
    """One of the owners of a part. tail: last characters of her certificate number, to tell namesakes apart."""

    name: str
    tail: str = ""


@dataclass(frozen=True, slots=True)
class UnitDraft:
    """A separate part; id 0 for a new one. area as typed in m² ("89.5")."""

    estate_id: int
    label: str
    building: str = ""
    area: str = ""
    area_source: str = "register"
    owners: tuple[OwnerDraft, ...] = ()
    voter: str = ""
    parking: bool = False
    unsold: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class OwnersVoteDraft:
    """A vote of all owners of an estate. noticed_on: the day its notice with the topics was posted."""

    estate_id: int
    title: str
    profile: str
    questions: tuple[str, ...]
    held_on: date | None = None
    noticed_on: date | None = None


@dataclass(frozen=True, slots=True)
class SeatDraft:
    """Somebody on the committee. post: kinds.POSTS."""

    name: str
    post: str = "member"
    home: str = ""


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """A decision of a committee's meeting. signers: names of the members who agreed."""

    gathering_id: int
    title: str = ""
    text: str = ""
    signers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostDecisionDraft:
    """A decision is hung up. body: as it hangs, "" for its own words; reason: why names stay in it."""

    decision_id: int
    places: tuple[str, ...] = ()
    approved_by: str = ""
    days: int = 7
    on: date | None = None
    body: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PartyDraft:
    """How many members of a committee are party members; None takes the number back."""

    committee_id: int
    number: int | None = None


@dataclass(frozen=True, slots=True)
class CommitteeDraft:
    """A committee as prepared (id 0), or its seats after the vote. years: length of the term."""

    estate_id: int = 0
    id: int = 0
    version: int = 0
    preparers: str = ""
    seats: tuple[SeatDraft, ...] = ()
    on: date | None = None
    years: int = 5


@dataclass(frozen=True, slots=True)
class SeatChangeDraft:
    """A change during the term. leaving, coming: names, "" for none. how: substitute, or the by-election that filled it."""

    committee_id: int
    leaving: str = ""
    reason: str = ""
    coming: str = ""
    post: str = "member"
    home: str = ""
    how: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class FilingDraft:
    """The committee is filed with the street office, or its term ends (reason)."""

    committee_id: int
    on: date | None = None
    filed_with: str = ""
    number: str = ""
    reason: str = ""
