"""What planning and recording sittings, investigations and changes of mediators hand to the verbs."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class InvitedDraft:
    """Somebody invited to take part; only with the parties' consent (R5)."""

    name: str
    role: str = ""
    consent: bool = False


@dataclass(frozen=True, slots=True)
class ReadOutDraft:
    """A sentence that was read aloud, and when."""

    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """A sitting as recorded; id 0 for a new one. present: party ids; refused_by: party id (R2).

    outcome: see sessions.OUTCOMES. rights_told: told at the beginning of this sitting (R7). plan_id: the plan it was held by.
    """

    dispute_id: int
    started_at: datetime
    id: int = 0
    version: int = 0
    ended_at: datetime | None = None
    place: str = ""
    place_kind: str = "room"
    matter: str = ""
    way: str = "consultation"
    legal_worker: str = ""
    legal_absent: str = ""
    present: tuple[int, ...] = ()
    invited: tuple[InvitedDraft, ...] = ()
    rights_told: bool = False
    read_out: tuple[ReadOutDraft, ...] = ()
    record: str = ""
    outcome: str = "continued"
    outcome_note: str = ""
    refused_by: int | None = None
    remedies_told: bool = False
    mediators: tuple[str, ...] = ()
    recorder: str = ""
    private_note: str = ""
    plan_id: int | None = None


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A sitting to come; id 0 for a new one. venue_id: a room of the register, None for another place."""

    dispute_id: int
    starts_at: datetime
    ends_at: datetime
    id: int = 0
    version: int = 0
    venue_id: int | None = None
    place: str = ""
    mediators: tuple[str, ...] = ()
    invited: tuple[InvitedDraft, ...] = ()
    bring: str = ""
    contact: str = ""
    legal_worker: str = ""
    way: str = "consultation"


@dataclass(frozen=True, slots=True)
class AskedDraft:
    """Somebody who was asked in an investigation. relation: to the parties."""

    name: str
    sex: str = ""
    age: str = ""
    ethnic: str = ""
    occupation: str = ""
    address: str = ""
    contact: str = ""
    relation: str = ""


@dataclass(frozen=True, slots=True)
class InvestigationDraft:
    """An investigation; id 0 for a new one. lines: (question, answer)."""

    dispute_id: int
    started_at: datetime
    id: int = 0
    version: int = 0
    ended_at: datetime | None = None
    place: str = ""
    attendants: tuple[str, ...] = ()
    asked: tuple[AskedDraft, ...] = ()
    lines: tuple[tuple[str, str], ...] = ()
    investigators: tuple[str, ...] = ()
    recorder: str = ""


@dataclass(frozen=True, slots=True)
class MediatorDraft:
    """One mediator steps back, another accepts. asked_by: party id who wished it, None for the committee."""

    dispute_id: int
    before: str
    after: str
    reason: str
    on: date
    asked_by: int | None = None
    conflict_told: bool = False


@dataclass(frozen=True, slots=True)
class HandOverDraft:
    """Everything one mediator has goes to another. from_id, to_id: accounts; names: also on the cases' papers.

    conflict_told: the parties of all of them know of the new mediator's ties and agree all the same.
    """

    from_id: int
    to_id: int
    reason: str
    names: bool = True
    conflict_told: bool = False


@dataclass(frozen=True, slots=True)
class ExtensionDraft:
    """More time. agreed: ids of the parties that consent (all of them must); signed: the day they did."""

    dispute_id: int
    until: date
    reason: str
    agreed: tuple[int, ...]
    on: date | None = None


@dataclass(frozen=True, slots=True)
class EscalationDraft:
    """A danger noticed and reported; id 0 for a new one. level, harm: see grounds.py."""

    dispute_id: int
    level: str
    what: str
    noticed_on: date
    id: int = 0
    version: int = 0
    harm: str = ""
    people: int | None = None
    measures: str = ""
    reported_to: str = ""
    reported_on: date | None = None
    result: str = ""
