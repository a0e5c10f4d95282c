"""Practice records of a tables-only plugin, with invented people of the practice hall put where a person is asked for."""

import random
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from desk.core.db.paging import PageRequest
from desk.core.tables.declared import LINKS
from desk.host.tables.declarations import Declared, Register


def fill(uow: Any, declared: Declared, seed: int) -> None:
    """Register the declared practice records; matters are moved on at random, so that lists show several states."""
    from desk.core.tables.declared import tables
    from desk.core.tables.service import RecordDraft, save_record

    dice = random.Random(f"{seed} {declared.plugin_id}")
    for register_id, values in declared.practice:
        register = declared.register(register_id)
        if tables().find(register.table.code) is None:
            continue
        record = save_record(uow, RecordDraft(register.table.code, _values(uow, register, values, dice)))
        if register.case and dice.random() < 0.6:
            _move_on(uow, register, record)


def _move_on(uow: Any, register: Register, record_id: int) -> None:
    from desk.core.tables.service import MoveDraft, move_record

    first = next((move for move in register.case.moves_from(register.case.first)), None) if register.case else None
    asking = next((one for one in register.askings if first and one.move == first.code), None)
    if first and asking and not asking.needs:
        move_record(uow, MoveDraft(register.table.code, record_id, first.code, reason="练习" if asking.reason else ""))


def _values(uow: Any, register: Register, given: Mapping[str, Any], dice: random.Random) -> dict[str, Any]:
    """Days may be told as a number of days from today; people, places and organisations as true."""
    found: dict[str, Any] = {}
    for name, value in given.items():
        kind = register.table.field(name).kind
        if kind == "date" and isinstance(value, int) and not isinstance(value, bool):
            found[name] = uow.clock.today() + timedelta(days=value)
        elif kind in LINKS:
            found[name] = _somebody(uow, kind, dice, register.table.field(name).of)
        else:
            found[name] = value.isoformat() if isinstance(value, date) else value
    return found


def _somebody(uow: Any, kind: str, dice: random.Random, of: str = "") -> int | None:
    from desk.core.organisations.queries import list_organisations
    from desk.core.people.queries import list_people
    from desk.core.places.queries import find_areas

    if kind == "record":
        from desk.core.tables.declared import tables
        from desk.core.tables.queries import find_open

        ids = [row.id for row in find_open(uow, tables().get(of), "", most=50)]
    elif kind == "place":
        ids = [area.id for area in find_areas(uow, "", limit=20)]
    elif kind == "organisation":
        ids = [row.id for row in list_organisations(uow, PageRequest(size=20)).rows]
    else:
        ids = [row.id for row in list_people(uow, PageRequest(size=60)).rows]
    return dice.choice(ids) if ids else None
