"""What forms hand to the services of this room."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    """An organisation as typed. kind: see kinds.ORGANISATION_KINDS. size: persons who work there.

    reason: given when the findings asked for one (a code that does not check, a name that is there already).
    """

    name: str = ""
    kind: str = "other"
    code: str = ""
    short_name: str = ""
    uscc: str = ""
    legal_representative: str = ""
    contact: str = ""
    phone: str = ""
    address: str = ""
    area_id: int | None = None
    parent_id: int | None = None
    size: int | None = None
    note: str = ""
    active_from: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AppointmentDraft:
    """A person holds a post in an organisation or for an area (one of the two at least), from a day, to a day or openly.

    publish: she agreed that the phone is published.
    """

    post: str = ""
    person_id: int | None = None
    organisation_id: int | None = None
    area_id: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    phone: str = ""
    note: str = ""
    publish: bool = False
