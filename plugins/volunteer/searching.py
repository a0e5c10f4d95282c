"""How volunteers, teams and activities are found by the box: name, pinyin, number, title."""

from collections.abc import Iterator, Sequence

from sqlalchemy import select

from desk.api import hall_time, translator
from desk.api.db import UnitOfWork, one_of
from desk.api.people import SearchDocument, find_people, readings
from plugins.volunteer.kinds import ACTIVITY, READ, TEAM_KINDS, VOLUNTEER, title_of
from plugins.volunteer.models import Activity, Team, Volunteer

_ = translator("volunteer")


def volunteer_documents(uow: UnitOfWork, ids: Sequence[int]) -> Iterator[SearchDocument]:
    """Volunteers by name and by the number on their card."""
    rows = uow.session.scalars(select(Volunteer).where(Volunteer.id.in_(ids))).all()
    people = find_people(uow, [one.person_id for one in rows])
    for one in rows:
        person = people.get(one.person_id)
        if person is not None:
            yield SearchDocument(VOLUNTEER, one.id, person.name, f"{_('Volunteer')} {one.number}", names=(person.name,),
                                 readings=(readings(person.name),), numbers=(one.number,) if one.number else (),
                                 permission=READ, area_id=person.area_id)


def team_documents(uow: UnitOfWork, ids: Sequence[int]) -> Iterator[SearchDocument]:
    """Teams, posts and studios by name and theme; dissolved ones stay to be found."""
    for one in uow.session.scalars(select(Team).where(Team.id.in_(ids))):
        names = (one.name, one.theme) if one.theme else (one.name,)
        yield SearchDocument("volunteer.team", one.id, one.name, _(title_of(TEAM_KINDS, one.kind)), names=names,
                             readings=tuple(map(readings, names)), permission=READ, area_id=one.area_id)


def activity_documents(uow: UnitOfWork, ids: Sequence[int]) -> Iterator[SearchDocument]:
    """Activities by title and place."""
    for one in uow.session.scalars(select(Activity).where(Activity.id.in_(ids))):
        yield SearchDocument(ACTIVITY, one.id, one.title, f"{hall_time(one.starts_at).date()} {one.place}", names=(one.title,),
                             addresses=(one.place,) if one.place else (), permission=READ, area_id=one.area_id)


def holders(uow: UnitOfWork, person_ids: Sequence[int]) -> list[int]:
    """Volunteers whose person changed."""
    return list(uow.session.scalars(select(Volunteer.id).where(one_of(Volunteer.person_id, person_ids))))
