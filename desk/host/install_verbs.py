"""Verbs of installing: the right is asked for, the trail is written, the files are switched last."""

from pathlib import Path

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import Conflict
from desk.core.i18n import _
from desk.core.settings.service import enabled_plugins
from desk.host.install import install, remove, roll_back
from desk.host.install_checks import Places, look_at


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
    install(proposal, places, confirmed=confirmed)
    return package.manifest.id


@verb("plugins.roll_back", permission="desk.plugins.manage")
def roll_back_plugin(uow: UnitOfWork, places: Places, plugin_id: str) -> str:
    """Use the version before from the next start on; answers it."""
    uow.trace("plugins.roll_back", "plugin", None, plugin=plugin_id)
    return roll_back(plugin_id, places)


@verb("plugins.remove", permission="desk.plugins.manage")
def remove_plugin(uow: UnitOfWork, places: Places, plugin_id: str) -> None:
    """Take an installed plugin's program away; its data stay."""
    uow.trace("plugins.remove", "plugin", None, plugin=plugin_id)
    remove(plugin_id, places, frozenset(enabled_plugins(uow)))
