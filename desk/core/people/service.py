"""Verbs of the register of people."""

from typing import Any

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.people.checks import failed
from desk.core.people.dates import read_date
from desk.core.people.drafts import PaperDraft, PersonDraft, PhoneDraft
from desk.core.people.history import change_kept
from desk.core.people.identity import UNKNOWN
from desk.core.people.judge import Look, look_at_person
from desk.core.people.lookup import lookup_hash
from desk.core.people.model import Household, IdentityPaper, Person, Phone
from desk.core.people.names import readings
from desk.core.people.relocations import last_standing, mark_undone, note_relocation
from desk.core.people.rights import REVEAL, WRITE
from desk.core.people.rows import children
from desk.core.places.model import Area
from desk.core.text import clean

FIELDS = ("name", "sex", "birth", "household_id", "relation", "resident_kind", "address", "area_id", "moved_in")


@verb("people.register", permission=WRITE)
def register_person(uow: UnitOfWork, draft: PersonDraft) -> int:
    """Take a person into the register; answers the id.

    Raises UserError with fields for what is wrong, NeedsReason for findings saved without a reason.
    """
    look = look_at_person(uow, draft)
    look.raise_if_stopped()
    uow.require_area(look.draft.area_id)
    person = Person(state="present", **_values(uow, look.draft))
    read_out(person)
    uow.add(person)
    _write_lists(uow, person, look)
    if person.moved_in:
        note_relocation(uow, person, "in", person.moved_in, {"moved_in": ""})
    uow.trace("people.register", "person", person.id, **_odd(look))
    return person.id


@verb("people.change", permission=WRITE)
def change_person(uow: UnitOfWork, person_id: int, draft: PersonDraft, version: int) -> None:
    """Change a person: all fields as in the form, papers and phones only as added or removed. Old values are kept.

    version: the one the form was filled from. Raises Conflict when somebody saved since, else as `register_person`.
    """
    person = changeable(uow, person_id)
    look = look_at_person(uow, draft, person_id)
    look.raise_if_stopped()
    uow.require_area(look.draft.area_id)
    change_kept(uow, person, _values(uow, look.draft), version, look.draft.reason)
    read_out(person)
    _write_lists(uow, person, look)
    uow.trace("people.change", "person", person_id, **_odd(look))
    uow.touch("person", person_id)


@verb("people.move_out", permission=WRITE)
def record_move_out(uow: UnitOfWork, person_id: int, on: str, note: str = "", place: str = "") -> None:
    """The person moved away on the day `on` (as typed, may be partial), to `place`; her file stays readable."""
    person = changeable(uow, person_id)
    day, before = _day(uow, on, "on"), {"moved_out": person.moved_out, "state": person.state}
    _leave(uow, person, "move_out", {"moved_out": day, "state": "moved_out"}, note)
    note_relocation(uow, person, "out", day, before, clean(place, field="place"), clean(note, field="note"))


@verb("people.death", permission=WRITE)
def record_death(uow: UnitOfWork, person_id: int, on: str, note: str = "") -> None:
    """The person died on the day `on` (as typed, may be partial)."""
    person = changeable(uow, person_id)
    _leave(uow, person, "death", {"deceased_on": _day(uow, on, "on"), "state": "deceased"}, note)


@verb("people.return", permission=WRITE)
def record_return(uow: UnitOfWork, person_id: int, reason: str) -> None:
    """Back in the register because the departure was a mistake; a move out that was noted counts as taken back. Who moved in
    again is recorded by `moving.record_move_in`.
    """
    person = changeable(uow, person_id)
    if person.state == "present":
        raise UserError(_("This person is in the register already."))
    _leave(uow, person, "return", {"moved_out": "", "deceased_on": "", "state": "present"},
           needed(reason, _("Say why the person is in the register again.")))
    last = last_standing(uow, person_id)
    if last is not None and last.way == "out":
        mark_undone(uow, last, clean(reason, field="note"))


@verb("people.put_in_household", permission=WRITE)
def put_in_household(uow: UnitOfWork, person_id: int, household_id: int | None, relation: str = "") -> None:
    """Make the person a member of a household, or of none (None)."""
    person = changeable(uow, person_id)
    if household_id is not None:
        uow.get(Household, household_id)
    look = look_at_person(uow, PersonDraft(name=person.name, relation=relation), person_id)
    if "relation" in look.errors:
        raise UserError(look.errors["relation"], field="relation")
    change_kept(uow, person, {"household_id": household_id, "relation": relation})
    uow.trace("people.put_in_household", "person", person_id, household=household_id)


@verb("people.add_paper", permission=WRITE)
def add_paper(uow: UnitOfWork, person_id: int, paper: PaperDraft, reason: str = "") -> int:
    """Add one identity paper, judged as in `register_person`; answers its id."""
    return _add_one(uow, person_id, PersonDraft(papers=(paper,), reason=reason))


@verb("people.add_phone", permission=WRITE)
def add_phone(uow: UnitOfWork, person_id: int, phone: PhoneDraft, reason: str = "") -> int:
    """Add one telephone number; answers its id."""
    return _add_one(uow, person_id, PersonDraft(phones=(phone,), reason=reason))


