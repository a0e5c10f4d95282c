"""What screens and plugins hand to the verbs of visits."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class VisitorDraft:
    """Somebody who goes: a colleague by account, or a name."""

    name: str = ""
    user_id: int | None = None


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A visit to be made. id 0: new; schedule_id, nominal: the time of a schedule that it is made for."""

    purpose: str
    planned_on: date
    id: int = 0
    version: int = 0
    way: str = "door"
    person_id: int | None = None
    household_id: int | None = None
    organisation_id: int | None = None
    area_id: int | None = None
    place: str = ""
    words: str = ""
    visitors: tuple[VisitorDraft, ...] = ()
    owner_kind: str = ""
    owner_id: int | None = None


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """A visit as it was. id 0: nobody had planned it. met False: nobody was met. solved: see the table.

    schedule_id, nominal: the time of a schedule that this visit fulfils. follows_id: the visit whose follow-up this is.
    """

    purpose: str
    visited_at: datetime
    id: int = 0
    version: int = 0
    way: str = "door"
    person_id: int | None = None
    household_id: int | None = None
    organisation_id: int | None = None
    area_id: int | None = None
    place: str = ""
    visitors: tuple[VisitorDraft, ...] = ()
    reached: bool = True
    met: str = ""
    people: int | None = None
    findings: tuple[str, ...] = ()
    words: str = ""
    handled: str = ""
    solved: bool | None = None
    follow_up_on: date | None = None
    follow_up: str = ""
    owner_kind: str = ""
    owner_id: int | None = None
    schedule_id: int | None = None
    nominal: date | None = None
    follows_id: int | None = None
