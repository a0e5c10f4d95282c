"""What a command is given: its arguments, the data folder, and where to say what happened."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desk.core.actor import Actor, operator
from desk.core.clock import Clock, SystemClock
from desk.core.paths import DeskPaths

if TYPE_CHECKING:
    from desk.running import RunningDesk

DONE, REFUSED, USAGE, FAULT, BUG = 0, 1, 2, 3, 4
"""Exit codes: carried out; the user's doing; wrong arguments; the world's doing; a mistake of ours."""


@dataclass
class Call:
    """One run of a command."""

    args: Namespace
    paths: DeskPaths
    clock: Clock

    @property
    def actor(self) -> Actor:
        """The operator, by the system's user name."""
        import getpass

        try:
            name = getpass.getuser()
        except (KeyError, OSError):
            name = "operator"
        return operator(name)

    @contextmanager
    def desk(self, *, safe_mode: bool = False) -> "Iterator[RunningDesk]":
        """The data folder, open; in use by a window it is refused in words."""
        from desk.running import open_desk  # the window, too, starts by this module and paints before it loads that
        from desk.shell.contributing import WITHOUT_QT

        running = open_desk(self.paths, clock=self.clock, safe_mode=safe_mode, builtin=WITHOUT_QT)
        running.units.actor = self.actor
        try:
            self._take_in_trail(running)
            yield running
        finally:
            running.close()

    def _take_in_trail(self, running: "RunningDesk") -> None:
        """What `desk plugin key` did while the data were closed stands in the trail from now on."""
        from desk.host.trust import Trust

        trust = Trust(self.paths.keys)
        if any(trust.trail_folder.glob("*.json")):
            from desk.host.trust_trail import take_in_trail

            with running.units.writing() as uow:
                take_in_trail(uow, trust)

    def say(self, sentence: str, **data: Any) -> None:
        """One sentence for a person, or one JSON object for a script (--json)."""
        if getattr(self.args, "json", False):
            sys.stdout.write(json.dumps({"message": sentence, **data}, ensure_ascii=False, default=str) + "\n")
        else:
            sys.stdout.write(sentence + "\n")


def new_call(args: Namespace, clock: Clock | None = None) -> Call:
    """A call on the folder that --data or DESK_DATA names."""
    from pathlib import Path

    from desk.core.paths import default_data_folder

    folder = Path(args.data) if args.data else default_data_folder()
    return Call(args, DeskPaths(folder.expanduser().absolute()), clock or SystemClock())
