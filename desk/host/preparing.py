"""Before anything of a plugin is imported: whose tables are here, who may have theirs brought up to date, who failed.

Core's migrator does the work on a copy of the data file; what goes wrong with one plugin's tables sets that plugin aside.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from desk.core.db.lineage import Lineage, core_lineage
from desk.core.errors import EnvironmentFault
from desk.core.i18n import _
from desk.core.tables.growing import field_kinds, shrunk
from desk.host.failures import Where
from desk.host.lifecycle import PluginHost
from desk.host.manifest import Manifest
from desk.host.states import State

Migrate = Callable[[Sequence[Lineage]], list[str]]
"""Bring these lineages up to date, all of them or (raising) none; answer the labels that were behind."""


def lineage_of(manifest: Manifest) -> Lineage:
    """The plugin's own line of revisions; empty for a plugin without tables."""
    return Lineage(manifest.id, manifest.migrations, manifest.needs_core)


def lineages(manifests: Sequence[Manifest]) -> list[Lineage]:
    """Core's lineage, then those of the plugins in their order."""
    return [core_lineage(), *map(lineage_of, manifests)]


def preflight(host: PluginHost, applied: Mapping[str, str], declared: Mapping[str, Mapping[str, Any]] | None = None,
              names: Mapping[str, Mapping[str, str]] | None = None, told: Mapping[str, Mapping[str, Any]] | None = None,
              matters: Collection[str] = ()) -> None:
    """Judge by what the data file holds (`applied`: lineage label → revision; `declared`: tables-only plugin → the declaration
    its records are kept by; `names`, `told`: what plugins were called and declared when they ran here; `matters`: whose matters
    are here), before anything is migrated.

    Tables or matters without a folder make a MISSING record; a plugin whose tables are newer than its program is BLOCKED; so
    is one that needs a revision of the core which this desk does not have.
    """
    known = {record.id for record in host.records}
    for label in sorted({*applied, *(declared or {}), *(set(matters) & set(names or {}))} - known - {"core"}):
        host.add_missing(label, names=(names or {}).get(label), told=(told or {}).get(label))
    for manifest in host.manifests(State.READY):
        lost = _lost(manifest, (declared or {}).get(manifest.id))
        if lost:
            host.block(manifest.id, _("Its declarations no longer fit its records: {what}.").format(what="; ".join(lost)))
    core = core_lineage().revisions()
    for manifest in host.manifests(State.READY):
        revision = applied.get(manifest.id, "")
        if manifest.needs_core and manifest.needs_core not in core:
            host.block(manifest.id, _("It needs a newer desk ({revision}).").format(revision=manifest.needs_core))
        elif revision and revision not in lineage_of(manifest).revisions():
            host.block(manifest.id, _("Its data were written by a newer version of it ({revision}).").format(
                revision=revision))


def _lost(manifest: Manifest, kept: Mapping[str, Any] | None) -> list[str]:
    """What the records know and the declarations no longer do."""
    if not kept:
        return []
    from desk.host.tables.reading import read_folder

    told, _errors = read_folder(manifest.folder, manifest.id, [one.id for one in manifest.permissions])
    return shrunk(field_kinds(kept), field_kinds(told.raw if told else {}))


def migrate_all(host: PluginHost, migrate: Migrate) -> list[str]:
    """Bring core and every READY plugin up to date in one go; if that fails, each by itself, core first.

    Answers the labels that were migrated. Core's failure passes; a plugin's sets it aside as FAILED.
    """
    ready = host.manifests(State.READY)
    try:
        return migrate(lineages(ready))
    except Exception:  # noqa: BLE001 - whose fault it is shows below
        done = migrate([core_lineage()])
    for manifest in ready:
        if host.record(manifest.id).state is State.READY:
            done += _migrate_one(host, manifest, migrate)
    return done


def _migrate_one(host: PluginHost, manifest: Manifest, migrate: Migrate) -> list[str]:
    try:
        return migrate([lineage_of(manifest)])
    except EnvironmentFault as fault:
        host.block(manifest.id, str(fault))
    except Exception as problem:  # noqa: BLE001 - a migration is the plugin's own code
        host.fail(manifest.id, Where.MIGRATION, manifest.migrations.name, problem)
    return []
