"""Counts hours, points, goods and minutes again from the bare tables; shares no code with the services.

`recount(rows)` takes anything that answers a query with tuples, so that it reads SQLite and PostgreSQL alike. Every finding
is a sentence, none when all is well.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

Rows = Callable[[str], Iterable[Any]]


def recount(rows: Rows) -> list[str]:
    """Everything that does not come out the same when it is added up again."""
    return [*_accounts(rows), *_bookings(rows), *_lots(rows), *_explanations(rows), *_credits(rows), *_hand_outs(rows),
            *_stock(rows), *_bank(rows), *_granted(rows), *_shared(rows), *_hours(rows)]


def _accounts(rows: Rows) -> Iterable[str]:
    """Running balances and the balance kept; below zero only for a debt that a correction made."""
    running: dict[int, int] = defaultdict(int)
    lowered: set[int] = set()
    for account, amount, after, kind in rows(
            "SELECT l.account_id, l.amount, l.after, b.kind FROM core_ledger_line l JOIN core_ledger_booking b"
            " ON b.id = l.booking_id ORDER BY l.account_id, l.id"):
        running[account] += amount
        if running[account] != after:
            yield f"account {account}: a line says {after} where the lines before it come to {running[account]}"
            running[account] = after
        if after < 0 and kind in ("take_back", "reverse"):
            lowered.add(account)
    for account, balance, outside in rows("SELECT id, balance, outside FROM core_ledger_account"):
        if running[account] != balance:
            yield f"account {account}: {balance} kept, {running[account]} counted"
        if balance < 0 and not outside and account not in lowered:
            yield f"account {account}: {balance} without a correction that explains it"


def _bookings(rows: Rows) -> Iterable[str]:
    for booking, legs, total in rows("SELECT booking_id, COUNT(*), SUM(amount) FROM core_ledger_line GROUP BY booking_id"
                                     " HAVING COUNT(*) <> 2 OR SUM(amount) <> 0"):
        yield f"booking {booking}: {legs} legs that come to {total}"


def _lots(rows: Rows) -> Iterable[str]:
    used = dict(rows("SELECT lot_id, SUM(amount) FROM core_ledger_use GROUP BY lot_id"))
    left: dict[int, int] = defaultdict(int)
    for lot, account, amount, rest in rows("SELECT id, account_id, amount, rest FROM core_ledger_lot"):
        left[account] += rest
        if amount - int(used.get(lot, 0)) != rest:
            yield f"lot {lot}: {rest} kept, {amount - int(used.get(lot, 0))} counted"
    for account, balance in rows("SELECT id, balance FROM core_ledger_account WHERE lots"):
        if left[account] != max(0, balance):
            yield f"account {account}: {balance} held, {left[account]} in its lots"


def _explanations(rows: Rows) -> Iterable[str]:
    """Each line of points against what its booking says about itself."""
    for booking, kind, explain, amount in rows(
            "SELECT b.id, b.kind, b.explain, l.amount FROM core_ledger_booking b JOIN core_ledger_line l ON l.booking_id = b.id"
            " JOIN core_ledger_account a ON a.id = l.account_id"
            " WHERE b.ledger = 'volunteer.points' AND a.owner_kind IN ('volunteer.volunteer', 'volunteer.household')"):
        said = explain if isinstance(explain, dict) else json.loads(explain or "{}")
        counted = _counted(kind, said)
        if counted is not None and abs(counted) != abs(amount):
            yield f"booking {booking} ({kind}): {amount} booked, its explanation comes to {counted}"


def _counted(kind: str, said: dict[str, Any]) -> int | None:
    if kind in ("earn", "take_back"):
        whole = said["minutes"] * said["per_hour"] // 60
        return int(whole - whole % said["step"] - said["before"])
    if kind == "redeem":
        return -int(said["price"] * said["quantity"])
    return int(said["asked"]) if "asked" in said else None


def _credits(rows: Rows) -> Iterable[str]:
    """What a pair has earned: the bookings of it, and never more minutes than were entered."""
    booked: dict[int, int] = defaultdict(int)
    for explain, amount in rows(
            "SELECT b.explain, l.amount FROM core_ledger_booking b JOIN core_ledger_line l ON l.booking_id = b.id"
            " JOIN core_ledger_account a ON a.id = l.account_id WHERE b.kind IN ('earn', 'take_back')"
            " AND b.ledger = 'volunteer.points' AND a.owner_kind IN ('volunteer.volunteer', 'volunteer.household')"):
        said = explain if isinstance(explain, dict) else json.loads(explain)
        booked[said["pair"]] += amount
    entered = dict(rows("SELECT pair_id, SUM(minutes) FROM core_time_entry GROUP BY pair_id"))
    for pair, minutes, amount in rows("SELECT pair_id, minutes, amount FROM volunteer_credit"):
        if booked[pair] != amount:
            yield f"pair {pair}: {amount} credited, {booked[pair]} booked"
        if minutes > int(entered.get(pair, 0)):
            yield f"pair {pair}: {minutes} minutes earned, {entered.get(pair, 0)} entered"


def _hand_outs(rows: Rows) -> Iterable[str]:
    """A hand-out has both its bookings, and a returned one has both their reversals."""
    undone = {one for (one,) in rows("SELECT reverses_id FROM core_ledger_booking WHERE reverses_id IS NOT NULL")}
    for hand_out, state, points, goods in rows("SELECT id, state, points_booking, goods_booking FROM volunteer_hand_out"):
        back = state == "returned"
        if (points in undone) != back or (goods in undone) != back:
            yield f"hand-out {hand_out}: {state}, but its bookings say otherwise"


def _stock(rows: Rows) -> Iterable[str]:
    """Donated, less handed out, corrected by what was counted, is what lies on the shelf."""
    moves: dict[int, int] = defaultdict(int)
    for goods, quantity in rows("SELECT goods_id, SUM(quantity) FROM volunteer_donation GROUP BY goods_id"):
        moves[goods] += int(quantity)
    for goods, quantity in rows("SELECT goods_id, SUM(quantity) FROM volunteer_hand_out WHERE state = 'given'"
                                " GROUP BY goods_id"):
        moves[goods] -= int(quantity)
    for goods, difference in rows("SELECT goods_id, SUM(counted - expected) FROM volunteer_stocktake GROUP BY goods_id"):
        moves[goods] += int(difference)
    for goods, balance in rows("SELECT owner_id, balance FROM core_ledger_account WHERE owner_kind = 'volunteer.goods'"):
        if moves[goods] != balance or balance < 0:
            yield f"goods {goods}: {balance} on the shelf, {moves[goods]} by its moves"


def _bank(rows: Rows) -> Iterable[str]:
    """Minutes paid in for each pair: never more than were entered."""
    entered = dict(rows("SELECT pair_id, SUM(minutes) FROM core_time_entry GROUP BY pair_id"))
    for pair, minutes in rows("SELECT pair_id, minutes FROM volunteer_time_deposit"):
        if not 0 <= minutes <= int(entered.get(pair, 0)):
            yield f"pair {pair}: {minutes} minutes in the bank, {entered.get(pair, 0)} entered"


def _granted(rows: Rows) -> Iterable[str]:
    """Minutes granted to people by funds, less what was drawn and taken back, are what their accounts hold."""
    moves: dict[int, int] = defaultdict(int)
    undone = {one for (one,) in rows("SELECT reverses_id FROM core_ledger_booking WHERE reverses_id IS NOT NULL")}
    for person, minutes in rows("SELECT person_id, SUM(minutes) FROM volunteer_time_grant GROUP BY person_id"):
        moves[person] += int(minutes)
    for person, minutes, booking in rows("SELECT person_id, minutes, booking_id FROM volunteer_time_draw"
                                         " WHERE person_id IS NOT NULL"):
        moves[person] -= 0 if booking in undone else int(minutes)
    for person, back in rows("SELECT a.owner_id, l.amount FROM core_ledger_line l JOIN core_ledger_booking b"
                             " ON b.id = l.booking_id JOIN core_ledger_account a ON a.id = l.account_id"
                             " WHERE b.kind = 'grant_back' AND a.owner_kind = 'person'"):
        moves[person] += int(back)
    for person, balance in rows("SELECT owner_id, balance FROM core_ledger_account WHERE ledger = 'volunteer.time'"
                                " AND owner_kind = 'person'"):
        if moves[person] != balance or balance < 0:
            yield f"person {person}: {balance} minutes in the bank, {moves[person]} by grants and draws"


def _shared(rows: Rows) -> Iterable[str]:
    """Who shares points has none on an account of her own."""
    for volunteer, balance in rows(
            "SELECT a.owner_id, a.balance FROM core_ledger_account a JOIN volunteer_points_share s"
            " ON s.volunteer_id = a.owner_id WHERE a.ledger = 'volunteer.points' AND s.until IS NULL"
            " AND a.owner_kind = 'volunteer.volunteer'"):
        if balance:
            yield f"volunteer {volunteer}: {balance} beside the account she shares"


def _hours(rows: Rows) -> Iterable[str]:
    """No pair counts less than nothing; only entered pairs count."""
    for pair, total in rows("SELECT pair_id, SUM(minutes) FROM core_time_entry GROUP BY pair_id HAVING SUM(minutes) < 0"):
        yield f"pair {pair}: {total} minutes"
    for (pair,) in rows("SELECT DISTINCT e.pair_id FROM core_time_entry e JOIN core_time_pair p ON p.id = e.pair_id"
                        " WHERE p.state <> 'entered'"):
        yield f"pair {pair}: counts, but is not entered"
    for who, kept, found in rows(
            "SELECT v.id, v.minutes, COALESCE(SUM(e.minutes), 0) FROM volunteer_volunteer v LEFT JOIN core_time_entry e"
            " ON e.holder_kind = 'volunteer.volunteer' AND e.holder_id = v.id GROUP BY v.id, v.minutes"
            " HAVING v.minutes <> COALESCE(SUM(e.minutes), 0)"):
        yield f"volunteer {who}: {kept} minutes kept, {found} counted"
