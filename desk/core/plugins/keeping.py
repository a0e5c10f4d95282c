"""Keeping packages with the data: the version in use and the one before; for verbs, within their transaction. And names of
plugins, for the day their program is gone.
"""

from collections.abc import Mapping

from sqlalchemy import delete, select

from desk.core.actor import system_actor
from desk.core.db.uow import UnitOfWork, UnitOfWorkFactory
from desk.core.plugins.model import PluginName, PluginPackage


def keep_package(uow: UnitOfWork, plugin_id: str, version: str, sha256: str, content: bytes) -> None:
    """Keep a package as the one in use; of older ones only the last stays."""
    rows = _rows(uow, plugin_id)
    before = next((row for row in rows if row.current and row.version != version), None)
    for row in rows:
        if row is not before:
            uow.session.delete(row)
    if before is not None:
        before.current = False
    uow.session.flush()
    uow.add(PluginPackage(plugin=plugin_id, version=version, sha256=sha256, content=content, current=True, at=uow.clock.now(),
                          by=uow.actor.name))


def use_version(uow: UnitOfWork, plugin_id: str, version: str) -> None:
    """Another of the kept versions is in use from now on; none of them when it is not kept."""
    for row in _rows(uow, plugin_id):
        row.current = row.version == version


def forget_packages(uow: UnitOfWork, plugin_id: str) -> None:
    """The plugin was removed."""
    uow.session.execute(delete(PluginPackage).where(PluginPackage.plugin == plugin_id))


def list_packages(uow: UnitOfWork) -> list[tuple[str, str, str]]:
    """(plugin, version, sha256) of each package in use, by plugin."""
    found = uow.session.execute(select(PluginPackage.plugin, PluginPackage.version, PluginPackage.sha256).where(
        PluginPackage.current).order_by(PluginPackage.plugin))
    return [(plugin, version, sha256) for plugin, version, sha256 in found]


def get_package(uow: UnitOfWork, plugin_id: str) -> bytes | None:
    """The package in use, None when none is kept."""
    return uow.session.scalar(select(PluginPackage.content).where(PluginPackage.plugin == plugin_id, PluginPackage.current))


def remember_names(factory: UnitOfWorkFactory, running: Mapping[str, Mapping[str, str]]) -> None:
    """Keep what each running plugin (id → language → name) is called; writes only what is new."""
    with factory.reading(system_actor()) as uow:
        known = {row.plugin: row.names for row in uow.session.scalars(select(PluginName))}
    fresh = {plugin: dict(names) for plugin, names in running.items() if known.get(plugin) != dict(names)}
    if not fresh:
        return
    with factory.writing(system_actor()) as uow:
        rows = {row.plugin: row for row in uow.session.scalars(select(PluginName))}
        for plugin, names in fresh.items():
            if plugin in rows:
                rows[plugin].names = names
            else:
                uow.add(PluginName(plugin=plugin, names=names))


def forget_name(uow: UnitOfWork, plugin_id: str) -> None:
    """Nothing of the plugin is here any more."""
    uow.session.execute(delete(PluginName).where(PluginName.plugin == plugin_id))


def _rows(uow: UnitOfWork, plugin_id: str) -> list[PluginPackage]:
    return list(uow.session.scalars(select(PluginPackage).where(PluginPackage.plugin == plugin_id)))
