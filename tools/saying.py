"""What the set-up tells the person before the program can speak for itself; on stderr, stdout stays the program's."""

import subprocess
import sys
from typing import Any


class Stop(Exception):
    """The set-up cannot go on; the text says what is missing and the one line that helps."""


def say(text: str) -> None:
    """One line to the person in front of the terminal."""
    print(f"Desk: {text}", file=sys.stderr, flush=True)


def call(command: list[str], show: bool = True, **options: Any) -> bool:
    """Run a command, what it prints on stdout going to stderr, or nowhere; whether it succeeded."""
    try:
        out = sys.stderr if show else subprocess.DEVNULL
        return subprocess.run(command, stdout=out, check=False, **options).returncode == 0
    except OSError:
        return False


def quietly(command: list[str]) -> bool:
    """As `call`, but nothing is shown: for trying what may well fail."""
    return call(command, show=False, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
