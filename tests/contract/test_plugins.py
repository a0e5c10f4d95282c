"""Every plugin that comes with the desk passes the suite that strangers' plugins pass."""

from pathlib import Path

import pytest

from desk.testing.conformance import loaded_by_hooks, plugin_checks, plugin_ids

ROOT = Path(__file__).resolve().parents[2]

test_conformance = plugin_checks()


@pytest.mark.parametrize("plugin_id", plugin_ids())
def test_hooks_load_nothing_heavy(plugin_id):
    assert loaded_by_hooks(plugin_id, ROOT) == []
