"""时间银行: minutes paid in from entered hours, paid out for service received, given on where the hall allows it.

A ledger of its own (rules 3.5): never points, never goods, never cash; off until the hall switches it on. What practice settles
differently from city to city is a setting that says so.
"""

from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api import N_, UserError, clean, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from desk.api.ledgers import (
    NotEnough,
    Owner,
    StatementLine,
    Transfer,
    account,
    balance_of,
    book,
    find_account,
    list_statement,
    lock_accounts,
    outside,
    reverse,
)
from desk.api.pages import PageRequest
from desk.api.timesheets import PairRow, Whose, entered_minutes, list_pairs_of, lock_pairs
from plugins.volunteer.drafts import EndingDraft
from plugins.volunteer.kinds import POINTS, VOLUNTEER, WRITE
from plugins.volunteer.models import TimeDeposit, TimeDraw, Volunteer
from plugins.volunteer.service.attendance import hours_text
from plugins.volunteer.service.points import new_key
from plugins.volunteer.service.registering import full_age
from plugins.volunteer.settings import setting
from plugins.volunteer.shop_drafts import DepositDraft, DrawDraft, TimeGiftDraft
from plugins.volunteer.who import the_volunteer

_ = translator("volunteer")
LEDGER, UNIT = "volunteer.time", "minute"
RELATIONS = (("self", N_("The volunteer")), ("parent", N_("Father or mother")), ("grandparent", N_("Grandparent")),
             ("spouse", N_("Husband or wife")))
SIDES = ("deposited", "drawn", "pool")


def vault(uow: UnitOfWork, volunteer_id: int) -> int:
    """A volunteer's account of minutes; the outside ones exist before it, so that everybody locks in one order."""
    for name in SIDES:
        outside(uow, LEDGER, UNIT, name)
    return account(uow, LEDGER, UNIT, Owner(VOLUNTEER, volunteer_id))


def minutes_of(uow: UnitOfWork, volunteer_id: int) -> int:
    """Minutes in the bank, below zero for a debt."""
    return balance_of(uow, LEDGER, Owner(VOLUNTEER, volunteer_id))


@verb("volunteer.deposit_hours", permission=WRITE)
def deposit_hours(uow: UnitOfWork, draft: DepositDraft) -> int:
    """Pay entered hours in that are not in the bank yet, up to the cap; answers the volunteer's id."""
    _refuse_off(uow)
    who = uow.get(Volunteer, draft.volunteer_id)
    # The pairs first, as a correction does: it either waits and then finds the deposit, or is seen by it.
    lock_pairs(uow, [row.id for row in depositable(uow, who.id, draft.first, draft.last)])
    to = vault(uow, who.id)
    lock_accounts(uow, to)
    pairs, paid = depositable(uow, who.id, draft.first, draft.last), 0
    if not pairs:
        raise UserError(_("No entered hours of this time are left to pay in."), field="first")
    for pair in pairs:
        minutes = min(pair.entered, _room(uow, who.id))
        if minutes > 0:
            paid += minutes
            made = uow.add(TimeDeposit(pair_id=pair.id, volunteer_id=who.id, day=pair.day, minutes=minutes))
            book(uow, Transfer(outside(uow, LEDGER, UNIT, "deposited"), to, minutes, "deposit", f"deposit:{made.id}",
                               source_kind=pair.source_kind, source_id=pair.source_id,
                               explain={"pair": pair.id, "entered": pair.entered, "paid": minutes}))
    if not paid:
        raise UserError(_("The account is full: {hours}.").format(hours=hours_text(minutes_of(uow, who.id))), field="first",
                        todo=_("More can only be given to the common pool."))
    uow.trace("volunteer.deposit_hours", VOLUNTEER, who.id, minutes=paid)
    return int(who.id)


@verb("volunteer.draw_hours", permission=WRITE)
def draw_hours(uow: UnitOfWork, draft: DrawDraft) -> int:
    """Pay minutes out for service received; answers the volunteer's id."""
    _refuse_off(uow)
    who = uow.get(Volunteer, draft.volunteer_id)
    _check_draw(uow, who, draft)
    from_account = vault(uow, who.id)
    booking = _book(uow, Transfer(from_account, outside(uow, LEDGER, UNIT, "drawn"), draft.minutes, "draw", new_key("draw"),
                                  clean(draft.what), explain={"asked": draft.minutes, "served": clean(draft.served)}))
    made = uow.add(TimeDraw(volunteer_id=who.id, day=uow.clock.today(), minutes=draft.minutes, what=clean(draft.what),
                            served=clean(draft.served, limit=60), relation=draft.relation, booking_id=booking))
    uow.trace("volunteer.draw_hours", "volunteer.time_draw", made.id, minutes=draft.minutes)
    return int(who.id)


@verb("volunteer.return_draw", permission=POINTS)
def return_draw(uow: UnitOfWork, draft: EndingDraft) -> int:
    """The service did not take place: the minutes come back. Answers the volunteer's id."""
    return bring_back(uow, draft, "volunteer_id", "volunteer.return_draw")


