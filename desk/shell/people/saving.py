"""What the person's form saves: the person, and the household that was opened along the way, in one transaction. No Qt."""

from dataclasses import dataclass, field, replace

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.people.drafts import HouseholdDraft, PersonDraft
from desk.core.people.households import change_household, register_household
from desk.core.people.rights import WRITE
from desk.core.people.service import change_person, register_person


@dataclass(frozen=True, slots=True)
class PersonSaving:
    """person_id: None for a new one. version: the one the form was filled from. new_home: address of a household to open."""

    draft: PersonDraft
    person_id: int | None = None
    version: int = 0
    new_home: str = ""


@dataclass(frozen=True, slots=True)
class HouseholdSaving:
    """household_id: None for a new one."""

    draft: HouseholdDraft = field(default_factory=HouseholdDraft)
    household_id: int | None = None
    version: int = 0


@verb("people.save", permission=WRITE)
def save_person(uow: UnitOfWork, saving: PersonSaving) -> int:
    """Register or change; answers the person's id. Raises what `register_person` and `change_person` raise."""
    draft = saving.draft
    if saving.new_home:
        home = register_household(uow, HouseholdDraft(address=saving.new_home, area_id=draft.area_id))
        draft = replace(draft, household_id=home)
    if saving.person_id is None:
        return register_person(uow, draft)
    change_person(uow, saving.person_id, draft, saving.version)
    return saving.person_id


@verb("people.save_household", permission=WRITE)
def save_household(uow: UnitOfWork, saving: HouseholdSaving) -> int:
    """Register or change a household; answers its id."""
    if saving.household_id is None:
        return register_household(uow, saving.draft)
    change_household(uow, saving.household_id, saving.draft, saving.version)
    return saving.household_id
