"""For tests of views: a ViewContext without a window. Works with any Backend, so with a real unit of work as well."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from desk.core.actor import Actor
from desk.core.changes import Changes
from desk.core.clock import FixedClock
from desk.shell.asker import RecordedAsker
from desk.shell.context import ChangeHub, Seat, ViewContext
from desk.shell.jobs import ImmediateJobs, JobRunner


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
