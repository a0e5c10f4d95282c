"""None of the zoo's packages is installed: nothing lands outside, nothing of a refused one stays, the desk starts."""

from pathlib import Path

import pytest

from desk.core.errors import UserError
from desk.core.paths import BUNDLED_PLUGINS
from desk.host.discovery import discover
from desk.host.install import install
from desk.host.install_checks import Places, look_at
from desk.host.keys import PublicKey
from desk.host.package_seal import public_text
from desk.host.trust import Trust
from tests.zoo import archives as zoo

HOSTILE = zoo.archives()


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b"/" for path in sorted(folder.rglob("*"))}


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """A desk where `good` 2.0 of a known publisher is installed, and a plugin that waits for `harmless`."""
    home = tmp_path_factory.mktemp("desk")
    key = PublicKey("上城软件", public_text(zoo.keys()[0].public_key()))

    class Known(Trust):
        def read(self):
            from desk.host.trust import Place, TrustList

            return TrustList(Place.SYSTEM, (key,))

    made = Places(BUNDLED_PLUGINS, home / "data" / "plugins", Known(home / "keys", home / "nowhere"))
    file = home / "good.deskplugin"
    file.write_bytes(zoo.zipped(list(zoo.sealed(zoo.files("good", "2.0"), "good", "2.0", zoo.keys()[0]).items())))
    install(look_at(file, made), made)
    waiting = made.installed / "needsharmless" / "1.0"
    waiting.mkdir(parents=True)
    for name, data in zoo.files("needsharmless", more='[requires]\nplugins = ["harmless"]').items():
        (waiting / name).write_bytes(data)
    (waiting.parent / "current").write_text("1.0")
    return made


def test_there_are_two_hundred_of_them():
    assert len(HOSTILE) >= 200


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_in_words_and_leaves_nothing(name, places, tmp_path):
    file = tmp_path / "stick.deskplugin"
    file.write_bytes(HOSTILE[name])
    home = places.installed.parents[1]
    before = tree(home)
    with pytest.raises(UserError) as refusal:
        install(look_at(file, places), places, confirmed=True)
    assert len(str(refusal.value)) > 15
    assert tree(home) == before
    assert [path.name for path in tmp_path.iterdir()] == ["stick.deskplugin"]


def test_the_same_plugin_unspoilt_is_taken(places, tmp_path):
    file = tmp_path / "fine.deskplugin"
    file.write_bytes(zoo.good())
    folder = install(look_at(file, places), places, confirmed=True)
    assert sorted(path.name for path in folder.iterdir()) == ["hooks.py", "plugin.toml"]
    assert {one.id for one in discover(None, places.installed) if one.manifest} == {"good", "harmless", "needsharmless"}
