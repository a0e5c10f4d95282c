"""What goes wrong, by family: the user's doing, another's save, the world's doing, a bug of ours. The family decides
the words.

A bug's report holds the kind of error, the place in the program and the versions; never a message, a value or a full
path, because those may hold a name or a number of a person.
"""

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion

from desk import __version__
from desk.core.disk import disk_fault
from desk.core.errors import Cancelled, Conflict, EnvironmentFault, UserError
from desk.core.i18n import _
from desk.core.log import Plain

log = logging.getLogger(__name__)

QUIET_SECONDS = 60.0
"""A bug that was shown is only counted for this long; one bad table model made 63 calls fail at a single glance."""
SHEETS_A_MINUTE = 3
"""Different bugs shown within QUIET_SECONDS; the rest go to the log."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fault in words. family: "user", "conflict", "world" or "bug". report: copyable text of a bug, "" for the
    others.
    """

    family: str
    title: str
    text: str
    advice: str = ""
    lines: tuple[str, ...] = ()
    retry: bool = False
    report: str = ""


def told(error: BaseException, plugin_title: str = "") -> Told:
    """`error` in words for the person at the screen."""
    if isinstance(error, Conflict):
        return Told("conflict", _("Somebody else saved this first"), str(error), lines=_differences(error),
                    advice=_("What you typed is kept. Compare, then save again or take theirs."))
    if isinstance(error, UserError):
        return Told("user", _("This cannot be done yet"), str(error))
    if isinstance(error, Cancelled):
        return Told("user", _("Stopped"), _("It was stopped; nothing half-done was kept."))
    if isinstance(error, (EnvironmentFault, MemoryError)) or _is_disk(error):
        return _world(error)
    whose = _("The plugin “{plugin}” made a mistake.").format(plugin=plugin_title) if plugin_title else ""
    return Told("bug", _("The desk made a mistake"),
                " ".join(filter(None, [whose, _("What you typed is kept, and everything saved before is safe.")])),
                advice=_("Go on working. If it comes again, copy the report and send it to whoever looks after the desk."),
                report=report(error))


def report(error: BaseException) -> str:
    """What a programmer needs and nothing about people: kinds, places, versions."""
    import platform

    lines = [f"Desk {__version__} · Python {platform.python_version()} · Qt {qVersion()} · {platform.system()}"]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(type(cause).__module__ + "." + type(cause).__qualname__)
        lines += [f"  {place(frame)}" for frame in traceback.extract_tb(cause.__traceback__)]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
        if cause is not None:
            lines.append("-- " + _("because of"))
    return "\n".join(lines)


def place(frame: traceback.FrameSummary) -> str:
    """Module path from its package on, line and function; the folders above it may hold a person's name."""
    parts = PurePath(frame.filename).parts
    roots = [index for index, part in enumerate(parts) if part in ("desk", "plugins", "site-packages", "tests")]
    kept = parts[roots[-1]:] if roots else parts[-1:]
    return f"{'/'.join(kept)}:{frame.lineno} {frame.name}"


class FaultHook(QObject):
    """Catches what nobody caught, on any thread, and tells it once: happened(Told, times). blame: whose mistake a bug is, a
    plugin's name or ""; it counts it too.

    `install()` goes before the first window, `uninstall()` after the last. A bug already shown is counted, not shown
    again.
    """

    happened = Signal(object)
    _caught = Signal(object)

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now, self._seen = now, dict[str, float]()
        self._before: tuple[Any, Any] | None = None
        self.blame: Callable[[BaseException], str] = lambda _error: ""
        self._here = threading.local()
        self._caught.connect(self.take, Qt.ConnectionType.AutoConnection)

    def install(self) -> None:
        """Stand where Python reports what nobody caught."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = lambda given: self._on_exception(
            given.exc_type, given.exc_value or given.exc_type(), given.exc_traceback)

    def uninstall(self) -> None:
        """Stand aside again."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before
            self._before = None

    @Slot(object)
    def take(self, error: BaseException) -> None:
        """Tell `error`, unless the same bug was told a moment ago."""
        found = told(error)
        if found.family == "bug":
            found = told(error, self.blame(error))
            log.error("Bug:\n%s", Plain(found.report))
            if self._too_often(found.report):
                return
        self.happened.emit(found)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt) or getattr(self._here, "telling", False):
            sys.__excepthook__(kind, error, trace)  # a mistake in the telling itself must not be told the same way
            return
        self._here.telling = True
        try:
            self._caught.emit(error.with_traceback(trace))
        except RuntimeError:  # the window is gone already
            sys.__excepthook__(kind, error, trace)
        finally:
            self._here.telling = False

    def _too_often(self, signature: str) -> bool:
        now = self._now()
        self._seen = {each: at for each, at in self._seen.items() if now - at < QUIET_SECONDS}
        if signature in self._seen or len(self._seen) >= SHEETS_A_MINUTE:
            return True
        self._seen[signature] = now
        return False


def _differences(error: Conflict) -> tuple[str, ...]:
    return tuple(_("{field}: yours “{mine}”, theirs “{theirs}”").format(
        field=name, mine=error.mine.get(name, ""), theirs=error.theirs.get(name, ""))
        for name in dict.fromkeys([*error.mine, *error.theirs]))


def _is_disk(error: BaseException) -> bool:
    """Errors of the system that are the disk's or the medium's doing: full, read-only, gone."""
    return disk_fault(error) is not None


def _world(error: BaseException) -> Told:
    if isinstance(error, EnvironmentFault):
        return Told("world", _("Something outside the desk is in the way"), error.what, error.advice, retry=error.retry)
    if isinstance(error, MemoryError):
        return Told("world", _("Something outside the desk is in the way"), _("This computer has run out of memory."),
                    _("Close other programs, then try again."), retry=True)
    fault = disk_fault(error)
    assert fault is not None
    return Told("world", _("Something outside the desk is in the way"), fault.what, fault.advice, retry=True)
