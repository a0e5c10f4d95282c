"""plugin.toml: what a plugin says about itself, read without importing any of it.

A text stands in a table by language, English and zh_CN side by side (`name.en = "…"`, `name.zh_CN = "…"`). Unknown keys
are errors, because a misspelt key would otherwise be a silent default. docs/hooks.md shows a whole file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desk.core.i18n import _, language
from desk.host.manifest_parts import API, COLUMN, ID, PERMISSION, RELEASE, REVISION, ROLE, Table
from desk.host.toml_file import read_file

FILE = "plugin.toml"
FORMAT = 1
"""Version of the file's own format; a file that needs a later one is refused."""


@dataclass(frozen=True, slots=True)
class Words:
    """One text in several languages; `str()` gives the one shown now, English where it is lacking."""

    by_language: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.by_language.get(language()) or self.by_language.get("en", "")


@dataclass(frozen=True, slots=True)
class Permission:
    """A right the plugin knows, "<id>.<what>"; known to the role editor also while the plugin is off."""

    id: str
    title: Words


@dataclass(frozen=True, slots=True)
class Manifest:
    """A plugin's description. folder: where it lies. api: (major, minor) of the desk it was written for.

    requires: plugins it cannot run without; optional: only started after them. needs_core: revision of the core's
    tables. sensitive: columns of its tables that are shown short once it is removed, "party.contact" of `<id>_party`.
    roles: role → permissions the role gets when the plugin is first switched on.
    """

    id: str
    name: Words
    version: str
    api: tuple[int, int]
    folder: Path
    summary: Words = Words()
    author: str = ""
    icon: str = "puzzle"
    requires: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    needs_core: str = ""
    sensitive: tuple[str, ...] = ()
    permissions: tuple[Permission, ...] = ()
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def migrations(self) -> Path:
        """Folder of its revision files; need not exist."""
        return self.folder / "migrations" / "versions"

    @property
    def locale(self) -> Path:
        """Folder of its catalogues; need not exist."""
        return self.folder / "locale"


def read_manifest(folder: Path, plugin_id: str = "") -> tuple[Manifest | None, tuple[str, ...]]:
    """The manifest in `folder`, or None and every reason why it cannot be used, one sentence each.

    plugin_id: what the id must be, the folder's name unless told otherwise.
    """
    try:
        data, problem = read_file(FILE, (folder / FILE).read_bytes())
    except OSError:
        return None, (_("plugin.toml is missing or cannot be read."),)
    if problem:
        return None, (problem,)
    return parse_manifest(data, folder, plugin_id)


def parse_manifest(data: Mapping[str, Any], folder: Path,
                   plugin_id: str = "") -> tuple[Manifest | None, tuple[str, ...]]:
    """As read_manifest, from what the file holds."""
    errors: list[str] = []
    top = Table("", data, errors)
    if top.take("manifest", int, 0) != FORMAT:
        errors.append(_("manifest must be {format}: this desk reads no other form of plugin.toml.").format(
            format=FORMAT))
    needs, database = top.table("requires"), top.table("database")
    permissions = _permissions(top.table("permissions"))
    manifest = Manifest(
        id=top.matching("id", ID), name=Words(top.words("name")), version=top.matching("version", RELEASE),
        api=_api(top.matching("api", API)), folder=folder, summary=Words(top.words("summary", required=False)),
        author=top.take("author", str, ""), icon=top.take("icon", str, "puzzle"),
        requires=needs.names("plugins", ID), optional=needs.names("optional", ID),
        needs_core=database.matching("needs_core", REVISION, required=False),
        sensitive=database.names("sensitive", COLUMN), permissions=permissions, roles=_roles(top.table("roles"), permissions))
    for table in (top, needs, database):
        table.refuse_the_rest()
    errors += _contradictions(manifest, plugin_id or folder.name)
    return (None, tuple(errors)) if errors else (manifest, ())


def _api(text: str) -> tuple[int, int]:
    major, _dot, minor = text.partition(".")
    return (int(major), int(minor)) if major.isdigit() and minor.isdigit() else (0, 0)


def _permissions(table: Table) -> tuple[Permission, ...]:
    return tuple(Permission(key, Words(table.words(key))) for key in table.keys_matching(PERMISSION))


def _roles(table: Table, permissions: tuple[Permission, ...]) -> dict[str, tuple[str, ...]]:
    roles = {role: table.names(role, PERMISSION) for role in table.keys_matching(ROLE)}
    known = {permission.id for permission in permissions}
    for role, given in roles.items():
        table.errors += [_("roles.{role} names {permission}, which is not under permissions.").format(
            role=role, permission=permission) for permission in given if permission not in known]
    return roles


def _contradictions(manifest: Manifest, plugin_id: str) -> list[str]:
    """What only shows when several keys are seen together."""
    errors = []
    if manifest.id and manifest.id != plugin_id:
        errors.append(_("id is {id}, but the folder is called {folder}; they must be the same.").format(
            id=manifest.id, folder=plugin_id))
    prefix = f"{manifest.id}."
    errors += [_("The permission {permission} must begin with {prefix}").format(permission=permission.id, prefix=prefix)
               for permission in manifest.permissions if manifest.id and not permission.id.startswith(prefix)]
    if manifest.id in (*manifest.requires, *manifest.optional):
        errors.append(_("A plugin cannot require itself."))
    return errors
