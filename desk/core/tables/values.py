"""A typed value of a declared field: judged beside its field, kept as JSON bears it, shown as people read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError, refuse_marked
from desk.core.i18n import Translator, _
from desk.core.people.masks import mask_phone
from desk.core.people.phones import clean_phone
from desk.core.tables.declared import AMOUNTS, LINKS, Table, TableField
from desk.core.tables.model import NOTHING
from desk.core.text import clean, clean_note

_LARGEST = 10**15
LONGEST = 200
Names = Mapping[tuple[str, int], str]
"""(kind of link, id) → what the record is called."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A value as TableValue keeps it."""

    word: str = ""
    amount: int = NOTHING
    person_id: int | None = None


def checked(uow: UnitOfWork, table: Table, given: Mapping[str, Any], only: tuple[str, ...] = ()) -> dict[str, Any]:
    """Field → value to keep, None for an empty one; UserError with a sentence beside every field that is wrong.

    only: the fields that are asked for now, all when empty. What is hidden by another field's value is emptied.
    """
    wrong: dict[str, str] = {}
    found: dict[str, Any] = {}
    for field in table.fields:
        if only and field.name not in only:
            continue
        try:
            found[field.name] = _one(uow, field, given.get(field.name)) if _asked(field, given) else None
            if field.required and found[field.name] in (None, "") and _asked(field, given):
                wrong[field.name] = _("Fill this in.")
        except UserError as error:
            wrong[field.name] = error.what
    refuse_marked(wrong)
    return found


def kept(field: TableField, value: Any) -> Kept:
    """The value for the table of values."""
    if field.kind == "person":
        return Kept(person_id=value)
    if value in (None, ""):
        return Kept()
    if field.kind in AMOUNTS:
        return Kept(amount=int(value))
    return Kept(word=str(value)[:LONGEST])


def shown(uow: UnitOfWork, field: TableField, value: Any, say: Translator, names: Names | None = None) -> str:
    """The value as lists, pages and papers write it; masked fields are shown whole here. names: read before, for a page."""
    if value in (None, ""):
        return ""
    if field.kind == "money":
        from desk.core.documents.money import figures

        return figures(value, symbol="")
    if field.kind == "bool":
        return _("yes") if value else _("no")
    if field.kind == "choice":
        return say(field.title_of(value))
    if field.kind in LINKS:
        known = (names or {}).get((field.kind, value))
        return known if known is not None else named(uow, field.kind, value)
    return f"{value} {say(field.unit)}".strip() if field.unit else str(value)


def masked(field: TableField, text: str) -> str:
    """The value short: of a telephone the ends, of anything else the first sign."""
    if not text:
        return ""
    return mask_phone(text) if field.kind == "phone" else text[0] + "*" * min(6, len(text) - 1)


def _asked(field: TableField, given: Mapping[str, Any]) -> bool:
    return all(given.get(name) in values for name, values in field.shown_when)


def _one(uow: UnitOfWork, field: TableField, value: Any) -> Any:
    if value is None or (isinstance(value, str) and not value.strip()):
        return False if field.kind == "bool" else None
    return _READ[field.kind](uow, field, value)


def _text(_uow: UnitOfWork, field: TableField, value: Any) -> str:
    return clean(_word(value), limit=min(field.max_length or LONGEST, LONGEST), field=field.name)


def _lines(_uow: UnitOfWork, field: TableField, value: Any) -> str:
    return clean_note(_word(value), field=field.name, **({"limit": field.max_length} if field.max_length else {}))


def _number(_uow: UnitOfWork, field: TableField, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise UserError(_("Enter a whole number, such as 12."))
    low, high = field.minimum, field.maximum
    if (low is not None and value < low) or (high is not None and value > high) or abs(value) > _LARGEST:
        raise UserError(_bounds(field))
    return value


def _bounds(field: TableField) -> str:
    def told(bound: int) -> str:
        from desk.core.documents.money import figures

        return figures(bound, symbol="") if field.kind == "money" else str(bound)

    if field.minimum is not None and field.maximum is not None:
        return _("Enter something from {low} to {high}.").format(low=told(field.minimum), high=told(field.maximum))
    if field.minimum is not None:
        return _("Enter {low} or more.").format(low=told(field.minimum))
    return _("Enter {high} or less.").format(high=told(_LARGEST if field.maximum is None else field.maximum))


def _date(_uow: UnitOfWork, _field: TableField, value: Any) -> str:
    try:
        return (value if isinstance(value, date) else date.fromisoformat(_word(value))).isoformat()
    except ValueError:
        raise UserError(_("Enter a day, such as 2026-11-05.")) from None


def _choice(_uow: UnitOfWork, field: TableField, value: Any) -> str:
    if value not in [one for one, _title in field.choices]:
        raise UserError(_("Choose one of the list."))
    return str(value)


def _bool(_uow: UnitOfWork, _field: TableField, value: Any) -> bool:
    if not isinstance(value, bool):
        raise UserError(_("Say yes or no."))
    return value


def _phone(_uow: UnitOfWork, field: TableField, value: Any) -> str:
    return clean(clean_phone(_word(value)), limit=40, field=field.name)


def _link(uow: UnitOfWork, field: TableField, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise UserError(_("Choose an entry from the list."))
    named(uow, field.kind, value)
    if field.kind == "record":
        _refuse_foreign(uow, field, value)
    return value


def _refuse_foreign(uow: UnitOfWork, field: TableField, record_id: int) -> None:
    from desk.core.tables.model import TableRecord

    found = uow.get(TableRecord, record_id)
    if found.kind != field.of or found.removed:
        raise UserError(_("Choose an entry from the list."))


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise UserError(_("Enter a text."))
    return value


def named(uow: UnitOfWork, kind: str, record_id: int) -> str:
    """What a record of the desk's registers is called; NotFound for one of another community."""
    model, name = _register(kind)
    return str(getattr(uow.get(model, record_id), name))


def read_names(uow: UnitOfWork, wanted: Mapping[str, Iterable[int]]) -> dict[tuple[str, int], str]:
    """What the records of many links are called, one question a register."""
    found: dict[tuple[str, int], str] = {}
    for kind, ids in wanted.items():
        model, name = _register(kind)
        for record_id, called in uow.session.execute(select(model.id, getattr(model, name)).where(model.id.in_(set(ids)))):
            found[kind, record_id] = called
    return found


def _register(kind: str) -> tuple[Any, str]:
    from desk.core.organisations.model import Organisation
    from desk.core.people.model import Person
    from desk.core.places.model import Area
    from desk.core.tables.model import TableRecord

    known: dict[str, tuple[Any, str]] = {"person": (Person, "name"), "organisation": (Organisation, "name"),
                                         "place": (Area, "full_name"), "record": (TableRecord, "title")}
    return known[kind]


_READ = {"text": _text, "lines": _lines, "number": _number, "money": _number, "date": _date, "choice": _choice, "bool": _bool,
         "phone": _phone, "person": _link, "place": _link, "organisation": _link, "record": _link}
