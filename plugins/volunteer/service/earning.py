"""Hours earn points by rules that are data. Each booking explains itself: rule, minutes that counted, what was booked before.

Points follow hours by differences: a corrected pair books what is missing or takes back what was too much. Hours are never
touched by points.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select

from desk.api.calendar import add_months
from desk.api.db import UnitOfWork
from desk.api.ledgers import (
    Owner,
    Transfer,
    account,
    book,
    expire,
    last_booked,
    list_open_lots,
    lock_accounts,
    outside,
    where_it_lies,
)
from desk.api.timesheets import TimePair, entered_minutes
from plugins.volunteer.kinds import VOLUNTEER
from plugins.volunteer.models import Activity, Credit, PointRule, PointsShare, Volunteer

LEDGER, UNIT, SHARE = "volunteer.points", "points", "share"
OUTSIDE = ("granted", "spent", "expired", "donated")
HOUSEHOLD = "volunteer.household"
"""Kind of the accounts that volunteers of one household share; their owner id is the household's."""


def world(uow: UnitOfWork, name: str = "granted") -> int:
    """The account outside: "granted", "spent", "expired", "donated"."""
    return outside(uow, LEDGER, UNIT, name)


def holder(uow: UnitOfWork, volunteer_id: int) -> int:
    """The account a volunteer's points are on; the outside ones exist before it, so that everybody locks in one order."""
    for name in OUTSIDE:
        world(uow, name)
    # Whoever changes with whom points are shared waits for this transaction, and it for her (see sharing).
    uow.session.scalar(select(Volunteer.id).where(Volunteer.id == volunteer_id).with_for_update(read=True))
    return account(uow, LEDGER, UNIT, owner_of(uow, volunteer_id), lots=True)


def end_old(uow: UnitOfWork, account_id: int) -> None:
    """Book out what has ended on an account before anything of it is used: the last day holds whether or not somebody has
    booked out what ended everywhere.
    """
    today = uow.clock.today()
    if any(last is not None and last < today for _lot, _rest, last in list_open_lots(uow, account_id)):
        lock_accounts(uow, *(world(uow, name) for name in OUTSIDE), account_id)
        expire(uow, LEDGER, world(uow, "expired"), today, only=account_id)


def owner_of(uow: UnitOfWork, volunteer_id: int) -> Owner:
    """Whose account a volunteer's points are on: her own, or that of the household she shares them with."""
    household = uow.session.scalar(select(PointsShare.household_id).where(
        PointsShare.volunteer_id == volunteer_id, PointsShare.until.is_(None)))
    return Owner(VOLUNTEER, volunteer_id) if household is None else Owner(HOUSEHOLD, household)


def rule_on(uow: UnitOfWork, kind: str, day: date) -> PointRule | None:
    """The rule that held on a day: one for the kind before the general one, the latest begun."""
    rules = uow.session.scalars(select(PointRule).where(
        PointRule.kind.in_([kind, ""]), PointRule.valid_from <= day,
        (PointRule.valid_to.is_(None)) | (PointRule.valid_to >= day))).all()
    return max(rules, key=lambda rule: (rule.kind == kind, rule.valid_from, rule.id), default=None)


def amount_for(minutes: int, per_hour: int, step: int) -> int:
    """Tenths of a point for minutes, rounded down to `step`."""
    return minutes * per_hour // 60 // step * step


def settle_pair(uow: UnitOfWork, pair_id: int, entry_id: int) -> int:
    """Book what a pair's entered minutes are worth now, less what was booked before; answers the difference in tenths.

    When it needs less of a cap than before, other pairs that were cut by the same cap get what is free now.
    """
    pair, before = uow.get(TimePair, pair_id), _credited(uow, pair_id)
    difference = _settle(uow, pair, entry_id)
    if before is not None and (_credited(uow, pair_id) or 0) < before:
        for other in uow.session.scalars(select(Credit.pair_id).where(
                Credit.volunteer_id == pair.holder_id, Credit.pair_id != pair_id, or_(
                    (Credit.source_kind == pair.source_kind) & (Credit.source_id == pair.source_id), Credit.day == pair.day))
                .order_by(Credit.id)).all():
            _settle(uow, uow.get(TimePair, other), entry_id)
    return difference


def _credited(uow: UnitOfWork, pair_id: int) -> int | None:
    """Minutes of a pair that have earned, None before it was settled."""
    uow.session.flush()
    return uow.session.scalar(select(Credit.minutes).where(Credit.pair_id == pair_id))


