"""plugin.toml: what is accepted, and that every mistake is named at once."""

import tomllib
from pathlib import Path

import pytest

from desk.core.i18n import set_language
from desk.host.manifest import parse_manifest, read_manifest

ZOO = Path(__file__).resolve().parents[1] / "zoo"
SMALL = """
manifest = 1
id = "small"
version = "1.2.0"
api = "1.0"
name.en = "Small"
name.zh_CN = "小"
"""


def parse(text: str):
    return parse_manifest(tomllib.loads(text), Path("plugins/small"))


def test_a_whole_file_is_read():
    manifest, errors = read_manifest(ZOO / "good")
    assert errors == ()
    assert (manifest.id, manifest.version, manifest.api) == ("good", "1.0", (1, 0))
    assert [permission.id for permission in manifest.permissions] == ["good.read", "good.write"]
    assert manifest.roles == {"clerk": ("good.read", "good.write"), "reader": ("good.read",)}
    assert manifest.needs_core == "core_0001"


def test_names_follow_the_language_shown():
    manifest, _errors = read_manifest(ZOO / "good")
    assert str(manifest.name) == "便笺"
    set_language("en")
    try:
        assert str(manifest.name) == "Notes"
    finally:
        set_language("zh_CN")


def test_little_is_needed():
    manifest, errors = parse(SMALL)
    assert errors == ()
    assert manifest.requires == ()


def test_every_mistake_is_named_at_once():
    _manifest, errors = read_manifest(ZOO / "badmanifest")
    text = "\n".join(errors)
    for word in ("nmae", "name", "id", "version", "requires.plugins", "other.read", "permissions.badmanifest.read"):
        assert word in text


@pytest.mark.parametrize(("line", "named"), [
    ("colour = 3", "colour"),
    ("[requires]\nplugin = []", "requires.plugin"),
    ("[database]\nneeds_core = 7", "database.needs_core"),
    ("[database]\nsensitive = ['note']", "database.sensitive"),
    ("[roles]\nclerk = ['small.read']", "small.read"),
    ("[requires]\nplugins = ['small']", ""),
    ("summary = 'English only'", "summary"),
    ("[permissions]\n'small.read' = 'See'", "small.read"),
    ("icon = 3", "icon"),
])
def test_a_mistake_is_an_error(line, named):
    manifest, errors = parse(SMALL + line)
    assert manifest is None
    assert named in " ".join(errors)


@pytest.mark.parametrize("wrong", ["Small", "sm", "small-one", "1small", "averyveryverylongname", "sm_all"])
def test_ids_are_short_plain_words(wrong):
    manifest, errors = parse_manifest(tomllib.loads(SMALL.replace('"small"', f'"{wrong}"')), Path(f"plugins/{wrong}"))
    assert manifest is None
    assert errors


def test_the_folder_bears_the_id():
    _manifest, errors = read_manifest(ZOO / "wrongid")
    assert "wrongid" in errors[0]
    assert "another" in errors[0]


def test_a_later_format_is_refused():
    assert parse(SMALL.replace("manifest = 1", "manifest = 2"))[1]


def test_what_is_no_toml_is_one_error(tmp_path):
    (tmp_path / "plugin.toml").write_bytes(b"\xff\xfe")
    assert len(read_manifest(tmp_path)[1]) == 1
    assert len(read_manifest(tmp_path / "nowhere")[1]) == 1
