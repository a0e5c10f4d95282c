"""The card of one account, and what its buttons do."""

from typing import Any

from desk.core.cases.kinds import Tone
from desk.core.clock import hall_time
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.core.organisations.queries import get_organisation
from desk.core.places.kinds import SCOPES
from desk.core.places.queries import list_tree
from desk.core.registers.account_papers import HANDOVER
from desk.core.staff.queries import AccountRow, get_account
from desk.core.staff.service import MANAGE, close_account, reopen_account, unlock_account
from desk.host.pages import Fact, FactSection, NextAct, PaperLink, RecordCard, RecordSpec
from desk.shell.audit.trail import trail_of
from desk.shell.doing import carry_out
from desk.shell.staff.accounts import state_of

ROOM = "desk.shell.staff.account_card"


def load(uow: UnitOfWork, user_id: int) -> RecordCard:
    """The whole card."""
    uow.require(MANAGE)
    row, now = get_account(uow, user_id), uow.clock.now()
    return RecordCard(
        id=user_id, number=row.login, title=row.name, state=state_of(row, now), holder=None,
        subtitle="、".join(row.roles) or _("No role"), sections=(_facts(uow, row),), acts=_acts(uow, row),
        papers=(PaperLink(HANDOVER),),
        timeline=trail_of(uow, "staff_user", user_id), version=row.version)


def _facts(uow: UnitOfWork, row: AccountRow) -> FactSection:
    seen = hall_time(row.last_seen).strftime("%Y-%m-%d %H:%M") if row.last_seen else _("never")
    return FactSection(_("Account"), (
        Fact(_("Account"), row.login), Fact(_("Name"), row.name), Fact(_("Opened for"), _unit(uow, row)),
        Fact(_("Phone"), row.phone),
        Fact(_("Last signed in"), seen), Fact(_("Roles"), "、".join(row.roles)), Fact(_("May see"), _scope(uow, row)),
    ), "staff.account_form", {"record_id": row.id})


def _unit(uow: UnitOfWork, row: AccountRow) -> str:
    return get_organisation(uow, row.organisation_id).name if row.organisation_id else _("The hall's own")


def _scope(uow: UnitOfWork, row: AccountRow) -> str:
    if row.area_ids is None:
        return _("Whole community")
    return "、".join(area.name for area in list_tree(uow, kinds=SCOPES) if area.id in row.area_ids) or _("Some areas")


def _acts(uow: UnitOfWork, row: AccountRow) -> tuple[NextAct, ...]:
    here = {"record_id": row.id}
    change = NextAct(_("Change name, roles and areas"), "staff.account_form", here, main=True)
    if not row.active:
        return (NextAct(_("Open the account again"), run=f"{ROOM}:reopen", main=True),)
    locked = state_of(row, uow.clock.now()).tone is Tone.LATE
    own = row.id == uow.actor.user_id
    found = [NextAct(_("Unlock now"), run=f"{ROOM}:unlock", main=True)] if locked else []
    found.append(NextAct(change.title, change.entry, here, main=not locked))
    found.append(NextAct(_("Change my own password"), run=f"{ROOM}:change_own") if own
                 else NextAct(_("Set a new password"), "staff.password_form", here))
    found.append(NextAct(_("Close the account"), run=f"{ROOM}:close", enabled=not own,
                         why_not=_("Nobody closes the account she is signed in with.") if own else ""))
    return tuple(found)


def close(ctx: Any, user_id: int) -> None:
    """Ask once; it can be opened again."""
    if ctx.asker.confirm(_("Close this account?"), yes=_("Close the account"), danger=True,
                         detail=_("She can no longer sign in. What she did stays in the audit trail, and the account can "
                                  "be opened again.")):
        carry_out(ctx, _("The account is closed"), close_account, user_id)


def reopen(ctx: Any, user_id: int) -> None:
    """She may sign in again."""
    carry_out(ctx, _("The account is open again"), reopen_account, user_id)


def unlock(ctx: Any, user_id: int) -> None:
    """She may try again now."""
    carry_out(ctx, _("The account is unlocked"), unlock_account, user_id)


def change_own(ctx: Any, _user_id: int) -> None:
    """Where everybody changes her own password."""
    ctx.leave("password")


ACCOUNT = RecordSpec("staff.account", N_("Account"), "staff_user", load)
