"""A plugin is tried in a process of its own before it is switched on: what explodes, ends or loops there harms nobody here."""

import json
import subprocess
import sys
from pathlib import Path

from desk.core.i18n import _

PATIENCE = 120.0
"""Seconds a plugin may take to be loaded and checked."""


def try_out(data: Path, plugin_id: str, patience: float = PATIENCE) -> list[str]:
    """What the suite every plugin passes finds in an installed one, in the author's words; [] when it may be switched on.

    Programs that were packed into one file cannot start themselves anew this way; there the start itself is the trial.
    """
    if getattr(sys, "frozen", False):
        return []
    home = str(Path(__file__).resolve().parents[2])
    command = [sys.executable, "-m", "desk", "--data", str(data), "--json", "plugin", "check", plugin_id]
    try:
        answer = subprocess.run(command, check=False, cwd=home, capture_output=True, text=True, encoding="utf-8",
                                timeout=patience)
    except subprocess.TimeoutExpired:
        return [_("It does not come back within {n} seconds.").format(n=int(patience))]
    if answer.returncode == 0 and '"finding": ""' in answer.stdout:
        return []
    return _findings(answer.stdout) or [_("It ended the program that tried it.")]


def _findings(text: str) -> list[str]:
    found = []
    for line in text.splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict) and told.get("finding"):
            found.append(f"{told.get('check')}: {told['finding']}")
    return found
