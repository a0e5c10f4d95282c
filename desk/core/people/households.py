"""Verbs of households and the ten-second note."""

from dataclasses import replace

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.people.codes import TENURES
from desk.core.people.drafts import HouseholdDraft
from desk.core.people.history import change_kept
from desk.core.people.model import Household, Person, VisitNote
from desk.core.people.rights import WRITE
from desk.core.places.model import Area
from desk.core.text import clean, clean_note

FIELDS = ("address", "code", "area_id", "tenure", "contact", "note")
NOTE_LIMIT = 500


@verb("people.register_household", permission=WRITE)
def register_household(uow: UnitOfWork, draft: HouseholdDraft) -> int:
    """Open a file for a door; answers the id. Raises UserError with fields."""
    cleaned = clean_household(draft)
    _area(uow, cleaned.area_id)
    household = Household(**{name: getattr(cleaned, name) for name in FIELDS})
    uow.add(household)
    uow.trace("people.register_household", "household", household.id)
    return household.id


@verb("people.change_household", permission=WRITE)
def change_household(uow: UnitOfWork, household_id: int, draft: HouseholdDraft, version: int) -> None:
    """Change a household; old values are kept. Raises Conflict when somebody saved since, UserError with fields."""
    household = uow.get(Household, household_id)
    cleaned = clean_household(draft)
    uow.require_area(household.area_id)
    _area(uow, cleaned.area_id)
    values = {name: getattr(cleaned, name) for name in FIELDS}
    change_kept(uow, household, values, version)
    uow.trace("people.change_household", "household", household_id)


@verb("people.note_visit", permission=WRITE)
def note_visit(uow: UnitOfWork, text: str, person_id: int | None = None, household_id: int | None = None) -> int:
    """Note what a visit or a word at the counter brought (at most 500 characters); answers the id.

    A person's note is her household's as well; the household then counts as visited today.
    """
    kept = clean_note(text, limit=NOTE_LIMIT, field="text")
    if not kept:
        raise UserError(_("Write a word about the visit."), field="text")
    if person_id is not None:
        person = uow.get(Person, person_id)
        uow.require_area(person.area_id)
        household_id = household_id or person.household_id
        uow.touch("person", person_id)
    if household_id is not None:
        household = uow.get(Household, household_id)
        uow.require_area(household.area_id)
        household.visited_on = str(uow.clock.today())
    elif person_id is None:
        raise UserError(_("Choose whom the note is about."))
    note = uow.add(VisitNote(person_id=person_id, household_id=household_id, at=uow.clock.now(), by=uow.actor.name,
                             text=kept))
    uow.trace("people.note_visit", "person" if person_id else "household", person_id or household_id)
    return int(note.id)


def _area(uow: UnitOfWork, area_id: int | None) -> None:
    """Raises NotFound for an area that is not there, NotAllowed for one outside the actor's."""
    if area_id is not None:
        uow.get(Area, area_id)
    uow.require_area(area_id)


def clean_household(draft: HouseholdDraft) -> HouseholdDraft:
    """The draft as it may be kept. Raises UserError with fields."""
    cleaned = replace(draft, address=clean(draft.address, field="address"), code=clean(draft.code, limit=40, field="code"),
                      contact=clean(draft.contact, limit=120, field="contact"), note=clean_note(draft.note, field="note"))
    if not cleaned.address:
        raise UserError(_("Enter the address: estate, building, unit, door."), field="address")
    if cleaned.tenure not in TENURES:
        raise UserError(_("Choose one of the values offered."), field="tenure")
    return cleaned
