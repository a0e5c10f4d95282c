"""Workbooks (.xlsx, .xls, .ods) read through a child process with limits; whatever it does, the desk goes on.

What comes back are plain cells (text, numbers, ISO dates). A refusal, a crash or a time-out of the child is a
sentence.
"""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desk.core.errors import EnvironmentFault, UserError
from desk.core.exchange.progress import Progress, silent, tell
from desk.core.exchange.table import Merge, RawSheet
from desk.core.i18n import N_, _

SILENCE_SECONDS = 90.0
_PACKAGE_ROOT = Path(__file__).resolve().parents[3]
_POLL_SECONDS = 0.1

REFUSALS = {
    "password": N_(
        "The file is protected by a password. Open it in the spreadsheet program, save it without a password and "
        "choose it again."),
    "not_a_workbook": N_(
        "This is not a spreadsheet, whatever its name says. Choose an .xlsx, .xls, .ods or .csv file."),
    "damaged": N_(
        "The file is damaged or was copied only in part. Open it in the spreadsheet program, save it again as .xlsx "
        "and choose that file."),
    "bomb": N_(
        "The file unpacks to far more than a list can hold, so it was not read. Copy the list itself into a new "
        "workbook and choose that."),
    "doctype": N_(
        "The file contains instructions that do not belong in a spreadsheet, so it was not read. Ask the sender for "
        "the list as a fresh .xlsx or .csv file."),
    "far_cell": N_(
        "Somewhere far outside the list a cell is filled, so the table would be too large (at most 300,000 rows and "
        "256 columns). Copy only the list into a new workbook and choose that."),
    "crashed": N_(
        "The file is too large or built in a way that cannot be read. Copy only the list into a new workbook and "
        "choose that."),
    "slow": N_(
        "Reading the file took too long and was stopped. Copy only the list into a new workbook and choose that."),
}


def read_workbook(path: Path, progress: Progress = silent, *, patience: float = SILENCE_SECONDS) -> list[RawSheet]:
    """Every visible, filled sheet of a workbook.

    progress: called with (rows read, 0). patience: seconds the child may be silent. Raises UserError with a
    sentence for every file that is not read, EnvironmentFault when no child can be started, Cancelled when stopped.
    """
    sheets: list[RawSheet] = []
    with _child(path) as answers:
        for answer in _patiently(answers, progress, patience):
            if answer["kind"] == "sheet":
                merges = tuple(Merge(*merge) for merge in answer["merges"])
                sheets.append(RawSheet(answer["name"], [], merges))
            elif answer["kind"] == "rows":
                sheets[-1].rows.extend(answer["rows"])
            elif answer["kind"] == "refused":
                raise refused(answer["code"])
            else:
                return sheets
    raise refused("crashed")


def refused(code: str) -> UserError:
    """The sentence for one of the codes above."""
    sentence = REFUSALS[code]
    return UserError(_(sentence))


@contextmanager
def _child(path: Path) -> "Iterator[queue.Queue[dict[str, Any] | None]]":
    """The running child and the queue its answers arrive in (None at its end); it never outlives the block."""
    command = [sys.executable, "-P", "-m", "desk.core.exchange.workbook_child", str(path)]
    found = os.environ.get("PYTHONPATH")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(_PACKAGE_ROOT), found]))}
    try:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   env=environment, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0))
    except OSError as error:
        raise EnvironmentFault(_("The spreadsheet reader could not be started."), retry=True,
                               advice=_("Close other programs and try again, or choose the list as a .csv file."),
                               ) from error
    answers: queue.Queue[dict[str, Any] | None] = queue.Queue(maxsize=64)
    given_up = threading.Event()
    listener = threading.Thread(target=_listen, args=(process, answers, given_up), daemon=True)
    listener.start()
    try:
        yield answers
    finally:
        given_up.set()
        process.kill()
        listener.join()
        process.stdout.close()  # type: ignore[union-attr]
        process.wait()


def _listen(process: "subprocess.Popen[bytes]", answers: "queue.Queue[dict[str, Any] | None]",
            given_up: threading.Event) -> None:
    """Put the child's lines into the queue, then None; lets go when nobody wants them any more."""
    def put(item: dict[str, Any] | None) -> None:
        while not given_up.is_set():
            try:
                return answers.put(item, timeout=_POLL_SECONDS)
            except queue.Full:
                continue

    try:
        for line in process.stdout or ():
            put(json.loads(line))
            if given_up.is_set():
                return
    except ValueError:  # a line cut off by the child's death
        pass
    put(None)


def _patiently(answers: "queue.Queue[dict[str, Any] | None]", progress: Progress,
               patience: float) -> Iterator[dict[str, Any]]:
    """The child's answers until its end, the watcher told at least ten times a second."""
    heard, count = time.monotonic(), 0
    while True:
        try:
            answer = answers.get(timeout=_POLL_SECONDS)
        except queue.Empty:
            tell(progress, count)
            if time.monotonic() - heard > patience:
                raise refused("slow") from None
            continue
        if answer is None:
            return
        heard = time.monotonic()
        count += len(answer.get("rows", ())) if answer["kind"] == "rows" else 0
        tell(progress, count)
        yield answer
