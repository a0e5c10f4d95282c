"""A plugin is tried in a process of its own before it is switched on: what explodes, ends or loops there harms nobody here."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from desk.core.errors import UserError
from desk.core.i18n import _

HOME = Path(__file__).resolve().parents[2]
PATIENCE = 120.0
"""Seconds a plugin may take to be loaded and checked."""


def try_out(data: Path, plugin_id: str, patience: float = PATIENCE) -> list[str]:
    """What the suite every plugin passes finds wrong in an installed one, in the author's words; [] when it may be switched on.

    Programs that were packed into one file cannot start themselves anew this way; there the start itself is the trial.
    """
    if getattr(sys, "frozen", False):
        return []
    told, late = _checked(data, plugin_id, patience)
    if any(one.get("passes") for one in told):
        return []
    wrong = [f"{one.get('check')}: {one['finding']}" for one in told if one.get("finding") and one.get("standing") == "wrong"]
    return wrong or [late or _("It ended the program that tried it.")]


def quality(data: Path, plugin_id: str, patience: float = PATIENCE) -> list[str]:
    """The lines of the plugin's quality card, made in a process of its own."""
    told, late = _checked(data, plugin_id, patience)
    shown = [one for one in told if not (one.get("finding") and one.get("standing") == "lacking")]  # hints for its author
    return [str(one.get("message", "")) for one in shown] or [late or _("It ended the program that tried it.")]


def practise(data: Path, plugin_id: str, patience: float = 2 * PATIENCE) -> dict[str, str]:
    """Make the copy of the practice data in which the plugin is on: its "path", and the "login" and "password" for it.

    In a process of its own; UserError with the sentence it ended with.
    """
    told, late = _asked(data, patience, "try", plugin_id, "--prepare")
    answer = told[-1] if told else {}
    if "path" not in answer:
        raise UserError(str(answer.get("message") or late or _("It ended the program that tried it.")))
    return {name: str(answer[name]) for name in ("path", "login", "password")}


def open_practice(path: Path) -> None:
    """Open a window on these data, beside this one."""
    subprocess.Popen([sys.executable, "-m", "desk", "--data", str(path), "run"], cwd=HOME, start_new_session=True)


def _checked(data: Path, plugin_id: str, patience: float) -> tuple[list[dict[str, Any]], str]:
    return _asked(data, patience, "check", plugin_id)


def _asked(data: Path, patience: float, *words: str) -> tuple[list[dict[str, Any]], str]:
    """What `desk plugin …` told, and the sentence for a plugin that does not come back."""
    command = [sys.executable, "-m", "desk", "--data", str(data), "--json", "plugin", *words]
    try:
        answer = subprocess.run(command, check=False, cwd=HOME, capture_output=True, text=True, encoding="utf-8",
                                timeout=patience)
    except subprocess.TimeoutExpired:
        return [], _("It does not come back within {n} seconds.").format(n=int(patience))
    return [one for one in map(_line, answer.stdout.splitlines()) if one], ""


def _line(text: str) -> dict[str, Any]:
    try:
        told = json.loads(text)
    except ValueError:  # a plugin may print what it likes
        return {}
    return told if isinstance(told, dict) else {}