def bring_back(uow: UnitOfWork, draft: EndingDraft, holder: str, act: str) -> int:
    """Minutes drawn from one kind of account come back; answers whose they are.

    holder: the column of TimeDraw that names her, "volunteer_id" or "person_id"; act: for the trail. Raises UserError for a
    draw that is not of that kind or came back already, and without a reason.
    """
    found = uow.session.scalars(select(TimeDraw).where(TimeDraw.id == draft.id).with_for_update()).one()
    whose, reason = getattr(found, holder), clean(draft.reason)
    if whose is None or found.state != "drawn" or not reason:
        raise UserError(_("Say why the minutes come back, once."), field="reason")
    found.state = "returned"
    reverse(uow, found.booking_id, reason=reason)
    uow.trace(act, "volunteer.time_draw", found.id, reason=reason)
    return int(whose)


@verb("volunteer.give_hours", permission=WRITE)
def give_hours(uow: UnitOfWork, draft: TimeGiftDraft) -> int:
    """Minutes to another volunteer as far as the hall allows it, or (to "") to the common pool; answers the giver's id."""
    _refuse_off(uow)
    who = uow.get(Volunteer, draft.volunteer_id)
    if not clean(draft.to):
        source = vault(uow, who.id)
        _book(uow, Transfer(source, outside(uow, LEDGER, UNIT, "pool"), draft.minutes, "pool", new_key("pool"),
                            clean(draft.reason), explain={"asked": draft.minutes}))
        return int(who.id)
    allowed = setting(uow, "time_bank_gifts")
    if allowed == "none" or (allowed == "family" and draft.relation not in ("parent", "grandparent", "spouse")):
        raise UserError(_("Minutes are not given on so here."), field="to", todo=_("The hall can allow it in the settings."))
    to = the_volunteer(uow, draft.to, "to")
    if to.id == who.id:
        raise UserError(_("Name somebody else."), field="to")
    vaults = {one: vault(uow, one) for one in sorted((who.id, to.id))}
    _book(uow, Transfer(vaults[who.id], vaults[to.id], draft.minutes, "give", new_key("give-time"), clean(draft.reason),
                        explain={"asked": draft.minutes, "to": to.number}))
    return int(who.id)


def depositable(uow: UnitOfWork, volunteer_id: int, first: date | None = None, last: date | None = None) -> list[PairRow]:
    """Entered pairs of a period that are not in the bank, oldest first."""
    had = set(uow.session.scalars(select(TimeDeposit.pair_id).where(TimeDeposit.volunteer_id == volunteer_id)))
    return [row for row in list_pairs_of(uow, Whose(VOLUNTEER, volunteer_id))
            if row.entered > 0 and row.id not in had and (first or date.min) <= row.day <= (last or date.max)]


def statement(uow: UnitOfWork, volunteer_id: int, size: int = 100) -> list[StatementLine]:
    """Movements of an account, newest first."""
    found = find_account(uow, LEDGER, Owner(VOLUNTEER, volunteer_id))
    return list(list_statement(uow, found, PageRequest(size=size)).rows) if found else []


def follow_correction(uow: UnitOfWork, pair_id: int, entry_id: int) -> None:
    """A corrected pair that was paid in: the bank follows by a booking of its own, into a visible debt if it must."""
    found = uow.session.scalars(select(TimeDeposit).where(TimeDeposit.pair_id == pair_id).with_for_update()).one_or_none()
    if found is None:
        return
    now, before = entered_minutes(uow, pair_id), found.minutes
    difference = min(now - before, _room(uow, found.volunteer_id)) if now > before else now - before
    if not difference:
        return
    found.minutes += difference
    mine, other = vault(uow, found.volunteer_id), outside(uow, LEDGER, UNIT, "deposited")
    giver, taker = (other, mine) if difference > 0 else (mine, other)
    book(uow, Transfer(giver, taker, abs(difference), "deposit" if difference > 0 else "take_back",
                       f"deposit:{found.id}:{entry_id}", explain={"pair": pair_id, "entered": now, "before": before},
                       may_owe=difference < 0))


def _room(uow: UnitOfWork, volunteer_id: int) -> int:
    """Minutes that still fit under the cap."""
    cap = int(setting(uow, "time_bank_cap")) * 60
    return max(0, cap - minutes_of(uow, volunteer_id)) if cap else 10**9


def _check_draw(uow: UnitOfWork, who: Volunteer, draft: DrawDraft) -> None:
    fields: dict[str, str] = {}
    if draft.minutes <= 0:
        fields["minutes"] = _("Say how many minutes.")
    if not clean(draft.served):
        fields["served"] = _("Say who received the service.")
    if draft.relation not in dict(RELATIONS) or (draft.relation != "self" and not setting(uow, "time_bank_family")):
        fields["relation"] = _("Here minutes are drawn for the volunteer only.")
    least = int(setting(uow, "time_bank_age"))
    age = full_age(uow, who, uow.clock.today())
    if draft.relation == "self" and age < least:
        fields["minutes"] = _("Minutes are drawn from {least} years on; this volunteer is {age}.").format(least=least, age=age)
    refuse_marked(fields)


def _book(uow: UnitOfWork, transfer: Transfer) -> int:
    if transfer.amount <= 0:
        raise UserError(_("Say how many minutes."), field="minutes")
    try:
        return book(uow, transfer)[0]
    except NotEnough as told:
        raise UserError(_("There are only {hours} in the bank.").format(hours=hours_text(max(0, told.balance))),
                        field="minutes") from told


def _refuse_off(uow: Any) -> None:
    if not setting(uow, "time_bank"):
        raise UserError(_("The time bank is switched off."), todo=_("The hall can switch it on in the settings."))
