"""The forms of an account: who it is and what she may do; a new password."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.core.places.kinds import SCOPES
from desk.core.places.queries import list_area_ids_below, list_tree
from desk.core.secret import Secret
from desk.core.staff.queries import get_account, list_roles
from desk.core.staff.service import MANAGE, AccountDraft, change_account, create_account, set_password
from desk.host.pages import Field, FormSpec, Section

_NEW = {"is_new": (True,)}


@dataclass(frozen=True, slots=True)
class AccountEdit:
    """What the form hands over; the password travels apart from the draft, so that no request key is made of it."""

    draft: AccountDraft
    id: int | None
    password: Secret


@dataclass(frozen=True, slots=True)
class PasswordEdit:
    """A new password for somebody."""

    user_id: int
    password: Secret
    must_change: bool


def save_account(uow: UnitOfWork, edit: AccountEdit) -> int:
    """Make the account or change it; chosen areas stand for all that lies in them."""
    draft = edit.draft
    if draft.area_ids is not None:
        draft = replace(draft, area_ids=_with_all_below(uow, draft.area_ids))
    if edit.id is None:
        return create_account(uow, replace(draft, password=edit.password.reveal()))
    change_account(uow, edit.id, draft)
    return edit.id


def save_password(uow: UnitOfWork, edit: PasswordEdit) -> int:
    """Set it."""
    set_password(uow, edit.user_id, edit.password.reveal(), edit.must_change)
    return edit.user_id


save_account.verb_name = "staff.create_account|staff.change_account"  # type: ignore[attr-defined]
save_password.verb_name = "staff.set_password"  # type: ignore[attr-defined]


def role_choices(uow: UnitOfWork) -> list[tuple[int, str]]:
    """The roles there are."""
    return [(role.id, role.name) for role in list_roles(uow)]


def area_choices(uow: UnitOfWork) -> list[tuple[int, str]]:
    """Areas an account can be limited to."""
    return [(area.id, area.name) for area in list_tree(uow, kinds=SCOPES)]


def load_account(uow: UnitOfWork, user_id: int | None) -> dict[str, Any]:
    """An empty account for the whole community, or the stored one."""
    uow.require(MANAGE)
    if user_id is None:
        return {"is_new": True, "must_change": True, "everywhere": True}
    row = get_account(uow, user_id)
    return {"id": row.id, "is_new": False, "login": row.login, "name": row.name, "phone": row.phone,
            "organisation_id": row.organisation_id, "roles": row.role_ids,
            "everywhere": row.area_ids is None, "areas": row.area_ids or ()}


def load_password(uow: UnitOfWork, user_id: int | None) -> dict[str, Any]:
    """Whose it is."""
    uow.require(MANAGE)
    row = get_account(uow, user_id or 0)
    return {"id": row.id, "who": f"{row.name} ({row.login})", "must_change": True}


def account_draft(values: dict[str, Any]) -> AccountEdit:
    """From the form's values."""
    areas: Iterable[int] | None = None if values.get("everywhere") else values.get("areas") or ()
    draft = AccountDraft(values.get("login") or "", values.get("name") or "", phone=values.get("phone") or "",
                         roles=tuple(values.get("roles") or ()), area_ids=None if areas is None else tuple(areas),
                         must_change=bool(values.get("must_change", True)), organisation_id=values.get("organisation_id"))
    return AccountEdit(draft, values.get("id"), values.get("password") or Secret(""))


def check_account(values: dict[str, Any]) -> dict[str, str]:
    """Somebody without a role can do nothing, and limited to no area sees nothing."""
    found = {} if values.get("roles") else {"roles": _("Tick at least one role.")}
    if not values.get("everywhere") and not values.get("areas"):
        found["areas"] = _("Tick at least one area.")
    return found


def check_password(values: dict[str, Any]) -> dict[str, str]:
    """Typed twice the same."""
    first, again = values.get("password"), values.get("again")
    if first and again and first.reveal() != again.reveal():
        return {"again": _("The two new passwords differ. Type the new one once more.")}
    return {}


def _with_all_below(uow: UnitOfWork, area_ids: Iterable[int]) -> tuple[int, ...]:
    found: set[int] = set()
    for area_id in area_ids:
        found |= {area_id} | list_area_ids_below(uow, area_id)
    return tuple(sorted(found))


ACCOUNT_FORM = FormSpec(
    id="staff.account_form", title=N_("Account"),
    sections=(
        Section(N_("Who it is"), (
            Field("login", N_("Account"), required=True, max_length=40, width=240,
                  help=N_("What she types to sign in, without spaces.")),
            Field("name", N_("Name"), required=True, max_length=60, width=240,
                  help=N_("As papers and the audit trail name her.")),
            Field("organisation_id", N_("Opened for"), "organisation",
                  help=N_("A party organisation, an estate, a department; empty for the hall's own people.")),
            Field("phone", N_("Phone"), "phone"),
            Field("password", N_("First password"), "password", True, visible_when=_NEW,
                  help=N_("At least 8 characters; tell her in person.")),
            Field("must_change", N_("Must change it at first"), "bool", default=True, visible_when=_NEW))),
        Section(N_("What she may do"), (
            Field("roles", N_("Roles"), "ticks", choices=role_choices),
            Field("everywhere", N_("Whole community"), "bool", default=True),
            Field("areas", N_("Only these areas"), "ticks", choices=area_choices, visible_when={"everywhere": (False,)})),
            help=N_("Changes hold from the next sign-in on."))),
    save=save_account, load=load_account, validate=check_account, make_draft=account_draft, after="staff.account")

PASSWORD_FORM = FormSpec(
    id="staff.password_form", title=N_("Set a new password"),
    sections=(Section("", (
        Field("who", N_("Account"), "note"),
        Field("password", N_("New password"), "password", True, help=N_("At least 8 characters; tell her in person.")),
        Field("again", N_("Once more"), "password", True),
        Field("must_change", N_("Must change it at first"), "bool", default=True,
              help=N_("So that only she knows it afterwards.")))),),
    save=save_password, load=load_password, validate=check_password, save_title=N_("Set the password (Ctrl+S)"),
    make_draft=lambda values: PasswordEdit(values["id"], values["password"], bool(values.get("must_change"))))
