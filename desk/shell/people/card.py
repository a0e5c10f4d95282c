"""Everything a resident's card shows, read in one go in a worker. No Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desk.core.cases.queries import list_cases_of_person
from desk.core.cases.registry import case_kinds, texts
from desk.core.cases.rows import CaseRow
from desk.core.clock import hall_time
from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.people.cards import HouseholdCard, OldValueLine, PersonCard, PersonRow
from desk.core.people.household_queries import get_household
from desk.core.people.merge import list_merges
from desk.core.people.model import Person
from desk.core.people.queries import get_person
from desk.core.places.queries import get_area
from desk.host.pages import StateCell, TimelineItem
from desk.shell.people import words

HAPPENED_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter the person has part in. entry: page that shows it, "" while its plugin is off."""

    id: int
    kind: str
    number: str
    title: str
    state: StateCell
    opened_on: date
    entry: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a field said before, in words."""

    at: datetime
    by: str
    field: str
    was: str
    reason: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """The card with what belongs to it. merges: (merge id, name of the record that went), those that still stand."""

    card: PersonCard
    home: HouseholdCard | None
    area: str
    matters: tuple[Matter, ...]
    merges: tuple[tuple[int, str], ...]
    changes: tuple[Change, ...]
    happened: tuple[TimelineItem, ...]
    merged_into: str = ""

    @property
    def relatives(self) -> tuple[PersonRow, ...]:
        """The others of the household."""
        return tuple(one for one in self.home.members if one.id != self.card.id) if self.home else ()


Told = Callable[[int, UnitOfWork], Iterable[TimelineItem]]
"""What plugins tell of a person."""


def load_person(uow: UnitOfWork, person_id: int, told: Told | None = None) -> PersonView:
    """Read the card; `told` adds what plugins know. Raises NotFound, NotAllowed."""
    card = get_person(uow, person_id)
    merges = tuple((merge_id, uow.get(Person, gone).name) for merge_id, gone in list_merges(uow, person_id))
    return PersonView(
        card=card, home=get_household(uow, card.household_id) if card.household_id else None,
        area=get_area(uow, card.area_id).full_name if card.area_id else "",
        matters=tuple(_matter(case) for case in _each_once(uow, person_id)), merges=merges,
        changes=tuple(_change(uow, line) for line in card.history),
        happened=_happened(card, told(person_id, uow) if told else ()),
        merged_into=uow.get(Person, card.merged_into_id).name if card.merged_into_id else "")


def _each_once(uow: UnitOfWork, person_id: int) -> list[CaseRow]:
    """Somebody may have two parts in one matter."""
    return list({case.id: case for case, _role in list_cases_of_person(uow, person_id)}.values())


def _matter(case: CaseRow) -> Matter:
    kind = case_kinds().find(case.kind)
    title = texts(case.kind)(kind.title) if kind else case.kind
    return Matter(case.id, title, case.number, case.title, StateCell(case.state_title, case.tone), case.opened_on,
                  kind.view if kind else "")


def _change(uow: UnitOfWork, line: OldValueLine) -> Change:
    return Change(line.at, line.by, words.field_title(line.field), _was(uow, line) or _("(empty)"), line.reason)


def _was(uow: UnitOfWork, line: OldValueLine) -> str:
    if line.field in ("household_id", "area_id") and line.value.isdecimal():
        try:
            return (get_household(uow, int(line.value)).address if line.field == "household_id"
                    else get_area(uow, int(line.value)).full_name)
        except UserError:  # gone, or outside her areas
            return _("(no longer there)")
    return words.field_value(line.field, line.value)


def _happened(card: PersonCard, told: Iterable[TimelineItem]) -> tuple[TimelineItem, ...]:
    visits = [TimelineItem(visit.at, visit.text, visit.by) for visit in card.visits]
    found = sorted([*visits, *told], key=lambda item: _day(item.at), reverse=True)
    return tuple(found[:HAPPENED_SHOWN])


def _day(at: Any) -> str:
    return (hall_time(at) if isinstance(at, datetime) and at.tzinfo else at).isoformat() if at else ""
