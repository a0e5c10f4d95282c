"""For tests of views: a ViewContext without a window. Works with any Backend, so with a real unit of work as well."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from types import SimpleNamespace
from typing import Any
from weakref import finalize

from desk.core.actor import Actor
from desk.core.changes import Changes
from desk.core.clock import FixedClock
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.host.collect import Contribution
from desk.host.contributions import Contributions, Registry
from desk.shell.asker import RecordedAsker
from desk.shell.context import ChangeHub, Seat, ViewContext
from desk.shell.jobs import ImmediateJobs, JobRunner
from desk.shell.ports import BackupRow, Status


@dataclass
class RecordingNavigator:
    """Remembers what was opened, said and gone back from."""

    opened: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    said: list[tuple[str, str]] = field(default_factory=list)
    backs: int = 0
    refreshes: int = 0

    def open(self, entry_id: str, **args: Any) -> None:
        self.opened.append((entry_id, args))

    def back(self) -> None:
        self.backs += 1

    def refresh(self) -> None:
        self.refreshes += 1

    def notify(self, text: str, tone: str = "done", undo: Callable[[], Any] | None = None) -> None:
        self.said.append((text, tone))


class PlainBackend:
    """Calls functions with `uow`; a write says it changed what the function returned when that is a Changes."""

    def __init__(self, uow: Any = None) -> None:
        self.uow, self.keys = uow if uow is not None else SimpleNamespace(), list[str]()

    @contextmanager
    def reading(self) -> Iterator[Any]:
        yield self.uow

    def execute(self, verb: Callable[..., Any], *args: Any, key: str) -> tuple[Any, Changes]:
        self.keys.append(key)
        result = verb(self.uow, *args)
        return result, result if isinstance(result, Changes) else Changes()


def make_context(folder: Path, *, plugin_id: str = "desk", backend: Any = None, jobs: JobRunner | None = None,
                 answers: Iterable[Any] = (), settings: Mapping[str, Any] | None = None, actor: Actor | None = None,
                 clock: Any = None) -> ViewContext:
    """A context whose jobs run at once (or on `jobs`), whose asker answers from `answers`, whose drafts lie in
    `folder`.

    `ctx.navigator` is a RecordingNavigator, `ctx.asker` a RecordedAsker.
    """
    from desk.shell.drafts import DraftStore

    navigator, hub = RecordingNavigator(), ChangeHub()
    runner = jobs or ImmediateJobs(backend or PlainBackend())
    runner.changed.connect(hub.tell)
    somebody = Actor("王秀英", community_id=1, user_id=1, all_rights=True)
    seat = Seat(actor=actor or somebody, clock=clock or FixedClock(), jobs=runner, asker=RecordedAsker(answers),
                drafts=DraftStore(folder / "drafts", folder / "keys", user_id=1), settings=dict(settings or {}),
                navigator=navigator, hub=hub, hall="和平社区服务中心")
    ctx = ViewContext(seat, plugin_id)
    ctx.navigator = navigator  # type: ignore[attr-defined]
    return ctx


class FakeDesk:
    """A loaded desk for tests of the frame: what is contributed is handed in, one account, no data but the backend's.

    hits: what the box finds. plugins: PluginStatus rows. answers: hook → what plugins answer to it. Views of any module
    are resolved as they are.
    """

    login, password = "wang", "four words are long enough"

    def __init__(self, entries: Iterable[Any] = (), *, backend: Any = None, clock: Any = None, **contributed: Any) -> None:
        self.clock = clock or FixedClock()
        self.actor = Actor("王秀英", community_id=1, user_id=1, all_rights=True)
        self.contributions = contributions_of(entries, **contributed)
        self.shared = backend or PlainBackend()
        self.setting_values: dict[str, Any] = {}
        self.must_change, self.closed, self.left = False, False, list[str]()
        self.hits: list[Any] = []
        self.quiet_backups = 0
        self.plugins: list[Any] = []
        self.answers: dict[str, Callable[..., Any]] = {}
        self.kept_backups: list[Any] = []
        self.backup_folder: Path | None = None
        self.log_folder = Path("logs")
        self.rehearsed, self.wished, self.practised = list[Path](), list[Path](), list[Path]()
        self.plugin_folder = Path(mkdtemp(prefix="desk-plugins-"))
        finalize(self, rmtree, self.plugin_folder, ignore_errors=True)

    def resolve(self, _plugin_id: str, path: str) -> Any:
        module, _colon, name = path.partition(":")
        return getattr(import_module(module), name)

    def plugin_title(self, plugin_id: str) -> str:
        return plugin_id

    def sign_in(self, login: str, password: str) -> Any:
        if (login, password) != (self.login, self.password):
            raise UserError(_("Account or password is wrong."), field="password")
        return SimpleNamespace(actor=self.actor, must_change=self.must_change)

    def check_password(self, _actor: Actor, password: str) -> None:
        self.sign_in(self.login, password)

    def sign_out(self, actor: Actor) -> None:
        self.left.append(actor.name)

    def backend(self, _actor: Actor) -> Any:
        return self.shared

    def settings(self, _actor: Actor) -> Mapping[str, Any]:
        return self.setting_values

    def settle(self) -> None:
        self.settled = True

    def status(self) -> Status:
        return Status(encrypted=True, last_backup=self.clock.now(), plugins_on=3)

    def search(self, _uow: Any, text: str) -> list[Any]:
        return [hit for hit in self.hits if text in hit.title]

    def rehearse_restore(self, _actor: Actor, file: Path) -> int:
        self.rehearsed.append(file)
        return 1234

    def wish_restore(self, _actor: Actor, file: Path) -> None:
        self.wished.append(file)

    def plugin_statuses(self) -> list[Any]:
        return self.plugins

    def plugin_places(self) -> Any:
        from desk.host.install_checks import Places
        from desk.host.trust import Trust

        nowhere = self.plugin_folder / "nowhere"
        return Places(None, self.plugin_folder / "plugins", Trust(self.plugin_folder / "keys", nowhere))

    @property
    def archive_folder(self) -> Path:
        return self.plugin_folder / "archives"

    def plan_switch(self, plugin_id: str, *, on: bool) -> Any:
        from desk.host.discovery import discover
        from desk.host.switching import SwitchPlan

        roles = [(one.id, role, tuple(rights)) for one in discover(None, self.plugin_folder / "plugins")
                 if on and one.manifest and one.id == plugin_id for role, rights in one.manifest.roles.items()]
        return SwitchPlan(on, (plugin_id,), (), tuple(roles))

    def try_out(self, _plugin_id: str) -> list[str]:
        return []

    def quality(self, plugin_id: str) -> list[str]:
        return [f"✓ {plugin_id}"]

    def practise(self, plugin_id: str) -> dict[str, str]:
        return {"path": str(self.plugin_folder / plugin_id), "login": "demo", "password": "demo-2026"}

    def open_practice(self, path: Path) -> None:
        self.practised.append(path)

    def blame(self, _error: BaseException) -> str:
        return ""

    def off_after(self, _api: str) -> list[tuple[str, str]]:
        return []

    def backups(self) -> list[Any]:
        return self.kept_backups

    def back_up(self, _actor: Actor, progress: Callable[[int, int, str], None]) -> Any:
        progress(1, 1, "")
        self.kept_backups.insert(0, BackupRow("desk-20261105.backup", self.clock.now(), 1_234_567, checked=True))
        return self.kept_backups[0]

    def back_up_quietly(self) -> bool:
        self.quiet_backups += 1
        self.back_up(self.actor, lambda _done, _total, _text: None)
        return True

    def collect(self, hook: str, **arguments: Any) -> list[Any]:
        answer = self.answers.get(hook)
        return [Contribution("test", item) for item in (answer(**arguments) if answer else None) or ()]

    def close(self) -> None:
        self.closed = True


def contributions_of(entries: Iterable[Any] = (), *, actions: Iterable[Any] = (), cards: Iterable[Any] = (),
                     settings: Iterable[Any] = (), papers: Iterable[Any] = (),
                     tables: Iterable[Any] = (), plugin_id: str = "desk") -> Any:
    """A Contributions of one plugin's items, or of ready Contribution objects."""
    def registry(items: Iterable[Any], key: str) -> Any:
        given = [item if isinstance(item, Contribution) else Contribution(plugin_id, item) for item in items]
        return Registry(given, lambda item: getattr(item, key))

    return Contributions(
        lambda asked: Registry([], asked.key), nav=registry(entries, "id"),
        actions=registry(actions, "id"), panels=registry((), "id"),
        cards=registry(cards, "id"), settings=registry(settings, "key"), papers=registry(papers, "id"),
        case_kinds=registry((), "code"), series=registry((), "code"), schemes=registry((), "code"),
        indexers=registry((), "kind"), indicators=registry(tables, "code"), tables=registry((), "code"),
        setup_parts=registry((), "id"), takers=registry((), "id"))
