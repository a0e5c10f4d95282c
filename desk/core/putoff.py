"""What is declared at a start and only read when somebody asks for it: a window need not wait for two hundred papers."""

import threading
from collections.abc import Callable


class PutOff:
    """Acts that wait. `bring()` stands at the head of whatever looks into what they fill; once done it costs nothing."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []
        self._lock = threading.RLock()
        self._busy = False

    def put(self, fill: Callable[[], None]) -> None:
        """Do this when it is asked for, after what waits already."""
        self._waiting.append(fill)

    def bring(self) -> None:
        """Do what waits, once, whoever comes first; others wait for it. What an act itself looks into is as it stands."""
        if self._waiting:
            with self._lock:
                if not self._busy:
                    self._do()

    def _do(self) -> None:
        self._busy = True
        try:
            while self._waiting:
                fill = self._waiting[0]  # it stays until it is done: who asks meanwhile has to wait
                fill()
                if fill in self._waiting:
                    self._waiting.remove(fill)
        finally:
            self._busy = False

    def drop(self) -> None:
        """What waits is out of date."""
        self._waiting.clear()
