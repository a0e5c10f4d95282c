"""save: one resident edited and saved, with rights, version check, audit line and search document, against a bare UPDATE."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from desk.bench.clocks import CpuClock
from desk.bench.figures import MEDIAN, Figure, Target
from desk.bench.hall import BenchHall
from desk.core.actor import system_actor
from desk.core.i18n import _

EDITS = 60
MOST = 11.0
"""CPU milliseconds: what the quicker of the programs we compared with takes."""


def measure(hall: BenchHall) -> Iterator[Figure]:
    """A new address each time, so that something changes; the first edits warm up."""
    with hall.desk() as desk:
        people = _people(desk, EDITS + 5)
        for one in people[:5]:
            _edit(desk, *one)
        clock = CpuClock(desk.database)
        samples = clock.samples(partial(_edit, desk, *one) for one in people[5:])
        bare = clock.samples(partial(_update, desk, one[0]) for one in people[5:])
        yield Figure(_("Edit and save a resident, with audit and search"), samples, _("one UPDATE and COMMIT"), bare,
                     Target(MEDIAN, MOST), clock.unit)


def _people(desk: Any, count: int) -> list[tuple[int, Any, int]]:
    """(id, draft as the form would hand it in, version) of residents spread over the register."""
    from desk.core.people.drafts import PersonDraft
    from desk.core.people.queries import get_person

    found = []
    with desk.factory.reading(system_actor()) as uow:
        highest = uow.session.connection().exec_driver_sql("SELECT max(id) FROM core_person").scalar()
        for place in range(min(count, highest)):
            card = get_person(uow, highest * place // count + 1)
            draft = PersonDraft(name=card.name, sex=card.sex, birth=card.birth, household_id=card.household_id,
                                relation=card.relation, resident_kind=card.resident_kind, address=card.own_address,
                                area_id=card.area_id, moved_in=card.moved_in)
            room = f"{place + 1}幢{card.version}单元101室"
            found.append((card.id, replace(draft, address=f"翠湖花园{room}"), card.version))
    return found


def _edit(desk: Any, person_id: int, draft: Any, version: int) -> None:
    from desk.core.db.commands import execute
    from desk.core.people.service import change_person

    execute(desk.factory, system_actor(), change_person, person_id, draft, version, key=str(uuid.uuid4()))


def _update(desk: Any, person_id: int) -> None:
    with desk.database.writer.begin() as connection:
        connection.exec_driver_sql(f"UPDATE core_person SET address = address || '' WHERE id = {person_id}")
