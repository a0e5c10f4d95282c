"""What the core itself has to set up: switches, settings, number words, roles, rules of votes."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from desk.core.ballots.model import BallotProfile
from desk.core.db.uow import UnitOfWork
from desk.core.documents.archive_model import NumberSeries
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.settings.service import ENABLED_PLUGINS, change_settings, enabled_plugins, get_settings, switch_plugin
from desk.core.staff.model import Role, RoleRight
from desk.core.staff.permissions import BUILT_IN_ROLES
from desk.core.staff.service import set_role
from desk.core.text import clean


def read_plugins(uow: UnitOfWork) -> dict[str, Any]:
    """Id → True for each that is switched on."""
    return dict.fromkeys(sorted(enabled_plugins(uow)), True)


def write_plugins(uow: UnitOfWork, told: Mapping[str, Any]) -> None:
    """Switch on what is told; nothing is switched off, because records may depend on it."""
    for plugin_id in sorted(set(told) - enabled_plugins(uow)):
        switch_plugin(uow, plugin_id, True)


def read_settings(uow: UnitOfWork) -> dict[str, Any]:
    """Key → value of what was set; what nobody set keeps its default."""
    return {key: value for key, (value, _confirmed) in sorted(get_settings(uow).items()) if key != ENABLED_PLUGINS}


def write_settings(uow: UnitOfWork, told: Mapping[str, Any]) -> None:
    """Set them; whether a person confirmed an unsure one is not taken over: each hall confirms for itself."""
    change_settings(uow, {key: value for key, value in told.items() if key != ENABLED_PLUGINS})


def read_series(uow: UnitOfWork) -> dict[str, Any]:
    """Series → template, word and brackets of those a hall changed; counters stay with their hall."""
    return {row.code: {"template": row.template, "word": row.word, "brackets": row.brackets}
            for row in uow.session.scalars(select(NumberSeries).order_by(NumberSeries.code))}


def write_series(uow: UnitOfWork, told: Mapping[str, Any]) -> None:
    """Set them, judged as the page of number series does; a series whose plugin is not here yet is kept for it."""
    from desk.core.documents.numbers import MANAGE
    from desk.core.documents.series import check_template

    uow.require(MANAGE)
    for code, values in told.items():
        row = uow.session.scalars(select(NumberSeries).where(NumberSeries.code == code)).one_or_none()
        if row is None:
            row = NumberSeries(code=clean(code, limit=80))
            uow.session.add(row)
        template = values.get("template")
        row.template = check_template(clean(template, limit=120), yearly="{year}" in template) if template else None
        row.word = None if values.get("word") is None else clean(str(values["word"]), limit=40)
        row.brackets = values.get("brackets")
        uow.session.flush()
        uow.touch("number_series", row.id)
        uow.trace("numbers.change_series", "number", None, code=code, template=row.template, next=None)


def read_roles(uow: UnitOfWork) -> dict[str, Any]:
    """Role → its rights; a built-in one by its code, others by their name."""
    found: dict[str, Any] = {}
    for role in uow.session.scalars(select(Role).order_by(Role.id)):
        rights = uow.session.scalars(select(RoleRight.permission).where(RoleRight.role_id == role.id))
        found[role.code or f"={role.name}"] = {"name": role.name, "rights": sorted(rights)}
    return found


def write_roles(uow: UnitOfWork, told: Mapping[str, Any]) -> None:
    """Give each role the rights told, making those that are not there; who has a role stays as it is."""
    built_in = {role.code for role in BUILT_IN_ROLES}
    for key, values in told.items():
        code = "" if key.startswith("=") else key
        if code and code not in built_in:
            raise UserError(_("There is no role {name}.").format(name=code))
        wanted = Role.code == code if code else Role.name == key[1:]
        role = uow.session.scalars(select(Role).where(wanted)).first()
        set_role(uow, role.name if role else str(values["name"]), tuple(map(str, values["rights"])), role.id if role else None)


def read_vote_rules(uow: UnitOfWork) -> dict[str, Any]:
    """Code → the community's edition of a rule."""
    return {row.code: row.data for row in uow.session.scalars(select(BallotProfile).order_by(BallotProfile.code))}


def write_vote_rules(uow: UnitOfWork, told: Mapping[str, Any]) -> None:
    """Keep them, judged as their page does."""
    from desk.core.ballots.profile_service import save_profile
    from desk.core.ballots.rules import from_data

    for data in told.values():
        save_profile(uow, from_data(data))
