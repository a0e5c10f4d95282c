"""What the forms of consultation share."""

from dataclasses import fields
from typing import Any

from desk.api.db import UnitOfWork


def picked(kind: type, values: dict[str, Any], **more: Any) -> Any:
    """A draft of `kind` from the values it has fields for; None becomes the field's default."""
    known = {one.name for one in fields(kind)}
    return kind(**({name: value for name, value in values.items() if name in known and value is not None} | more))


def names(text: str | None) -> tuple[str, ...]:
    """Several names typed into one field: 沈建国、何苗."""
    plain = (text or "").replace(",", "、").replace(",", "、").replace("\n", "、")
    return tuple(part.strip() for part in plain.split("、") if part.strip())


def today_for(field: str) -> Any:
    """A loader that answers the record's id under `field` and today."""
    def load(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
        return {field: record_id, "on": uow.clock.today()}

    return load
