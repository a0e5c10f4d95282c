"""The quality card: read from a package before anything is installed, and by running the plugin."""

import shutil

import pytest

from desk.core.paths import BUNDLED_PLUGINS
from desk.host import loader
from desk.host.conformance import CHECKS
from desk.host.discovery import discover
from desk.host.glance import glance
from desk.host.package import pack, read_package
from desk.host.quality import TITLES, Standing, card_of
from tests.host.conftest import ZOO

HOOK = "\n\n@hookimpl\ndef desk_nav_entry():\n    return []\n"
VERB = "from desk.api.db import verb\n\n\n@verb('good.tick')\ndef tick(uow):\n    pass\n"


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "good"
    shutil.copytree(ZOO / "good", folder, ignore=shutil.ignore_patterns("__pycache__"))
    yield folder
    loader.unload("good")


def glanced(folder, tmp_path):
    return {line.code: line for line in glance(read_package(pack(folder, tmp_path))).lines}


def test_reading_a_package_runs_nothing_and_finds_nothing_in_a_good_one(source, tmp_path):
    (source / "models.py").write_text("raise SystemExit\n" + (source / "models.py").read_text("utf-8"), "utf-8")
    lines = glanced(source, tmp_path)
    assert {line.standing for line in lines.values()} == {Standing.GOOD, Standing.LACKING}
    assert lines["lineage"].count == 1


@pytest.mark.parametrize(("file", "more", "code", "words"), [
    ("papers.py", "\nimport desk.core.clock\n", "imports", "desk.api"),
    ("hooks.py", HOOK, "hooks answer", "desk_nav_entry"),
    ("hooks.py", '\nPAGE = NavEntry("list", "", "")\n', "names", "'list'"),
    ("service.py", VERB, "verbs", "asks for no right"),
    ("hooks.py", '\nTITLE = N_("Nobody translated this")\n', "texts", "Nobody translated this"),
])
def test_each_line_finds_what_it_is_for(source, tmp_path, file, more, code, words):
    path = source / file
    path.write_text((path.read_text("utf-8") if path.is_file() else "") + more, "utf-8")
    lines = glanced(source, tmp_path)
    assert [line.code for line in lines.values() if line.standing is Standing.WRONG] == [code]
    assert words in lines[code].findings[0]


def test_models_without_revisions_are_found(source, tmp_path):
    shutil.rmtree(source / "migrations")
    assert glanced(source, tmp_path)["lineage"].standing is Standing.WRONG


def test_a_blank_form_that_no_font_can_print_is_found_by_running_it(source):
    hooks = (source / "papers.py").read_text("utf-8")
    assert 'note["text"] if note else ""' in hooks
    (source / "papers.py").write_text(hooks.replace('note["text"] if note else ""', '"\\U0001F600"'), "utf-8")
    card = card_of(discover(source.parent), "good")
    assert [line.code for line in card.lines if line.standing is Standing.WRONG] == ["print"]
    assert not card.fit


def test_what_is_merely_lacking_refuses_nobody(source):
    assert card_of(discover(source.parent), "good").fit


@pytest.mark.parametrize("plugin_id", [one.id for one in discover(BUNDLED_PLUGINS)])
def test_the_bundled_ones_have_everything_a_good_plugin_has(plugin_id):
    assert [str(line) for line in card_of(discover(BUNDLED_PLUGINS), plugin_id).lines
            if line.standing in (Standing.WRONG, Standing.LACKING)] == []


def test_every_check_has_its_line():
    assert not set(CHECKS) - set(TITLES)
