"""What forms hand to the verbs of the grid."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event as reported or changed. id 0: new. spot: settled at once, `result` says how. level "": as its kind says."""

    kind: str
    summary: str
    found_at: datetime | None = None
    id: int = 0
    version: int = 0
    level: str = ""
    channel: str = "round"
    place: str = ""
    area_id: int | None = None
    parties: str = ""
    worker: str = ""
    reporter: str = ""
    phone: str = ""
    spot: bool = False
    result: str = ""


@dataclass(frozen=True, slots=True)
class DispatchDraft:
    """To a unit, by a sheet. until None: the clock stays as it runs. level "": stays."""

    event_id: int
    unit: str
    joined: str = ""
    task: str = ""
    until: date | None = None
    on: date | None = None
    level: str = ""


@dataclass(frozen=True, slots=True)
class HandDraft:
    """To another module that is switched on."""

    event_id: int
    taker: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SlipDraft:
    """To the centre, on paper."""

    event_id: int
    unit: str
    task: str = ""
    until: date | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """What came back from whoever has the event: outcome "settled", "progress" (goes on) or "returned"."""

    event_id: int
    outcome: str
    reply: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class PressDraft:
    """A press note."""

    event_id: int
    text: str
    until: date | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class PressReplyDraft:
    """The answer to a press note."""

    press_id: int
    reply: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class FinishDraft:
    """The event is settled, with what came of it."""

    event_id: int
    outcome: str
    result: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RevisitDraft:
    """Whoever reported it was asked, or the place was looked at. solved False opens the event again, with `words` as reason."""

    event_id: int
    rating: str
    at: datetime | None = None
    way: str = "phone"
    met: str = ""
    solved: bool = True
    words: str = ""


@dataclass(frozen=True, slots=True)
class ReasonDraft:
    """An act that needs a reason."""

    event_id: int
    reason: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class PutOffDraft:
    """A later last day, with the reason."""

    event_id: int
    until: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class KindDraft:
    """A kind of event in the form; code "": a new one."""

    title: str
    unit: str = ""
    days: int = 7
    level: str = "community"
    active: bool = True
    code: str = ""
