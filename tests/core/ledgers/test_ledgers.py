"""Ledgers on both engines: two legs, lots, reversal, debts that are seen, nothing overspent by eight writers."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from desk.core.db.paging import PageRequest
from desk.core.errors import DeskError, UserError
from desk.core.ledgers.accounts import account, balance_of, outside
from desk.core.ledgers.booking import book
from desk.core.ledgers.drafts import Owner, Transfer
from desk.core.ledgers.errors import NotEnough
from desk.core.ledgers.lots import where_it_lies
from desk.core.ledgers.queries import list_bookings_of, list_ending, list_statement, reconcile
from desk.core.ledgers.reversing import expire, reverse

LEDGER, UNIT = "trial.points", "points"
TODAY = date(2026, 11, 5)


class Till:
    """Two holders and the world outside, with short words for what is done."""

    def __init__(self, writing, reading):
        self.writing, self.reading, self.keys = writing, reading, iter(range(10**6))
        with writing() as uow:
            self.world = outside(uow, LEDGER, UNIT, "granted")
            self.first, self.second = (account(uow, LEDGER, UNIT, Owner("trial", n), lots=True) for n in (1, 2))

    def earn(self, amount, last_day=None, to=None, key=""):
        return self.move(self.world, to or self.first, amount, "earn", last_day=last_day, key=key)

    def spend(self, amount, of=None, key=""):
        return self.move(of or self.first, self.world, amount, "spend", key=key)

    def move(self, giver, taker, amount, kind, key="", **more):
        with self.writing() as uow:
            return book(uow, Transfer(giver, taker, amount, kind, key or f"k{next(self.keys)}", source_kind="trial.record",
                                      source_id=5, **more))[0]

    def back(self, booking, **more):
        with self.writing() as uow:
            return reverse(uow, booking, reason="登记有误", **more)

    def expire(self, on):
        with self.writing() as uow:
            return expire(uow, LEDGER, self.world, on)

    def balance(self, holder=1):
        with self.reading() as uow:
            assert reconcile(uow) == []
            return balance_of(uow, LEDGER, Owner("trial", holder))


@pytest.fixture
def till(writing, reading):
    return Till(writing, reading)


def test_a_statement_tells_every_move_and_the_balance_after_it(till, reading):
    till.earn(40)
    till.spend(15)
    with reading() as uow:
        lines = list_statement(uow, till.first, PageRequest()).rows
    assert [(line.kind, line.amount, line.after) for line in lines] == [("spend", -15, 25), ("earn", 40, 40)]
    assert till.balance() == 25


def test_a_statement_pages_on_where_it_stopped(till, reading):
    for amount in (1, 2, 3):
        till.earn(amount)
    with reading() as uow:
        first = list_statement(uow, till.first, PageRequest(size=2))
        second = list_statement(uow, till.first, PageRequest(size=2, after=first.next))
    assert [line.amount for line in (*first.rows, *second.rows)] == [3, 2, 1]


def test_more_than_there_is_cannot_be_spent(till):
    till.earn(10)
    with pytest.raises(NotEnough) as told:
        till.spend(11)
    assert (told.value.balance, told.value.wanted, till.balance()) == (10, 11, 10)


def test_one_of_several_transfers_failing_leaves_nothing(till, writing):
    till.earn(10)
    with pytest.raises(NotEnough), writing() as uow:
        book(uow, Transfer(till.first, till.world, 4, "spend", "a"), Transfer(till.second, till.world, 1, "spend", "b"))
    assert till.balance() == 10


def test_a_key_books_once(till):
    till.earn(10, key="once")
    with pytest.raises(UserError):
        till.earn(10, key="once")
    assert till.balance() == 10


def test_what_ends_first_is_used_first_and_the_rest_expires(till, reading):
    till.earn(10, date(2026, 12, 31))
    till.earn(10, date(2025, 12, 31))
    till.earn(10)
    till.spend(4)
    with reading() as uow:
        assert [(one.last_day, one.rest) for one in list_ending(uow, LEDGER, date(2026, 12, 31))] == [
            (date(2025, 12, 31), 6), (date(2026, 12, 31), 10)]
    assert till.expire(date(2025, 12, 31)) == []
    assert len(till.expire(date(2026, 1, 1))) == 1
    assert till.balance() == 20


def test_taking_back_what_was_spent_leaves_a_debt_that_the_next_receipt_pays(till):
    earned = till.earn(4)
    till.spend(3)
    till.back(earned, may_owe=True)
    assert till.balance() == -3
    with pytest.raises(NotEnough):
        till.spend(1)
    till.earn(5)
    assert till.balance() == 2
    till.spend(2)


def test_where_a_receipt_lies_is_told_also_when_it_paid_a_debt(till, reading):
    first = till.earn(10, to=till.second)
    till.spend(10, of=till.second)
    till.back(first, may_owe=True)  # the second holder owes 10
    earned = till.earn(40)
    moved = till.move(till.first, till.second, 30, "share")
    with reading() as uow:
        assert where_it_lies(uow, earned, "share") == Owner("trial", 2)
        assert where_it_lies(uow, moved, "share") == Owner("trial", 2)
        assert where_it_lies(uow, earned, "gift") == Owner("trial", 1)


def test_taking_back_without_may_owe_is_refused(till):
    earned = till.earn(4)
    till.spend(3)
    with pytest.raises(NotEnough):
        till.back(earned)


def test_a_booking_is_taken_back_once_and_is_then_nobodys_cause(till, reading):
    earned = till.earn(4)
    back = till.back(earned)
    for booking in (earned, back):
        with pytest.raises(UserError):
            till.back(booking)
    with reading() as uow:
        assert list_bookings_of(uow, "trial.record", 5) == []


def test_returned_goods_give_the_lots_their_last_days_again(till):
    till.earn(10, TODAY)
    spent = till.spend(6)
    till.back(spent)
    till.expire(TODAY + timedelta(days=1))
    assert till.balance() == 0


def test_different_ledgers_do_not_mix(till, writing):
    with pytest.raises(ValueError), writing() as uow:
        other = account(uow, "trial.minutes", "minute", Owner("trial", 1))
        book(uow, Transfer(till.first, other, 1, "x", "x"))


@pytest.mark.parametrize("statement", [
    "UPDATE core_ledger_line SET amount = 1", "DELETE FROM core_ledger_line", "UPDATE core_ledger_booking SET reason = 'x'",
    "DELETE FROM core_ledger_booking", "DELETE FROM core_ledger_use"])
def test_nothing_that_was_booked_can_be_changed(till, database, statement):
    till.earn(5)
    till.spend(1)
    with pytest.raises(DatabaseError, match="append-only"), database.writer.begin() as connection:
        connection.execute(text(statement))
    assert till.balance() == 4


def test_legs_that_do_not_sum_to_zero_are_found(till, database, reading):
    booking = till.earn(5)
    forged = text("INSERT INTO core_ledger_line (community_id, booking_id, account_id, amount, after)"
                  " VALUES (1, :b, :a, 9, 14)")
    if database.dialect == "postgresql":
        with pytest.raises(DatabaseError, match="sum to zero"), database.writer.begin() as connection:
            connection.execute(forged, {"b": booking, "a": till.first})
        return
    with database.writer.begin() as connection:
        connection.execute(forged, {"b": booking, "a": till.first})
    with reading() as uow:
        assert {drift.what for drift in reconcile(uow)} == {"balance", "legs"}


def test_eight_writers_overspend_nothing_and_book_a_key_once(till):
    till.earn(30)
    till.earn(30, to=till.second)

    def counter(number):
        done = 0
        for turn in range(12):
            giver, key = (till.first, till.second)[turn % 2], f"c{number}-{turn}"
            try:
                till.spend(1, of=giver, key=key if turn % 3 else f"shared-{turn}")
                done += 1
            except (DeskError, DatabaseError):
                pass
        return done

    with ThreadPoolExecutor(8) as pool:
        done = sum(pool.map(counter, range(8)))
    assert till.balance(1) + till.balance(2) == 60 - done
    assert min(till.balance(1), till.balance(2)) >= 0
    assert done >= 8


def test_another_community_sees_nothing(till, factory):
    from desk.core.actor import Actor

    till.earn(5)
    with factory.reading(Actor("x", 2, all_rights=True)) as uow:
        assert balance_of(uow, LEDGER, Owner("trial", 1)) == 0
        assert reconcile(uow) == []
