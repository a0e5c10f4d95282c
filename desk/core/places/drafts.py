"""What forms hand to the services of this room."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class AreaDraft:
    """An area as typed. kind: see kinds.AREA_KINDS. households: how many it is meant for, None unknown."""

    name: str = ""
    kind: str = "grid"
    parent_id: int | None = None
    code: str = ""
    grid_id: int | None = None
    households: int | None = None
    note: str = ""
    active_from: date | None = None


@dataclass(frozen=True, slots=True)
class VenueDraft:
    """A venue as typed. kind: see kinds.VENUE_KINDS. capacity: persons."""

    name: str = ""
    kind: str = "meeting_room"
    area_id: int | None = None
    address: str = ""
    capacity: int | None = None
    keeper: str = ""
    keeper_phone: str = ""
    hours: str = ""
    equipment: str = ""


@dataclass(frozen=True, slots=True)
class BookingDraft:
    """A booking; moments are aware. owner_kind, owner_id: the record it is for, "" and None for none."""

    venue_id: int
    starts_at: datetime
    ends_at: datetime
    purpose: str = ""
    contact: str = ""
    owner_kind: str = ""
    owner_id: int | None = None
