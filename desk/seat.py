"""The open desk as the window sees it: fills in `desk.shell.ports.Desk` with what `desk.running` opened."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.core.actor import Actor, system_actor
from desk.core.backup.archive import list_backups, make_backup
from desk.core.backup.keeping import thin_out
from desk.core.backup.wish import wish_restore
from desk.core.changes import Changes
from desk.core.clock import Clock
from desk.core.paths import BUNDLED_PLUGINS
from desk.host.barred import hold_back_barred
from desk.host.collect import Contribution
from desk.host.contributions import Contributions
from desk.host.discovery import discover
from desk.host.states import PluginStatus, State
from desk.running import RunningDesk, lineages_of
from desk.shell.ports import BackupRow, Hit, Status

if TYPE_CHECKING:
    from desk.core.staff.signin import SignedIn
    from desk.host.install_checks import Places
    from desk.host.switching import SwitchPlan


class UnitsBackend:
    """Where the window's jobs find the data, as one signed-in person."""

    def __init__(self, desk: RunningDesk, actor: Actor) -> None:
        self._desk, self._actor = desk, actor

    def reading(self) -> AbstractContextManager[Any]:
        """A reading unit of work."""
        return self._desk.factory.reading(self._actor)

    def execute(self, verb: Callable[..., Any], *args: Any, key: str) -> tuple[Any, Changes]:
        """Run a verb, once for one `key`."""
        from desk.core.db.commands import execute

        done = execute(self._desk.factory, self._actor, verb, *args, key=key)
        return done.result, done.changes


class LiveSettings(Mapping[str, Any]):
    """Declared settings as they stand; read anew when the data says that settings changed."""

    def __init__(self, desk: RunningDesk, actor: Actor) -> None:
        self._desk, self._actor, self._lock = desk, actor, threading.Lock()
        self._stored: dict[str, tuple[Any, bool]] | None = None
        desk.factory.bus.subscribe(Changes, self._forget)

    def __getitem__(self, key: str) -> Any:
        stored = self._read()
        if key in stored:
            return stored[key][0]
        return self._desk.contributions.settings.get(key).default

    def __iter__(self) -> Iterator[str]:
        return (one.item.key for one in self._desk.contributions.settings)

    def __len__(self) -> int:
        return len(self._desk.contributions.settings)

    @property
    def confirmed(self) -> frozenset[str]:
        """Keys of unsure settings that a person has confirmed."""
        return frozenset(key for key, (_value, confirmed) in self._read().items() if confirmed)

    def _read(self) -> dict[str, tuple[Any, bool]]:
        from desk.core.settings.service import get_settings

        with self._lock:
            if self._stored is None:
                with self._desk.factory.reading(self._actor) as uow:
                    self._stored = get_settings(uow)
            return self._stored

    def _forget(self, changes: Changes) -> None:
        if changes.touches("setting"):
            with self._lock:
                self._stored = None


