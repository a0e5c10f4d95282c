"""What a look at the half-typed form finds, read in a worker: advice beside fields, what can be filled in, who is there
already. Evidence, never a refusal. No Qt."""

from dataclasses import dataclass, field
from typing import Any

from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.people.cards import PersonRow
from desk.core.people.checks import sentences
from desk.core.people.identity import IdentityFindings
from desk.core.people.judge import Look, look_at_person
from desk.core.people.names import readings
from desk.core.people.queries import find_by_number, find_namesakes
from desk.shell.people import words
from desk.shell.people.form_fields import form_path, person_draft

TWINS = 3


@dataclass(frozen=True, slots=True)
class FormLook:
    """advice: path of a field → what follows from it; odd: → what is questionable about it. birth, sex: what the numbers
    say. twins: people who may be the same.
    """

    advice: dict[str, str] = field(default_factory=dict)
    odd: dict[str, str] = field(default_factory=dict)
    birth: str = ""
    sex: str = ""
    twins: tuple[PersonRow, ...] = ()


def look_at_form(uow: UnitOfWork, values: dict[str, Any]) -> FormLook:
    """Judge what stands in the form so far."""
    draft, person_id = person_draft(values), values.get("person_id")
    look = look_at_person(uow, draft, person_id)
    odd = {form_path(values, name): " ".join(sentences(checks)) for name, checks in look.questions.items()}
    advice = {form_path(values, f"papers.{place}"): _said(found) for place, found in enumerate(look.findings)}
    for place, found in enumerate(look.findings):
        if found.suggestion:
            odd[form_path(values, f"papers.{place}")] += " " + _("18 digits: {number}").format(number=found.suggestion)
    advice["pinyin"] = _reading(look.draft.name, look.draft.pinyin)
    numbers = [found for found in look.findings if not any(check.name == "check_digit" for check in found.warnings)]
    birth = next((str(found.birth) for found in numbers if found.birth), "")
    return FormLook(advice, odd, birth, next((found.sex for found in numbers if found.sex), ""), _twins(uow, look, person_id))


def _said(found: IdentityFindings) -> str:
    """What a sound number says, so that it can be compared with the card at a glance."""
    return " · ".join(part for part in (words.day(str(found.birth)) if found.birth else "", words.sex(found.sex),
                                        found.region) if part)


def _reading(name: str, given: str) -> str:
    try:
        found = readings(name, given)
    except UserError:
        return ""
    return _("Read as: {pinyin}").format(pinyin=found.sort_key) if found.sort_key else ""


def _twins(uow: UnitOfWork, look: Look, person_id: int | None) -> tuple[PersonRow, ...]:
    """Holders of the same number, then those of the same name and birth date."""
    found = {row.id: row for paper in look.draft.papers if paper.number for row in find_by_number(uow, paper.number)}
    if person_id is None and look.draft.name and len(look.draft.birth) == 10:
        found |= {row.id: row for row in find_namesakes(uow, look.draft.name, look.draft.birth)}
    return tuple(row for row in found.values() if row.id != person_id)[:TWINS]
