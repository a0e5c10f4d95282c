"""Verbs and reads of settings."""

from typing import Any

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.settings.model import Setting

ENABLED_PLUGINS = "desk.enabled_plugins"


@verb("settings.change", permission="desk.settings.change")
def change_settings(uow: UnitOfWork, values: dict[str, Any], confirmed: tuple[str, ...] = ()) -> int:
    """Store `values` (key → value); keys in `confirmed` are marked as confirmed by a person. Returns how many changed."""
    changed = 0
    for key, value in values.items():
        row = uow.session.scalars(select(Setting).where(Setting.key == key)).one_or_none()
        if row is None:
            row = Setting(key=key, value=value)
            uow.session.add(row)
        elif row.value == value and row.confirmed == (key in confirmed or row.confirmed):
            continue
        row.value, row.confirmed = value, row.confirmed or key in confirmed
        uow.trace("settings.change", "setting", None, key=key)
        changed += 1
    return changed


def get_setting(uow: UnitOfWork, key: str, default: Any = None) -> Any:
    """The stored value, else `default`."""
    row = uow.session.scalars(select(Setting).where(Setting.key == key)).one_or_none()
    return default if row is None else row.value


def get_settings(uow: UnitOfWork) -> dict[str, tuple[Any, bool]]:
    """All stored settings: key → (value, confirmed)."""
    return {row.key: (row.value, row.confirmed) for row in uow.session.scalars(select(Setting))}


def enabled_plugins(uow: UnitOfWork) -> set[str]:
    """Ids of the plugins this community has switched on."""
    return set(get_setting(uow, ENABLED_PLUGINS, []))


def enabled_anywhere(uow: UnitOfWork) -> set[str]:
    """Ids of the plugins that any community of these data has switched on: a program is removed for all of them."""
    found = uow.session.scalars(select(Setting.value).where(Setting.key == ENABLED_PLUGINS).execution_options(
        all_communities=True))
    return {plugin for plugins in found for plugin in plugins}


@verb("plugins.switch", permission="desk.plugins.manage")
def switch_plugin(uow: UnitOfWork, plugin_id: str, on: bool) -> None:
    """Switch a plugin on or off; it takes effect at the next start."""
    chosen = enabled_plugins(uow)
    chosen = chosen | {plugin_id} if on else chosen - {plugin_id}
    change_settings.__wrapped__(uow, {ENABLED_PLUGINS: sorted(chosen)})  # type: ignore[attr-defined]
    uow.trace("plugins.switch", "plugin", None, plugin=plugin_id, on=on)
