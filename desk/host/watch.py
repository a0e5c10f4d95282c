"""How long plugins take: slow calls are logged, a call that does not come back has its place logged while it hangs.

A slow call is only a remark: a busy computer makes everybody slow.
"""

import logging
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from desk.core.log import Plain, inner_path

log = logging.getLogger("desk.host.watch")

SLOW_SECONDS = 0.25
HUNG_SECONDS = 5.0
LONG_WORK = {"desk_demo_data": 120}
"""Hooks that are long by nature → how many times as long they may take before they count as hanging."""


class Watch:
    """Looks at the clock for the host. suspects: plugins that were seen hanging; on_hang(plugin, what) is told of each, in a
    thread of its own, while the call still hangs."""

    def __init__(self, *, slow: float = SLOW_SECONDS, hung: float = HUNG_SECONDS, trace: bool = False) -> None:
        self.slow, self.hung, self.trace = slow, hung, trace
        self.suspects: set[str] = set()
        self.on_hang: Callable[[str, str], None] = lambda _plugin_id, _what: None

    @contextmanager
    def over(self, plugin_id: str, what: str) -> Iterator[list[object]]:
        """Watch one call of a plugin; nothing is interrupted, in-process code cannot be.

        The block may put what the call answered into the list it is given, so that its size can be traced.
        """
        answered: list[object] = []
        patience = self.hung * LONG_WORK.get(what, 1)
        timer = threading.Timer(patience, self._hangs, (plugin_id, what, threading.get_ident()))
        timer.daemon = True
        timer.start()
        begun = time.perf_counter()
        try:
            yield answered
        finally:
            timer.cancel()
            self._took(plugin_id, what, time.perf_counter() - begun, len(answered))

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
