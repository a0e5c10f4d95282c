"""Points from the world to somebody and back: two legs each, never below zero, taken back by a counter-booking."""

import pytest

from desk.api import UserError
from desk.api.ledgers import Owner, Transfer, account, balance_of, book, outside, reconcile, reverse

HER = Owner("example.member", 1)


def test_given_spent_and_taken_back(writing, reading):
    with writing() as uow:
        world, hers = outside(uow, "example", "point", "outside.granted"), account(uow, "example", "point", HER)
        book(uow, Transfer(world, hers, 30, "earned", key="hours-1", reason="服务3小时"))
        spent, *_rest = book(uow, Transfer(hers, world, 20, "spent", key="slip-1", reason="兑换大米"))
    with pytest.raises(UserError), writing() as uow:
        book(uow, Transfer(hers, world, 20, "spent", key="slip-2"))  # she has ten left
    with writing() as uow:
        reverse(uow, spent, reason="退回")
    with reading() as uow:
        assert balance_of(uow, "example", HER) == 30
        assert reconcile(uow, "example") == []  # balance = sum of the lines, everywhere