class DeskForWindow:
    """`desk.shell.ports.Desk` over a running desk."""

    def __init__(self, desk: RunningDesk) -> None:
        self.running = desk

    @property
    def clock(self) -> Clock:
        return self.running.clock

    @property
    def contributions(self) -> Contributions:
        return self.running.contributions

    def resolve(self, plugin_id: str, path: str) -> Any:
        """The object a dotted path names."""
        return self.running.host.resolve(plugin_id, path)

    def plugin_title(self, plugin_id: str) -> str:
        """A plugin's name as shown."""
        return self.running.host.title(plugin_id)

    def sign_in(self, login: str, password: str) -> "SignedIn":
        """Who it is."""
        from desk.core.staff.signin import sign_in

        signed = sign_in(self.running.factory, login, password)
        self.running.units.actor = signed.actor
        return signed

    def check_password(self, actor: Actor, password: str) -> None:
        """The same person again."""
        from desk.core.staff.signin import check_password

        check_password(self.running.factory, actor, password)

    def sign_out(self, actor: Actor) -> None:
        """Note that she left."""
        with self.running.factory.writing(actor) as uow:
            uow.trace("staff.signed_out", "staff_user", actor.user_id)
        self.running.units.actor = system_actor(actor.community_id)

    def backend(self, actor: Actor) -> UnitsBackend:
        """Units of work for her."""
        return UnitsBackend(self.running, actor)

    def settings(self, actor: Actor) -> LiveSettings:
        """The declared settings."""
        return LiveSettings(self.running, actor)

    def settle(self) -> None:
        """What no first page waits for."""
        self.running.settle()

    def status(self) -> Status:
        """For the status line."""
        records = self.running.host.records
        return Status(encrypted=False, last_backup=self._last_backup(),
                      plugins_on=sum(record.state is State.RUNNING for record in records),
                      troubled=tuple(record.title for record in records if record.state is State.FAILED))

    def search(self, uow: Any, text: str) -> Sequence[Hit]:
        """People and cases that fit a fragment."""
        from desk.finding import find

        return find(uow, text, self.running.contributions)

    def plugin_statuses(self) -> Sequence[PluginStatus]:
        """Every known plugin with its state and its switch."""
        self._look_again()
        return self.running.host.statuses()

    def _look_again(self) -> None:
        """The host as of now: what was installed, removed or switched since the start."""
        self.running.read_switches()
        paths = self.running.paths
        gone = set(self.running.host.notice(discover(BUNDLED_PLUGINS, paths.plugins)))
        if gone:
            self.running.host.forget(gone - {*self.running.applied(), *self.running.declarations()})
        hold_back_barred(self.running.host, paths.plugins, paths.keys)

    def plugin_places(self) -> "Places":
        """Where plugins lie and whom to trust."""
        from desk.core.paths import BUNDLED_PLUGINS
        from desk.host.install_checks import Places
        from desk.host.trust import Trust

        paths = self.running.paths
        return Places(BUNDLED_PLUGINS, paths.plugins, Trust(paths.keys), self.running.applied(),
                      declared=self.running.declarations())

    @property
    def archive_folder(self) -> Path:
        """In the data folder."""
        return self.running.paths.archives

    def try_out(self, plugin_id: str) -> list[str]:
        """The suite, in a process of its own."""
        from desk.host.trial import try_out

        return try_out(self.running.paths.data, plugin_id)

    def quality(self, plugin_id: str) -> Sequence[str]:
        """The quality card."""
        from desk.host.trial import quality

        return quality(self.running.paths.data, plugin_id)

    def practise(self, plugin_id: str) -> Mapping[str, str]:
        """A copy of the practice data with it on."""
        from desk.host.trial import practise

        return practise(self.running.paths.data, plugin_id)

    def open_practice(self, path: Path) -> None:
        """A second window."""
        from desk.host.trial import open_practice

        open_practice(path)

    def plan_switch(self, plugin_id: str, *, on: bool) -> "SwitchPlan":
        """The switch, and those that go with it."""
        from desk.host.switching import plan_switch

        self._look_again()
        return plan_switch(self.running.host, plugin_id, on=on)

    def blame(self, error: BaseException) -> str:
        """Whose mistake it is."""
        plugin_id = self.running.host.blame(error)
        return self.running.host.title(plugin_id) if plugin_id else ""

    def off_after(self, api: str) -> Sequence[tuple[str, str]]:
        """Who would be off under another desk."""
        from desk.host.upgrading import off_after

        return off_after(self.running.host, api)

    def backups(self) -> Sequence[BackupRow]:
        """Newest first."""
        return [BackupRow(backup.path.name, backup.made_at, backup.size, True, backup.manifest.reason)
                for backup in list_backups(self.running.paths.backups)]

    @property
    def backup_folder(self) -> Path | None:
        """Where they lie; None when the data are on a server."""
        return self.running.paths.backups if self.running.database.path is not None else None

    @property
    def log_folder(self) -> Path:
        """Beside the data."""
        return self.running.paths.logs

    def back_up(self, actor: Actor, progress: Callable[[int, int, str], None]) -> BackupRow:
        """Make a backup, check it, thin the old ones out."""
        actor.require("desk.backup.make")
        progress(0, 2, "")
        made = self._back_up("manual", skip_unchanged=False)
        progress(1, 2, "")
        thin_out(self.running.paths.backups)
        progress(2, 2, "")
        return made[0]

    def back_up_quietly(self) -> bool:
        """Every half hour and before closing: only when something changed. Answers whether one was made."""
        made = self._back_up("timer", skip_unchanged=True)
        thin_out(self.running.paths.backups)
        return bool(made)

    def rehearse_restore(self, actor: Actor, file: Path) -> int:
        """Open a backup as a restore would; answers how many rows it holds. Raises UserError, EnvironmentFault."""
        from desk.core.backup.restore import rehearse

        actor.require("desk.backup.restore")
        paths = self.running.paths
        found = discover(BUNDLED_PLUGINS, paths.plugins)
        return sum(rehearse(file, lineages_of(found), paths.backups).values())

    def wish_restore(self, actor: Actor, file: Path) -> None:
        """Restore this backup at the next start."""
        actor.require("desk.backup.restore")
        wish_restore(self.running.paths, file, actor.name)

    def collect(self, hook: str, **arguments: Any) -> Sequence[Contribution[Any]]:
        """What the house and the running plugins answer to `hook`."""
        return self.running.host.collect(hook, **arguments)

    def close(self) -> None:
        """Stop the plugins and close the data."""
        self.running.close()
        self.running.paths.running.unlink(missing_ok=True)

    def _back_up(self, reason: str, *, skip_unchanged: bool) -> list[BackupRow]:
        path = self.running.database.path
        if path is None:
            return []
        made = make_backup(path, self.running.paths.backups, reason, self.running.clock, skip_unchanged=skip_unchanged)
        return [BackupRow(made.path.name, made.made_at, made.size, True, reason)] if made else []

    def _last_backup(self) -> datetime | None:
        if self.running.database.path is None:
            from desk.core.backup.server import last_dump

            return last_dump(self.running.paths.backups)
        newest = next(iter(list_backups(self.running.paths.backups)), None)
        return newest.made_at if newest else None
