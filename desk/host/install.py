"""Installing: unpacked beside, checked, switched by the atomic pointer. What fails leaves everything as it was.

A running plugin goes on with the files it was loaded from; the new version runs from the next start on. The version before is
kept for one step back.
"""

import shutil
import uuid
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from desk.core.db.lineage import Lineage
from desk.core.errors import DeskError, EnvironmentFault, UserError
from desk.core.i18n import _
from desk.host.discovery import POINTER, Found, set_current
from desk.host.install_checks import Places, Proposal, refused
from desk.host.keys import write_file
from desk.host.manifest import read_manifest
from desk.host.origin import FILE, Origin, read_origin, write_origin
from desk.host.package import Package
from desk.host.package_names import why_not
from desk.host.package_zip import refused as package_refused

_INCOMING, _OUTGOING = ".incoming-", ".outgoing-"
"""Folders that only exist while something is installed or removed; a start takes no notice of them."""


def install(proposal: Proposal, places: Places, *, confirmed: bool = False) -> Path:
    """Install what look_at proposed; answers the folder of the new version, in use from the next start on.

    confirmed: the administrator takes it although nobody known signed it. UserError when she did not, EnvironmentFault when the
    disk refuses; then nothing has changed.
    """
    package = proposal.package
    if proposal.needs_confirming and not confirmed:
        raise refused(package.manifest, proposal.signature, _("An administrator may confirm it."))
    sweep(places.installed)
    try:
        with ExitStack() as undo:
            return _switch(package, proposal.replaces, places, undo)
    except DeskError:
        raise
    except OSError as problem:
        raise _disk_refused() from problem
    finally:
        sweep(places.installed)


def roll_back(plugin_id: str, places: Places) -> str:
    """Use the version before again; answers it. Doing it twice is back where it began. UserError when there is none."""
    found, folder = _installed(plugin_id, places), places.installed / plugin_id
    origin = read_origin(folder)
    current, target = found.folder.name if found.folder != folder else "", origin.previous
    if not target or target == current or read_manifest(folder / target, plugin_id)[0] is None:
        raise UserError(_("There is no previous version of {name} to go back to.").format(name=plugin_id))
    revision = places.applied.get(plugin_id, "")
    if revision and revision not in Lineage(plugin_id, folder / target / "migrations" / "versions").revisions():
        raise UserError(_("Version {version} cannot read the data that the present one has changed.").format(version=target),
                        todo=_("Restore the backup made before the update, then go back."))
    try:
        write_origin(folder, replace(origin, previous=current))
        set_current(folder, target)
    except OSError as problem:
        write_origin(folder, origin)
        raise _disk_refused() from problem
    return target


def previous_version(plugin_id: str, places: Places) -> str:
    """The version roll_back would bring, "" when there is none."""
    folder = places.installed / plugin_id
    previous = read_origin(folder).previous
    now = next((one for one in places.found() if one.id == plugin_id and one.installed), None)
    usable = now is not None and previous != now.folder.name and read_manifest(folder / previous, plugin_id)[0] is not None
    return previous if previous and usable else ""


def remove(plugin_id: str, places: Places, enabled: frozenset[str] = frozenset()) -> None:
    """Take an installed plugin's program away; its data stay and are MISSING their program until it is put back."""
    _installed(plugin_id, places)
    needing = [one.id for one in places.found() if one.manifest and plugin_id in one.manifest.requires]
    if plugin_id in enabled:
        raise UserError(_("{name} is switched on.").format(name=plugin_id), todo=_("Switch it off first."))
    if needing:
        raise UserError(_("These need it: {names}.").format(names="、".join(needing)), todo=_("Remove those first."))
    try:
        put_aside(places.installed / plugin_id)
    except OSError as problem:
        raise _disk_refused() from problem


def put_aside(folder: Path) -> None:
    """Take a plugin's whole folder away in one step, then sweep up; OSError when the system holds on to it."""
    folder.rename(folder.parent / f"{_OUTGOING}{uuid.uuid4().hex}")
    sweep(folder.parent)


def sweep(installed: Path) -> None:
    """Take away what an installation cut short left behind; what a system still holds on to stays for the next time."""
    for prefix in (_INCOMING, _OUTGOING):
        for left in installed.glob(f"{prefix}*"):
            shutil.rmtree(left, ignore_errors=True)


def _switch(package: Package, replaces: str, places: Places, undo: ExitStack) -> Path:
    """Each step puts its undoing on `undo`; the pointer is the last step, and only after it are the undoings dropped."""
    manifest = package.manifest
    folder, incoming = places.installed / manifest.id, places.installed / f"{_INCOMING}{uuid.uuid4().hex}"
    _unpack(package, incoming)
    if not folder.exists():
        folder.mkdir()
        undo.callback(shutil.rmtree, folder, ignore_errors=True)
    else:
        undo.callback(_put_back, folder, {name: _bytes(folder / name) for name in (POINTER, FILE)})
    target = folder / manifest.version
    if target.exists():
        aside = places.installed / f"{_OUTGOING}{uuid.uuid4().hex}"
        target.rename(aside)
        undo.callback(aside.rename, target)
    incoming.rename(target)
    undo.callback(shutil.rmtree, target, ignore_errors=True)
    write_origin(folder, Origin(manifest.version, replaces, package.key, package.sha256))
    set_current(folder, manifest.version)
    undo.pop_all()
    _prune(folder, {manifest.version, replaces}, places.installed)
    return target


def _unpack(package: Package, folder: Path) -> None:
    """Write the verified bytes, each name checked again where it counts, and read the description as a start would."""
    folder.mkdir(parents=True)
    home = folder.resolve()
    for name, data in package.files.items():
        path = folder / name
        if why_not(name) or not path.resolve().is_relative_to(home):
            raise package_refused(_("{name} does not lie inside the plugin's folder.").format(name=name[:60]))
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as out:
            out.write(data)
    manifest, errors = read_manifest(folder, package.manifest.id)
    if manifest is None:
        raise package_refused(" ".join(errors))


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _put_back(folder: Path, before: dict[str, bytes | None]) -> None:
    """The small files as they were; one that was not touched is left alone."""
    for name, data in before.items():
        if data is None:
            (folder / name).unlink(missing_ok=True)
        elif _bytes(folder / name) != data:
            write_file(folder / name, data)
    (folder / f".{POINTER}.new").unlink(missing_ok=True)


def _prune(folder: Path, keep: set[str], installed: Path) -> None:
    """Only the version in use and the one before are kept."""
    for old in folder.iterdir():
        if old.is_dir() and old.name not in keep:
            try:
                old.rename(installed / f"{_OUTGOING}{uuid.uuid4().hex}")
            except OSError:  # a file of it is open (Windows); the next installation tries again
                continue


def _installed(plugin_id: str, places: Places) -> Found:
    for one in places.found():
        if one.id == plugin_id:
            if one.installed:
                return one
            raise UserError(_("{name} comes with the desk and stays with it.").format(name=plugin_id),
                            todo=_("It can be switched off."))
    raise UserError(_("There is no plugin called {name}.").format(name=plugin_id or "-"),
                    todo=_("desk plugin list names them all."))


def _disk_refused() -> EnvironmentFault:
    return EnvironmentFault(_("The plugin's folder cannot be written now; nothing was changed."),
                            advice=_("Close other windows of the desk, check the free space, and try again."), retry=True)
