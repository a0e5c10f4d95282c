"""What forms hand to the verbs of hazards, patrols and responsibility."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class HazardDraft:
    """A hazard as entered or changed. id 0: new. spot: settled there and then, with `result` and `way`.

    number: its number in an old ledger, "" for the next one of the series.
    """

    category: str
    summary: str
    found_on: date | None = None
    id: int = 0
    version: int = 0
    source: str = "patrol"
    level: str = "general"
    place: str = ""
    parties: str = ""
    area_id: int | None = None
    unit_id: int | None = None
    person: str = ""
    measures: str = ""
    spot: bool = False
    way: str = ""
    result: str = ""
    patrol_id: int | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class StrikeDraft:
    """Asking for the strike-off: how it ended, what came of it, what shows it."""

    hazard_id: int
    outcome: str
    result: str
    on: date | None = None
    way: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class VerdictDraft:
    """The answer to a strike-off: granted, or not yet with a reason."""

    hazard_id: int
    granted: bool = True
    reason: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ReasonDraft:
    """An act on a record that needs a reason."""

    record_id: int
    reason: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ToDisputeDraft:
    """A hazard becomes a mediation case between two sides."""

    hazard_id: int
    applicant: str = ""
    respondent: str = ""
    applicant_id: int | None = None
    respondent_id: int | None = None
    request: str = ""


@dataclass(frozen=True, slots=True)
class FindingDraft:
    """Something found on a patrol; solved: settled on the spot, `how` says how."""

    what: str
    category: str = "neighbour"
    level: str = "general"
    place: str = ""
    parties: str = ""
    solved: bool = False
    how: str = ""


@dataclass(frozen=True, slots=True)
class PatrolDraft:
    """A patrol as it was made. people: names. schedule_id, nominal: the planned time it fulfils."""

    area_id: int | None
    at: datetime
    people: tuple[str, ...]
    doors: int = 0
    persons: int = 0
    words: str = ""
    findings: tuple[FindingDraft, ...] = ()
    schedule_id: int | None = None
    nominal: date | None = None


@dataclass(frozen=True, slots=True)
class PatrolPlanDraft:
    """Monthly patrols of several areas, on a day of the month, by the same people."""

    areas: tuple[int, ...]
    day: int
    starts_on: date
    who: str = ""
    ahead: int = 3


@dataclass(frozen=True, slots=True)
class ResponsibilityDraft:
    """Who answers for a hazard or a dispute. id 0: new."""

    owner_kind: str
    owner_id: int
    leader: str
    until: date | None
    id: int = 0
    version: int = 0
    post: str = ""
    unit_id: int | None = None
    person: str = ""
    task: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class ProgressDraft:
    """What was done, on a day."""

    responsibility_id: int
    text: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class PutOffDraft:
    """A later limit: why, and that the parties agree."""

    responsibility_id: int
    until: date
    reason: str
    consent: bool = False


@dataclass(frozen=True, slots=True)
class ReleaseDraft:
    """The end of it: outcome "settled", "handed_over" or "failed", and what came of it."""

    responsibility_id: int
    outcome: str
    result: str
    on: date | None = None
