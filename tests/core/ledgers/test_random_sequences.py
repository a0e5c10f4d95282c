"""Whatever two seats do in whatever order: balance = sum of lines, lots cover it, below zero only by taking back."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.core.errors import UserError
from desk.core.ledgers.accounts import account, balance_of, outside
from desk.core.ledgers.booking import book
from desk.core.ledgers.drafts import Owner, Transfer
from desk.core.ledgers.queries import reconcile
from desk.core.ledgers.reversing import expire, reverse

DAY = date(2026, 11, 5)
STEPS = st.lists(st.one_of(
    st.tuples(st.just("earn"), st.integers(1, 9), st.integers(-3, 3) | st.none()),
    st.tuples(st.just("spend"), st.integers(1, 9)),
    st.tuples(st.just("back"), st.integers(0, 9)), st.tuples(st.just("expire"), st.integers(-4, 4))), max_size=14)
_run = iter(range(10**6))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_it_always_adds_up(factory, actor, steps):
    run, model, bookings = next(_run), 0, []
    ledger = f"trial.{run}"
    with factory.writing(actor) as uow:
        world = outside(uow, ledger, "points", "granted")
        holder = account(uow, ledger, "points", Owner("trial", 1), lots=True)
    taken_back = set()
    for number, (what, *args) in enumerate(steps):
        key = f"{run}-{number}"
        try:
            with factory.writing(actor) as uow:
                if what == "earn":
                    last = None if args[1] is None else DAY + timedelta(days=args[1])
                    bookings += [(book(uow, Transfer(world, holder, args[0], what, key, last_day=last))[0], args[0])]
                    change = args[0]
                elif what == "spend":
                    made = book(uow, Transfer(holder, world, args[0], what, key))[0]
                    bookings, change = [*bookings, (made, -args[0])], -args[0]
                elif what == "back":
                    booking, amount = bookings[args[0] % len(bookings)] if bookings else (0, 0)
                    reverse(uow, booking, reason="x", may_owe=True)
                    assert booking not in taken_back
                    taken_back.add(booking)
                    change = -amount
                else:
                    before = balance_of(uow, ledger, Owner("trial", 1))
                    expire(uow, ledger, world, DAY + timedelta(days=args[0]))
                    change = balance_of(uow, ledger, Owner("trial", 1)) - before
                    assert min(0, before) <= before + change <= before
        except UserError:
            continue
        assert what != "spend" or model + change >= 0
        model += change
    with factory.reading(actor) as uow:
        assert reconcile(uow) == []
        assert balance_of(uow, ledger, Owner("trial", 1)) == model
