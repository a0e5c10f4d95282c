"""From a fresh clone to a running program or a test run; `run` and `test` call this, with the standard library only.

python tools/bootstrap.py setup            system packages, .venv, texts; nothing else
python tools/bootstrap.py run [VERB ...]   set up, then `python -m desk VERB ...` (the window when no verb is named)
python tools/bootstrap.py test [--long] …  set up, then every check, pytest last; the other words go to pytest
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tools import checks, setup_system, setup_venv  # noqa: E402  (the folder has to be on the path first)
from tools.saying import Stop, say  # noqa: E402


def main(words: list[str]) -> int:
    """Do what the first word says; 1 with a sentence on stderr when the machine lacks something."""
    verb, rest = (words[0], words[1:]) if words else ("setup", [])
    if verb not in ("setup", "run", "test"):
        sys.exit(__doc__)
    try:
        python = set_up(for_tests=verb != "run")
    except Stop as stop:
        say(str(stop))
        return 1
    if verb == "run":
        return start(python, rest)
    return checks.run_all(ROOT, python, rest) if verb == "test" else 0


def set_up(for_tests: bool) -> Path:
    """Everything the program needs, with the test tools on top `for_tests`; the venv's Python. Raises Stop."""
    setup_system.ensure(need_screen=not for_tests and screen_is_there(), for_tests=for_tests)
    return setup_venv.ensure(ROOT, for_tests)


def screen_is_there() -> bool:
    """Whether a window could be shown; Windows and macOS always have a place for one."""
    return not sys.platform.startswith("linux") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def start(python: Path, words: list[str]) -> int:
    """Become the program; without a screen it starts unseen, and says so."""
    if not screen_is_there() and "QT_QPA_PLATFORM" not in os.environ:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        if not words or words[0] == "run":
            say("No screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): Desk starts without a visible window.")
    command = [str(python), "-P", "-m", "desk", *words]
    if os.name == "nt":
        return subprocess.call(command)
    os.execv(python, command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
