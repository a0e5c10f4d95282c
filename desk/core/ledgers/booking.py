"""The one way into a ledger: transfers with two legs, balances moved by conditional UPDATE, in the order of account ids.

A CHECK on the balance and reading before writing both let eight writers overspend; `UPDATE … WHERE balance >= amount` does
not. What several transfers need is locked in one order, so that two counters never wait for each other in a circle.
"""

from collections.abc import Sequence

from sqlalchemy import select, update

from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.ledgers.drafts import Transfer
from desk.core.ledgers.errors import NotEnough
from desk.core.ledgers.lots import receive, use
from desk.core.ledgers.model import Account, Booking, Line
from desk.core.text import clean


def book(uow: UnitOfWork, *transfers: Transfer, reverses: int | None = None,
         prefer: Sequence[int] = ()) -> list[int]:
    """Book all or nothing; answers the bookings' ids. For verbs, within their transaction.

    reverses: the booking that a single transfer takes back. prefer: lots to be used before all others.
    Raises NotEnough(account, lacking) when a giver has too little, UserError when a key was used already.
    """
    accounts = _accounts(uow, transfers)
    for transfer in transfers:
        _judge(transfer, accounts)
    after = _move(uow, transfers, accounts)
    return [_write(uow, transfer, accounts, after[place], reverses, prefer) for place, transfer in enumerate(transfers)]


def is_booked(uow: UnitOfWork, key: str) -> int | None:
    """The booking that has this key, None when there is none."""
    return uow.session.scalar(select(Booking.id).where(Booking.key == key))


def last_booked(uow: UnitOfWork, kind: str, key_start: str) -> int | None:
    """The last booking of a kind whose key begins so, None when there is none."""
    return uow.session.scalar(select(Booking.id).where(Booking.kind == kind, Booking.key.startswith(key_start, autoescape=True))
                              .order_by(Booking.id.desc()).limit(1))


def _accounts(uow: UnitOfWork, transfers: Sequence[Transfer]) -> dict[int, Account]:
    ids = {one for transfer in transfers for one in (transfer.giver, transfer.taker)}
    found = {one.id: one for one in uow.session.scalars(select(Account).where(Account.id.in_(sorted(ids))))}
    if len(found) != len(ids):
        raise ValueError("a transfer names an account that is not there")
    return found


def _judge(transfer: Transfer, accounts: dict[int, Account]) -> None:
    giver, taker = accounts[transfer.giver], accounts[transfer.taker]
    if transfer.amount <= 0 or giver.id == taker.id:
        raise ValueError("a transfer moves a positive amount between two accounts")
    if (giver.ledger, giver.unit) != (taker.ledger, taker.unit):
        raise ValueError(f"{giver.ledger} and {taker.ledger} are different ledgers")


def _move(uow: UnitOfWork, transfers: Sequence[Transfer], accounts: dict[int, Account]) -> list[dict[int, int]]:
    """Move balances in the order of account ids; answers the balance after each leg, by transfer and account."""
    after: list[dict[int, int]] = [{} for _transfer in transfers]
    legs = sorted((account_id, place, sign) for place, one in enumerate(transfers)
                  for account_id, sign in ((one.giver, -1), (one.taker, 1)))
    for account_id, place, sign in legs:
        after[place][account_id] = _change(uow, accounts[account_id], transfers[place], sign)
    return after


def _change(uow: UnitOfWork, account: Account, transfer: Transfer, sign: int) -> int:
    amount = sign * transfer.amount
    statement = update(Account).where(Account.id == account.id)
    if sign < 0 and not account.outside and not transfer.may_owe:
        statement = statement.where(Account.balance >= transfer.amount)
    balance = uow.session.scalar(statement.values(balance=Account.balance + amount).returning(Account.balance)
                                 .execution_options(synchronize_session=False))
    if balance is None:
        now = uow.session.scalar(select(Account.balance).where(Account.id == account.id)) or 0
        raise NotEnough(account.id, now, transfer.amount)
    return int(balance)


def _write(uow: UnitOfWork, transfer: Transfer, accounts: dict[int, Account], after: dict[int, int],
           reverses: int | None, prefer: Sequence[int]) -> int:
    if is_booked(uow, transfer.key) is not None:
        raise UserError(_("This was booked already."), todo=_("Look at the statement before trying again."))
    day = transfer.day or uow.clock.today()
    booking = uow.add(Booking(
        ledger=accounts[transfer.giver].ledger, kind=transfer.kind, day=day, at=uow.clock.now(), by=uow.actor.name,
        second=transfer.second, reason=clean(transfer.reason), source_kind=transfer.source_kind,
        source_id=transfer.source_id, explain=dict(transfer.explain), key=transfer.key, reverses_id=reverses))
    out = uow.add(Line(booking_id=booking.id, account_id=transfer.giver, amount=-transfer.amount,
                       after=after[transfer.giver]))
    into = uow.add(Line(booking_id=booking.id, account_id=transfer.taker, amount=transfer.amount,
                        after=after[transfer.taker]))
    if accounts[transfer.giver].lots:
        use(uow, out, prefer)
    if accounts[transfer.taker].lots:
        receive(uow, into, day, transfer.last_day, reverses)
    uow.touch("ledger_account", transfer.giver, transfer.taker)
    return int(booking.id)
