"""Rules of earning with their validity, adjustments by two people, expiry, donation, gifts. Points are thanks, never pay."""

from datetime import timedelta

from sqlalchemy import select

from desk.api import UserError, clean, translator
from desk.api.db import UnitOfWork, verb
from desk.api.ledgers import NotEnough, Transfer, book, expire
from plugins.volunteer.drafts import AdjustmentDraft, DecisionDraft, RuleDraft
from plugins.volunteer.kinds import POINTS, WRITE
from plugins.volunteer.models import Adjustment, PointRule, Volunteer
from plugins.volunteer.service.earning import LEDGER, holder, world
from plugins.volunteer.settings import setting

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
    uow.add(Adjustment(volunteer_id=draft.volunteer_id, amount=draft.amount, reason=reason, asked_by=uow.actor.name))
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
    if draft.grant:
        to, granted = holder(uow, found.volunteer_id), world(uow)
        giver, taker = (granted, to) if found.amount > 0 else (to, granted)
        _move(uow, Transfer(giver, taker, abs(found.amount), "adjust", f"adjust:{found.id}", found.reason,
                            "volunteer.adjustment", found.id, second=found.asked_by))
    return int(found.volunteer_id)


@verb("volunteer.expire_points", permission=POINTS)
def expire_points(uow: UnitOfWork) -> int:
    """Book out what might be used until yesterday; answers how many lots ended."""
    return len(expire(uow, LEDGER, world(uow, "expired"), uow.clock.today()))


@verb("volunteer.donate_points", permission=WRITE)
def donate_points(uow: UnitOfWork, draft: AdjustmentDraft, key: str) -> int:
    """A volunteer gives points to the common good; they are gone. key: request key."""
    _move(uow, Transfer(holder(uow, draft.volunteer_id), world(uow, "donated"), draft.amount, "donate", key, draft.reason))
    return draft.volunteer_id


@verb("volunteer.give_points", permission=POINTS)
def give_points(uow: UnitOfWork, draft: AdjustmentDraft, to_id: int, key: str) -> int:
    """Points from one volunteer to another, where the hall allows it."""
    if not setting(uow, "transfers"):
        raise UserError(_("Points are not given to others here."), todo=_("The hall can allow it in the settings."))
    _move(uow, Transfer(holder(uow, draft.volunteer_id), holder(uow, to_id), draft.amount, "give", key, draft.reason))
    return draft.volunteer_id


def points_text(tenths: int) -> str:
    """Tenths as people write points: 35 → "3.5", -10 → "-1"."""
    sign, (whole, rest) = "-" if tenths < 0 else "", divmod(abs(tenths), 10)
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"


def _move(uow: UnitOfWork, transfer: Transfer) -> None:
    if transfer.amount <= 0:
        raise UserError(_("Say how many points."), field="amount")
    try:
        book(uow, transfer)
    except NotEnough as told:
        raise UserError(_("There are only {points} points.").format(points=points_text(told.balance)), field="amount") from told
