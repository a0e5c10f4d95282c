"""What the forms of consultation share."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.pages import Field, FormSpec, Repeat, Section
from desk.api.places import list_areas


def picked(kind: type, values: Mapping[str, Any], **more: Any) -> Any:
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


def form_of(form: str, title: str, save: Any, draft: type, *rows: Field | Repeat, load: Any = None, make: Any = None,
            save_title: str = "", help: str = "", after: str = "", sections: tuple[Section, ...] = ()) -> FormSpec:
    """A form of one section (or `sections`) whose draft takes the values as they are named."""
    return FormSpec(id=f"consultation.{form}", title=title, domain="consultation", save=save, save_title=save_title,
                    sections=sections or (Section("", rows, help),), load=load or today_for("topic_id"), after=after,
                    make_draft=make or (lambda values: picked(draft, values)))


def areas(uow: UnitOfWork) -> list[tuple[int | None, str]]:
    """Estates, grids and buildings to choose from, after the whole community."""
    found = list_areas(uow, kinds=("community", "estate", "grid", "building"))
    return [(None, "—"), *((one.id, one.full_name) for one in found if one.active_to is None)]


def day_text(day: date | str | None) -> str:
    """A day as papers write it, "" for none; also of one kept in JSON."""
    return long_date(date.fromisoformat(day) if isinstance(day, str) else day) if day else ""


def joined(*parts: str | None) -> str:
    """What is there, with dots between."""
    return " · ".join(part for part in parts if part)
