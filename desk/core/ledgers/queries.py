"""Reads of the ledgers: statements, what ends soon, and whether everything still adds up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import case, func, select

from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork
from desk.core.ledgers.model import Account, Booking, Line, Lot, Use


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A line of an account. amount, after: smallest unit, signed. explain: as the booking keeps it."""

    id: int
    booking_id: int
    kind: str
    day: date
    at: datetime
    by: str
    second: str
    amount: int
    after: int
    reason: str
    source_kind: str
    source_id: int | None
    explain: Mapping[str, Any]
    reverses_id: int | None


@dataclass(frozen=True, slots=True)
class Ending:
    """What an owner loses after `last_day` unless it is used."""

    owner_kind: str
    owner_id: int
    last_day: date
    rest: int


@dataclass(frozen=True, slots=True)
class Turnover:
    """What an owner received (`came`) and gave (`went`, positive) in a period, and held at its end."""

    owner_id: int
    came: int
    went: int
    held: int


@dataclass(frozen=True, slots=True)
class Movement:
    """A line with whose account it stands on."""

    owner_id: int
    line: StatementLine
    owner_kind: str = ""


@dataclass(frozen=True, slots=True)
class Flow:
    """A line for figures: whose account, when, of which kind of booking, how much (signed), and what explains it."""

    owner_kind: str
    owner_id: int
    day: date
    kind: str
    amount: int
    explain: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Drift:
    """Something that does not add up: the account (or booking), what is kept, what the lines say."""

    what: str
    id: int
    kept: int
    found: int


def list_statement(uow: UnitOfWork, account_id: int, request: PageRequest) -> Page[StatementLine]:
    """An account's lines, newest first."""
    statement = select(Line).where(Line.account_id == account_id)
    lines, after = keyset_page(uow.session, statement, [Line.id], PageRequest(
        request.size, after=request.after, descending=True))
    ids = [line.booking_id for line in lines]
    bookings = {one.id: one for one in uow.session.scalars(select(Booking).where(Booking.id.in_(ids)))}
    return Page([_line(line, bookings[line.booking_id]) for line in lines], after)


def list_bookings_of(uow: UnitOfWork, source_kind: str, source_id: int) -> list[int]:
    """Bookings that a record caused and that were not taken back, oldest first."""
    undone = select(Booking.reverses_id).where(Booking.reverses_id.is_not(None))
    return list(uow.session.scalars(select(Booking.id).where(
        Booking.source_kind == source_kind, Booking.source_id == source_id, Booking.reverses_id.is_(None),
        Booking.id.not_in(undone)).order_by(Booking.id)))


def list_ending(uow: UnitOfWork, ledger: str, until: date) -> list[Ending]:
    """What ends up to and including `until`, soonest first."""
    rows = uow.session.execute(
        select(Account.owner_kind, Account.owner_id, Lot.last_day, func.sum(Lot.rest).label("rest"))
        .join(Account, Account.id == Lot.account_id).where(Account.ledger == ledger, Lot.rest > 0, Lot.last_day <= until)
        .group_by(Account.owner_kind, Account.owner_id, Lot.last_day).order_by(Lot.last_day, Account.owner_id))
    return [Ending(row.owner_kind, row.owner_id, row.last_day, int(row.rest)) for row in rows]


def list_turnover(uow: UnitOfWork, ledger: str, owner_kind: str, first: date, last: date,
                  but: Sequence[str] = ()) -> list[Turnover]:
    """What owners of one kind received and gave from `first` to `last`, and what they held at the end of `last`.

    Owners without a line up to then are left out; by owner id. but: kinds of booking that only move things from one owner to
    another and count as neither.
    """
    within = (Booking.day >= first) & Booking.kind.not_in(list(but))
    came = func.sum(case((within & (Line.amount > 0), Line.amount), else_=0))
    went = func.sum(case((within & (Line.amount < 0), -Line.amount), else_=0))
    rows = uow.session.execute(
        select(Account.owner_id, came.label("came"), went.label("went"), func.sum(Line.amount).label("held"))
        .join(Line, Line.account_id == Account.id).join(Booking, Booking.id == Line.booking_id)
        .where(Account.ledger == ledger, Account.owner_kind == owner_kind, Booking.day <= last)
        .group_by(Account.owner_id).order_by(Account.owner_id))
    return [Turnover(row.owner_id, int(row.came), int(row.went), int(row.held)) for row in rows]


