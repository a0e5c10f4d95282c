"""Looks at a person as typed: what is wrong (refused), what is odd (a reason is asked), what can be filled in.

Forms call `look_at_person` while the clerk types; the verbs call it again before they write.
"""

from collections.abc import Callable, Container
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial as partial_call

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.errors import NeedsReason, UserError
from desk.core.i18n import _
from desk.core.people.checks import Check, failed, sentences
from desk.core.people.codes import GONE, RELATIONS, RESIDENT_KINDS, SEXES
from desk.core.people.dates import partial, read_date
from desk.core.people.drafts import PaperDraft, PersonDraft, PhoneDraft
from desk.core.people.identity import UNKNOWN, UNSTATED, IdentityFindings, examine
from desk.core.people.lookup import lookup_hash
from desk.core.people.model import IdentityPaper, Person
from desk.core.people.names import clean_correction, clean_name, examine_name
from desk.core.people.phones import OWNERS, clean_phone, examine_phone
from desk.core.text import clean


@dataclass(slots=True)
class Look:
    """draft: cleaned, birth and sex filled in from an identity number. errors: field → sentence, these are refused.

    questions: checks that want a reason, by field. findings: of each paper, in order. Fields of lists are "papers.0", ….
    """

    draft: PersonDraft
    errors: dict[str, str] = field(default_factory=dict)
    questions: dict[str, tuple[Check, ...]] = field(default_factory=dict)
    findings: tuple[IdentityFindings, ...] = ()

    def sentences(self) -> tuple[str, ...]:
        """One sentence a question."""
        return tuple(sentence for checks in self.questions.values() for sentence in sentences(checks))

    def raise_if_stopped(self) -> None:
        """UserError for errors, NeedsReason for questions without a reason."""
        if self.errors:
            raise UserError(_("Some entries need correcting."), fields=self.errors)
        if self.questions and not self.draft.reason:
            raise NeedsReason(_("Correct what is odd, or give a reason and save."), findings=self.sentences())


def look_at_person(uow: UnitOfWork, draft: PersonDraft, person_id: int | None = None) -> Look:
    """Judge a draft for a new person, or for changes of `person_id`. Never raises for what was typed."""
    look = Look(draft)
    today = uow.clock.today()
    look.draft = replace(
        draft,
        name=_try(look, "name", lambda: clean_name(draft.name), draft.name),
        birth=_date(look, "birth", draft.birth, today),
        moved_in=_date(look, "moved_in", draft.moved_in, today),
        address=_try(look, "address", lambda: clean(draft.address, field="address"), draft.address),
        pinyin=_try(look, "pinyin", lambda: clean_correction(draft.pinyin) if draft.pinyin.strip() else "", ""),
        reason=_try(look, "reason", lambda: clean(draft.reason, field="reason"), ""),
    )
    _one_of(look, "sex", draft.sex, SEXES)
    _one_of(look, "relation", draft.relation, RELATIONS)
    _one_of(look, "resident_kind", draft.resident_kind, RESIDENT_KINDS)
    _ask(look, "name", examine_name(look.draft.name))
    _papers(uow, look, today, person_id)
    _phones(look)
    _namesakes(uow, look, person_id)
    return look


def _papers(uow: UnitOfWork, look: Look, today: date, person_id: int | None) -> None:
    found: list[IdentityFindings] = []
    kept: list[PaperDraft] = []
    for place, paper in enumerate(look.draft.papers):
        name = f"papers.{place}"
        try:
            birth = look.draft.birth if "birth" not in look.errors else ""
            one = examine(paper.kind, paper.number, on=today, birth=birth, sex=look.draft.sex)
        except UserError as wrong:
            look.errors[name] = str(wrong)
            continue
        expires = "" if paper.expires.strip() == "长期" else _date(look, f"{name}.expires", paper.expires, date.max)
        _ask(look, name, (*one.checks, _held_by_another(uow, one, person_id)))
        found.append(one)
        kept.append(PaperDraft(one.kind, one.number, expires))
    look.findings = tuple(found)
    look.draft = replace(look.draft, papers=tuple(kept))
    for one in found:
        _fill_in(look, one)


def _fill_in(look: Look, one: IdentityFindings) -> None:
    """What a sound number says stands in for what was left empty or less exact."""
    if not all(check.ok for check in one.checks if check.name in ("check_digit", "birth", "future")):
        return
    written = look.draft.birth
    if one.birth and "birth" not in look.errors and (not written or partial(written).agrees(one.birth)):
        look.draft = replace(look.draft, birth=str(one.birth))
    if one.sex and look.draft.sex in ("", UNKNOWN, UNSTATED):
        look.draft = replace(look.draft, sex=one.sex)


def _held_by_another(uow: UnitOfWork, one: IdentityFindings, person_id: int | None) -> Check:
    """The same number for two people is rare but real: asked about, not refused (rules 5.1)."""
    names: list[str] = []
    if one.number:
        holders = (select(Person.name).join(IdentityPaper, IdentityPaper.person_id == Person.id)
                   .where(IdentityPaper.lookup == lookup_hash(uow, one.number), Person.state.not_in(GONE)))
        if person_id is not None:
            holders = holders.where(Person.id != person_id)
        names = list(uow.session.scalars(holders.order_by(Person.id).limit(3)))
    return Check("same_number", not names, _("This number is already kept for {names}; is it the same person?")
                 .format(names="、".join(names)))


def _namesakes(uow: UnitOfWork, look: Look, person_id: int | None) -> None:
    """Same name and the very same birth date: most likely registered already."""
    draft = look.draft
    if person_id is not None or look.errors or len(draft.birth) < 10 or "papers.0" in look.questions:
        return
    same = select(Person.id).where(Person.name == draft.name, Person.birth == draft.birth, Person.state.not_in(GONE))
    taken = uow.session.scalars(same.limit(1)).first() is not None
    _ask(look, "name", (*look.questions.get("name", ()), Check(
        "namesake", not taken, _("Somebody of this name and birth date is already registered."))))


def _phones(look: Look) -> None:
    kept: list[PhoneDraft] = []
    for place, phone in enumerate(look.draft.phones):
        name = f"phones.{place}"
        number = _try(look, name, partial_call(clean_phone, phone.number, field=name), "")
        label = _try(look, name, partial_call(clean, phone.label, limit=60, field=name), "")
        _one_of(look, name, phone.owner, OWNERS)
        if name not in look.errors:
            _ask(look, name, examine_phone(number))
            kept.append(PhoneDraft(number, phone.owner, label))
    look.draft = replace(look.draft, phones=tuple(kept))


def _ask(look: Look, name: str, checks: tuple[Check, ...]) -> None:
    wrong = failed(checks)
    if wrong:
        look.questions[name] = wrong


def _one_of(look: Look, name: str, value: str, table: Container[str]) -> None:
    if value and value not in table:
        look.errors[name] = _("Choose one of the values offered.")


def _date(look: Look, name: str, typed: str, today: date) -> str:
    if not typed.strip():
        return ""
    return _try(look, name, lambda: str(read_date(typed, on=today, field=name)), "")


def _try(look: Look, name: str, make: Callable[[], str], instead: str) -> str:
    try:
        return make()
    except UserError as wrong:
        look.errors[name] = str(wrong)
        return instead
