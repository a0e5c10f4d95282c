"""An open data folder with its plugins: what the window and the command line both stand on. No Qt.

Start-up, in order, each step with its own words when it fails: place and lock → plugins found (nothing imported) → head check
→ copy migrated, checked and swapped → database → plugins loaded, started and asked what they contribute.
"""

import logging
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desk.core.actor import Actor, operator, system_actor
from desk.core.backup.wish import Wish, carry_out
from desk.core.changes import Changes
from desk.core.clock import Clock, SystemClock
from desk.core.config import read_config
from desk.core.db import headcheck
from desk.core.db.lineage import Lineage, core_lineage
from desk.core.db.lock import ProgramLock
from desk.core.db.place import check_place
from desk.core.db.sqlite import damaged
from desk.core.dotted import resolve
from desk.core.errors import DataUnusable, UserError
from desk.core.events import EventBus
from desk.core.i18n import _
from desk.core.paths import BUNDLED_PLUGINS, DeskPaths
from desk.host.barred import hold_back_barred
from desk.host.context import HostServices
from desk.host.contributions import Contributions, gather
from desk.host.discovery import Found, discover
from desk.host.leftovers.showing import Gone, show_left
from desk.host.lifecycle import PluginHost
from desk.host.preparing import lineage_of, migrate_all, preflight
from desk.host.specs import table_paper
from desk.host.states import State
from desk.stores import FileStore, ServerStore

log = logging.getLogger(__name__)


@dataclass
class Chosen:
    """Which plugins are switched on, as the data say."""

    enabled: Collection[str] = field(default_factory=set)


class Units:
    """Units of work as whoever is signed in; the desk itself before anybody is."""

    def __init__(self, factory: Any) -> None:
        self._factory = factory
        self.actor: Actor = system_actor()

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """A unit of work that cannot write."""
        with self._factory.reading(self.actor) as uow:
            yield uow

    @contextmanager
    def writing(self) -> Iterator[Any]:
        """A unit of work that commits at the end of the block."""
        with self._factory.writing(self.actor) as uow:
            yield uow


class RunningDesk:
    """Everything that is open: `factory` makes units of work, `contributions` say what there is, `close()` ends it."""

    def __init__(self, paths: DeskPaths, clock: Clock, lock: ProgramLock | None, database: Any, factory: Any,
                 host: PluginHost, units: Units) -> None:
        self.paths, self.clock, self.database, self.factory, self.host = paths, clock, database, factory, host
        self.units = units
        self.contributions: Contributions = gather(host)
        self._lock, self._switched, self._settled = lock, False, False
        factory.bus.subscribe(Changes, self._settings_changed)

    def settle(self) -> None:
        """What no first page waits for: ask the plugins for the rest that they declare, keep what they are called, count
        the search index through."""
        if not self._settled:
            from desk.core.search.index import catch_up

            self.contributions.gather()
            _remember_plugins(self)
            catch_up(self.factory)
            self._settled = True

    def read_switches(self) -> None:
        """Take note of what was switched since the start, here or at another seat; what runs stays as it is."""
        if not self._switched:
            return
        from desk.core.settings.service import enabled_anywhere

        chosen, self._switched = self.host.switches, False
        assert isinstance(chosen, Chosen)
        with self.factory.reading(self.units.actor) as uow:
            chosen.enabled = enabled_anywhere(uow)

    def _settings_changed(self, changes: Changes) -> None:
        self._switched = self._switched or changes.touches("setting")

    def applied(self) -> dict[str, str]:
        """Lineage label → revision that the open data hold."""
        if self.database.path is not None:
            return headcheck.applied(self.database.path)
        from desk.core.db.server_answers import ServerAnswers

        with self.database.engine.connect() as connection:
            return ServerAnswers(connection).applied()

    def declarations(self) -> dict[str, dict[str, Any]]:
        """Tables-only plugin → the declaration that its records are kept by."""
        if self.database.path is not None:
            with headcheck.asking(self.database.path) as answers:
                return answers.declarations()
        from desk.core.db.server_answers import ServerAnswers

        with self.database.engine.connect() as connection:
            return ServerAnswers(connection).declarations()

    def close(self) -> None:
        """Stop the plugins, close the data, let go of the folder."""
        self.host.stop()
        self.database.close()
        if self._lock:
            self._lock.release()


