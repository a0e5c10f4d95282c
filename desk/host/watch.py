"""How long plugins take: slow calls are logged, a call that does not come back has its place logged while it hangs.

A slow call is only a remark: a busy computer makes everybody slow.
"""

import logging
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desk.core.log import Plain, inner_path

log = logging.getLogger("desk.host.watch")

SLOW_SECONDS = 0.25
HUNG_SECONDS = 5.0
WATCHING = "plugin-watch"
"""The name of the thread that looks after calls."""
LONG_WORK = {"desk_demo_data": 120}
"""Hooks that are long by nature → how many times as long they may take before they count as hanging."""


@dataclass(slots=True, eq=False)
class _Call:
    """A call that is being made, on `thread`; it hangs when it is not back `due` (time.monotonic())."""

    plugin_id: str
    what: str
    thread: int
    due: float


class Watch:
    """Looks at the clock for the host. suspects: plugins that were seen hanging; on_hang(plugin, what) is told of each, in a
    thread of its own, while the call still hangs.

    One thread looks after all calls, and only while there are any: a thread for each would cost more than most calls do.
    """

    def __init__(self, *, slow: float = SLOW_SECONDS, hung: float = HUNG_SECONDS, trace: bool = False) -> None:
        self.slow, self.hung, self.trace = slow, hung, trace
        self.suspects: set[str] = set()
        self._open: set[_Call] = set()
        self._lock, self._looking = threading.Lock(), False
        self.on_hang: Callable[[str, str], None] = lambda _plugin_id, _what: None

    @contextmanager
    def over(self, plugin_id: str, what: str) -> Iterator[list[object]]:
        """Watch one call of a plugin; nothing is interrupted, in-process code cannot be.

        The block may put what the call answered into the list it is given, so that its size can be traced.
        """
        answered: list[object] = []
        begun = time.monotonic()
        call = _Call(plugin_id, what, threading.get_ident(), begun + self.hung * LONG_WORK.get(what, 1))
        self._begin(call)
        try:
            yield answered
        finally:
            with self._lock:
                self._open.discard(call)
            self._took(plugin_id, what, time.monotonic() - begun, len(answered))

    def _begin(self, call: _Call) -> None:
        with self._lock:
            self._open.add(call)
            begin, self._looking = not self._looking, True
        if begin:
            threading.Thread(target=self._look, name=WATCHING, daemon=True).start()

    def _look(self) -> None:
        """Until a while passed without any call; no call can hang sooner than `hung` from now."""
        idle = False
        while True:
            now = time.monotonic()
            with self._lock:
                hanging = [call for call in self._open if call.due <= now]
                self._open.difference_update(hanging)
                if idle and not self._open and not hanging:
                    self._looking = False
                    return
                idle = not self._open
                wait = min((call.due for call in self._open), default=now + self.hung) - now
            for call in hanging:
                self._hangs(call.plugin_id, call.what, call.thread)
            time.sleep(min(wait, self.hung))

    def _took(self, plugin_id: str, what: str, seconds: float, items: int) -> None:
        if seconds >= self.slow:
            log.info("plugin %s was slow: %s took %.2f s", plugin_id, what, seconds)
        if self.trace:
            log.info("%s %s: %d items, %.1f ms", plugin_id, what, items, seconds * 1000)

    def _hangs(self, plugin_id: str, what: str, thread: int) -> None:
        self.suspects.add(plugin_id)
        self.on_hang(plugin_id, what)
        log.error("plugin %s does not come back from %s; it is at\n%s", plugin_id, what, Plain(_place(thread)))


def _place(thread: int) -> str:
    """Where a thread is now: files, lines and functions only."""
    frame = sys._current_frames().get(thread)
    lines: list[str] = []
    while frame is not None and len(lines) < 20:
        lines.append(f"{inner_path(frame.f_code.co_filename)}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return "\n".join(lines)
