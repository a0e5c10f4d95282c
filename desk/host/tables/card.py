"""The record page of a declared register, read in one go."""

from datetime import date
from typing import Any

from desk.core.db.paging import PageRequest
from desk.core.i18n import N_, _, translator
from desk.core.tables.declared import Table
from desk.core.tables.queries import RecordRow, get_record
from desk.core.tables.values import masked
from desk.host import pages
from desk.host.tables.declarations import NOBODY, Register
from desk.host.tables.pages import lamp_of, state_of

_ACTIONS = {"tables.add": N_("Registered"), "tables.save": N_("Changed"), "tables.move": N_("Moved on"),
            "tables.remove": N_("Taken out"), "tables.put_back": N_("Put back")}


def card(uow: Any, register: Register, papers: tuple[str, ...], record_id: int) -> pages.RecordCard:
    """Everything the page shows."""
    table = register.table
    row, today = get_record(uow, table, record_id), uow.clock.today()
    may = uow.actor.may(table.write) and table.write != NOBODY
    facts = tuple(pages.Fact(field.title,
                             masked(field, row.words[field.name]) if field.masked else row.words[field.name],
                             reveal=field.name if field.masked and row.words[field.name] else "")
                  for field in table.fields if row.words[field.name])
    edit = (f"{table.code}_form", {"record_id": record_id}) if may and not row.removed else ("", {})
    if row.removed:
        facts = (pages.Fact(_("Taken out because"), row.removed), *facts)
    return pages.RecordCard(
        record_id, row.number, row.title, _state(register, row, today), table_title(register),
        pages.LampCell(row.case.due_on, row.case.days_left) if row.case else lamp_of(table, row.values, today),
        row.case.handler if row.case else None, steps=_steps(uow, register, record_id),
        sections=(pages.FactSection(table.one, facts, *edit), *_linked(uow, register, record_id)),
        acts=_acts(register, row, may=may),
        papers=tuple(pages.PaperLink(paper) for paper in papers), timeline=_timeline(uow, register, record_id),
        version=row.version)


def table_title(register: Register) -> str:
    """The register's name in the language shown."""
    return translator(register.table.plugin_id)(register.table.title)


def _state(register: Register, row: RecordRow, today: date) -> pages.StateCell:
    if row.case:
        return pages.StateCell(row.case.state_title, row.case.tone)
    return state_of(register.table, row.values, row.removed, today)


def _steps(uow: Any, register: Register, record_id: int) -> tuple[pages.StepLamp, ...]:
    if not register.case:
        return ()
    from desk.core.cases.queries import get_lamps

    return tuple(pages.StepLamp(lamp.title, lamp.state) for lamp in get_lamps(uow, record_id))


def _linked(uow: Any, register: Register, record_id: int) -> tuple[pages.FactSection, ...]:
    """The newest records of the plugin's other registers that name this one."""
    from desk.core.tables.declared import tables
    from desk.core.tables.queries import list_linked

    found = []
    for other in tables():
        for field in other.fields:
            if field.of == register.table.code and uow.actor.may(other.read):
                rows = list_linked(uow, other, field.name, record_id)
                facts = tuple(pages.Fact(row.number or f"#{row.id}", _line(other, field.name, row)) for row in rows)
                found += [pages.FactSection(other.title, facts)] if facts else []
    return tuple(found)


def _line(table: Table, link: str, row: RecordRow) -> str:
    """The listed fields of a record in one line, without the one that links."""
    words = [masked(field, row.words[field.name]) if field.masked else row.words[field.name]
             for field in table.fields if field.column and field.name != link]
    return " · ".join(word for word in words if word)


def _acts(register: Register, row: RecordRow, *, may: bool) -> tuple[pages.NextAct, ...]:
    table, here = register.table, {"record_id": row.id}
    home = f"plugins.{table.plugin_id}.pages"
    if not may:
        return ()
    if row.removed:
        return (pages.NextAct(_("Put back"), run=f"{home}:{register.id}_put_back", main=True),)
    if not register.case:
        return (pages.NextAct(_("Change"), f"{table.code}_form", here, main=True),
                pages.NextAct(_("Take out"), run=f"{home}:{register.id}_take_out"))
    say = translator(table.plugin_id)
    acts = []
    for place, move in enumerate(register.case.moves_from(row.case.state if row.case else "")):
        asking = next(one for one in register.askings if one.move == move.code)
        if asking.asks or asking.reason:
            acts.append(pages.NextAct(say(move.title), f"{table.code}_do_{move.code}", here, main=place == 0))
        else:
            acts.append(pages.NextAct(say(move.title), run=f"{home}:{register.id}_do_{move.code}", main=place == 0))
    return (*acts, pages.NextAct(_("Change"), f"{table.code}_form", here, main=not acts))


def _timeline(uow: Any, register: Register, record_id: int) -> tuple[pages.TimelineItem, ...]:
    if register.case:
        from desk.core.cases.queries import list_timeline

        return tuple(pages.TimelineItem(entry.at, entry.title, entry.who, entry.reason or entry.text)
                     for entry in list_timeline(uow, record_id))
    from desk.core.audit.queries import READ, list_audit

    if not uow.actor.may(READ):
        return ()
    found = list_audit(uow, PageRequest(size=12, filters={"kind": register.table.code, "record_id": record_id})).rows
    return tuple(pages.TimelineItem(row.at, _(_ACTIONS.get(row.action, row.action)), row.actor) for row in found)