@verb("people.remove_paper", permission=WRITE)
def remove_paper(uow: UnitOfWork, person_id: int, paper_id: int) -> None:
    """Take a paper away: typed for the wrong person, or handed back."""
    _remove(uow, changeable(uow, person_id), IdentityPaper, (paper_id,))


@verb("people.remove_phone", permission=WRITE)
def remove_phone(uow: UnitOfWork, person_id: int, phone_id: int) -> None:
    """Take a telephone number away."""
    _remove(uow, changeable(uow, person_id), Phone, (phone_id,))


@verb("people.reveal", permission=REVEAL)
def reveal(uow: UnitOfWork, person_id: int, purpose: str) -> dict[str, dict[int, str]]:
    """Whole numbers of one person: {"papers": {id: number}, "phones": {id: number}}. `purpose` goes into the audit trail.

    Source: 个人信息保护法 51 (access rights, record of access).
    """
    purpose = needed(purpose, _("Say what the whole number is needed for."), field="purpose")
    person = uow.get(Person, person_id)
    uow.require_area(person.area_id)
    uow.trace("people.reveal", "person", person_id, purpose=purpose)
    return {"papers": {paper.id: paper.number for paper in children(uow, IdentityPaper, person_id)},
            "phones": {phone.id: phone.number for phone in children(uow, Phone, person_id)}}


def changeable(uow: UnitOfWork, person_id: int) -> Person:
    """The person, to be changed. Raises NotFound, NotAllowed outside one's areas, UserError for a merged record."""
    person = uow.get(Person, person_id)
    uow.require_area(person.area_id)
    if person.state == "merged":
        raise UserError(_("This record was merged into another one; change that one."))
    if person.state == "erased":
        raise UserError(_("The data of this person was erased."))
    return person


def needed(text: str, sentence: str, *, field: str = "reason") -> str:
    """A reason, cleaned; UserError with `sentence` when there is none."""
    kept = clean(text, field=field)
    if not kept:
        raise UserError(sentence, field=field)
    return kept


def read_out(person: Person) -> None:
    """Write the reading of the person's name into the columns lists sort and filter by."""
    found = readings(person.name, person.pinyin_given)
    person.pinyin = found.sort_key[:200]
    person.initials = found.initials[0][:60] if found.initials else ""


def _values(uow: UnitOfWork, draft: PersonDraft) -> dict[str, Any]:
    """Column → value of a cleaned draft. Raises NotFound for a household or area that is not there."""
    if draft.household_id is not None:
        uow.get(Household, draft.household_id)
    if draft.area_id is not None:
        uow.get(Area, draft.area_id)
    return {**{name: getattr(draft, name) for name in FIELDS}, "sex": draft.sex or UNKNOWN, "pinyin_given": draft.pinyin}


def _write_lists(uow: UnitOfWork, person: Person, look: Look) -> None:
    _remove(uow, person, IdentityPaper, look.draft.removed_papers)
    _remove(uow, person, Phone, look.draft.removed_phones)
    for paper, found in zip(look.draft.papers, look.findings, strict=True):
        odd = [check.name for check in found.warnings]
        uow.session.add(IdentityPaper(
            person_id=person.id, kind=paper.kind, number=paper.number, lookup=lookup_hash(uow, paper.number),
            expires=paper.expires, findings=odd, reason=look.draft.reason if odd else ""))
    for phone in look.draft.phones:
        uow.session.add(Phone(person_id=person.id, number=phone.number, owner=phone.owner, label=phone.label))
    uow.session.flush()


def _add_one(uow: UnitOfWork, person_id: int, added: PersonDraft) -> int:
    person = changeable(uow, person_id)
    look = look_at_person(uow, PersonDraft(name=person.name, sex=person.sex, birth=person.birth, papers=added.papers,
                                           phones=added.phones, reason=added.reason), person_id)
    look.questions.pop("name", None)
    look.raise_if_stopped()
    _write_lists(uow, person, look)
    uow.touch("person", person_id)
    uow.trace("people.change", "person", person_id, **_odd(look))
    return int(children(uow, IdentityPaper if added.papers else Phone, person_id)[-1].id)


def _remove(uow: UnitOfWork, person: Person, model: type[Any], ids: tuple[int, ...]) -> None:
    for row in [uow.get(model, row_id) for row_id in ids]:
        if row.person_id != person.id:
            raise UserError(_("This belongs to somebody else."))
        uow.session.delete(row)
        uow.touch("person", person.id)
        uow.trace("people.remove", "person", person.id, what=row.__tablename__)


def _leave(uow: UnitOfWork, person: Person, action: str, values: dict[str, str], note: str) -> None:
    change_kept(uow, person, values, reason=clean(note, field="note"))
    uow.trace(f"people.{action}", "person", person.id)


def _day(uow: UnitOfWork, typed: str, field: str) -> str:
    return str(read_date(typed, on=uow.clock.today(), field=field))


def _odd(look: Look) -> dict[str, Any]:
    """What was saved over, for the audit trail: names of checks, never what was typed."""
    odd = sorted({check.name for checks in look.questions.values() for check in failed(checks)})
    return {"odd": odd, "reason": look.draft.reason} if odd else {}
