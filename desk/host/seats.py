"""Several seats: each installs from the data what an administrator agreed to on one of them. It is verified once more; what
cannot be installed here is MISSING here, and the other seats go on.
"""

import logging
import tempfile
from collections.abc import Iterable
from pathlib import Path

from desk.core.errors import DeskError
from desk.host.discovery import POINTER
from desk.host.install import install, put_aside
from desk.host.install_checks import Places, Proposal
from desk.host.manifest_parts import ID
from desk.host.package import read_package
from desk.host.package_seal import digest
from desk.host.trust import Signer

log = logging.getLogger(__name__)


def lacking(installed: Path, packages: Iterable[tuple[str, str, str]]) -> list[str]:
    """Plugins whose version in use, as the data know it, is not the one that lies here."""
    return [plugin for plugin, version, _sha256 in packages if _version(installed / plugin) != version]


def take_away(installed: Path, plugin_ids: Iterable[str]) -> list[str]:
    """Take this seat's copies of removed plugins away; answers which. One that is held on to goes next time."""
    gone = []
    for plugin_id in plugin_ids:
        folder = installed / plugin_id
        if ID.fullmatch(plugin_id) and folder.is_dir():
            try:
                put_aside(folder)
            except OSError as problem:
                log.warning("The plugin %s could not be taken from this seat: %s", plugin_id, type(problem).__name__)
                continue
            gone.append(plugin_id)
    return gone


def bring(places: Places, plugin_id: str, version: str, sha256: str, content: bytes) -> bool:
    """Install one package out of the data; whether it lies here now."""
    try:
        if digest(content) != sha256:
            log.warning("The package of %s in the data is not the one that was agreed to", plugin_id)
            return False
        with tempfile.TemporaryDirectory() as scratch:
            file = Path(scratch) / "package.deskplugin"
            file.write_bytes(content)
            package = read_package(file)
            if (package.manifest.id, package.manifest.version) != (plugin_id, version):
                return False
            install(Proposal(package, Signer.CENTRE, "", _version(places.installed / plugin_id)), places)
    except (DeskError, OSError) as problem:
        log.warning("The plugin %s could not be brought to this seat: %s", plugin_id, type(problem).__name__)
        return False
    return True


def _version(folder: Path) -> str:
    try:
        return (folder / POINTER).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
