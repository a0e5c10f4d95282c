"""A hall's set-up as one file, with the packages of its installed plugins; see desk.core.setupfile."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desk.host.install_checks import Places, Proposal, look_at, release

if TYPE_CHECKING:
    from desk.core.db.uow import UnitOfWork


def export_setup(uow: "UnitOfWork", file: Path) -> Path:
    """Write the set-up of the actor's hall; answers the file."""
    from desk.core.plugins.keeping import get_package, list_packages
    from desk.core.setupfile.applying import read_all
    from desk.core.setupfile.file import write_setup

    parts = read_all(uow)
    packages = {plugin_id: content for plugin_id, _version, _sha256 in list_packages(uow)
                if plugin_id in parts["plugins"] and (content := get_package(uow, plugin_id)) is not None}
    return write_setup(file, uow.community.hall or uow.community.name, uow.clock.now().isoformat(), parts, packages)


def lacking_packages(packages: Mapping[str, bytes], places: Places, scratch: Path) -> Iterator[tuple[Proposal, Path]]:
    """The packages of a set-up file that are not here, or newer than what is here; each looked at as any other package.

    UserError for one that may not be installed here.
    """
    have = {one.id: one.manifest.version for one in places.found() if one.manifest}
    for plugin_id, content in packages.items():
        file = scratch / f"{plugin_id}.deskplugin"
        file.write_bytes(content)
        if plugin_id in have and not _newer(file, have[plugin_id]):
            continue
        yield look_at(file, places), file


def _newer(file: Path, version: str) -> bool:
    from desk.host.package import read_package

    return release(read_package(file).manifest.version) > release(version)