def open_desk(paths: DeskPaths, *, clock: Clock | None = None, safe_mode: bool = False, lock: bool = True,
              builtin: Sequence[object] = (), bundled: Path = BUNDLED_PLUGINS, settled: bool = True) -> RunningDesk:
    """Open the data folder. builtin: the shell's own contributions, registered through the same hooks. settled: False for
    who calls `settle()` herself, once the first page stands.

    Raises UserError when the folder was never set up, EnvironmentFault for everything the world did to it.
    """
    clock = clock or SystemClock()
    server = read_config(paths.config).server
    if not server:
        check_place(paths.data)
        _check_there(paths)
    held = ProgramLock(paths.lock).acquire() if lock and not server else None
    try:
        running = _open(paths, clock, held, server, safe_mode, builtin, bundled)
        if settled:
            running.settle()
        return running
    except BaseException:
        if held:
            held.release()
        raise


def _check_there(paths: DeskPaths) -> None:
    """A hall is set up whole or not at all; so an empty file, or none beside its backups, is one that was lost."""
    if paths.database.exists():
        if not paths.database.stat().st_size:
            raise damaged(paths.database)
    elif paths.has_backups:
        raise DataUnusable(_("The data file is gone: {name}.").format(name=paths.database.name),
                           advice=_("Get the last good backup back. Who really wants to begin anew moves the folder {folder} "
                                    "to another place first.").format(folder=paths.backups))
    else:
        raise UserError(_("This data folder has not been set up yet."), todo=_("Run desk init, or open the window."))


def _open(paths: DeskPaths, clock: Clock, held: ProgramLock | None, server: str, safe_mode: bool,
          builtin: Sequence[object], bundled: Path) -> RunningDesk:
    if server:
        _bring_plugins(paths, ServerStore(server), bundled)
    found = discover(bundled, paths.plugins)
    wish = carry_out(paths, lambda: lineages_of(found), clock) if held else None
    store = ServerStore(server) if server else FileStore(paths, clock)
    with store.asking() as data:
        applied = data.applied()
        headcheck.compare(applied, [core_lineage()])
        host = PluginHost(found, Chosen(data.enabled()), safe_mode=safe_mode)
        declared, names, told = data.declarations(), data.names(), data.told()
        indexed = data.indexed()
        matters = data.kinds() if set(names) - {record.id for record in host.records} else ()  # who ran here and is gone
    preflight(host, applied, declared, names, told, {kind.partition(".")[0] for kind in matters})
    hold_back_barred(host, paths.plugins, paths.keys)
    migrate_all(host, store.migrate)
    for one in builtin:
        host.add_builtin(one)
    gone = [record.id for record in host.records if record.state is State.MISSING]
    running = _start(paths, clock, held, store.location, host, Gone(tuple(gone), declared, names, told), indexed)
    if wish is not None:
        _note_restore(running, wish)
    return running


def _bring_plugins(paths: DeskPaths, store: ServerStore, bundled: Path) -> None:
    """What an administrator installed on another seat is installed here too, out of the data, verified once more; what she
    removed there is taken away here."""
    from desk.host.install_checks import Places
    from desk.host.seats import bring, lacking, take_away
    from desk.host.trust import Trust

    with store.asking() as data:
        take_away(paths.plugins, data.removed())
        kept = data.packages()
        places = Places(bundled, paths.plugins, Trust(paths.keys))
        for plugin_id, version, sha256 in [one for one in kept if one[0] in lacking(paths.plugins, kept)]:
            bring(places, plugin_id, version, sha256, data.package(plugin_id))


def _note_restore(running: RunningDesk, wish: Wish) -> None:
    """The restored data's own trail tells of it: everything after this line is younger than the backup."""
    with running.factory.writing(operator(wish.by)) as uow:
        uow.trace("backup.restore", "community", uow.actor.community_id, file=Path(wish.backup).name)


def _start(paths: DeskPaths, clock: Clock, held: ProgramLock | None, location: str | Path, host: PluginHost,
           gone: Gone, indexed: tuple[int, frozenset[str]] | None) -> RunningDesk:
    from desk.core.db.engine import open_database
    from desk.core.db.uow import UnitOfWorkFactory
    from desk.core.participants import core_participants

    database = open_database(location)
    bus = EventBus()
    factory = UnitOfWorkFactory(database, clock, core_participants(), bus)
    host.load()
    show_left(host, database, gone)
    _tell_rights(host)
    units = Units(factory)
    host.start(HostServices(uow=units, events=bus, clock=clock, setting=lambda key: _setting(host, units, key),
                            may=lambda permission: units.actor.may(permission), data=paths.data / "plugin-data"))
    running = RunningDesk(paths, clock, held, database, factory, host, units)
    declare(running.contributions)
    _remember_tables(running)
    _fonts(paths)
    _index(running, indexed)
    return running


