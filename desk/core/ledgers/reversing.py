"""Taking a booking back by a counter-booking, and letting lots expire. Nothing that was written is changed."""

from datetime import date

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.errors import NotFound, UserError
from desk.core.i18n import _
from desk.core.ledgers.accounts import lock_accounts
from desk.core.ledgers.booking import book, is_booked
from desk.core.ledgers.drafts import Transfer
from desk.core.ledgers.lots import lots_of_booking
from desk.core.ledgers.model import Account, Booking, Line, Lot

REVERSE, EXPIRE = "reverse", "expire"


def reverse(uow: UnitOfWork, booking_id: int, *, reason: str, may_owe: bool = False, second: str = "") -> int:
    """Book the opposite of a booking, once; answers the new booking's id.

    may_owe: whoever had received may fall below zero; without it NotEnough is raised. What the booking brought is used
    first, so that other lots keep their last days.
    """
    found = uow.session.scalars(select(Booking).where(Booking.id == booking_id)).one_or_none()
    if found is None:
        raise NotFound(_("This booking is no longer there, or may not be seen."))
    if found.kind == REVERSE:
        raise UserError(_("A reversal cannot be reversed."), todo=_("Book the right amount anew."))
    if is_booked(uow, f"{REVERSE}:{booking_id}") is not None:
        raise UserError(_("This booking was taken back already."))
    lines = {line.amount > 0: line for line in uow.session.scalars(select(Line).where(Line.booking_id == booking_id))}
    took, gave = lines[True], lines[False]
    transfer = Transfer(took.account_id, gave.account_id, took.amount, REVERSE, f"{REVERSE}:{booking_id}", reason,
                        found.source_kind, found.source_id, {"reverses": booking_id}, may_owe=may_owe, second=second)
    return book(uow, transfer, reverses=booking_id, prefer=lots_of_booking(uow, booking_id, took.account_id))[0]


def expire(uow: UnitOfWork, ledger: str, into: int, on: date, only: int | None = None) -> list[int]:
    """Book out of every account what might be used until the day before `on` at the latest; answers the bookings.

    into: the outside account that receives what expired. only: a single account. One booking a lot, so that each is explained.
    """
    due_now = select(Lot.account_id).join(Account, Account.id == Lot.account_id).where(
        Account.ledger == ledger, Lot.rest > 0, Lot.last_day < on)
    if only is not None:
        due_now = due_now.where(Account.id == only)
    holders = list(uow.session.scalars(due_now.distinct().order_by(Lot.account_id)))
    if not holders:
        return []
    lock_accounts(uow, into, *holders)
    due = uow.session.execute(select(Lot.id, Lot.account_id, Lot.rest, Lot.last_day).where(
        Lot.account_id.in_(holders), Lot.rest > 0, Lot.last_day < on).order_by(Lot.account_id, Lot.last_day, Lot.id)).all()
    return [book(uow, Transfer(row.account_id, into, row.rest, EXPIRE, f"{EXPIRE}:{row.id}:{row.rest}",
                               explain={"lot": row.id, "last_day": row.last_day.isoformat()}, day=on),
                 prefer=(row.id,))[0] for row in due]
