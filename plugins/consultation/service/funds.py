"""The money of small projects in the core's ledger: granted out of a fund, paid to who did the work (fen).

A plugin that keeps the hall's funds reads or carries on the same ledger; until one does, the project's sheet prints from here.
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from desk.api.db import UnitOfWork
from desk.api.ledgers import (
    Owner,
    StatementLine,
    Transfer,
    account,
    book,
    find_account,
    list_bookings_of,
    list_statement,
    outside,
)
from desk.api.pages import PageRequest
from plugins.consultation.models import Project

LEDGER, UNIT, PROJECT = "consultation.projects", "fen", "consultation.project"
GRANTED, PAID = "fund", "payees"
MOST = 1000


def book_grant(uow: UnitOfWork, row: Project, before: int, day: date, reason: str) -> None:
    """The grant is now row.granted_fen and was `before`: what is more comes out of the fund, what is less goes back."""
    change = (row.granted_fen or 0) - before
    if change:
        fund = outside(uow, LEDGER, UNIT, GRANTED)
        _move(uow, row, fund, abs(change), day, reason, out=change < 0, kind="grant")


def book_payment(uow: UnitOfWork, row: Project, amount: int, day: date, reason: str) -> None:
    """Paid out of the project's account; a negative amount comes back into it."""
    payees = outside(uow, LEDGER, UNIT, PAID)
    _move(uow, row, payees, abs(amount), day, reason, out=amount > 0, kind="payment")


def list_funds(uow: UnitOfWork, topic_id: int) -> Sequence[StatementLine]:
    """The account of a topic's project, the oldest line first."""
    row = uow.session.scalars(select(Project).where(Project.topic_id == topic_id)).one()
    found = find_account(uow, LEDGER, Owner(PROJECT, row.id))
    return list(reversed(list_statement(uow, found, PageRequest(size=MOST)).rows)) if found is not None else []


def _move(uow: UnitOfWork, row: Project, other: int, amount: int, day: date, reason: str, *, out: bool, kind: str) -> None:
    mine = account(uow, LEDGER, UNIT, Owner(PROJECT, row.id))
    giver, taker = (mine, other) if out else (other, mine)
    turn = len(list_bookings_of(uow, PROJECT, row.id)) + 1
    book(uow, Transfer(giver, taker, amount, f"consultation.{kind}", f"consultation.project.{row.id}.{turn}", reason, PROJECT,
                       row.id, day=day))
