"""What the list of people can be narrowed by, as SQL conditions."""

from calendar import isleap
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from desk.core.people.dates import partial
from desk.core.people.model import IdentityPaper, Person, Phone
from desk.core.people.names import toneless

Condition = ColumnElement[bool]


def person_filters(today: date, filters: Mapping[str, Any]) -> list[Condition]:
    """Conditions for name → value; empty values ("" or None) do not narrow. Raises ValueError for an unknown name.

    state, resident_kind, sex, household_id, area_id (an id or a sequence of ids), age_from, age_to (full years,
    inclusive), changed_since (a moment), without_phone (True: nobody knows a number).
    """
    unknown = set(filters) - set(_MAKERS)
    if unknown:
        raise ValueError(f"no such filter: {', '.join(sorted(unknown))}")
    return [_MAKERS[name](today, value) for name, value in filters.items() if value not in ("", None)]


def text_filter(text: str, lookup: str) -> Condition:
    """A list's own quick search; `lookup` is the hash of the text taken as a number. The box finds more (core/search)."""
    typed = text.strip()
    plain = "".join(typed.split())
    if plain.replace("-", "").isdecimal() or lookup and len(plain) >= 8 and plain.isascii():
        papers = select(IdentityPaper.person_id).where(IdentityPaper.lookup == lookup, IdentityPaper.lookup != "")
        phones = select(Phone.person_id).where(Phone.number.contains(plain, autoescape=True))
        return or_(Person.id.in_(papers), Person.id.in_(phones))
    if typed.isascii():
        letters = toneless(typed.lower().replace("ü", "v"))
        return or_(Person.initials.startswith("".join(letters.split()), autoescape=True),
                   Person.pinyin.startswith(letters, autoescape=True), _squeezed(letters))
    return or_(Person.name.contains(typed, autoescape=True), Person.address.contains(typed, autoescape=True))


def _squeezed(letters: str) -> Condition:
    """Pinyin typed without spaces against the stored syllables."""
    return func.replace(Person.pinyin, " ", "").startswith("".join(letters.split()), autoescape=True)


def _years_ago(today: date, years: int) -> str:
    """The latest birth date of somebody who has reached `years` today."""
    year = today.year - years
    day = 28 if (today.month, today.day) == (2, 29) and not isleap(year) else today.day
    return date(year, today.month, day).isoformat()


def _phone(*, has: bool) -> Condition:
    """EXISTS, because NOT IN of a long list is quadratic on PostgreSQL."""
    known = select(Phone.id).where(Phone.person_id == Person.id).exists()
    return known if has else ~known


def _areas(_today: date, value: Any) -> Condition:
    return Person.area_id.in_([value] if isinstance(value, int) else list(value))


def _age_from(today: date, years: Any) -> Condition:
    limit = _years_ago(today, int(years))
    return (Person.birth != "") & (Person.birth <= limit) & ~_undecided(limit)


def _age_to(today: date, years: Any) -> Condition:
    limit = _years_ago(today, int(years) + 1)
    return (Person.birth > limit) | _undecided(limit)


def _undecided(limit: str) -> Condition:
    """Partial birth dates that reach beyond the limit: the age may not be reached yet, so they count as younger."""
    return Person.birth.in_([part for part in (limit[:4], limit[:7]) if str(partial(part).latest()) != limit])


_MAKERS: dict[str, Callable[[date, Any], Condition]] = {
    "state": lambda _today, value: Person.state == value,
    "resident_kind": lambda _today, value: Person.resident_kind == value,
    "sex": lambda _today, value: Person.sex == value,
    "household_id": lambda _today, value: Person.household_id == value,
    "area_id": _areas,
    "age_from": _age_from,
    "age_to": _age_to,
    "changed_since": lambda _today, value: Person.updated_at >= value,
    "without_phone": lambda _today, value: _phone(has=not value),
}
