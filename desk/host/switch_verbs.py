"""The verb that switches plugins, with the rights their manifests propose for the built-in roles."""

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.settings.service import switch_plugin
from desk.core.staff.model import RoleRight
from desk.core.staff.service import grant_declared
from desk.host.switching import SwitchPlan


@verb("plugins.carry_out", permission="desk.plugins.manage")
def carry_out(uow: UnitOfWork, plan: SwitchPlan) -> None:
    """Turn the switches of `plan`, in force at the next start.

    A plugin's proposed rights are given once: where a role already has a right of it, an administrator has decided since.
    """
    for plugin_id in plan.ids:
        switch_plugin(uow, plugin_id, plan.on)
    fresh = {plugin_id for plugin_id, _role, _rights in plan.roles if not _has_rights(uow, plugin_id)}
    for plugin_id, role, rights in plan.roles:
        if plugin_id in fresh:
            grant_declared(uow, {role: tuple(rights)})


def _has_rights(uow: UnitOfWork, plugin_id: str) -> bool:
    having = select(RoleRight.permission).where(RoleRight.permission.startswith(f"{plugin_id}.", autoescape=True))
    return uow.session.scalars(having.limit(1)).first() is not None