def _settle(uow: UnitOfWork, pair: TimePair, entry_id: int) -> int:
    pair_id = pair.id
    kind = uow.get(Activity, pair.source_id).kind if pair.source_kind == "volunteer.activity" else "community"
    rule = rule_on(uow, kind, pair.day)
    if rule is None or pair.holder_kind != VOLUNTEER:
        return 0
    to = holder(uow, pair.holder_id)
    credit = uow.session.scalars(select(Credit).where(Credit.pair_id == pair_id)).one_or_none() or uow.add(Credit(
        pair_id=pair_id, volunteer_id=pair.holder_id, source_kind=pair.source_kind, source_id=pair.source_id, day=pair.day,
        minutes=0, amount=0))
    minutes = _countable(uow, credit, rule, entered_minutes(uow, pair_id))
    amount = amount_for(minutes, rule.per_hour, rule.step)
    difference, before = amount - credit.amount, credit.amount
    credit.minutes, credit.amount = minutes, amount
    if difference:
        explain = {"rule": rule.id, "per_hour": rule.per_hour, "step": rule.step, "minutes": minutes, "before": before,
                   "pair": pair_id, "entry": entry_id}
        _book(uow, to, difference, rule, pair, explain, f"{LEDGER}:{pair_id}:{entry_id}")
    return difference


def recomputed(explain: Mapping[str, int]) -> int:
    """The amount of an earning line from its own explanation."""
    return amount_for(explain["minutes"], explain["per_hour"], explain["step"]) - explain["before"]


def explained(kind: str, explain: Mapping[str, Any]) -> int | None:
    """What a volunteer's line of `kind` must come to by its own explanation: tenths, signed where the explanation knows the
    sign; None for a line that explains itself by another line (a reversal) or a lot (what has ended).
    """
    if kind in ("earn", "take_back"):
        return recomputed(explain)
    if kind == "redeem":
        return -explain["price"] * explain["quantity"]
    if kind == "donate":
        return -explain["asked"]
    if kind in ("adjust", "give"):
        return int(explain["asked"])
    return None


def last_day(rule: PointRule, day: date, booked: date) -> date | None:
    """Until when points of a day may be used, None without end. What is cleared at the end of a year is cleared at the end of
    the year in which it was booked: December's hours are entered in January, and nobody could use them before.
    """
    if rule.year_end:
        return date(booked.year, 12, 31)
    return add_months(day, rule.months) if rule.months else None


def _countable(uow: UnitOfWork, credit: Credit, rule: PointRule, minutes: int) -> int:
    """Minutes that count after the caps of the activity and of the day have been used up by the volunteer's other pairs."""
    for cap, *same in ((rule.cap_activity, Credit.source_kind == credit.source_kind, Credit.source_id == credit.source_id),
                       (rule.cap_day, Credit.day == credit.day)):
        if cap:
            used = uow.session.scalar(select(func.coalesce(func.sum(Credit.minutes), 0)).where(
                Credit.volunteer_id == credit.volunteer_id, Credit.id != credit.id, *same)) or 0
            minutes = min(minutes, max(0, cap - used))
    return minutes


def owing_account(uow: UnitOfWork, pair: TimePair, own: int) -> int:
    """From which account points of a pair are taken back: where they lie. That is another than the volunteer's when she left a
    household's account and what she earned stayed there for the others (see sharing).
    """
    household = owing_household(uow, pair)
    if household is None:
        return own
    there = account(uow, LEDGER, UNIT, Owner(HOUSEHOLD, household), lots=True)
    lock_accounts(uow, world(uow, "granted"), there)  # the last one does not leave meanwhile
    return there if owing_household(uow, pair) is not None else own


def owing_household(uow: UnitOfWork, pair: TimePair) -> int | None:
    """The household on whose account a pair's points lie and which somebody still shares, None for the volunteer's own."""
    earned = last_booked(uow, "earn", f"{LEDGER}:{pair.id}:")
    there = Owner(VOLUNTEER, pair.holder_id) if earned is None else where_it_lies(uow, earned, SHARE)
    if there.kind != HOUSEHOLD:
        return None
    return uow.session.scalar(select(PointsShare.household_id).where(
        PointsShare.household_id == there.id, PointsShare.until.is_(None)).limit(1))


def _book(uow: UnitOfWork, to: int, difference: int, rule: PointRule, pair: TimePair, explain: dict[str, int],
          key: str) -> None:
    granted = world(uow)
    if difference < 0:
        to = owing_account(uow, pair, to)
    giver, taker, kind = (granted, to, "earn") if difference > 0 else (to, granted, "take_back")
    book(uow, Transfer(giver, taker, abs(difference), kind, key, source_kind=pair.source_kind, source_id=pair.source_id,
                       explain=explain, last_day=last_day(rule, pair.day, uow.clock.today()), may_owe=difference < 0))
