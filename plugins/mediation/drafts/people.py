"""What the register of mediators, star rooms and renewals hand to the verbs."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MediatorCardDraft:
    """A mediator as registered or changed; id 0: new. person_id: from the register, fills what is left blank."""

    name: str = ""
    person_id: int | None = None
    sex: str = ""
    birth: str = ""
    education: str = ""
    phone: str = ""
    kind: str = "part_time"
    post: str = "mediator"
    grade: str = ""
    skills: tuple[str, ...] = ()
    languages: str = ""
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class TermDraft:
    """A term as begun. last None: three years less a day."""

    mediator_id: int
    way: str
    first: date
    last: date | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class TermEndDraft:
    """The running term ends. why: needed for a removal, with one of the law's grounds."""

    mediator_id: int
    how: str
    on: date
    why: str = ""


@dataclass(frozen=True, slots=True)
class TrainingDraft:
    """A training that was attended. minutes: of instruction."""

    mediator_id: int
    topic: str
    on: date
    given_by: str = ""
    minutes: int = 0
    result: str = ""


@dataclass(frozen=True, slots=True)
class AssessmentDraft:
    """The yearly assessment."""

    mediator_id: int
    year: int
    grade: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class RoomDraft:
    """A mediation room; id 0: new."""

    name: str = ""
    place: str = ""
    venue_id: int | None = None
    lead_id: int | None = None
    hours: str = ""
    phone: str = ""
    opened_on: date | None = None
    closed_on: date | None = None
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class RenewalDraft:
    """What came of renewed mediation."""

    renewal_id: int
    on: date
    result: str = ""
