"""Who is meant: from a card, a number or a name to one volunteer, and from volunteers to names."""

from collections.abc import Iterable

from sqlalchemy import select

from desk.api import UserError, clean, code, translator
from desk.api.db import UnitOfWork
from desk.api.pages import PageRequest
from desk.api.people import PersonRow, find_by_number, list_people
from plugins.volunteer.models import Volunteer

_ = translator("volunteer")
SERVING = ("active", "family")


def find_volunteers(uow: UnitOfWork, text: str, limit: int = 10) -> list[tuple[Volunteer, PersonRow]]:
    """Volunteers a typed or scanned text can mean: volunteer number first, else identity number, phone, name, pinyin."""
    typed = code(text)
    exact = uow.session.scalars(select(Volunteer).where(Volunteer.number == typed)).one_or_none()
    if exact is not None:
        return [(exact, people_of(uow, [exact.id])[exact.id])]
    found = find_by_number(uow, typed) if sum(sign.isdigit() for sign in typed) >= 7 else ()
    if not found and clean(text):
        found = tuple(list_people(uow, PageRequest(size=limit, text=clean(text)), select(Volunteer.person_id)).rows)
    people = {person.id: person for person in found}
    rows = uow.session.scalars(select(Volunteer).where(Volunteer.person_id.in_(list(people))).order_by(Volunteer.id))
    return [(one, people[one.person_id]) for one in rows]


def the_volunteer(uow: UnitOfWork, text: str, field: str = "volunteer") -> Volunteer:
    """The one volunteer that is meant and serves. Raises UserError when nobody or several are."""
    found = [pair for pair in find_volunteers(uow, text) if pair[0].state in SERVING]
    if not found:
        raise UserError(_("No volunteer found for {text}.").format(text=clean(text)), field=field,
                        todo=_("Type number, name or phone, or register first."))
    if len(found) > 1:
        who = "、".join(f"{person.name} {one.number}" for one, person in found[:5])
        raise UserError(_("Several are called so: {who}.").format(who=who), field=field, todo=_("Type the number."))
    return found[0][0]


def people_of(uow: UnitOfWork, volunteer_ids: Iterable[int]) -> dict[int, PersonRow]:
    """Volunteer id → what the register knows of the person (numbers masked)."""
    ids = list(set(volunteer_ids))
    found: dict[int, PersonRow] = {}
    for start in range(0, len(ids), 400):
        part = ids[start:start + 400]
        holders = {person: one for one, person in uow.session.execute(
            select(Volunteer.id, Volunteer.person_id).where(Volunteer.id.in_(part)))}
        among = select(Volunteer.person_id).where(Volunteer.id.in_(part))
        for row in list_people(uow, PageRequest(size=len(part)), among).rows:
            found[holders[row.id]] = row
    return found


def names_of(uow: UnitOfWork, volunteer_ids: Iterable[int]) -> dict[int, str]:
    """Volunteer id → name; those one may not see are left out."""
    return {one: row.name for one, row in people_of(uow, volunteer_ids).items()}


def public_names(uow: UnitOfWork, volunteer_ids: Iterable[int]) -> dict[int, str]:
    """What a posted list may call volunteers: the name of who agreed to it, else the number (条例 20)."""
    ids = list(set(volunteer_ids))
    names, said = names_of(uow, ids), dict[int, str]()
    for start in range(0, len(ids), 400):
        for one in uow.session.scalars(select(Volunteer).where(Volunteer.id.in_(ids[start:start + 400]))):
            said[one.id] = names.get(one.id, one.number) if "names" in one.consents else one.number
    return said
