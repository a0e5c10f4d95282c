"""What screens and plugins hand to the verbs of scoring."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class SubjectDraft:
    """Who or what is judged; id 0: new. record, record_id: the record it is. given: criterion code → hundredths of a point.

    figures: ((label, value), …) shown beside the name, frozen with the round.
    """

    title: str
    detail: str = ""
    record: str = ""
    record_id: int | None = None
    person_id: int | None = None
    given: Mapping[str, int] = field(default_factory=dict)
    figures: tuple[tuple[str, str], ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class RaterDraft:
    """Somebody who rates; id 0: new. name "" is numbered when the round is anonymous."""

    name: str = ""
    role: str = ""
    person_id: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class RoundDraft:
    """A round as planned. sheet: code of a sheet; id 0: new. Once it is open only raters may still be added.

    subjects, raters None: as they are; a new round takes the scheme's candidates, and the raters of its last round.
    most_ticks: how many subjects one sheet may tick, 0 for all; None: as the score sheet says.
    """

    title: str
    sheet: str
    subjects: tuple[SubjectDraft, ...] | None = None
    raters: tuple[RaterDraft, ...] | None = None
    scheme: str = ""
    first: date | None = None
    last: date | None = None
    owner_kind: str = ""
    owner_id: int | None = None
    double: bool = False
    anonymous: bool = False
    trim: int = 0
    places: int = 0
    most_ticks: int | None = None
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class MarksDraft:
    """One rater's sheet as keyed in. marks: subject id → criterion code → value (see model.py); None takes a mark away.

    version: of the rater's sheet that was opened.
    """

    rater_id: int
    marks: Mapping[int, Mapping[str, int | None]]
    entry: int = 1
    version: int = 0


@dataclass(frozen=True, slots=True)
class PostingDraft:
    """How the result is made public. body "": written from the result. amount, unit: how long it hangs.

    on: the day it was hung up, None for today.
    """

    round_id: int
    approved_by: str
    places: tuple[str, ...] = ("社区公示栏",)
    amount: int = 5
    unit: str = "workday"
    feedback: str = ""
    body: str = ""
    source: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """Who is honoured. awards: ((subject id, title on the certificate), …). reason: why not by rank, where it is not."""

    round_id: int
    decided_by: str
    awards: tuple[tuple[int, str], ...] = ()
    decided_on: date | None = None
    text: str = ""
    reason: str = ""
