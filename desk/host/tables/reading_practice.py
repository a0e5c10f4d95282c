"""[[practice]] of tables.toml: what cannot be registered is told to the author, not to whoever tries the plugin."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from desk.core.i18n import _
from desk.core.tables.declared import LINKS, TableField


def practice_mistakes(fields: Sequence[TableField], values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(field, sentence) for each value that the register would refuse, and each one it asks for in vain."""
    for field in fields:
        if field.name not in values:
            if field.required and all(values.get(name) in wanted for name, wanted in field.shown_when):
                yield field.name, _("the register asks for it.")
        elif not _fits(field, values[field.name]):
            yield field.name, _("this field does not take {value}.").format(value=str(values[field.name])[:40])


def _fits(field: TableField, value: Any) -> bool:
    if field.kind in LINKS or field.kind == "bool":
        return isinstance(value, bool)
    if field.kind == "date":
        return isinstance(value, date | int) and not isinstance(value, bool)
    if field.kind in ("number", "money"):
        return (isinstance(value, int) and not isinstance(value, bool) and (field.minimum is None or value >= field.minimum)
                and (field.maximum is None or value <= field.maximum))
    if field.kind == "choice":
        return value in [one for one, _title in field.choices]
    return isinstance(value, str) and bool(value.strip()) and (not field.max_length or len(value) <= field.max_length)
