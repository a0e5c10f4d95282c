"""What a plugin's paper prints of a registered person, unmasked: taken into the case once, and the reading leaves a trace."""

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.people.model import Household, Person, Phone
from desk.core.people.rights import READ


def person_for_papers(uow: UnitOfWork, person_id: int) -> dict[str, str]:
    """name, sex, birth (partial date), contact (first phone), address; only for a writing unit of work, which is audited."""
    uow.require(READ)
    person = uow.get(Person, person_id)
    uow.require_area(person.area_id)
    home = uow.get(Household, person.household_id).address if person.household_id else ""
    phone = uow.session.scalars(select(Phone.number).where(Phone.person_id == person_id).order_by(Phone.id).limit(1)).first()
    uow.trace("people.used_for_paper", "person", person_id)
    return {"name": person.name, "sex": person.sex, "birth": person.birth, "contact": phone or "",
            "address": person.address or home}
