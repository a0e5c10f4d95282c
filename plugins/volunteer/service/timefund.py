"""Minutes of the time bank that a fund grants to people who are no volunteers (南京: 重点老人), and what they draw of them.

Off until the hall switches it on (UNSURE). The bases are data with their ages; what else a basis needs is judged by people
and written down as the reason.
"""

from dataclasses import dataclass

from sqlalchemy import func, select

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
    outside,
)
from desk.api.pages import PageRequest
from desk.api.people import age_at, get_person
from plugins.volunteer.drafts import EndingDraft
from plugins.volunteer.kinds import POINTS, WRITE
from plugins.volunteer.models import TimeDraw, TimeGrant
from plugins.volunteer.service.attendance import hours_text
from plugins.volunteer.service.points import new_key
from plugins.volunteer.service.timebank import LEDGER, UNIT, bring_back
from plugins.volunteer.settings import setting
from plugins.volunteer.shop_drafts import GrantDraft, GrantDrawDraft

_ = translator("volunteer")
PERSON = "person"
SIDES = ("drawn", "fund")


@dataclass(frozen=True, slots=True)
class Basis:
    """Why somebody may be granted minutes. least: full years; told: what else has to be written down, "" for nothing."""

    code: str
    title: str
    least: int
    told: str = ""


BASES = (Basis("alone80", N_("80 or older, living alone"), 80),
         Basis("hardship60", N_("60 to 79, living alone, on low income or disabled"), 60, N_("Say what the hardship is.")),
         Basis("other", N_("Other key elderly"), 60, N_("Say why.")))
"""南京市养老服务时间银行(2019试行): 重点空巢独居老人."""


@verb("volunteer.grant_time", permission=POINTS)
def grant_time(uow: UnitOfWork, draft: GrantDraft) -> int:
    """A fund grants minutes to somebody in the register; answers the person's id."""
    if not (setting(uow, "time_bank") and setting(uow, "time_bank_fund")):
        raise UserError(_("No fund grants minutes here."), todo=_("The hall can switch it on in the settings."))
    _check(uow, draft)
    to, fund = vault(uow, draft.person_id), clean(draft.fund, limit=80)
    booking = book(uow, Transfer(outside(uow, LEDGER, UNIT, "fund"), to, draft.minutes, "grant", new_key("grant"), fund,
                                 explain={"asked": draft.minutes, "basis": draft.basis}))[0]
    made = uow.add(TimeGrant(person_id=draft.person_id, fund=fund, basis=draft.basis, reason=clean(draft.reason),
                             day=uow.clock.today(), minutes=draft.minutes, booking_id=booking))
    uow.trace("volunteer.grant_time", "volunteer.time_grant", made.id, minutes=draft.minutes)
    uow.touch("volunteer.time_grant", made.id)
    return draft.person_id


@verb("volunteer.draw_granted", permission=WRITE)
def draw_granted(uow: UnitOfWork, draft: GrantDrawDraft) -> int:
    """Granted minutes are paid out for service received; answers the person's id."""
    if not setting(uow, "time_bank"):
        raise UserError(_("The time bank is switched off."), todo=_("The hall can switch it on in the settings."))
    name = get_person(uow, draft.person_id).name
    if not clean(draft.what):
        raise UserError(_("Say which service it was."), field="what")
    booking = _take(uow, draft.person_id, "drawn", draft.minutes, "draw", clean(draft.what))
    made = uow.add(TimeDraw(person_id=draft.person_id, day=uow.clock.today(), minutes=draft.minutes, what=clean(draft.what),
                            served=name, relation="self", booking_id=booking))
    uow.trace("volunteer.draw_granted", "volunteer.time_draw", made.id, minutes=draft.minutes)
    return draft.person_id


@verb("volunteer.return_granted", permission=POINTS)
def return_granted(uow: UnitOfWork, draft: EndingDraft) -> int:
    """A service paid with granted minutes did not take place: they come back. Answers the person's id."""
    return bring_back(uow, draft, "person_id", "volunteer.return_granted")


@verb("volunteer.end_grant", permission=POINTS)
def end_grant(uow: UnitOfWork, draft: EndingDraft) -> int:
    """Who moved away or no longer needs it: what was not drawn goes back to the fund. draft.id, answer: the person's id."""
    have, reason = granted_minutes(uow, draft.id), clean(draft.reason)
    if not reason:
        raise UserError(_("Say why."), field="reason")
    _take(uow, draft.id, "fund", have, "grant_back", reason)
    for one in uow.session.scalars(select(TimeGrant).where(TimeGrant.person_id == draft.id, TimeGrant.state == "granted")):
        one.state = "taken_back"
        uow.trace("volunteer.end_grant", "volunteer.time_grant", one.id, reason=reason)
    return draft.id


def vault(uow: UnitOfWork, person_id: int) -> int:
    """A person's account of granted minutes; the outside ones exist before it."""
    for name in SIDES:
        outside(uow, LEDGER, UNIT, name)
    return account(uow, LEDGER, UNIT, Owner(PERSON, person_id))


def granted_minutes(uow: UnitOfWork, person_id: int) -> int:
    """Minutes somebody may still draw."""
    return balance_of(uow, LEDGER, Owner(PERSON, person_id))


def list_granted(uow: UnitOfWork) -> list[tuple[int, int]]:
    """(person id, minutes ever granted) of everybody a fund granted minutes to, by person."""
    rows = uow.session.execute(select(TimeGrant.person_id, func.sum(TimeGrant.minutes)).group_by(TimeGrant.person_id)
                               .order_by(TimeGrant.person_id))
    return [(person, int(minutes)) for person, minutes in rows]


def granted_statement(uow: UnitOfWork, person_id: int, size: int = 100) -> list[StatementLine]:
    """Movements of a person's account, newest first."""
    found = find_account(uow, LEDGER, Owner(PERSON, person_id))
    return list(list_statement(uow, found, PageRequest(size=size)).rows) if found else []


def _take(uow: UnitOfWork, person_id: int, side: str, minutes: int, kind: str, why: str) -> int:
    if minutes <= 0:
        raise UserError(_("Say how many minutes."), field="minutes")
    try:
        return book(uow, Transfer(vault(uow, person_id), outside(uow, LEDGER, UNIT, side), minutes, kind, new_key(kind), why,
                                  explain={"asked": minutes}))[0]
    except NotEnough as told:
        raise UserError(_("There are only {hours} in the bank.").format(hours=hours_text(max(0, told.balance))),
                        field="minutes") from told


def _check(uow: UnitOfWork, draft: GrantDraft) -> None:
    fields: dict[str, str] = {}
    basis = next((one for one in BASES if one.code == draft.basis), None)
    if not draft.person_id:
        raise UserError(_("Choose the person from the register."), field="person_id")
    birth = get_person(uow, draft.person_id).birth
    age = age_at(birth, uow.clock.today()) if birth else 0
    if draft.minutes <= 0:
        fields["minutes"] = _("Say how many minutes.")
    if not clean(draft.fund):
        fields["fund"] = _("Say which fund grants them.")
    if basis is None:
        fields["basis"] = _("Say on which ground.")
    elif age < basis.least:
        fields["basis"] = _("This is for people of {least} years and more; this person is {age}.").format(
            least=basis.least, age=age)
    elif basis.told and not clean(draft.reason):
        fields["reason"] = _(basis.told)
    refuse_marked(fields)
