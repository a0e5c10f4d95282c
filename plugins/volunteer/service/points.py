"""Rules of earning with their validity, adjustments by two people, expiry, donation, gifts. Points are thanks, never pay."""

import re
import uuid
from datetime import date, timedelta

from sqlalchemy import select

from desk.api import UserError, clean, fold_width, translator
from desk.api.db import UnitOfWork, verb
from desk.api.ledgers import NotEnough, Transfer, book, expire, list_open_lots, lock_accounts
from plugins.volunteer.drafts import AdjustmentDraft, DecisionDraft, RuleDraft
from plugins.volunteer.kinds import POINTS, VOLUNTEER, WRITE
from plugins.volunteer.models import Adjustment, PointRule, Volunteer
from plugins.volunteer.service.earning import LEDGER, end_old, holder, last_day, rule_on, world
from plugins.volunteer.settings import setting
from plugins.volunteer.shop_drafts import GiftDraft
from plugins.volunteer.who import the_volunteer

_ = translator("volunteer")


@verb("volunteer.set_rule", permission=POINTS)
def set_rule(uow: UnitOfWork, draft: RuleDraft) -> int:
    """A rule holds from a day on; the one before it for the same kind ends the day before. Old lines keep their rule."""
    start = draft.valid_from or uow.clock.today()
    if draft.per_hour < 0 or draft.step <= 0 or min(draft.cap_activity, draft.cap_day, draft.months) < 0:
        raise UserError(_("These numbers are not below zero, the step is above."), field="per_hour")
    for old in uow.session.scalars(select(PointRule).where(PointRule.kind == draft.kind)):
        if old.valid_from >= start:
            raise UserError(_("A rule that begins on {day} is there already.").format(day=old.valid_from), field="valid_from")
        if old.valid_to is None or old.valid_to >= start:
            old.valid_to = start - timedelta(days=1)
    made = uow.add(PointRule(kind=draft.kind, per_hour=draft.per_hour, step=draft.step, cap_activity=draft.cap_activity,
                             cap_day=draft.cap_day, months=draft.months, year_end=draft.year_end, valid_from=start,
                             source=clean(draft.source)))
    uow.trace("volunteer.set_rule", "volunteer.point_rule", made.id, per_hour=made.per_hour)
    return int(made.id)


@verb("volunteer.ask_adjustment", permission=WRITE)
def ask_adjustment(uow: UnitOfWork, draft: AdjustmentDraft) -> int:
    """Ask for points to be added or taken by hand; somebody else decides. Answers the volunteer's id."""
    uow.get(Volunteer, draft.volunteer_id)
    reason = clean(draft.reason, field="reason")
    if not draft.amount or not reason:
        raise UserError(_("Say how many points and why."), field="reason")
    made = uow.add(Adjustment(volunteer_id=draft.volunteer_id, amount=draft.amount, reason=reason, asked_by=uow.actor.name))
    uow.trace("volunteer.ask_adjustment", "volunteer.adjustment", made.id, reason=reason)
    uow.touch(VOLUNTEER, draft.volunteer_id)
    return draft.volunteer_id


@verb("volunteer.decide_adjustment", permission=POINTS)
def decide_adjustment(uow: UnitOfWork, draft: DecisionDraft) -> int:
    """Grant or refuse what somebody else asked for; answers the volunteer's id."""
    found = uow.session.scalars(select(Adjustment).where(Adjustment.id == draft.id).with_for_update()).one()
    if found.state != "asked":
        raise UserError(_("This was decided already."))
    if found.asked_by == uow.actor.name:
        raise UserError(_("Somebody else than who asked has to decide."), todo=_("Let a colleague decide."))
    found.state, found.decided_by = "granted" if draft.grant else "refused", uow.actor.name
    uow.trace("volunteer.decide_adjustment", "volunteer.adjustment", found.id, granted=draft.grant)
    if draft.grant:
        to, granted = holder(uow, found.volunteer_id), world(uow)
        giver, taker = (granted, to) if found.amount > 0 else (to, granted)
        rule = rule_on(uow, "", uow.clock.today())
        _move(uow, Transfer(giver, taker, abs(found.amount), "adjust", f"adjust:{found.id}", found.reason,
                            "volunteer.adjustment", found.id, {"asked": found.amount}, second=found.asked_by,
                            last_day=last_day(rule, uow.clock.today(), uow.clock.today()) if rule else None))
    uow.touch(VOLUNTEER, found.volunteer_id)
    return int(found.volunteer_id)


