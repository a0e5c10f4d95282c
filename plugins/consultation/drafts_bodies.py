"""What the forms of gatherings, standing bodies and covenants hand to the verbs."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.api.meetings import MinutesDraft


@dataclass(frozen=True, slots=True)
class MatterDraft:
    """What somebody brought to a gathering; id 0 for a new one. outcome: kinds.OUTCOMES. from_id: what it carries on.
    taker: the module it is handed to at once, "" for none."""

    text: str
    id: int = 0
    who: str = ""
    contact: str = ""
    outcome: str = "open"
    answer: str = ""
    does: str = ""
    promised_on: date | None = None
    answered_on: date | None = None
    from_id: int | None = None
    taker: str = ""


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """Somebody came to a talk point and spoke. host: who listened; at: when, now if None."""

    venue_id: int
    matter: MatterDraft
    host: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HeldDraft:
    """The minutes as the form hands them in, with the matters people brought."""

    minutes: MinutesDraft
    matters: tuple[MatterDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class HearingScoreDraft:
    """A hearing is judged. residents, members: how many sheets each of them were handed."""

    gathering_id: int
    reporter: str = ""
    residents: int = 0
    members: int = 0


@dataclass(frozen=True, slots=True)
class SeatDraft:
    """A seat of a body; post: kinds.POSTS, kind: as of people called to gatherings."""

    name: str
    post: str = "member"
    id: int = 0
    kind: str = ""
    unit: str = ""
    phone: str = ""
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class BodyDraft:
    """A council or group with its term and seats; id 0 for a new one."""

    kind: str
    name: str
    id: int = 0
    version: int = 0
    area_id: int | None = None
    founded_on: date | None = None
    founded_by: str = ""
    term_from: date | None = None
    term_to: date | None = None
    rules: str = ""
    seats: tuple[SeatDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class TermDraft:
    """A new term of a body (new seats), or its end with a reason."""

    body_id: int
    term_from: date | None = None
    term_to: date | None = None
    seats: tuple[SeatDraft, ...] = ()
    reason: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class CovenantDraft:
    """A covenant put into the register; id 0 for a new one. replaces: id of the one it takes the place of."""

    title: str
    text: str
    id: int = 0
    version: int = 0
    topic_id: int | None = None
    area_id: int | None = None
    adopted_on: date | None = None
    adopted_by: str = ""
    checked_by: str = ""
    households: int | None = None
    signed: int | None = None
    review_on: date | None = None
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class CovenantReviewDraft:
    """What a review of a covenant found. outcome: "keep", "amend", "end". next_on: when it is looked at again."""

    covenant_id: int
    finding: str = ""
    outcome: str = "keep"
    who: str = ""
    on: date | None = None
    next_on: date | None = None
