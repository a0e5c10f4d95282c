"""Guards around every test: no network, no dialog that waits for a human, no window or thread left behind.

The network guard sees what Python code opens; a database driver's own connections are its own affair.
"""

import builtins
import sys
import threading
import time
from dataclasses import dataclass
from typing import Any

from desk.host.watch import WATCHING

PATIENCE = 3.0  # seconds a thread gets to end by itself
NATIVE_DIALOGS = {
    "QMessageBox": ("exec", "question", "information", "warning", "critical", "about", "aboutQt"),
    "QFileDialog": ("exec", "getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"),
    "QInputDialog": ("exec", "getText", "getInt", "getDouble", "getItem", "getMultiLineText"),
    "QColorDialog": ("exec", "getColor"),
    "QFontDialog": ("exec", "getFont"),
}
_refused: list[str] = []
_met: list[str] = []
_put_up: set[str] = set()


class NetworkRefused(OSError):
    """A test reached for another machine."""


@dataclass(frozen=True)
class Snapshot:
    """What was there before a test: threads, and windows by identity."""

    threads: frozenset[threading.Thread]
    windows: frozenset[int]

    @classmethod
    def take(cls) -> "Snapshot":
        """Look round now."""
        _refused.clear()
        _met.clear()
        return cls(frozenset(threading.enumerate()), frozenset(id(window) for window in visible_windows()))


def complaints_since(before: Snapshot) -> list[str]:
    """What a test left behind; open windows are closed, so that the next test starts clean."""
    found = [f"network refused: {what}" for what in _refused]
    found += [f"classes of widgets imported by a worker: {what}" for what in dict.fromkeys(_met)]
    found += [f"thread still running: {thread.name}" for thread in running_since(before)]
    for window in visible_windows():
        if id(window) not in before.windows:
            found.append(f"window left open: {type(window).__name__} {window.windowTitle()!r}")
            window.close()
    return found


def running_since(before: Snapshot) -> list[threading.Thread]:
    """Threads begun since and still alive after a little patience.

    Threads of Qt's pools show up in Python as dummies that never end; the pool itself is asked instead.
    """
    deadline = time.monotonic() + PATIENCE
    new = [thread for thread in threading.enumerate() if thread not in before.threads and is_ours(thread)]
    for thread in new:
        thread.join(max(0.0, deadline - time.monotonic()))
    if core := sys.modules.get("PySide6.QtCore"):
        core.QThreadPool.globalInstance().waitForDone(int(PATIENCE * 1000))
    return [thread for thread in new if thread.is_alive()]


def is_ours(thread: threading.Thread) -> bool:
    """Not a stand-in for a thread that Python did not start; and the host's watch ends by itself, some time after a call."""
    return not (isinstance(thread, threading._DummyThread) or thread is threading.current_thread() or thread.name == WATCHING)


def visible_windows() -> list[Any]:
    """The top-level widgets one could see now; none without a QApplication."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    if application is None or not hasattr(application, "topLevelWidgets"):
        return []
    return [window for window in application.topLevelWidgets() if window.isVisible()]


def refuse_network() -> None:
    """From now on in this process every connection to another machine raises, and is told to the running test."""
    if "network" not in _put_up:
        _put_up.add("network")
        sys.addaudithook(_watch_sockets)  # an audit hook cannot be taken down again, so it goes up once


def _watch_sockets(event: str, given: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = given[1] if len(given) > 1 else None
        host = address[0] if isinstance(address, tuple) else None  # other families than IP stay on this machine
    elif event == "socket.getaddrinfo":
        host = given[0]
    else:
        return
    if host is not None and not is_this_machine(host):
        _refused.append(f"{event} {host}")
        raise NetworkRefused(f"tests do not use the network: {event} {host}")


def is_this_machine(host: str | bytes) -> bool:
    """Loopback addresses and names."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    return name in ("", "localhost", "::1", "0.0.0.0", "::") or name.startswith("127.")


def watch_workers() -> None:
    """From now on it is told to the running test when a worker imports classes of Qt's widgets: PySide makes a class when it is
    first met, and two threads that meet some at once end the process.
    """
    if "workers" in _put_up:
        return
    _put_up.add("workers")
    real, main = builtins.__import__, threading.main_thread().ident

    def watched(name: str, *given: Any, **named: Any) -> Any:
        if name == "PySide6.QtWidgets" and threading.get_ident() != main:
            _met.append(sys._getframe(1).f_globals.get("__name__", "?"))
        return real(name, *given, **named)

    builtins.__import__ = watched


def refuse_native_dialogs() -> None:
    """Dialogs that would wait for a human raise instead; the desk asks through its own asker."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or "dialogs" in _put_up:
        return
    _put_up.add("dialogs")
    for class_name, names in NATIVE_DIALOGS.items():
        for name in names:
            setattr(getattr(widgets, class_name), name, _refusal(f"{class_name}.{name}"))


def _refusal(name: str) -> Any:
    def refused(*given: object, **named: object) -> None:
        raise AssertionError(f"{name} would wait for a human: ask through the desk's asker")

    return staticmethod(refused)
