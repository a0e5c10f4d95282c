"""Fresh processes, each told to answer with one JSON line of moments and CPU times."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from desk.core.errors import EnvironmentFault
from desk.core.i18n import _

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 240


def run_child(module: str, *args: str) -> dict[str, Any]:
    """What the child said; every "at" in it becomes milliseconds since the process was asked for, every "cpu" milliseconds.

    Raises EnvironmentFault with the end of what it complained about.
    """
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a switch of developers: every start would compile the program anew
    begun = time.monotonic()
    done = subprocess.run([sys.executable, "-m", module, *args], capture_output=True, text=True, env=environment,
                          timeout=PATIENCE, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not lines:
        why = " | ".join(done.stderr.strip().splitlines()[-3:])
        raise EnvironmentFault(_("A measuring process failed: {why}").format(why=why or done.returncode))
    return _since(json.loads(lines[-1]), begun)


def _since(told: dict[str, Any], begun: float) -> dict[str, Any]:
    for moment in told.values():
        if isinstance(moment, dict) and "at" in moment:
            moment["at"], moment["cpu"] = (moment["at"] - begun) * 1000, moment["cpu"] * 1000
    return told
