"""What forms and plugins hand to the services of matters."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PartyDraft:
    """A registered person or organisation (one of the two) with a role in the matter."""

    role: str
    person_id: int | None = None
    organisation_id: int | None = None


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """A matter as typed. opened_on: None for today. confidential: None for what the kind says. handler_id: None for who
    opens it. source: where it came from; class_code: class within its kind; summary: what lists show under the title."""

    title: str = ""
    opened_on: date | None = None
    source: str = ""
    class_code: str = ""
    summary: str = ""
    area_id: int | None = None
    handler_id: int | None = None
    confidential: bool | None = None
    parties: tuple[PartyDraft, ...] = ()
