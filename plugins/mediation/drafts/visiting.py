"""What a round of return visits and the tracker of a hard case hand to the verbs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DutyOfVisit:
    """Who visits a case of the round, and as which stop on the way; visitor "" for nobody yet."""

    dispute_id: int
    visitor: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class RoundPlanDraft:
    """The round of a month (year × 100 + month)."""

    month: int
    duties: tuple[DutyOfVisit, ...]


@dataclass(frozen=True, slots=True)
class TrackerDraft:
    """Who follows a hard case up (跟踪人)."""

    dispute_id: int
    tracker: str
