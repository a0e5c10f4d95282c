"""What screens and plugins hand to the verbs of gatherings and notices."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class AttendeeDraft:
    """Somebody called. id 0: new. role: kinds.ATTENDEES; state: "called", "came", "excused", "absent"."""

    name: str
    role: str = ""
    id: int = 0
    unit: str = ""
    phone: str = ""
    state: str = "called"
    stands_for: str = ""


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """A decision that somebody carries out by a day."""

    text: str
    who: str = ""
    due_on: date | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class GatheringDraft:
    """A gathering as called. id 0: new; version: of the record that was opened."""

    kind: str
    title: str
    starts_at: datetime
    id: int = 0
    version: int = 0
    place: str = ""
    convener: str = ""
    host: str = ""
    recorder: str = ""
    contact: str = ""
    agenda: str = ""
    noticed_on: date | None = None
    owner_kind: str = ""
    owner_id: int | None = None
    attendees: tuple[AttendeeDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesDraft:
    """What happened: who came (attendees with their states), what was said, agreed, left open, decided. heads: rough count."""

    gathering_id: int
    version: int = 0
    ends_at: datetime | None = None
    host: str = ""
    recorder: str = ""
    heads: int | None = None
    attendees: tuple[AttendeeDraft, ...] = ()
    points: tuple[tuple[str, str], ...] = ()
    agreed: str = ""
    open_points: str = ""
    decisions: tuple[DecisionDraft, ...] = ()
    close: bool = True


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """A notice as written. amount, unit, source: how long it hangs ("day", "workday")."""

    kind: str
    title: str
    body: str
    id: int = 0
    version: int = 0
    places: tuple[str, ...] = ()
    feedback: str = ""
    amount: int = 7
    unit: str = "day"
    source: str = ""
    owner_kind: str = ""
    owner_id: int | None = None


@dataclass(frozen=True, slots=True)
class CommentDraft:
    """What somebody said to a notice; who "" is anonymous."""

    notice_id: int
    text: str
    who: str = ""
    channel: str = ""
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """What a person concerned is told privately; id 0 for a new one. told_how: answers.HOW, with the day it was told."""

    notice_id: int
    who: str = ""
    text: str = ""
    id: int = 0
    contact: str = ""
    told_on: date | None = None
    told_how: str = ""


@dataclass(frozen=True, slots=True)
class HangDraft:
    """A written notice is hung up. names: of people it concerns, who must not stand in it; reason: why they do."""

    notice_id: int
    approved_by: str = ""
    on: date | None = None
    names: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """The answer to a comment. outcome: "taken", "partly", "not"."""

    comment_id: int
    outcome: str = ""
    reply: str = ""


@dataclass(frozen=True, slots=True)
class TakeDownDraft:
    """A notice is taken down after its period, or earlier with a reason."""

    notice_id: int
    note: str = ""
    early_reason: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class WithdrawDraft:
    """A notice was wrong and is taken down at once."""

    notice_id: int
    reason: str = ""
