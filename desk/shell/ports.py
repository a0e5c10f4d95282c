"""What the frame needs from behind: two protocols that bootstrap fills in. Nothing here loads SQLAlchemy.

`Opening` is known before anything heavy is loaded, so that the sign-in page can be painted at once; its `load()` runs
in a worker after the first paint and answers the `Desk`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from desk.core.actor import Actor
from desk.core.clock import Clock
from desk.core.i18n import N_
from desk.core.paths import DeskPaths
from desk.shell.jobs import Backend

if TYPE_CHECKING:
    from desk.core.staff.signin import SignedIn
    from desk.host.collect import Contribution
    from desk.host.contributions import Contributions
    from desk.host.install_checks import Places
    from desk.host.states import PluginStatus
    from desk.host.switching import SwitchPlan


@dataclass(frozen=True, slots=True)
class Status:
    """What the status line says. last_backup: aware UTC, None when there is none. troubled: plugins that failed."""

    encrypted: bool = True
    last_backup: datetime | None = None
    plugins_on: int = 0
    troubled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A find of the box; opens `entry` with `args`. number: shown on the right, masked. group: source string of a
    title.
    """

    title: str
    detail: str = ""
    number: str = ""
    group: str = N_("People")
    icon: str = "user"
    entry: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup that lies in the backup folder. size in bytes; at: aware UTC; checked: opened and read after it was
    made.
    """

    name: str
    at: datetime
    size: int
    checked: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PluginOffer:
    """A plugin the first-run wizard can switch on. series: (code, title, number word) of the numbers it gives."""

    id: str
    title: str
    summary: str = ""
    series: tuple[tuple[str, str, str], ...] = ()


class Desk(Protocol):
    """The loaded desk. All but the properties and `resolve` may take long and are called in a worker."""

    @property
    def clock(self) -> Clock: ...

    @property
    def contributions(self) -> "Contributions":
        """What the house itself and the running plugins offer."""
        ...

    def resolve(self, plugin_id: str, path: str) -> Any:
        """The object a dotted path "module:Name" names; raises ViewFault when it cannot be had."""
        ...

    def plugin_title(self, plugin_id: str) -> str:
        """A plugin's name as shown; a look-up."""
        ...

    def sign_in(self, login: str, password: str) -> "SignedIn":
        """Who it is; raises UserError with a sentence that also says when to try again."""
        ...

    def check_password(self, actor: Actor, password: str) -> None:
        """For the idle lock: the same person again; raises as sign_in."""
        ...

    def sign_out(self, actor: Actor) -> None:
        """Note in the audit trail that she left."""
        ...

    def backend(self, actor: Actor) -> Backend:
        """Units of work for her; cheap."""
        ...

    def settings(self, actor: Actor) -> Mapping[str, Any]:
        """The declared settings as they stand, by key: live and cheap to read."""
        ...

    def settle(self) -> None:
        """What no first page waits for; called once some page stands."""
        ...

    def status(self) -> Status:
        """For the status line."""
        ...

    def search(self, uow: Any, text: str) -> Sequence[Hit]:
        """People and cases that fit a fragment; what she may not see is not found."""
        ...

    def plugin_statuses(self) -> "Sequence[PluginStatus]":
        """Every known plugin with its state; cheap."""
        ...

    def plugin_places(self) -> "Places":
        """Where plugins lie and whom to trust; reads the data file's revisions."""
        ...

    @property
    def archive_folder(self) -> Path:
        """Where the data of plugins are archived."""
        ...

    def try_out(self, plugin_id: str) -> list[str]:
        """What speaks against switching an installed plugin on; takes seconds."""
        ...

    def quality(self, plugin_id: str) -> Sequence[str]:
        """The lines of a plugin's quality card; it is run for them, in a process of its own."""
        ...

    def practise(self, plugin_id: str) -> Mapping[str, str]:
        """Make a copy of the practice data with the plugin switched on: its "path", "login" and "password". UserError."""
        ...

    def open_practice(self, path: Path) -> None:
        """Open a window on that copy, beside this one."""
        ...

    def blame(self, error: BaseException) -> str:
        """The name of the plugin whose own code made this mistake outside any hook, which is counted; "" for nobody's."""
        ...

    def plan_switch(self, plugin_id: str, *, on: bool) -> "SwitchPlan":
        """What one switch turns, with what it requires or what requires it; raises UserError when it cannot be switched on."""
        ...

    def off_after(self, api: str) -> Sequence[tuple[str, str]]:
        """(name, reason) of the plugins that would not run under a desk with this plugin interface."""
        ...

    def backups(self) -> Sequence[BackupRow]:
        """The backups there are, newest first."""
        ...

    @property
    def backup_folder(self) -> Path | None:
        """Where they lie; None when the data are on a server."""
        ...

    @property
    def log_folder(self) -> Path:
        """Where the log of what went wrong lies; it may not be there yet."""
        ...

    def back_up(self, actor: Actor, progress: Callable[[int, int, str], None]) -> BackupRow:
        """Make a backup and check it."""
        ...

    def back_up_quietly(self) -> bool:
        """A backup when something changed since the last one; for what the desk does by itself, so no right is asked."""
        ...

    def rehearse_restore(self, actor: Actor, file: Path) -> int:
        """Try a backup as a restore would, changing nothing; answers how many rows it holds."""
        ...

    def wish_restore(self, actor: Actor, file: Path) -> None:
        """Restore this backup when the desk starts again."""
        ...

    def collect(self, hook: str, **arguments: Any) -> "Sequence[Contribution[Any]]":
        """What the house and the running plugins answer to `hook` (see desk.host.hookspecs), guarded by its policy."""
        ...

    def close(self) -> None:
        """Stop the plugins and close the data."""
        ...


@dataclass(frozen=True)
class Opening:
    """What is known before anything is loaded.

    load: heavy, runs in a worker, answers the Desk. hall: name for the sign-in page. first_run: no data yet, the
    wizard comes first, offers the plugins of `offer()` (in a worker) and hands its plain dict to `found`. restart: start
    the program anew. restored: put a backup in place of data that are not there yet, or not
    any more. remember: keep
    "last_account", "appearance" or "scale" for the next start. unclean: the last run did not end as it should;
    without_plugins: this start does without them. way_in: a sentence with the account and password of practice data.
    stuck: keep the title of the plugin in which the window stands still, "" when it goes on; hung: the one kept last time.
    """

    paths: DeskPaths
    load: Callable[[], Desk]
    hall: str = ""
    practice: bool = False
    first_run: bool = False
    found: Callable[[Mapping[str, Any]], None] | None = None
    offer: Callable[[], Sequence[PluginOffer]] | None = None
    restart: Callable[[], None] | None = None
    restored: Callable[[Path], None] | None = None
    remember: Callable[[Mapping[str, Any]], None] | None = None
    appearance: str = "system"
    scale: float = 1.0
    last_login: str = ""
    unclean: bool = False
    without_plugins: Callable[[], None] | None = None
    way_in: str = ""
    stuck: Callable[[str], None] = lambda _title: None
    hung: str = ""
