"""A form has one verb to save with, a register has two: one to add, one to change. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Edited:
    """What a form hands over. id, version: of the record it was filled from, None and 0 for a new one."""

    draft: Any
    id: Any = None
    version: int = 0


def edited(kind: type, values: Mapping[str, Any], **more: Any) -> Edited:
    """A draft of the dataclass `kind` out of a form's values; None becomes the field's default."""
    known = {one.name for one in fields(kind)}
    given = {name: value for name, value in values.items() if name in known and value is not None}
    return Edited(kind(**(given | more)), values.get("id"), values.get("version") or 0)


def add_or_change(add: Callable[..., Any], change: Callable[..., Any]) -> Callable[[Any, Edited], Any]:
    """One thing to save with out of the verbs `add(uow, draft) -> id` and `change(uow, id, draft, version)`.

    Each of them checks its right itself; answers the record's id.
    """

    def save(uow: Any, edit: Edited) -> Any:
        if edit.id is None:
            return add(uow, edit.draft)
        change(uow, edit.id, edit.draft, edit.version)
        return edit.id

    save.verb_name = f"{add.verb_name}|{change.verb_name}"  # type: ignore[attr-defined]
    return save


def stored(kind: type, row: Any) -> dict[str, Any]:
    """The values a form begins with: those of `row` that the draft class `kind` has, with id and version."""
    return {one.name: getattr(row, one.name) for one in fields(kind) if hasattr(row, one.name)} | {
        "id": row.id, "version": getattr(row, "version", 0)}
