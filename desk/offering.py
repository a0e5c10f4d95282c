"""What the first-run wizard can switch on: the plugins that are here, with the number series each would give."""

import logging
from collections.abc import Iterator

from desk.core.i18n import add_domain, translator
from desk.core.paths import BUNDLED_PLUGINS, DeskPaths
from desk.host import loader
from desk.host.discovery import discover
from desk.host.manifest import Manifest
from desk.shell.ports import PluginOffer

log = logging.getLogger(__name__)


def offered_plugins(paths: DeskPaths) -> list[PluginOffer]:
    """Every usable plugin by title; one whose series cannot be asked for is offered without them. Runs in a worker."""
    manifests = [found.manifest for found in discover(BUNDLED_PLUGINS, paths.plugins) if found.manifest is not None]
    offers = [PluginOffer(one.id, str(one.name), str(one.summary), tuple(_series(one))) for one in manifests]
    return sorted(offers, key=lambda offer: offer.title)


def _series(manifest: Manifest) -> Iterator[tuple[str, str, str]]:
    """(code, title, word) of each number series; the plugin's hooks are imported for this and let go again."""
    try:
        add_domain(manifest.id, manifest.locale)
        declare = getattr(loader.load_hooks(manifest.id, manifest.folder), "desk_number_series", None)
        tr = translator(manifest.id)
        yield from [(one.code, tr(one.title), one.word) for one in (declare() if declare else ())]
    except Exception:  # noqa: BLE001 - a stranger's code: the plugin page will say what is wrong with it
        log.warning("The number series of plugin %s could not be asked for", manifest.id)
    finally:
        loader.unload(manifest.id)
