"""What a plugin is handed: its own settings, texts, log; no window, no engine, no plugin manager."""

import dataclasses

import pytest

from desk.host.context import PluginContext, context_for
from desk.host.manifest import read_manifest
from tests.host.conftest import ZOO, services


@pytest.fixture
def context(tmp_path) -> PluginContext:
    manifest, _errors = read_manifest(ZOO / "good")
    lent = services(tmp_path, **{"good.days": 30, "other.secret": 1})
    return context_for(manifest, lent, lambda what, problem: None)


def test_settings_go_by_short_names_and_are_the_plugins_own(context):
    assert context.settings.get("days") == 30
    with pytest.raises(KeyError):
        context.settings.get("secret")


def test_defaults_are_known_while_plugins_start(running):
    host = running("good")
    assert host.declared_setting("good.days").default == 30
    with pytest.raises(KeyError):
        host.declared_setting("good.nothing")


def test_it_knows_itself_and_its_places(context, tmp_path):
    assert (context.id, context.version, context.folder) == ("good", "1.0", ZOO / "good")
    assert context.data_dir == tmp_path / "good"
    assert not context.data_dir.exists()
    assert context.log.name == "plugins.good"
    assert context.tr.domain == "good"


def test_it_holds_services_only():
    names = {field.name for field in dataclasses.fields(PluginContext)}
    assert names == {"id", "version", "folder", "data_dir", "log", "settings", "tr", "uow", "events", "clock", "may",
                     "failed", "bin"}