def _tell_rights(host: PluginHost) -> None:
    """What plugins' manifests call their rights, for the sheet of permissions."""
    from desk.core.staff.known_rights import KnownRight, use_rights

    use_rights(KnownRight(right, title, one.title) for one in host.statuses() for right, title in one.permissions)


def declare(contributions: Contributions) -> None:
    """Make what plugins contribute known to core: kinds of matters, papers, number series, tables of figures."""
    from desk.core.cases.registry import use_kinds
    from desk.core.cases.takers import use_takers
    from desk.core.documents.declared import declare_all
    from desk.core.scores.schemes import use_schemes_later
    from desk.core.setupfile.part import use_parts
    from desk.core.statistics.registry import use_tables_later
    from desk.core.tables.declared import use_registers

    use_registers(contributions.tables.items())
    use_parts(contributions.setup_parts.items())
    use_kinds(contributions.case_kinds.items())
    use_takers(contributions.takers.items())
    declare_all(lambda: [*contributions.papers.items(), *map(table_paper, contributions.indicators.items())],
                contributions.series.items())
    use_schemes_later(lambda: contributions.schemes.items())
    use_tables_later(lambda: contributions.indicators.items())


def _remember_plugins(running: RunningDesk) -> None:
    """Keep plugins' names and what they declare; what they leave stays readable when the program is gone."""
    from desk.core.plugins.keeping import Remembered, list_remembered, remember
    from desk.host.leftovers.remember import told_of

    with running.factory.reading(system_actor()) as uow:
        known = list_remembered(uow)
    nothing = Remembered({}, {})
    remember(running.factory, known, {
        one.id: Remembered(one.name.by_language, told_of(one, running.contributions, known.get(one.id, nothing).told,
                                                         headings=running.host.record(one.id).installed))
        for one in running.host.manifests(State.RUNNING)})


def _remember_tables(running: RunningDesk) -> None:
    """Keep the declarations that records are kept by, before the first one is."""
    if len(running.contributions.tables):
        from desk.core.tables.keeping import remember_everywhere
        from desk.host.tables.modules import running_declarations

        told = [(manifest.id, manifest.version, declared) for manifest, declared in running_declarations(running.host)]
        remember_everywhere(running.factory, [(plugin, version, declared.raw, [one.table for one in declared.registers])
                                              for plugin, version, declared in told])


def _fonts(paths: DeskPaths) -> None:
    """Print with this computer's fonts; whole faces are converted into the cache once, later and in the background."""
    from desk.core.documents.papers import use_fonts

    use_fonts(lambda: resolve("desk.core.documents.fontbook:FontBook").default(paths.cache))


def _index(running: RunningDesk, indexed: tuple[int, frozenset[str]] | None) -> None:
    """Let the search box know the plugins' records, and make its index where it is missing or old."""
    from desk.core.search.index import VERSION, catch_up, participant_of
    from desk.core.search.kinds import case_indexers, table_indexer

    search = participant_of(running.factory)
    search.add(one.item for one in running.contributions.indexers)
    search.add(table_indexer(table) for table in running.contributions.tables.items())
    search.add(case_indexers(running.contributions.case_kinds.items()))
    if indexed is None or indexed[0] != VERSION or not search.indexers.keys() <= indexed[1]:
        catch_up(running.factory, counted=False)


def _setting(host: PluginHost, units: Units, key: str) -> Any:
    from desk.core.settings.service import get_setting

    declared = host.declared_setting(key)
    with units.reading() as uow:
        return get_setting(uow, key, declared.default)


def lineages_of(found: Sequence[Found]) -> list[Lineage]:
    """Core's lineage and that of every plugin whose folder is here, switched on or not."""
    return [core_lineage(), *(lineage_of(one.manifest) for one in found if one.manifest is not None)]


def grants_of(found: Sequence[Found], chosen: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Role code → rights that the manifests of the chosen plugins propose for it."""
    grants: dict[str, tuple[str, ...]] = {}
    for one in found:
        for role, rights in (one.manifest.roles.items() if one.manifest and one.id in chosen else ()):
            grants[role] = (*grants.get(role, ()), *rights)
    return grants
