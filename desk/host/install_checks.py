"""May this package be installed here? Everything that can be said before a byte of it is unpacked."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desk import API_VERSION
from desk.core.db.lineage import Lineage, core_lineage
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.tables.growing import field_kinds, shrunk
from desk.host.discovery import Found, discover
from desk.host.judge import fits
from desk.host.manifest import Manifest
from desk.host.names_taken import names_in, taken
from desk.host.ordering import in_circle
from desk.host.origin import Origin, read_origin
from desk.host.package import Package, read_package
from desk.host.package_names import RESERVED
from desk.host.tables.files import FILES as TABLES
from desk.host.tables.reading import read_bytes, read_folder
from desk.host.trust import Signer, Trust, blocked_error, signer_words

TAKEN = RESERVED | {"core", "desk", "plugins", "alembic", "sqlite", "tests", "tools"}
"""Ids that would be taken for something of the desk's own, or that Windows keeps for devices."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where plugins lie and whom to trust. applied: lineage label → revision that the data file holds; declared: tables-only
    plugin → the declaration its records are kept by.
    """

    bundled: Path | None
    installed: Path
    trust: Trust
    applied: Mapping[str, str] = field(default_factory=dict)
    api: str = API_VERSION
    declared: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def found(self) -> list[Found]:
        """What is there now."""
        return discover(self.bundled, self.installed)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A package that may be installed. replaces: the version in use, "" for a new plugin. has_data: tables of its name
    are here already.
    """

    package: Package = field(repr=False)
    signer: Signer
    signer_name: str
    replaces: str = ""
    has_data: bool = False

    @property
    def needs_confirming(self) -> bool:
        """Nobody known vouches for it, so an administrator does."""
        return self.signer in (Signer.FOREIGN, Signer.UNSIGNED)

    @property
    def signature(self) -> str:
        """The signature's state as a sentence."""
        return signer_words(self.signer, self.signer_name, self.package.key)


def look_at(file: Path, places: Places) -> Proposal:
    """Read and verify a package and judge it by what is here; UserError with the reason when it may not be installed."""
    package = read_package(file)
    manifest, trusted = package.manifest, places.trust.read()
    if trusted.is_blocked(package):
        raise blocked_error(package)
    found = places.found()
    _check_name(manifest, found)
    _check_fit(manifest, places)
    _check_requirements(manifest, found)
    _check_taken(package, found)
    _check_data(package, places)
    signer, name = trusted.signer(package.key)
    return Proposal(package, signer, name, _replaced(package, signer, places, found),
                    manifest.id in {*places.applied, *places.declared})


def release(version: str) -> tuple[int, ...]:
    """A version as numbers that compare; 1.0 and 1.0.0 are the same."""
    numbers = [int(number) for number in version.split(".")]
    return tuple(reversed(list(itertools.dropwhile(lambda number: number == 0, reversed(numbers)))))


def refused(manifest: Manifest, why: str, todo: str = "") -> UserError:
    """The error for a sound package that may not be installed here."""
    return UserError(_("“{name}” cannot be installed: {why}").format(name=manifest.name, why=why), todo=todo)


def _check_name(manifest: Manifest, found: list[Found]) -> None:
    if manifest.id in TAKEN:
        raise refused(manifest, _("the name {id} belongs to the desk itself.").format(id=manifest.id))
    if any(one.id == manifest.id and not one.installed for one in found):
        raise refused(manifest, _("a plugin called {id} comes with the desk.").format(id=manifest.id))
    mine = {text.casefold().strip() for text in manifest.name.by_language.values()}
    for one in found:
        if one.manifest and one.id != manifest.id and mine & {
                text.casefold().strip() for text in one.manifest.name.by_language.values()}:
            raise refused(manifest, _("the plugin {id} already bears this name.").format(id=one.id))


def _check_fit(manifest: Manifest, places: Places) -> None:
    if not fits(manifest.api, places.api):
        raise refused(manifest, _("it needs version {needed} of the plugin interface; this desk has {have}.").format(
            needed=".".join(map(str, manifest.api)), have=places.api), _("Ask for the version that fits, or update the desk."))
    if manifest.needs_core and manifest.needs_core not in core_lineage().revisions():
        raise refused(manifest, _("it needs a newer desk ({revision}).").format(revision=manifest.needs_core))


