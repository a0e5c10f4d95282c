"""The checks of a test run: style, types, import contracts and texts first, pytest last.

All of them run even when one fails; each is shown as the line that repeats it.
"""

import subprocess
import sys
from pathlib import Path

from tools.saying import say

CONTRACTS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
CHECKS = {
    "ruff check": ["-m", "ruff", "check", "--quiet"],
    "mypy": ["-m", "mypy", "--no-error-summary"],
    "lint-imports": ["-c", CONTRACTS],
    "python -m tools.texts missing": ["-m", "tools.texts", "missing"],
}


def run_all(root: Path, python: Path, words: list[str]) -> int:
    """Every check, then pytest with `words`; 0 only when all of them pass."""
    failed = [name for name, command in CHECKS.items() if not passes(root, name, [str(python), *command])]
    command = ["-m", "pytest", *pytest_words(words)]
    told = shown_call(root, "python " + " ".join(command), [str(python), *command])
    if failed:
        say("failed before pytest: " + ", ".join(failed))
    return told or (1 if failed else 0)


def pytest_words(words: list[str]) -> list[str]:
    """Two processes unless the caller says otherwise; `--long` is an option of our own pytest plugin."""
    return words if "-n" in words or "--pdb" in words else ["-n", "2", *words]


def passes(root: Path, name: str, command: list[str]) -> bool:
    """Run one check; what it printed is shown only when it failed."""
    print(f"$ {name}", end=" ", flush=True)
    done = subprocess.run(command, cwd=root, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          encoding="utf-8", errors="replace")
    good = done.returncode == 0
    print("passed" if good else f"FAILED\n{done.stdout}", flush=True)
    return good


def shown_call(root: Path, shown: str, command: list[str]) -> int:
    """Print the line, run the command in the project folder, answer its exit code."""
    print(f"$ {shown}", flush=True)
    try:
        return subprocess.run(command, cwd=root, check=False).returncode
    except KeyboardInterrupt:
        sys.exit(130)
