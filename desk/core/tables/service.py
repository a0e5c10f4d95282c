"""Verbs of declared registers: save, move a matter on, take out and put back. Each register names its rights itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.core.cases.drafts import CaseDraft, PartyDraft
from desk.core.cases.model import Case
from desk.core.cases.moves import move
from desk.core.cases.parties import set_parties
from desk.core.cases.service import change_case, number_case, open_case
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.documents.numbers import give_number
from desk.core.errors import Conflict, UserError, refuse_marked
from desk.core.i18n import _
from desk.core.tables.declared import Table, tables, texts
from desk.core.tables.model import TableRecord
from desk.core.tables.records import fill, find_record, own_id, refuse_taken, title_of, values_of
from desk.core.tables.values import checked, shown
from desk.core.text import clean

BY_TABLE = "the register names the right, which is required inside"


@dataclass(frozen=True, slots=True)
class RecordDraft:
    """A record as typed. record_id: None for a new one. version: the one the form was filled from."""

    table: str
    values: Mapping[str, Any]
    record_id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class MoveDraft:
    """A step of a matter with what is asked for at it. values: those fields only."""

    table: str
    record_id: int
    move: str
    values: Mapping[str, Any] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    reason: str = ""
    version: int | None = None


@verb("tables.save", open_because=BY_TABLE)
def save_record(uow: UnitOfWork, draft: RecordDraft) -> int:
    """Register a record or change one; answers the id its kind knows it by. New ones are numbered where the register has a
    series, and open their matter.

    UserError beside each field that is wrong, Conflict when somebody saved since `version`.
    """
    table = tables().get(draft.table)
    uow.require(table.write)
    if draft.record_id is None:
        return _register(uow, table, checked(uow, table, draft.values))
    record = find_record(uow, table, draft.record_id)
    before = values_of(uow, table, record)
    values = before | checked(uow, table, {**before, **draft.values})
    _refuse_removed(record)
    refuse_taken(uow, table, values, record.id)
    _expect(record, draft.version, before, values)
    changed = [name for name, value in values.items() if before[name] != value]
    if changed:
        fill(uow, table, record, values)
        _follow(uow, table, record, values)
        _tell(uow, table, record, "tables.save", fields=changed)
    return own_id(record)


@verb("tables.move", open_because=BY_TABLE)
def move_record(uow: UnitOfWork, draft: MoveDraft) -> int:
    """Carry out a move of the matter with the fields asked for at it, in one step."""
    table = tables().get(draft.table)
    uow.require(table.write)
    record = find_record(uow, table, draft.record_id)
    _refuse_removed(record)
    before = values_of(uow, table, record)
    lacking = {name: _("Fill this in.") for name in draft.needed if draft.values.get(name) in (None, "", False)}
    refuse_marked(lacking)
    values = before | (checked(uow, table, {**before, **draft.values}, draft.asked) if draft.asked else {})
    _expect(record, draft.version, before, values)
    if values != before:
        fill(uow, table, record, values)
        _follow(uow, table, record, values)
    move(uow, draft.record_id, draft.move, draft.reason)
    changed = [name for name, value in values.items() if before[name] != value]
    _tell(uow, table, record, "tables.move", move=draft.move, fields=changed)
    return draft.record_id


@verb("tables.remove", open_because=BY_TABLE)
def remove_record(uow: UnitOfWork, table_code: str, record_id: int, reason: str) -> None:
    """Take a record that was entered by mistake out of the register; it stays readable and can be put back. Not for matters,
    which end by a step of theirs."""
    table = tables().get(table_code)
    uow.require(table.write)
    record = find_record(uow, table, record_id)
    reason = clean(reason, field="reason")
    if not reason:
        raise UserError(_("Say why it is taken out."), field="reason")
    if table.case:
        raise UserError(_("A matter is not taken out; it ends by one of its steps."))
    record.removed = reason
    _tell(uow, table, record, "tables.remove", reason=reason)


@verb("tables.put_back", open_because=BY_TABLE)
def put_back(uow: UnitOfWork, table_code: str, record_id: int) -> None:
    """Take it into the register again."""
    table = tables().get(table_code)
    uow.require(table.write)
    record = find_record(uow, table, record_id)
    record.removed = ""
    _tell(uow, table, record, "tables.put_back")


@verb("tables.reveal", open_because=BY_TABLE)
def reveal_value(uow: UnitOfWork, table_code: str, record_id: int, name: str) -> str:
    """A masked value in full; the trail keeps who saw it."""
    table = tables().get(table_code)
    record = find_record(uow, table, record_id)
    uow.trace("tables.reveal", table.code, own_id(record), field=name)
    return shown(uow, table.field(name), values_of(uow, table, record)[name], texts(table.code))


def _register(uow: UnitOfWork, table: Table, values: dict[str, Any]) -> int:
    refuse_taken(uow, table, values)
    record = TableRecord(kind=table.code, number="", removed="", title="", data={})
    if table.case:
        draft = CaseDraft(title=title_of(uow, table, values), parties=_parties(table, values))
        record.case_id = open_case(uow, table.code, draft)
    fill(uow, table, record, values)
    if table.series:
        record.number = (number_case(uow, own_id(record)) if table.case
                         else give_number(uow, table.series, table.code, own_id(record)))
    _tell(uow, table, record, "tables.add")
    return own_id(record)


def _follow(uow: UnitOfWork, table: Table, record: TableRecord, values: dict[str, Any]) -> None:
    """The matter bears the record's title and has its people as parties."""
    if table.case:
        case = uow.get(Case, own_id(record))
        change_case(uow, case.id, CaseDraft(record.title, source=case.source, class_code=case.class_code,
                                            summary=case.summary, area_id=case.area_id))
        set_parties(uow, case.id, _parties(table, values))


def _parties(table: Table, values: Mapping[str, Any]) -> tuple[PartyDraft, ...]:
    roles = {"person": "person_id", "organisation": "organisation_id"}
    return tuple(PartyDraft(one.name, **{roles[one.kind]: values[one.name]}) for one in table.fields
                 if one.kind in roles and values.get(one.name) is not None)


def _expect(record: TableRecord, version: int | None, before: dict[str, Any], values: dict[str, Any]) -> None:
    if version is None or record.version == version:
        return
    differing = [name for name, value in values.items() if before[name] != value]
    raise Conflict(_("Somebody else saved this record while you were editing it."),
                   mine={name: values[name] for name in differing}, theirs={name: before[name] for name in differing})


def _refuse_removed(record: TableRecord) -> None:
    if record.removed:
        raise UserError(_("This record was taken out of the register: {reason}").format(reason=record.removed),
                        todo=_("Put it back first."))


def _tell(uow: UnitOfWork, table: Table, record: TableRecord, action: str, **detail: Any) -> None:
    uow.session.flush()
    uow.touch(table.code, own_id(record))
    uow.trace(action, table.code, own_id(record), **detail)

