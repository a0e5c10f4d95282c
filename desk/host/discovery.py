"""Which plugins lie where, in the order they would start. Nothing is imported.

Bundled ones lie in the program's `plugins/<id>/`, installed ones in `DATA/plugins/<id>/<version>/` with a file
`current` that names the version in use. What cannot be used is found too, with its reasons.
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desk.core.i18n import _
from desk.host.manifest import FILE, Manifest, read_manifest
from desk.host.ordering import start_order
from desk.host.tables.files import FILES as TABLES
from desk.host.tables.files import has_tables

POINTER = "current"
_VERSION_FOLDER = re.compile(r"\d[0-9A-Za-z.+-]{0,40}")


@dataclass(frozen=True, slots=True)
class Found:
    """A plugin's folder. id: its name, also when the manifest says otherwise. errors: why it cannot be used."""

    id: str
    folder: Path
    manifest: Manifest | None = None
    errors: tuple[str, ...] = ()
    installed: bool = False


def discover(bundled: Path | None, installed: Path | None = None) -> list[Found]:
    """Every plugin folder, each after those it requires; an id in both places is an error of the installed one."""
    found = [_look(folder, folder.name) for folder in _folders(bundled)]
    taken = {one.id for one in found}
    for folder in _folders(installed):
        found.append(_duplicate(folder) if folder.name in taken else _installed(folder))
    return start_order(found)


def _folders(parent: Path | None) -> list[Path]:
    if parent is None or not parent.is_dir():
        return []
    return [folder for folder in sorted(parent.iterdir())
            if folder.is_dir() and folder.name[0] not in "._" and _could_be_plugin(folder)]


def _could_be_plugin(folder: Path) -> bool:
    """Left-over folders without a line of a plugin (caches, drafts) are not worth a sentence."""
    return any((folder / name).exists() for name in (FILE, "hooks.py", POINTER, *TABLES))


def _look(folder: Path, plugin_id: str, *, installed: bool = False) -> Found:
    manifest, errors = read_manifest(folder, plugin_id)
    if (folder / "hooks.py").is_file():
        if has_tables(folder):
            manifest, errors = None, (*errors, _("It has both a program (hooks.py) and tables.toml; it must be one "
                                                "of the two."))
    elif manifest is not None and has_tables(folder):
        from desk.host.tables.reading import read_folder

        _declared, wrong = read_folder(folder, plugin_id, [permission.id for permission in manifest.permissions])
        manifest, errors = (None, wrong) if wrong else (manifest, errors)
    else:
        manifest, errors = None, (*errors, _("hooks.py is missing, and so is tables.toml."))
    return Found(plugin_id, folder, manifest, errors, installed)


def _installed(folder: Path) -> Found:
    try:
        version = (folder / POINTER).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return Found(folder.name, folder, None, (_("It is not fully installed: install it again."),), installed=True)
    inner = folder / version
    if not _VERSION_FOLDER.fullmatch(version) or not inner.is_dir():
        return Found(folder.name, folder, None, (_("It is not fully installed: install it again."),), installed=True)
    found = _look(inner, folder.name, installed=True)
    if found.manifest is not None and found.manifest.version != version:
        error = _("version is {version}, but it is installed as {installed}.").format(
            version=found.manifest.version, installed=version)
        return Found(found.id, inner, None, (error,), installed=True)
    return found


def _duplicate(folder: Path) -> Found:
    return Found(folder.name, folder, None, (_("A plugin of this name comes with the desk; this one is not used."),),
                 installed=True)


def set_current(plugin_folder: Path, version: str) -> None:
    """Point an installed plugin at one of its versions; after a power cut the old or the new one is in use."""
    temporary = plugin_folder / f".{POINTER}.new"
    with temporary.open("w", encoding="utf-8") as out:
        out.write(version)
        out.flush()
        os.fsync(out.fileno())
    temporary.replace(plugin_folder / POINTER)
    _sync_folder(plugin_folder)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def known_ids(found: Iterable[Found]) -> set[str]:
    """Ids that some folder stands for, usable or not: tables with another prefix belong to nobody here."""
    return {one.id for one in found}
