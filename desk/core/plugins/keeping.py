"""Keeping packages with the data: the version in use and the one before; for verbs, within their transaction. And names of
plugins, for the day their program is gone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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
    """The plugin was removed: an empty row without a version tells the other seats so, until it is installed again."""
    uow.session.execute(delete(PluginPackage).where(PluginPackage.plugin == plugin_id))
    uow.add(PluginPackage(plugin=plugin_id, version="", sha256="", content=b"", current=False, at=uow.clock.now(),
                          by=uow.actor.name))


def list_packages(uow: UnitOfWork) -> list[tuple[str, str, str]]:
    """(plugin, version, sha256) of each package in use, by plugin."""
    found = uow.session.execute(select(PluginPackage.plugin, PluginPackage.version, PluginPackage.sha256).where(
        PluginPackage.current).order_by(PluginPackage.plugin))
    return [(plugin, version, sha256) for plugin, version, sha256 in found]


def get_package(uow: UnitOfWork, plugin_id: str) -> bytes | None:
    """The package in use, None when none is kept."""
    return uow.session.scalar(select(PluginPackage.content).where(PluginPackage.plugin == plugin_id, PluginPackage.current))


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is kept of a plugin that ran here. names: language → name; told: its declarations as plain values."""

    names: Mapping[str, str]
    told: Mapping[str, Any]


def list_remembered(uow: UnitOfWork) -> dict[str, Remembered]:
    """Every plugin that ever ran here and was not deleted for good."""
    return {row.plugin: Remembered(row.names, row.told) for row in uow.session.scalars(select(PluginName))}


def remember(factory: UnitOfWorkFactory, known: Mapping[str, Remembered], running: Mapping[str, Remembered]) -> None:
    """Keep what each running plugin is called and declares; writes only what is new against what is `known`."""
    fresh = {plugin: one for plugin, one in running.items() if known.get(plugin) != one}
    if not fresh:
        return
    with factory.writing(system_actor()) as uow:
        rows = {row.plugin: row for row in uow.session.scalars(select(PluginName))}
        for plugin, one in fresh.items():
            if plugin in rows:
                rows[plugin].names, rows[plugin].told = dict(one.names), dict(one.told)
            else:
                uow.add(PluginName(plugin=plugin, names=dict(one.names), told=dict(one.told)))


def forget_name(uow: UnitOfWork, plugin_id: str) -> None:
    """Nothing of the plugin is here any more."""
    uow.session.execute(delete(PluginName).where(PluginName.plugin == plugin_id))


def _rows(uow: UnitOfWork, plugin_id: str) -> list[PluginPackage]:
    return list(uow.session.scalars(select(PluginPackage).where(PluginPackage.plugin == plugin_id)))
