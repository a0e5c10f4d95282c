"""The pages of a declared register, as data the kit draws: list, record, forms. Free of Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desk.core.i18n import N_, _, translator
from desk.core.tables.declared import LINKS, Table, TableField
from desk.core.tones import Tone
from desk.host import pages
from desk.host.tables.declarations import NOBODY, Asking, Register

_KNOWN = "registered_already"
"""Beside the values of a form: whether its record is there, so that what later steps ask for can be put right."""
_WIDTHS = {"date": 110, "number": 90, "money": 110, "bool": 70, "choice": 120, "phone": 130}


@dataclass(frozen=True, slots=True)
class Line:
    """A record in a list; columns read their texts from `words` by name."""

    id: int
    number: str
    words: dict[str, Any]
    state: Any = None
    lamp: Any = None

    def __getattr__(self, name: str) -> Any:
        words = object.__getattribute__(self, "words")
        if name in words:
            return words[name]
        raise AttributeError(name)


def list_spec(register: Register, paper: str = "") -> pages.ListSpec:
    """The register's list: columns as declared, sorted by what is indexed, chips for states or choices, filters above.

    paper: the id of the paper of the whole list.
    """
    table = register.table
    return pages.ListSpec(
        f"{table.code}_list", table.title, table.code, _columns(register), _fetch(register), _count(table), _sentence(register),
        _chips(register), opens=f"{table.code}_record", new=f"{table.code}_form" if table.write != NOBODY else "",
        new_title=f"Register: {table.one}",
        new_permission=table.write, search_hint=_hint(table), empty=register.empty, domain=table.plugin_id,
        filters=_filters(table), paper=paper)


def record_spec(register: Register, papers: tuple[str, ...]) -> pages.RecordSpec:
    """The record's page."""
    from desk.core.tables.service import reveal_value

    table = register.table

    def load(uow: Any, record_id: int) -> pages.RecordCard:
        from desk.host.tables.card import card

        return card(uow, register, papers, record_id)

    def reveal(uow: Any, record_id: int, name: str) -> str:
        return reveal_value(uow, table.code, record_id, name)

    reveal.verb_name = "tables.reveal"  # type: ignore[attr-defined]
    return pages.RecordSpec(f"{table.code}_record", table.one, table.code, load, reveal, domain=table.plugin_id)


def form_spec(register: Register) -> pages.FormSpec:
    """The form that registers a record or changes one; what only a later step asks for is not asked when it is registered."""
    from desk.core.tables.service import RecordDraft, save_record

    table = register.table
    later = {name for asking in register.askings for name in asking.asks if not table.field(name).required}

    def load(uow: Any, record_id: int | None) -> dict[str, Any]:
        stored = {} if record_id is None else _stored(uow, table, record_id, table.fields)
        return {_KNOWN: record_id is not None, **stored}

    def draft(values: dict[str, Any]) -> RecordDraft:
        told = {field.name: values.get(field.name) for field in table.fields}
        return RecordDraft(table.code, told, values.get("id"), values.get("version"))

    fields = tuple(form_field(field, later=field.name in later) for field in table.fields)
    return pages.FormSpec(f"{table.code}_form", table.one, (pages.Section("", fields),),
                          save_record, load, make_draft=draft, after=f"{table.code}_record", domain=table.plugin_id)


def move_spec(register: Register, asking: Asking) -> pages.FormSpec:
    """The form of one step of a matter: the fields it asks for, and why where it wants a reason."""
    from desk.core.tables.service import MoveDraft, move_record

    table = register.table
    asked = tuple(table.field(name) for name in asking.asks)

    def load(uow: Any, record_id: int | None) -> dict[str, Any]:
        return _stored(uow, table, record_id or 0, asked)

    def draft(values: dict[str, Any]) -> MoveDraft:
        return MoveDraft(table.code, values["id"], asking.move, {name: values.get(name) for name in asking.asks}, asking.asks,
                         asking.needs, values.get("why") or "", values.get("version"))

    fields = tuple(form_field(field, required=field.name in asking.needs) for field in asked)
    why = (pages.Field("why", N_("Reason"), "lines", required=True, rows=2),) if asking.reason else ()
    return pages.FormSpec(f"{table.code}_do_{asking.move}", asking.title, (pages.Section("", (*fields, *why)),), move_record,
                          load, make_draft=draft, save_title=f"{asking.title} (Ctrl+S)", domain=table.plugin_id)


