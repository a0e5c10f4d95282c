"""Roles: the list, and the form with a tick for each right, those of plugins that are switched off among them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.core.registers.account_papers import RIGHTS
from desk.core.staff.known_rights import OWNER
from desk.core.staff.permissions import CORE_RIGHTS
from desk.core.staff.queries import list_accounts, list_roles
from desk.core.staff.service import MANAGE, copy_role, delete_role, set_role
from desk.host.pages import Column, Field, FormSpec, ListSpec, RowAction, Section
from desk.shell.doing import carry_out
from desk.shell.kit.form_page import FormPage
from desk.shell.short_lists import short_page

Choice = tuple[str, str, str]
ROOM = "desk.shell.staff.roles"


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role in the list. accounts: how many have it and are not closed."""

    id: int
    name: str
    origin: str
    accounts: int
    rights: int


@dataclass(frozen=True, slots=True)
class RoleEdit:
    """A role as ticked."""

    name: str
    rights: tuple[str, ...]
    id: int | None = None


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[RoleLine]:
    """All roles."""
    uow.require(MANAGE)
    accounts = [row for row in list_accounts(uow) if row.active]
    lines = [RoleLine(role.id, role.name, _("Built in") if role.code else _("Made here"),
                      sum(role.id in row.role_ids for row in accounts), len(role.rights)) for role in list_roles(uow)]
    return short_page(lines, request, lambda line: line.name)


def copy(ctx: Any, rows: Sequence[RoleLine]) -> None:
    """Ask for the name of the copy."""
    name = ctx.asker.ask_text(_("What is the copy called?"), _("{role} (copy)").format(role=rows[0].name))
    if name and name.strip():
        carry_out(ctx, _("The role is copied; change its rights now"), copy_role, rows[0].id, name.strip())


def remove(ctx: Any, rows: Sequence[RoleLine]) -> None:
    """Ask once, naming it; refused in words while somebody has it."""
    line = rows[0]
    if ctx.asker.confirm(_("Delete the role “{role}”?").format(role=line.name), yes=_("Delete the role"), danger=True,
                         detail=_("It is gone from this list. The audit trail keeps what it was allowed to do.")):
        carry_out(ctx, _("The role is deleted"), delete_role, line.id)


ROLES = ListSpec(
    id="staff.roles", title=N_("Roles"), record="role",
    columns=(Column("name", N_("Role"), 0), Column("origin", N_("Origin"), 140),
             Column("accounts", N_("Accounts"), 110, "number"), Column("rights", N_("Rights"), 110, "number")),
    fetch=fetch, opens="staff.role_form", new="staff.role_form", new_title=N_("New role"), new_permission=MANAGE,
    actions=(RowAction("copy", N_("Copy the role"), f"{ROOM}:copy", "copy", MANAGE),
             RowAction("delete", N_("Delete the role"), f"{ROOM}:remove", "trash-2", MANAGE)),
    paper=RIGHTS, search_hint=N_("Name of a role"), empty=N_("No roles yet. Make one for each kind of work."))


def known_rights(statuses: Iterable[Any]) -> list[Choice]:
    """(right, title, group): core's, then those of each plugin (PluginStatus) that is here, whether it runs or not."""
    found = [(right.id, _(right.title), _(OWNER)) for right in CORE_RIGHTS]
    for status in statuses:
        name = status.title if status.switched_on else _("{plugin} (switched off)").format(plugin=status.title)
        found += [(right, title, name) for right, title in status.permissions]
    return found


def choices(known: Sequence[Choice]) -> Callable[[UnitOfWork], list[Choice]]:
    """The rights to tick, and those that roles have although no plugin that is here declares them: they are kept."""

    def read(uow: UnitOfWork) -> list[Choice]:
        named = {right for right, _title, _group in known}
        kept = sorted({right for role in list_roles(uow) for right in role.rights} - named)
        return [*known, *((right, right, _("Of plugins that are not here")) for right in kept)]

    return read


def load_role(uow: UnitOfWork, role_id: int | None) -> dict[str, Any]:
    """A new role without rights, or the stored one."""
    uow.require(MANAGE)
    found = next((role for role in list_roles(uow) if role.id == role_id), None)
    return {"id": found.id, "name": found.name, "rights": tuple(found.rights)} if found else {}


def save_role(uow: UnitOfWork, edit: RoleEdit) -> int:
    """Make or change it."""
    return set_role(uow, edit.name, edit.rights, edit.id)


save_role.verb_name = "staff.set_role"  # type: ignore[attr-defined]


def role_spec(known: Sequence[Choice]) -> FormSpec:
    """The form over the rights there are."""
    return FormSpec(
        id="staff.role_form", title=N_("Role"),
        sections=(Section("", (Field("name", N_("Role"), required=True, max_length=60, width=240),),
                          help=N_("Changes hold from the next sign-in on.")),
                  Section(N_("What this role may do"), (Field("rights", N_("Rights"), "ticks", choices=choices(known)),))),
        save=save_role, load=load_role,
        make_draft=lambda values: RoleEdit(values.get("name") or "", tuple(values.get("rights") or ()), values.get("id")))


def role_form(ctx: Any, *, record_id: int | None = None, **given: Any) -> QWidget:
    """The page of a role; plugins say their rights in their manifests."""
    return FormPage(ctx, role_spec(known_rights(ctx.desk.plugin_statuses())), record_id=record_id, **given)
