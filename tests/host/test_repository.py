"""A folder with an index is a repository: signed, judged by what is here, and never trusted beyond its packages."""

import json
import shutil
from pathlib import Path

import pytest

from desk.core.errors import UserError
from desk.host.install import install
from desk.host.install_checks import Places, look_at
from desk.host.keys import PublicKey
from desk.host.package import pack
from desk.host.package_seal import public_text
from desk.host.repository import Standing, make_index, package_of, read_repository
from desk.host.seats import bring, lacking
from desk.host.trust import Place, Signer, Trust, TrustList
from tests.zoo import archives as zoo

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def places(tmp_path):
    key = PublicKey("上城软件", public_text(zoo.keys()[0].public_key()))

    class Known(Trust):
        def read(self):
            return TrustList(Place.SYSTEM, (key,))

    return Places(None, tmp_path / "installed", Known(tmp_path / "keys", tmp_path / "nowhere"))


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    for name in ("reading", "liaison"):
        pack(EXAMPLES / name, folder)
    return folder


def newer(stick, tmp_path, version="1.1"):
    copy = tmp_path / "copy" / "reading"
    shutil.copytree(EXAMPLES / "reading", copy)
    text = (copy / "plugin.toml").read_text("utf-8").replace('version = "1.0"', f'version = "{version}"')
    (copy / "plugin.toml").write_text(text, "utf-8")
    return pack(copy, stick)


def standings(stick, places):
    return {offer.id: offer.standing for offer in read_repository(stick, places).offers}


def test_it_offers_what_is_new_and_later_what_is_newer(stick, places, tmp_path):
    make_index(stick, "上城街道", key=zoo.keys()[0])
    found = read_repository(stick, places)
    assert (found.name, found.signer) == ("上城街道", Signer.KNOWN)
    assert standings(stick, places) == {"reading": Standing.NEW, "liaison": Standing.NEW}
    install(look_at(package_of(found.offers[0]), places), places, confirmed=True)
    assert standings(stick, places)[found.offers[0].id] is Standing.INSTALLED
    if found.offers[0].id != "reading":
        install(look_at(stick / "reading-1.0.deskplugin", places), places, confirmed=True)
    newer(stick, tmp_path)
    make_index(stick, notes={"reading": "可以按作者查找。"})
    offer = read_repository(stick, places).of(Standing.UPDATE)[0]
    assert (offer.id, offer.version, offer.have, offer.notes) == ("reading", "1.1", "1.0", "可以按作者查找。")


def test_an_index_that_was_changed_is_refused(stick, places):
    make_index(stick, key=zoo.keys()[0])
    file = stick / "index.json"
    file.write_bytes(file.read_bytes().replace(b"1.0", b"1.9", 1))
    with pytest.raises(UserError):
        read_repository(stick, places)


def test_a_package_that_was_swapped_is_refused(stick, places):
    make_index(stick)
    offer = next(one for one in read_repository(stick, places).offers if one.id == "reading")
    shutil.copy(stick / "liaison-1.0.deskplugin", offer.file)
    with pytest.raises(UserError):
        package_of(offer)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"format": 2, "plugins": []}', '{"format": 1, "plugins": 3}', "[" * 50_000])
def test_what_is_no_index_is_said_to_be_none(stick, places, text):
    (stick / "index.json").write_text(text)
    with pytest.raises(UserError):
        read_repository(stick, places)


@pytest.mark.parametrize("change", [
    {"file": "../../evil.deskplugin"}, {"file": "/etc/evil.deskplugin"}, {"file": "a/b.deskplugin"}, {"file": "evil.py"},
    {"id": "../x"}, {"version": "1.0/.."}, {"api": "x"}, {"file": 7}, {"id": None}])
def test_a_misshapen_line_is_passed_over(stick, places, change):
    make_index(stick)
    told = json.loads((stick / "index.json").read_text("utf-8"))
    told["plugins"][0] |= change
    (stick / "index.json").write_text(json.dumps(told))
    assert len(read_repository(stick, places).offers) == 1


def test_made_for_another_desk_is_said(stick, places):
    make_index(stick)
    told = json.loads((stick / "index.json").read_text("utf-8"))
    told["plugins"][0]["api"] = "9.0"
    (stick / "index.json").write_text(json.dumps(told))
    assert len(read_repository(stick, places).of(Standing.UNFIT)) == 1


def test_another_seat_installs_from_the_data_and_a_spoilt_package_stays_away(stick, places, expect_log):
    from desk.host.package import read_package

    content = (stick / "reading-1.0.deskplugin").read_bytes()
    sha256 = read_package(stick / "reading-1.0.deskplugin").sha256
    kept = [("reading", "1.0", sha256)]
    assert lacking(places.installed, kept) == ["reading"]
    expect_log("agreed to")
    assert not bring(places, "reading", "1.0", sha256, content + b"x")
    assert lacking(places.installed, kept) == ["reading"]
    assert bring(places, "reading", "1.0", sha256, content)
    assert lacking(places.installed, kept) == []
    expect_log("brought to this seat")
    from desk.host.package_seal import digest

    assert not bring(places, "reading", "1.0", digest(b"x"), b"x")