def form_field(field: TableField, *, required: bool = False, later: bool = False) -> pages.Field:
    """The field as a form shows it; later: not before the record is registered."""
    picking: dict[str, Any] = {}
    if field.kind == "record":
        picking = {"search": _search(field), "named": _called, "asks": N_("Type a part of the name or number")}
    shown_when = dict(field.shown_when) | ({_KNOWN: (True,)} if later else {})
    kind = "person" if field.kind == "record" else field.kind
    return pages.Field(field.name, field.title, kind, required=field.required or required,
                       help=help_of(field), choices=field.choices, visible_when=shown_when,
                       default=False if field.kind == "bool" else None, max_length=field.max_length, **picking)


def help_of(field: TableField) -> str:
    """What stands beside a field: the unit, then its help."""
    unit = field.unit or (N_("yuan") if field.kind == "money" else "")
    return f"{unit}; {field.help}" if unit and field.help else unit or field.help


def _search(field: TableField) -> Callable[[Any, str], list[pages.Pick]]:
    def search(uow: Any, text: str) -> list[pages.Pick]:
        from desk.core.tables.declared import tables
        from desk.core.tables.queries import find_open

        return [pages.Pick(row.id, row.title, row.number) for row in find_open(uow, tables().get(field.of), text)]

    return search


def _called(uow: Any, record_id: int) -> str:
    from desk.core.tables.values import named

    return named(uow, "record", record_id)


def doing(table: Table, asking: Asking, *, final: bool) -> Callable[[Any, int], None]:
    """What the button of a step without a form does; one that ends the matter is asked about first."""
    def run(ctx: Any, record_id: int) -> None:
        from desk.core.tables.service import MoveDraft, move_record

        say = translator(table.plugin_id)
        if final and not ctx.asker.confirm(_("{act}: this ends the matter.").format(act=say(asking.title)),
                                           yes=say(asking.title)):
            return
        ctx.jobs.write(move_record, MoveDraft(table.code, record_id, asking.move)).start()

    return run


def taking_out(table: Table) -> Callable[[Any, int], None]:
    """What "take out" does: asks why, and takes the record out of the register."""
    def run(ctx: Any, record_id: int) -> None:
        from desk.core.tables.service import remove_record

        reason = ctx.asker.ask_text(_("Why is this record taken out of the register? It stays readable and can be put back."))
        if reason and reason.strip():
            ctx.jobs.write(remove_record, table.code, record_id, reason.strip()).start()

    return run


def putting_back(table: Table) -> Callable[[Any, int], None]:
    """What "put back" does."""
    def run(ctx: Any, record_id: int) -> None:
        from desk.core.tables.service import put_back

        ctx.jobs.write(put_back, table.code, record_id).start()

    return run


def _stored(uow: Any, table: Table, record_id: int, fields: tuple[TableField, ...]) -> dict[str, Any]:
    from desk.core.tables.queries import get_record

    row = get_record(uow, table, record_id)
    return {"id": row.id, "version": row.version, **{field.name: _typed(field, row.values[field.name]) for field in fields}}


def _typed(field: TableField, value: Any) -> Any:
    return date.fromisoformat(value) if field.kind == "date" and value else value


def _columns(register: Register) -> tuple[pages.Column, ...]:
    table = register.table
    shown = [field for field in table.fields if field.column] or list(table.fields[:4])
    apart = {field.name for field in table.kept_apart if field.kind not in LINKS}
    columns = [pages.Column("number", N_("Number"), 190, sort="number")] if table.series else []
    wide = next((field.name for field in shown if field.kind in ("text", "lines")), shown[0].name)
    columns += [pages.Column(field.name, field.title, 0 if field.name == wide else _WIDTHS.get(field.kind, 140),
                             field.kind if field.kind in ("date", "money") else "text",
                             sort=field.name if field.name in apart else "") for field in shown]
    if register.case:
        columns += [pages.Column("state", N_("State"), 120, "state", sort="state"),
                    pages.Column("lamp", N_("Due"), 200, "lamp", sort="case_due")]
    elif table.due:
        columns.append(pages.Column("lamp", N_("Due"), 200, "lamp", sort=table.due))
    return tuple(columns)