def _check_requirements(manifest: Manifest, found: list[Found]) -> None:
    requires = {one.id: one.manifest.requires for one in found if one.manifest}
    circle = in_circle(manifest.id, {**requires, manifest.id: manifest.requires})
    if circle:
        raise refused(manifest, _("these require each other: {names}.").format(names="、".join(circle)))
    lacking = [needed for needed in manifest.requires if needed not in requires]
    if lacking:
        raise refused(manifest, _("it needs {names}.").format(names="、".join(lacking)), _("Install that first."))


def _check_taken(package: Package, found: list[Found]) -> None:
    """Two plugins with one paper, series, page or kind of records would be told at the start only, and one would lack it."""
    sentences = taken(names_in(package.files), package.manifest.id, found)
    if sentences:
        raise refused(package.manifest, _("{what}.").format(what="; ".join(sentences[:3])),
                      _("Tell its author: names in the desk begin with the plugin's own id."))


def _check_data(package: Package, places: Places) -> None:
    """Data that a newer version wrote are not given to an older one."""
    manifest = package.manifest
    revision, names = places.applied.get(manifest.id, ""), [Path(name) for name in package.files]
    known = Lineage.revisions_among(name.name for name in names if name.parent == Path("migrations/versions"))
    if revision and revision not in known:
        raise refused(manifest, _("its data here were written by another version of it ({revision}).").format(
            revision=revision))
    _check_declaration(package, places)


def _check_declaration(package: Package, places: Places) -> None:
    """A declaration may grow; records that are kept by the old one stay readable by the new one."""
    manifest = package.manifest
    kept = places.declared.get(manifest.id) or declared_now(places.installed / manifest.id, manifest.id)
    name = next((name for name in TABLES if name in package.files), "")
    if not kept:
        return
    if not name:
        raise refused(manifest, _("its records here were kept by declarations, and this package brings a program instead."))
    declared, _errors = read_bytes(name, package.files[name], manifest.id, [one.id for one in manifest.permissions])
    lost = shrunk(field_kinds(kept), field_kinds(declared.raw if declared else {}))
    if lost:
        raise refused(manifest, _("an update may add fields, never take or change them: {what}.").format(
            what="; ".join(lost[:5])),
                      _("Ask its author to keep the old fields and to add new ones beside them."))


def declared_now(folder: Path, plugin_id: str) -> Mapping[str, Any]:
    """The declaration of the version in use, empty where there is none."""
    found = next((one for one in discover(None, folder.parent) if one.id == plugin_id and one.manifest), None)
    if found is None or found.manifest is None or not any((found.folder / name).is_file() for name in TABLES):
        return {}
    declared, _errors = read_folder(found.folder, plugin_id, [one.id for one in found.manifest.permissions])
    return declared.raw if declared else {}


def _replaced(package: Package, signer: Signer, places: Places, found: list[Found]) -> str:
    """The version in use that the package takes the place of."""
    manifest = package.manifest
    now = next((one for one in found if one.id == manifest.id), None)
    if now is None:
        return ""
    origin = read_origin(places.installed / manifest.id)
    _check_same_hand(package, signer, origin)
    if now.manifest is None:
        return ""
    if release(manifest.version) == release(now.manifest.version):
        raise refused(manifest, _("version {version} is installed already.").format(version=manifest.version))
    if release(manifest.version) < release(now.manifest.version):
        raise refused(manifest, _("the newer version {version} is installed.").format(version=now.manifest.version),
                      _("Go back to the previous version under Plugins, or remove it first."))
    return now.manifest.version


def _check_same_hand(package: Package, signer: Signer, origin: Origin) -> None:
    """A signed plugin is only followed by one that the same hand, or a known one, signed."""
    if origin.key and package.key != origin.key and signer in (Signer.FOREIGN, Signer.UNSIGNED):
        raise refused(package.manifest, _("the version in use is signed, and this one is not signed by the same publisher."),
                      _("Ask the publisher, or remove the plugin first; its data stay."))