def list_flows(uow: UnitOfWork, ledger: str, owner_kinds: Sequence[str], until: date) -> list[Flow]:
    """Every line of owners of these kinds up to and including `until`, oldest first; for figures."""
    rows = uow.session.execute(
        select(Account.owner_kind, Account.owner_id, Booking.day, Booking.kind, Line.amount, Booking.explain)
        .join(Account, Account.id == Line.account_id).join(Booking, Booking.id == Line.booking_id)
        .where(Account.ledger == ledger, Account.owner_kind.in_(list(owner_kinds)), Booking.day <= until).order_by(Line.id))
    return [Flow(*row) for row in rows]


def list_movements(uow: UnitOfWork, ledger: str, owner_kinds: str | Sequence[str], request: PageRequest) -> Page[Movement]:
    """Lines of all owners of one kind or several, newest first. filters: "kinds" (kinds of booking)."""
    kinds = [owner_kinds] if isinstance(owner_kinds, str) else list(owner_kinds)
    statement = select(Line).join(Account, Account.id == Line.account_id).where(
        Account.ledger == ledger, Account.owner_kind.in_(kinds))
    if request.filters.get("kinds"):
        statement = statement.join(Booking, Booking.id == Line.booking_id).where(
            Booking.kind.in_(list(request.filters["kinds"])))
    lines, after = keyset_page(uow.session, statement, [Line.id], PageRequest(
        request.size, after=request.after, offset=request.offset, backwards=request.backwards, descending=True))
    bookings = {one.id: one for one in uow.session.scalars(
        select(Booking).where(Booking.id.in_([line.booking_id for line in lines])))}
    owners = {row.id: row for row in uow.session.execute(select(Account.id, Account.owner_id, Account.owner_kind).where(
        Account.id.in_([line.account_id for line in lines])))}
    return Page([Movement(owners[line.account_id].owner_id, _line(line, bookings[line.booking_id]),
                          owners[line.account_id].owner_kind) for line in lines], after)


def reconcile(uow: UnitOfWork, ledger: str = "") -> list[Drift]:
    """Everything that does not add up, nothing when all is well: balances, legs, running balances, lots, uses."""
    return [*_balances(uow, ledger), *_legs(uow, ledger), *_lots(uow, ledger), *_uses(uow, ledger)]


def _balances(uow: UnitOfWork, ledger: str) -> list[Drift]:
    total = func.coalesce(func.sum(Line.amount), 0)
    rows = uow.session.execute(_of(ledger, select(Account.id, Account.balance, total.label("lines")).outerjoin(
        Line, Line.account_id == Account.id)).group_by(Account.id, Account.balance).having(total != Account.balance))
    return [Drift("balance", row.id, int(row.balance), int(row.lines)) for row in rows]


def _legs(uow: UnitOfWork, ledger: str) -> list[Drift]:
    rows = uow.session.execute(_of(ledger, select(
        Line.booking_id, func.sum(Line.amount).label("total"), func.count(Line.id).label("legs"))
        .join(Account, Account.id == Line.account_id)).group_by(Line.booking_id)
        .having((func.sum(Line.amount) != 0) | (func.count(Line.id) != 2)))
    return [Drift("legs", row.booking_id, int(row.legs), int(row.total)) for row in rows]


def _lots(uow: UnitOfWork, ledger: str) -> list[Drift]:
    """What is left in an account's lots is its balance; nothing for an account in debt."""
    rest = func.coalesce(func.sum(Lot.rest), 0)
    rows = uow.session.execute(_of(ledger, select(Account.id, Account.balance, rest.label("rest")).outerjoin(
        Lot, Lot.account_id == Account.id).where(Account.lots)).group_by(Account.id, Account.balance))
    return [Drift("lots", row.id, max(0, int(row.balance)), int(row.rest)) for row in rows
            if max(0, int(row.balance)) != int(row.rest)]


def _uses(uow: UnitOfWork, ledger: str) -> list[Drift]:
    used = func.coalesce(func.sum(Use.amount), 0)
    rows = uow.session.execute(_of(ledger, select(Lot.id, Lot.rest, Lot.amount, used.label("used")).join(
        Account, Account.id == Lot.account_id).outerjoin(Use, Use.lot_id == Lot.id))
        .group_by(Lot.id, Lot.rest, Lot.amount).having(Lot.amount - used != Lot.rest))
    return [Drift("uses", row.id, int(row.rest), int(row.amount - row.used)) for row in rows]


def _of(ledger: str, statement: Any) -> Any:
    return statement.where(Account.ledger == ledger) if ledger else statement


def _line(line: Line, booking: Booking) -> StatementLine:
    return StatementLine(line.id, booking.id, booking.kind, booking.day, booking.at, booking.by, booking.second,
                         line.amount, line.after, booking.reason, booking.source_kind, booking.source_id,
                         booking.explain, booking.reverses_id)
