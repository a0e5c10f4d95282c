"""The suite every plugin passes, for pytest: the host's own checks, one test a plugin.

A plugin author's test module is three lines:

    from desk.testing.conformance import plugin_checks
    test_conformance = plugin_checks(Path(__file__).resolve().parents[2])   # the folder that holds the plugin's folder
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.core.paths import BUNDLED_PLUGINS
from desk.host.conformance import CHECKS, examine
from desk.host.discovery import discover

HEAVY = ("sqlalchemy", "reportlab", "PySide6", "alembic", "fontTools", "pypinyin", "python_calamine", "xlsxwriter")


def plugin_ids(folder: Path = BUNDLED_PLUGINS) -> list[str]:
    """Ids of the plugins that lie in `folder`, usable or not."""
    return [found.id for found in discover(folder)]


def plugin_checks(folder: Path = BUNDLED_PLUGINS) -> Callable[..., None]:
    """A test function, once for each plugin in `folder`: it fails with every finding."""

    @pytest.mark.parametrize("plugin_id", plugin_ids(folder))
    def conforms(plugin_id: str) -> None:
        findings = examine(discover(folder), plugin_id)
        assert not findings, "\n".join(map(str, findings))

    return conforms


def loaded_by_hooks(plugin_id: str, root: Path) -> list[str]:
    """Heavy libraries that importing the plugin's hooks brings in, asked of a fresh interpreter started in `root`."""
    code = f"import sys, plugins.{plugin_id}.hooks; print(*[name for name in {HEAVY} if name in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    return answer.stdout.split()


__all__ = ["CHECKS", "loaded_by_hooks", "plugin_checks", "plugin_ids"]