def _fetch(register: Register) -> Callable[[Any, Any], Any]:
    def fetch(uow: Any, request: Any) -> Any:
        from desk.core.tables.queries import list_records

        found = list_records(uow, register.table, request)
        today = uow.clock.today()
        return pages.Page([line(register, row, today) for row in found.rows], found.next)

    return fetch


def line(register: Register, row: Any, today: date) -> Line:
    """A record as the list shows it, masked fields short."""
    from desk.core.tables.values import masked

    table = register.table
    words: dict[str, Any] = {}
    for field in table.fields:
        value = row.values[field.name]
        words[field.name] = (masked(field, row.words[field.name]) if field.masked else value if field.kind == "money"
                             else _typed(field, value) if field.kind == "date" else row.words[field.name])
    state = pages.StateCell(row.case.state_title, row.case.tone) if row.case else None
    lamp = pages.LampCell(row.case.due_on, row.case.days_left) if row.case else lamp_of(table, row.values, today)
    return Line(row.id, row.number, words, state, lamp)


def lamp_of(table: Table, values: dict[str, Any], today: date) -> pages.LampCell:
    """When it is due, and how many days are left; nothing once it is done."""
    told = values.get(table.due) if table.due else None
    if not told or (table.done and values.get(table.done)):
        return pages.LampCell()
    day = date.fromisoformat(told)
    return pages.LampCell(day, (day - today).days)


def state_of(table: Table, values: dict[str, Any], removed: str, today: date) -> pages.StateCell:
    """How a record without a matter stands, in a word."""
    if removed:
        return pages.StateCell(_("Taken out"), Tone.MUTED)
    if table.done and values.get(table.done):
        return pages.StateCell(_("Done"), Tone.DONE)
    lamp = lamp_of(table, values, today)
    if lamp.days_left is not None and lamp.days_left < 0:
        return pages.StateCell(_("Overdue"), Tone.LATE)
    return pages.StateCell(_("In the register"), Tone.DONE if not table.due else Tone.OPEN)


def _count(table: Table) -> Callable[[Any, Any], int]:
    def count(uow: Any, request: Any) -> int:
        from desk.core.tables.queries import count_records

        return count_records(uow, table, request)

    return count


def _sentence(register: Register) -> Callable[[Any], str]:
    def sentence(uow: Any) -> str:
        from desk.core.tables.queries import count_by, list_due

        table, say = register.table, translator(register.table.plugin_id)
        if register.case:
            told = count_by(uow, table)
            return " · ".join(f"{say(state.title)} {told[state.code]}" for state in register.case.states
                              if told.get(state.code))
        late = list_due(uow, table, uow.clock.today() - timedelta(days=1), 1000) if table.due else []
        return _("{n} overdue").format(n=len(late)) if late else ""

    return sentence


def _chips(register: Register) -> tuple[pages.Chip, ...]:
    if register.case:
        return (pages.Chip(N_("Open"), {"open": True}),
                *(pages.Chip(state.title, {"state": state.code}) for state in register.case.states))
    return (pages.Chip(N_("Taken out"), {"removed": True}),)


def _filters(table: Table) -> tuple[pages.Field, ...]:
    """Choices and yes-or-no that are indexed, and from–to of the first indexed day."""
    found = [pages.Field(field.name, field.title, "choice", choices=field.choices, width=150)
             for field in table.fields if field.indexed and field.kind == "choice"][:3]
    day = next((field for field in table.fields if field.indexed and field.kind == "date"), None)
    if day:
        found += [pages.Field(f"{day.name}_from", f"{day.title}: from", "date", width=130),
                  pages.Field(f"{day.name}_to", f"{day.title}: to", "date", width=130)]
    return tuple(found)


def _hint(table: Table) -> str:
    titles = [field.title for field in table.fields if field.found]
    return titles[0] if titles else N_("Search this list")
