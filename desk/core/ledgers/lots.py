"""Lots: what came when, until when it may be used, and what used it. The account's row is locked before they are read."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Subquery, case, func, select, update

from desk.core.db.uow import UnitOfWork
from desk.core.ledgers.drafts import Owner
from desk.core.ledgers.model import Account, Booking, Line, Lot, Use


def receive(uow: UnitOfWork, line: Line, day: date, last_day: date | None, reverses: int | None) -> None:
    """Make the receipt's lot; a debt takes from it at once. A returned spending comes back with the last days it had."""
    rest = line.amount
    for amount, returned_day, returned_last in _given_back(uow, line, reverses):
        _lot(uow, line, amount, returned_day, returned_last)
        rest -= amount
    if rest:
        _lot(uow, line, rest, day, last_day)
    debt = min(line.amount, max(0, line.amount - line.after))
    if debt:
        _take(uow, line, debt, [lot for lot, _rest in _open(uow, line.account_id, of_line=line.id)])


def use(uow: UnitOfWork, line: Line, prefer: Sequence[int] = ()) -> None:
    """Take the line's amount out of `prefer`, then out of what ends first; what is not covered is a debt."""
    ids = [lot for lot, _rest in _open(uow, line.account_id)]
    _take(uow, line, -line.amount, [*(one for one in prefer if one in ids), *(one for one in ids if one not in prefer)])


def list_open_lots(uow: UnitOfWork, account_id: int) -> list[tuple[int, int, date | None]]:
    """(lot, what is left, last day) of an account in the order they are used; lock the account before acting on it."""
    last_days = dict(uow.session.execute(select(Lot.id, Lot.last_day).where(Lot.account_id == account_id, Lot.rest > 0)).all())
    return [(lot, rest, last_days[lot]) for lot, rest in _open(uow, account_id)]


def list_lot_origins(uow: UnitOfWork, account_id: int) -> dict[int, Booking]:
    """Lots of an account with something left → the booking that brought each."""
    found = uow.session.execute(select(Lot.id, Booking).join(Line, Line.id == Lot.line_id).join(
        Booking, Booking.id == Line.booking_id).where(Lot.account_id == account_id, Lot.rest > 0))
    return {lot: booking for lot, booking in found}


def ended_rest(uow: UnitOfWork, ledger: str, owner: Owner, on: date) -> int:
    """What an owner still holds although its last day lies before `on`: it waits to be booked out and is not to be used."""
    return uow.session.scalar(select(func.coalesce(func.sum(Lot.rest), 0)).join(Account, Account.id == Lot.account_id).where(
        Account.ledger == ledger, Account.owner_kind == owner.kind, Account.owner_id == owner.id, Lot.rest > 0,
        Lot.last_day < on)) or 0


def held_by(ledger: str, on: date) -> Subquery:
    """What each owner holds and may use on `on`, to join and sort a list by: columns owner_kind, owner_id, held. From the kept
    balances, without what has ended and waits to be booked out; an owner without an account has no row.
    """
    ended = select(Lot.account_id, func.sum(Lot.rest).label("rest")).where(Lot.rest > 0, Lot.last_day < on).group_by(
        Lot.account_id).subquery()
    held = (Account.balance - func.coalesce(ended.c.rest, 0)).label("held")
    return select(Account.owner_kind, Account.owner_id, held).outerjoin(ended, ended.c.account_id == Account.id).where(
        Account.ledger == ledger).subquery()


def where_it_lies(uow: UnitOfWork, booking_id: int, moved_by: str) -> Owner:
    """Who has what a booking brought: whom it came to, or to whom bookings of kind `moved_by` moved it on.

    Only what took from it counts: a receipt that pays its owner's debt uses its own lot, and would lead to itself for ever.
    """
    line = uow.session.scalars(select(Line).where(Line.booking_id == booking_id, Line.amount > 0)).one()
    while True:
        moved = uow.session.scalar(
            select(Line.booking_id).join(Use, Use.line_id == Line.id).join(Lot, Lot.id == Use.lot_id)
            .join(Booking, Booking.id == Line.booking_id)
            .where(Lot.line_id == line.id, Line.amount < 0, Booking.kind == moved_by).order_by(Line.id.desc()).limit(1))
        if moved is None:
            found = uow.session.scalars(select(Account).where(Account.id == line.account_id)).one()
            return Owner(found.owner_kind, found.owner_id)
        line = uow.session.scalars(select(Line).where(Line.booking_id == moved, Line.amount > 0)).one()


def lots_of_booking(uow: UnitOfWork, booking_id: int, account_id: int) -> list[int]:
    """Lots that a booking brought to an account."""
    return list(uow.session.scalars(select(Lot.id).join(Line, Line.id == Lot.line_id).where(
        Line.booking_id == booking_id, Lot.account_id == account_id)))


def _open(uow: UnitOfWork, account_id: int, *, of_line: int | None = None) -> list[tuple[int, int]]:
    """Lots with something left: what ends first, then what came first; those without end last."""
    statement = select(Lot.id, Lot.rest).where(Lot.account_id == account_id, Lot.rest > 0)
    if of_line is not None:
        statement = statement.where(Lot.line_id == of_line)
    endless = case((Lot.last_day.is_(None), 1), else_=0)
    return [(int(row.id), int(row.rest)) for row in uow.session.execute(
        statement.order_by(endless, Lot.last_day, Lot.day, Lot.id))]


def _take(uow: UnitOfWork, line: Line, amount: int, lots: Sequence[int]) -> None:
    rests = dict(_open(uow, line.account_id))
    for lot_id in lots:
        part = min(amount, rests.get(lot_id, 0))
        if part:
            uow.session.execute(update(Lot).where(Lot.id == lot_id).values(rest=Lot.rest - part)
                                .execution_options(synchronize_session=False))
            uow.add(Use(lot_id=lot_id, line_id=line.id, amount=part))
            amount -= part
        if not amount:
            return


def _lot(uow: UnitOfWork, line: Line, amount: int, day: date, last_day: date | None) -> None:
    uow.add(Lot(account_id=line.account_id, line_id=line.id, day=day, last_day=last_day, amount=amount, rest=amount))


def _given_back(uow: UnitOfWork, line: Line, reverses: int | None) -> list[tuple[int, date, date | None]]:
    if reverses is None:
        return []
    rows = uow.session.execute(
        select(Use.amount, Lot.day, Lot.last_day).join(Lot, Lot.id == Use.lot_id).join(Line, Line.id == Use.line_id)
        .where(Line.booking_id == reverses, Line.account_id == line.account_id, Line.amount < 0))
    return [(int(row.amount), row.day, row.last_day) for row in rows]
