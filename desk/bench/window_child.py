"""The real window, opened as `desk run` opens it, driven and timed from inside.

`python -m desk.bench.window_child FOLDER MODE`: MODE "paint" ends after the sign-in page was painted; "list" signs in, opens
the residents' list and moves about in it ("list-only": does not); "box" types into the box. Answers one JSON line.
"""

import json
import os
import runpy
import sys
import time
from typing import Any

from desk.shell.quick_imports import import_qt
from desk.shell.ready import use_ready

READY = use_ready()  # as `desk run` does
import_qt()

from PySide6.QtCore import QTimer, Slot  # noqa: E402

from desk.bench.clocks import CpuClock, memory_peak  # noqa: E402
from desk.shell import app  # noqa: E402


class TimedShell(app.Shell):
    """The shell, noting moments. MODE is taken from the command line."""

    mode = "paint"

    def begin(self) -> None:
        self.told: dict[str, Any] = {}
        self._steps: Any = None
        self.window.painted.connect(self._painted)
        super().begin()

    @Slot()
    def _painted(self) -> None:
        QTimer.singleShot(0, self._paint_done)

    @Slot()
    def _paint_done(self) -> None:
        self.told["painted"] = {"at": time.monotonic(), "cpu": time.thread_time()}
        if self.mode == "paint":
            self._say_and_end()

    @Slot(object)
    def _loaded(self, desk: Any) -> None:
        super()._loaded(desk)
        if self.mode != "paint":
            from desk.bench.hall import LOGIN, PASSWORD

            self.note("loaded")
            self.window.sign_in.login.setText(LOGIN)
            self.window.sign_in.password.setText(PASSWORD)
            self.window.sign_in.enter.click()

    @Slot(object)
    def _not_loaded(self, error: Exception) -> None:
        self._fail(error)

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        self._fail(error)

    def _fail(self, error: Exception) -> None:
        """Nobody is there to read a page: say it and end."""
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        sys.stderr.flush()
        os._exit(1)

    @Slot(object)
    def _signed_in(self, who: Any) -> None:
        self.note("signed_in")
        super()._signed_in(who)
        from desk.bench.stepping import BoxSteps, ListSteps  # not before the first paint: they know the list page

        assert self.window.frame is not None
        clock = CpuClock(self.desk.running.database)  # type: ignore[union-attr]
        self._steps = (BoxSteps if self.mode == "box" else ListSteps)(self.window.frame, clock)
        self._steps.begun.connect(self._usable)
        self._steps.ended.connect(self._say_and_end)
        self._steps.begin()

    @Slot()
    def _usable(self) -> None:
        self.note("usable")
        if self.mode == "list-only":
            self._say_and_end()

    def note(self, name: str) -> None:
        """The moment, and the CPU time of all threads so far."""
        self.told[name] = {"at": time.monotonic(), "cpu": time.process_time()}

    @Slot()
    def _say_and_end(self) -> None:
        if self._steps is not None:
            self.told |= {"samples": self._steps.samples, "unit": self._steps.clock.unit, "peak": memory_peak()}
        sys.stdout.write(json.dumps(self.told) + "\n")
        sys.stdout.flush()
        self.opening.paths.running.unlink(missing_ok=True)  # or the next start would ask whether to start without plugins
        READY.keep()
        os._exit(0)  # an orderly end makes a backup, of a million residents for a minute; nothing here is worth one


def main() -> None:
    """Run the program as a person would, with our shell in the place of the ordinary one."""
    folder, TimedShell.mode = sys.argv[1:3]
    app.Shell = TimedShell  # type: ignore[misc]
    sys.argv[1:] = ["--data", folder, "run"]
    runpy.run_module("desk", run_name="__main__")


if __name__ == "__main__":
    main()
