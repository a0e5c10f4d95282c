"""Accounts are made when first asked for, from two seats at once only one."""

from sqlalchemy import Select, select

from desk.core.db.conflicts import insert_of
from desk.core.db.uow import UnitOfWork
from desk.core.ledgers.drafts import Owner
from desk.core.ledgers.model import Account

OUTSIDE = "outside"


def outside(uow: UnitOfWork, ledger: str, unit: str, name: str) -> int:
    """The account of the world beyond the ledger, by name ("granted", "donors"); it may fall below zero."""
    return _account(uow, ledger, unit, Owner(f"{OUTSIDE}.{name}"), outside=True, lots=False)


def account(uow: UnitOfWork, ledger: str, unit: str, owner: Owner, *, lots: bool = False) -> int:
    """The id of the owner's account, made when there is none.

    Ask for the outside account first: accounts are locked in the order of their ids, so whatever everybody needs has to
    be older than what only some need.
    """
    return _account(uow, ledger, unit, owner, outside=False, lots=lots)


def find_account(uow: UnitOfWork, ledger: str, owner: Owner) -> int | None:
    """The owner's account, None when nothing was ever booked."""
    return uow.session.scalar(_wanted(ledger, owner))


def balance_of(uow: UnitOfWork, ledger: str, owner: Owner) -> int:
    """What the owner holds now, below zero for a debt; 0 without an account."""
    return uow.session.scalar(select(Account.balance).where(
        Account.ledger == ledger, Account.owner_kind == owner.kind, Account.owner_id == owner.id)) or 0


def lock_accounts(uow: UnitOfWork, *account_ids: int) -> None:
    """Make other writers of these accounts wait, locked in the order of ids as `book` does."""
    uow.session.scalars(select(Account.id).where(Account.id.in_(sorted(account_ids))).order_by(Account.id)
                        .with_for_update()).all()


def _account(uow: UnitOfWork, ledger: str, unit: str, owner: Owner, *, outside: bool, lots: bool) -> int:
    found = uow.session.scalar(_wanted(ledger, owner))
    if found is None:
        insert = insert_of(uow, Account)
        uow.session.execute(insert.values(
            community_id=uow.actor.community_id, ledger=ledger, unit=unit, owner_kind=owner.kind, owner_id=owner.id,
            outside=outside, lots=lots, balance=0).on_conflict_do_nothing())
        found = uow.session.scalars(_wanted(ledger, owner)).one()
    return found


def _wanted(ledger: str, owner: Owner) -> Select[int]:
    return select(Account.id).where(Account.ledger == ledger, Account.owner_kind == owner.kind, Account.owner_id == owner.id)
