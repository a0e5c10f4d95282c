"""Giving numbers: without gaps, in the same transaction that stores the paper, never twice.

A counter row per community, series and year is locked (PostgreSQL: FOR UPDATE; SQLite: the one writer) and moved on; a
rollback takes the number back. A voided number stays in the register.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select

from desk.core.db.conflicts import insert_of
from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.documents.archive_model import GivenNumber, NumberCounter, NumberSeries
from desk.core.documents.series import Brackets, Series, check_template, number_text
from desk.core.documents.series_registry import declared_one
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.text import clean

MANAGE = "desk.numbers.manage"


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A line of the register of numbers."""

    id: int
    code: str
    year: int
    serial: int
    text: str
    owner_kind: str
    owner_id: int
    given_at: datetime
    given_by: str
    voided_at: datetime | None
    void_reason: str


@dataclass(frozen=True, slots=True)
class SeriesDraft:
    """What a hall sets about a series. next_serial: None leaves the counter; otherwise the next number of this year."""

    code: str
    template: str
    word: str = ""
    brackets: Brackets | None = None
    next_serial: int | None = None


def get_series(uow: UnitOfWork, code: str) -> Series:
    """The series as this hall has it. Raises UserError for one nobody declared."""
    declared = declared_one(code)
    if declared is None:
        raise UserError(_("There is no number series {code}.").format(code=code))
    own = uow.session.scalars(select(NumberSeries).where(NumberSeries.code == code)).one_or_none()
    if own is None:
        return declared
    return replace(declared, template=own.template or declared.template,
                   word=declared.word if own.word is None else own.word,
                   brackets=Brackets(own.brackets) if own.brackets else declared.brackets)


def number_of(uow: UnitOfWork, code: str, owner_kind: str, owner_id: int) -> str:
    """The standing number of a record in a series, "" when it has none."""
    return uow.session.scalars(
        select(GivenNumber.text).where(GivenNumber.code == code, GivenNumber.owner_kind == owner_kind,
                                       GivenNumber.owner_id == owner_id, GivenNumber.voided_at.is_(None))
        .order_by(GivenNumber.id.desc()).limit(1)).first() or ""


def give_number(uow: UnitOfWork, code: str, owner_kind: str, owner_id: int) -> str:
    """The record's number, giving it the next one when it has none; for verbs, within their transaction."""
    standing = number_of(uow, code, owner_kind, owner_id)
    if standing:
        return standing
    series = get_series(uow, code)
    today = uow.clock.today().year
    year = today if series.yearly else 0
    counter = _locked_counter(uow, series, year)
    serial, counter.next_serial = counter.next_serial, counter.next_serial + 1
    text = number_text(series, year=today, serial=serial, org_short=uow.community.org_short)
    row = uow.add(GivenNumber(code=code, year=year, serial=serial, text=text, owner_kind=owner_kind, owner_id=owner_id,
                              given_at=uow.clock.now(), given_by=uow.actor.name))
    uow.trace("numbers.give", "number", row.id, text=text, owner=f"{owner_kind}:{owner_id}")
    return text


def next_number(uow: UnitOfWork, code: str) -> str:
    """What the next number would be, for showing; it is not reserved."""
    series = get_series(uow, code)
    return number_text(series, year=uow.clock.today().year, serial=next_serial(uow, series),
                       org_short=uow.community.org_short)


def next_serial(uow: UnitOfWork, series: Series) -> int:
    """The serial the series goes on with (this year); it is not reserved."""
    counter = _counter(uow, series.code, uow.clock.today().year if series.yearly else 0)
    return counter.next_serial if counter else series.first


@verb("numbers.void", permission=MANAGE)
def void_number(uow: UnitOfWork, number_id: int, reason: str) -> None:
    """Declare a given number void, with a reason; it is not given again and stays in the register as 作废."""
    row = uow.get(GivenNumber, number_id)
    reason = clean(reason, limit=200, field="reason")
    if not reason:
        raise UserError(_("Say why the number is void."), field="reason")
    if row.voided_at is not None:
        raise UserError(_("This number is void already."))
    row.voided_at, row.voided_by, row.void_reason = uow.clock.now(), uow.actor.name, reason
    uow.trace("numbers.void", "number", row.id, text=row.text, reason=reason)


