"""Verbs of installing: the right is asked for, the trail is written, the files are switched last."""

from pathlib import Path

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import Conflict
from desk.core.i18n import _
from desk.core.plugins.keeping import forget_packages, keep_package, use_version
from desk.core.settings.service import enabled_anywhere
from desk.host.install import install, remove, roll_back
from desk.host.install_checks import Places, look_at
from desk.host.package_seal import digest
from desk.host.package_zip import read_bytes


@verb("plugins.install", permission="desk.plugins.manage")
def install_plugin(uow: UnitOfWork, places: Places, file: Path, sha256: str, confirmed: bool = False) -> str:
    """Install or update from a package; answers the plugin's id. sha256: of the package that was shown and agreed to.

    In use from the next start on. The trail keeps whether somebody known signed it or who confirmed it.
    """
    proposal = look_at(file, places)
    package = proposal.package
    if package.sha256 != sha256:
        raise Conflict(_("The file was changed after it was shown. Look at it again."))
    uow.trace("plugins.install", "plugin", None, plugin=package.manifest.id, version=package.manifest.version,
              before=proposal.replaces, signer=str(proposal.signer), key=package.key, sha256=sha256,
              confirmed=proposal.needs_confirming and confirmed)
    keep_package(uow, package.manifest.id, package.manifest.version, sha256, _content(file, sha256))
    install(proposal, places, confirmed=confirmed)
    return package.manifest.id


def _content(file: Path, sha256: str) -> bytes:
    """The very bytes that were judged, to be kept for the other seats."""
    content = read_bytes(file)
    if digest(content) != sha256:
        raise Conflict(_("The file was changed after it was shown. Look at it again."))
    return content


@verb("plugins.roll_back", permission="desk.plugins.manage")
def roll_back_plugin(uow: UnitOfWork, places: Places, plugin_id: str) -> str:
    """Use the version before from the next start on; answers it."""
    uow.trace("plugins.roll_back", "plugin", None, plugin=plugin_id)
    version = roll_back(plugin_id, places)
    use_version(uow, plugin_id, version)
    return version


@verb("plugins.remove", permission="desk.plugins.manage")
def remove_plugin(uow: UnitOfWork, places: Places, plugin_id: str) -> None:
    """Take an installed plugin's program away, from every seat; its data stay. UserError while any community has it on."""
    uow.trace("plugins.remove", "plugin", None, plugin=plugin_id)
    forget_packages(uow, plugin_id)
    remove(plugin_id, places, frozenset(enabled_anywhere(uow)))
