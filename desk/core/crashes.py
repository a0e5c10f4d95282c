"""What a fault below Python leaves behind: where the program was when Qt or a driver took the whole process down.

Nothing of ours runs any more at that moment, so Python's own handler writes the places into a file beside the log; the
next start moves them into the log, without the folders above the program, which may bear a person's name.
"""

import faulthandler
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.core.log import Plain, inner_path

log = logging.getLogger(__name__)

NAME = "crash.txt"
MOST_LINES = 60
"""Lines of one crash that go into the log: the thread that failed comes first."""
_FRAME = re.compile(r'\s*File "(?P<file>.*)", line (?P<line>\d+) in (?P<name>\S+)')
_HEAD = ("Fatal Python error", "Current thread", "Thread 0x", "Windows fatal exception")


@contextmanager
def keep_crashes(folder: Path) -> Iterator[None]:
    """Log what the last run left, and be ready for this one; without a data folder yet, or on a full disk, do neither."""
    try:
        if not folder.parent.exists():
            raise FileNotFoundError(folder.parent)
        folder.mkdir(exist_ok=True)
        file = (folder / NAME).open("a+", encoding="utf-8", errors="replace")
    except OSError:
        yield
        return
    with file:
        file.seek(0)
        places = places_of(file.read())
        if places:
            log.error("The last run ended by a fault below Python:\n%s", Plain("\n".join(places)))
        file.truncate(0)
        faulthandler.enable(file)
        try:
            yield
        finally:
            faulthandler.disable()
            file.truncate(0)  # it ended as it should: what a library reported and got over is no crash


def places_of(text: str) -> list[str]:
    """The kind of fault and the places in the program, as the log writes them; [] for an empty file."""
    found = []
    for line in text.splitlines():
        frame = _FRAME.fullmatch(line)
        if frame:
            found.append(f"  {inner_path(frame['file'])}:{frame['line']} {frame['name']}")
        elif line.startswith(_HEAD):
            found.append(f"  {line}")
    return found[:MOST_LINES]
