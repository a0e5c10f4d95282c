"""Purposes of visits are data, declared when a plugin starts and taken away when it stops."""

from desk.api import N_
from desk.api.purposes import Finding, Purpose, use_purposes
from desk.api.visits import purposes


def test_a_purpose_is_known_while_its_plugin_runs():
    undo = use_purposes("example", [Purpose("example.look", N_("Look in"), "看望", (Finding("well", N_("Well"), "安好"),))])
    assert "example.look" in {one.code for one in purposes()}
    undo()
    assert "example.look" not in {one.code for one in purposes()}