@verb("volunteer.expire_points", permission=POINTS)
def expire_points(uow: UnitOfWork, _draft: object = None) -> int:
    """Book out what might be used until yesterday; answers how many lots ended."""
    return len(expire(uow, LEDGER, world(uow, "expired"), uow.clock.today()))


@verb("volunteer.donate_points", permission=WRITE)
def donate_points(uow: UnitOfWork, draft: GiftDraft) -> int:
    """A volunteer gives points to the common good; they are gone. Answers the volunteer's id."""
    from_person = holder(uow, uow.get(Volunteer, draft.volunteer_id).id)
    end_old(uow, from_person)
    _move(uow, Transfer(from_person, world(uow, "donated"), draft.amount, "donate", new_key("donate"), draft.reason,
                        explain={"asked": draft.amount}))
    uow.touch(VOLUNTEER, draft.volunteer_id)
    return draft.volunteer_id


@verb("volunteer.give_points", permission=POINTS)
def give_points(uow: UnitOfWork, draft: GiftDraft) -> int:
    """Points from one volunteer to another, where the hall allows it; answers the giver's id."""
    if not setting(uow, "transfers"):
        raise UserError(_("Points are not given to others here."), todo=_("The hall can allow it in the settings."))
    giver, to = uow.get(Volunteer, draft.volunteer_id), the_volunteer(uow, draft.to, "to")
    if to.id == giver.id:
        raise UserError(_("Name somebody else."), field="to")
    accounts = {one: holder(uow, one) for one in sorted((giver.id, to.id))}
    if accounts[giver.id] == accounts[to.id]:
        raise UserError(_("They share one account already."), field="to")
    end_old(uow, accounts[giver.id])
    lock_accounts(uow, *accounts.values())
    for lot, amount, last in _parts(uow, accounts[giver.id], draft.amount):
        _move(uow, Transfer(accounts[giver.id], accounts[to.id], amount, "give", new_key("give"), draft.reason,
                            explain={"asked": amount, "lot": lot, "to": to.number}, last_day=last), (lot,))
    uow.touch(VOLUNTEER, giver.id, to.id)
    return draft.volunteer_id


def _parts(uow: UnitOfWork, account: int, amount: int) -> list[tuple[int, int, date | None]]:
    """A gift lot by lot, so that points given away keep the last day they had; what is lacking ends as one refused part."""
    parts, rest = [], amount
    for lot, held, last in list_open_lots(uow, account):
        part = min(held, rest)
        if part > 0:
            parts.append((lot, part, last))
            rest -= part
    return parts if not rest and parts else [(0, amount, None)]


def new_key(kind: str) -> str:
    """A booking's key where the command's own request key already keeps it from being done twice."""
    return f"{kind}:{uuid.uuid4()}"


def points_text(tenths: int) -> str:
    """Tenths as people write points: 35 → "3.5", -10 → "-1"."""
    sign, (whole, rest) = "-" if tenths < 0 else "", divmod(abs(tenths), 10)
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"


def points_typed(text: str, field: str) -> int:
    """Points as somebody writes them ("1.5", "-2", full width too) in tenths, 0 for nothing. Raises UserError."""
    plain = fold_width(text).strip().replace("。", ".")
    found = re.fullmatch(r"([+-]?)([0-9]{1,6})(?:\.([0-9]))?", plain or "0")
    if found is None:
        raise UserError(_("Write points as a number with at most one decimal, such as 1.5."), field=field)
    tenths = int(found[2]) * 10 + int(found[3] or 0)
    return -tenths if found[1] == "-" else tenths


def _move(uow: UnitOfWork, transfer: Transfer, prefer: tuple[int, ...] = ()) -> None:
    if transfer.amount <= 0:
        raise UserError(_("Say how many points."), field="amount")
    try:
        book(uow, transfer, prefer=prefer)
    except NotEnough as told:
        raise UserError(_("There are only {points} points.").format(points=points_text(told.balance)), field="amount") from told
