"""The list of accounts: who may sign in, as what, for whom, and whether the account is open, locked, closed or never used."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.core.cases.kinds import Tone
from desk.core.clock import hall_time
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.core.organisations.names import name_organisations
from desk.core.registers.account_papers import ACCOUNTS as PAPER
from desk.core.staff.queries import AccountRow, list_accounts
from desk.core.staff.service import MANAGE
from desk.host.pages import Chip, Column, ListSpec, StateCell
from desk.shell.short_lists import short_page

SORTS = {"login": lambda row: row.login, "name": lambda row: row.name,
         "seen": lambda row: row.last_seen.timestamp() if row.last_seen else 0.0}
UNUSED = timedelta(days=90)
"""An account nobody signed in with for so long is offered for closing; the number is ours."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An account in the list. last_seen: aware, None when she never signed in."""

    id: int
    login: str
    name: str
    unit: str
    phone: str
    roles: str
    scope: str
    state: StateCell
    last_seen: datetime | None


def state_of(row: AccountRow, now: datetime) -> StateCell:
    """Closed, locked until when, waiting for a new password, or in use."""
    if not row.active:
        return StateCell(_("Closed"), Tone.MUTED)
    if row.locked_until and row.locked_until > now:
        return StateCell(_("Locked until {time}").format(time=hall_time(row.locked_until).strftime("%H:%M")), Tone.LATE)
    if row.must_change:
        return StateCell(_("Must change the password"), Tone.WAITING)
    return StateCell(_("In use"), Tone.DONE)


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[AccountLine]:
    """One page of accounts; filters: shown ("open", "locked", "closed", "unused")."""
    uow.require(MANAGE)
    now, wanted = uow.clock.now(), request.filters.get("shown")
    rows = [row for row in list_accounts(uow) if _fits(row, wanted, now)]
    units = name_organisations(uow, [row.organisation_id for row in rows])
    return short_page([_line(row, now, units) for row in rows], request,
                      lambda row: f"{row.login} {row.name} {row.unit} {row.roles}", SORTS)


def sentence(uow: UnitOfWork) -> str:
    """启用 4 个，锁定 1 个."""
    now, rows = uow.clock.now(), list_accounts(uow)
    return _("{open} in use, {locked} locked").format(open=sum(row.active for row in rows),
                                                      locked=sum(_fits(row, "locked", now) for row in rows))


def _fits(row: AccountRow, wanted: str | None, now: datetime) -> bool:
    locked = bool(row.active and row.locked_until and row.locked_until > now)
    unused = row.active and (row.last_seen is None or row.last_seen < now - UNUSED)
    return {"open": row.active, "locked": locked, "closed": not row.active, "unused": unused}.get(wanted or "", True)


def _line(row: AccountRow, now: datetime, units: Mapping[int, str]) -> AccountLine:
    scope = _("Whole community") if row.area_ids is None else _("Some areas")
    return AccountLine(row.id, row.login, row.name, units.get(row.organisation_id or 0, ""), row.phone,
                       "、".join(row.roles) or _("No role"), scope, state_of(row, now), row.last_seen)


ACCOUNTS = ListSpec(
    id="staff.accounts", title=N_("Accounts"), record="staff_user",
    columns=(Column("login", N_("Account"), 130, sort="login"), Column("name", N_("Name"), 110, sort="name"),
             Column("unit", N_("Opened for"), 150),
             Column("roles", N_("Roles"), 0), Column("scope", N_("May see"), 110), Column("phone", N_("Phone"), 130),
             Column("state", N_("State"), 170, "state"),
             Column("last_seen", N_("Last signed in"), 150, "date", sort="seen")),
    fetch=fetch, sentence=sentence,
    chips=(Chip(N_("In use"), {"shown": "open"}), Chip(N_("Locked"), {"shown": "locked"}),
           Chip(N_("Closed"), {"shown": "closed"}), Chip(N_("Not used for 90 days"), {"shown": "unused"})),
    opens="staff.account", new="staff.account_form", new_title=N_("New account"), new_permission=MANAGE,
    paper=PAPER, search_hint=N_("Account, name, organisation or role"),
    empty=N_("No accounts. Make one for each colleague, so that the audit trail tells who did what."))
