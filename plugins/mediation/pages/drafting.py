"""From what stands in a form to a draft: only the fields the draft knows, lists as tuples."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any


def picked(kind: type, values: dict[str, Any], **more: Any) -> Any:
    """A draft of `kind` from the values it has fields for; None becomes the field's default."""
    known = {one.name for one in fields(kind)}
    return kind(**({name: value for name, value in values.items() if name in known and value is not None} | more))


def texts(rows: Iterable[dict[str, Any]] | None) -> tuple[str, ...]:
    """The typed texts of a repeating group of one field "text"."""
    return tuple(row["text"] for row in rows or () if (row.get("text") or "").strip())


def ticked(rows: Iterable[dict[str, Any]] | None, name: str) -> tuple[int, ...]:
    """Ids of the parties whose `name` is ticked."""
    return tuple(row["party_id"] for row in rows or () if row.get(name))