def void_numbers_of(uow: UnitOfWork, owner_kind: str, ids: Sequence[int], reason: str) -> int:
    """Void the standing numbers of records that a verb takes away, within its transaction; answers how many."""
    voided = 0
    for start in range(0, len(ids), 400):
        rows = uow.session.scalars(select(GivenNumber).where(
            GivenNumber.owner_kind == owner_kind, GivenNumber.owner_id.in_(list(ids)[start:start + 400]),
            GivenNumber.voided_at.is_(None)))
        for row in rows:
            row.voided_at, row.voided_by, row.void_reason = uow.clock.now(), uow.actor.name, reason
            uow.trace("numbers.void", "number", row.id, text=row.text, reason=reason)
            voided += 1
    return voided


@verb("numbers.change_series", permission=MANAGE)
def change_series(uow: UnitOfWork, draft: SeriesDraft) -> None:
    """Set template, word, brackets and, when a hall comes from paper registers, where this year's numbers go on.

    Raises UserError when the next number was given already.
    """
    declared = get_series(uow, draft.code)
    template = check_template(clean(draft.template, limit=120, field="template"), yearly=declared.yearly)
    row = uow.session.scalars(select(NumberSeries).where(NumberSeries.code == draft.code)).one_or_none()
    if row is None:
        row = NumberSeries(code=draft.code)
        uow.session.add(row)
    row.template, row.word = template, clean(draft.word, limit=40, field="word")
    row.brackets = draft.brackets.value if draft.brackets else None
    if draft.next_serial is not None:
        _go_on_at(uow, declared, draft.next_serial)
    uow.session.flush()
    uow.touch("number_series", row.id)
    uow.trace("numbers.change_series", "number", None, code=draft.code, template=template, next=draft.next_serial)


def _go_on_at(uow: UnitOfWork, series: Series, serial: int) -> None:
    year = uow.clock.today().year if series.yearly else 0
    last = uow.session.scalar(select(func.max(GivenNumber.serial)).where(
        GivenNumber.code == series.code, GivenNumber.year == year)) or 0
    if serial <= last or serial < 1:
        raise UserError(_("Number {last} was given already; the next one must be larger.").format(last=last),
                        field="next_serial")
    _locked_counter(uow, series, year).next_serial = serial


def list_numbers(uow: UnitOfWork, request: PageRequest, code: str = "", year: int | None = None) -> Page[NumberRow]:
    """The register of one series or of all, newest first, void numbers included.

    Filters: code, year, void (bool). text: part of a number, or of the name of who was given it.
    """
    rows, after = keyset_page(uow.session, select(GivenNumber).where(*_conditions(request, code, year)), [GivenNumber.id],
                              replace(request, descending=not request.descending))
    return Page([_row(row) for row in rows], after)


def count_numbers(uow: UnitOfWork, request: PageRequest) -> int:
    """How many numbers `list_numbers` shows in all."""
    return uow.session.scalar(select(func.count(GivenNumber.id)).where(*_conditions(request, "", None))) or 0


def _conditions(request: PageRequest, code: str, year: int | None) -> list[ColumnElement[bool]]:
    wanted = {"code": code or None, "year": year} | dict(request.filters)
    found = [getattr(GivenNumber, name) == wanted[name] for name in ("code", "year") if wanted[name] not in (None, "")]
    if wanted.get("void") is not None:
        found.append(GivenNumber.voided_at.is_not(None) if wanted["void"] else GivenNumber.voided_at.is_(None))
    for word in request.text.split():
        found.append(or_(GivenNumber.text.contains(word, autoescape=True),
                         GivenNumber.given_by.contains(word, autoescape=True)))
    return found


def _row(row: GivenNumber) -> NumberRow:
    return NumberRow(row.id, row.code, row.year, row.serial, row.text, row.owner_kind, row.owner_id, row.given_at,
                     row.given_by, row.voided_at, row.void_reason)


def _counter(uow: UnitOfWork, code: str, year: int) -> NumberCounter | None:
    return uow.session.scalars(select(NumberCounter).where(
        NumberCounter.code == code, NumberCounter.year == year)).one_or_none()


def _locked_counter(uow: UnitOfWork, series: Series, year: int) -> NumberCounter:
    """The counter row, made when missing, locked until the transaction ends."""
    insert = insert_of(uow, NumberCounter)
    uow.session.execute(insert.values(community_id=uow.actor.community_id, code=series.code, year=year,
                                      next_serial=series.first).on_conflict_do_nothing())
    return uow.session.scalars(select(NumberCounter).where(
        NumberCounter.code == series.code, NumberCounter.year == year)
        .with_for_update().execution_options(populate_existing=True)).one()
