"""Where pickers look when a declaration does not say: the registers of people, places and organisations. Runs in workers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desk.core.i18n import N_
from desk.host.pages import Field, Pick

MOST = 12
"""Finds offered at once; further typing narrows them."""
ANYTHING = N_("Type a name or a number")


@dataclass(frozen=True, slots=True)
class Provider:
    """search: `(uow, text) -> [Pick]`; named: `(uow, id) -> str`; asks: what to type, before translation."""

    search: Callable[[Any, str], Sequence[Pick]]
    named: Callable[[Any, Any], str]
    asks: str


def find_people(uow: Any, text: str) -> list[Pick]:
    """People by name, pinyin, number or phone, as she may see them."""
    from desk.core.search.queries import find_records

    found = find_records(uow, text, kinds=("person",), limit=MOST)
    return [Pick(hit.record_id, hit.title, hit.subtitle) for hit in found.hits]


def name_person(uow: Any, person_id: int) -> str:
    """The person's name."""
    from desk.core.people.queries import get_person

    return get_person(uow, person_id).name


def find_places(uow: Any, text: str) -> list[Pick]:
    """Areas, buildings and rooms by name."""
    from desk.core.places.queries import find_areas

    return [Pick(area.id, area.name, area.full_name) for area in find_areas(uow, text, limit=MOST)]


def name_place(uow: Any, area_id: int) -> str:
    """The place's full name."""
    from desk.core.places.queries import get_area

    return get_area(uow, area_id).full_name


def find_units(uow: Any, text: str) -> list[Pick]:
    """Organisations by name."""
    from desk.core.organisations.queries import find_organisations

    return [Pick(found.id, found.name, found.address) for found in find_organisations(uow, text, limit=MOST)]


def name_unit(uow: Any, organisation_id: int) -> str:
    """The organisation's name."""
    from desk.core.organisations.queries import get_organisation

    return get_organisation(uow, organisation_id).name


PROVIDERS: dict[str, Provider] = {
    "person": Provider(find_people, name_person, N_("Type a name, its first letters or a number")),
    "place": Provider(find_places, name_place, N_("Type a part of its name, such as 3幢, or its code")),
    "organisation": Provider(find_units, name_unit, N_("Type a part of its name")),
}


def provider(field: Field) -> Provider:
    """Where `field` looks, and what it asks for."""
    known = PROVIDERS.get(field.kind)
    search = field.search or (known.search if known else None)
    named = field.named or (known.named if known else None)
    if search is None:
        raise ValueError(f"the picker {field.name!r} does not say where to search")
    asks = field.asks or (known.asks if known else ANYTHING)
    return Provider(search, named or _no_name, asks)


def _no_name(_uow: Any, record_id: Any) -> str:
    return f"#{record_id}"
