"""Installing, going back and removing: whole or not at all, and what a disk's refusal leaves is what was there."""

import shutil
from pathlib import Path

import pytest

from desk.core.actor import Actor
from desk.core.db.commands import execute
from desk.core.errors import Conflict, EnvironmentFault, NotAllowed, UserError
from desk.core.secret import Secret
from desk.host import install as installing
from desk.host.discovery import discover
from desk.host.install import install, remove, roll_back
from desk.host.install_checks import Places, look_at
from desk.host.install_verbs import install_plugin, roll_back_plugin
from desk.host.keys import PublicKey, load_private, load_public, new_key
from desk.host.package import pack, read_package, sign
from desk.host.package_seal import public_text
from desk.host.states import State
from desk.host.trust import LIST, Place, Signer, Trust
from tests.host.conftest import ZOO

PASSWORD = Secret("一二三四五六七八")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(None, tmp_path / "plugins", Trust(tmp_path / "keys", tmp_path / "nowhere"))


@pytest.fixture
def packed(tmp_path: Path):
    """`packed("1.1", add={...})`: a package of the zoo's good plugin in that version."""
    def make(version: str = "1.0", **more: str) -> Path:
        folder = tmp_path / f"sources-{version}" / "good"
        shutil.copytree(ZOO / "good", folder, ignore=shutil.ignore_patterns("__pycache__"))
        manifest = folder / "plugin.toml"
        manifest.write_text(manifest.read_text("utf-8").replace('version = "1.0"', f'version = "{version}"'), "utf-8")
        for name, text in more.items():
            (folder / f"{name}.py").write_text(text)
        return pack(folder, tmp_path)
    return make


def in_use(places: Places) -> str:
    found = [one for one in discover(None, places.installed) if one.id == "good"]
    return found[0].manifest.version if found and found[0].manifest else ""


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_same_folder_makes_the_same_package(packed, tmp_path):
    first = packed("1.0").read_bytes()
    again = pack(tmp_path / "sources-1.0" / "good", tmp_path / "again.deskplugin")
    assert again.read_bytes() == first
    assert {"plugin.toml", "hooks.py", "migrations/versions/good_0001_create_note.py"} <= set(read_package(again).files)


def test_installing_updating_going_back_and_forth(places, packed):
    install(look_at(packed("1.0"), places), places, confirmed=True)
    assert in_use(places) == "1.0"
    proposal = look_at(packed("1.1"), places)
    assert proposal.replaces == "1.0"
    install(proposal, places, confirmed=True)
    assert in_use(places) == "1.1"
    assert roll_back("good", places) == "1.0"
    assert in_use(places) == "1.0"
    assert roll_back("good", places) == "1.1"
    install(look_at(packed("1.2"), places), places, confirmed=True)
    assert sorted(path.name for path in (places.installed / "good").iterdir() if path.is_dir()) == ["1.1", "1.2"]
    with pytest.raises(UserError, match=r"1\.2"):
        look_at(packed("1.1.5"), places)
    roll_back("good", places)
    install(look_at(places.installed.parent / "good-1.2.deskplugin", places), places, confirmed=True)
    assert in_use(places) == "1.2"
    assert not list(places.installed.glob(".*"))


def test_without_a_previous_version_there_is_no_way_back(places, packed):
    install(look_at(packed("1.0"), places), places, confirmed=True)
    with pytest.raises(UserError):
        roll_back("good", places)
    with pytest.raises(UserError):
        roll_back("nobody", places)


def test_the_old_program_is_not_put_before_data_it_cannot_read(places, packed, tmp_path):
    install(look_at(packed("1.0"), places), places, confirmed=True)
    file = packed("1.1")
    install(look_at(file, places), places, confirmed=True)
    newer = Places(None, places.installed, places.trust, {"good": "good_0002"})
    with pytest.raises(UserError, match=r"1\.0"):
        roll_back("good", newer)
    with pytest.raises(UserError, match="good_0002"):
        look_at(packed("1.2"), newer)
    assert in_use(places) == "1.1"


def test_nobody_known_signed_it_so_it_waits_for_the_administrator(places, packed):
    proposal = look_at(packed("1.0"), places)
    assert (proposal.signer, proposal.needs_confirming) == (Signer.UNSIGNED, True)
    with pytest.raises(UserError):
        install(proposal, places)
    assert not places.installed.exists() or not list(places.installed.iterdir())


@pytest.mark.parametrize("step", ["rename", "write_origin", "set_current", "_unpack"])
def test_a_disk_that_refuses_at_any_step_leaves_everything_as_it_was(places, packed, monkeypatch, step):
    install(look_at(packed("1.0"), places), places, confirmed=True)
    before, update, fresh = tree(places.installed), packed("1.1"), places.installed.parent / "fresh"

    def refuse(*_args: object) -> None:
        raise PermissionError("held by another program")

    with monkeypatch.context() as broken:
        broken.setattr(*((Path, "rename", refuse) if step == "rename" else (installing, step, refuse)))
        with pytest.raises(EnvironmentFault):
            install(look_at(update, places), places, confirmed=True)
        with pytest.raises(EnvironmentFault):
            elsewhere = Places(None, fresh, places.trust)
            install(look_at(update, elsewhere), elsewhere, confirmed=True)
    assert tree(places.installed) == before
    assert tree(fresh) == {}
    assert in_use(places) == "1.0"
    install(look_at(update, places), places, confirmed=True)
    assert in_use(places) == "1.1"


@pytest.mark.parametrize(("text", "words"), [
    ('from desk.api import NavEntry\nPAGE = NavEntry("needsgood.list", "", "")\n', "needsgood.list 已由"),
    ('class Mine:\n    __tablename__ = "good_mine"\n    record_kind = "person"\n', "person 已由桌面自身"),
    ('class Mine:\n    __tablename__: str = "core_person"\n', "core_person 已由桌面自身"),
])
def test_a_name_that_somebody_has_is_refused_before_anything_is_unpacked(places, packed, tmp_path, text, words):
    other = tmp_path / "bundled" / "needsgood"
    shutil.copytree(ZOO / "needsgood", other)
    (other / "hooks.py").write_text('from desk.api import NavEntry\nENTRY = NavEntry(id="needsgood.list", title="", view="")\n')
    here = Places(other.parent, places.installed, places.trust)
    assert look_at(packed("1.0"), here).package.manifest.id == "good"
    with pytest.raises(UserError, match=words):
        look_at(packed("1.1", squatting=text), here)
    assert not places.installed.exists()


def test_what_a_power_cut_left_is_not_a_plugin_and_is_swept(places, packed):
    left = places.installed / ".incoming-0123"
    shutil.copytree(ZOO / "good", left)
    assert discover(None, places.installed) == []
    install(look_at(packed("1.0"), places), places, confirmed=True)
    assert not left.exists()


def test_removing_keeps_what_is_on_or_needed(places, packed):
    install(look_at(packed("1.0"), places), places, confirmed=True)
    with pytest.raises(UserError):
        remove("good", places, frozenset({"good"}))
    with pytest.raises(UserError):
        remove("good", Places(ZOO, places.installed, places.trust))
    remove("good", places)
    assert list(places.installed.iterdir()) == []


def test_signed_by_a_known_publisher_and_only_by_her_from_then_on(places, packed, tmp_path):
    public = new_key(tmp_path / "me.key", "上城软件", PASSWORD)
    assert load_public(tmp_path / "me.deskkey") == public
    mine = load_private(tmp_path / "me.key", PASSWORD)
    with pytest.raises(UserError):
        load_private(tmp_path / "me.key", Secret("wrong password"))
    first = packed("1.0")
    sign(first, mine)
    assert look_at(first, places).signer is Signer.FOREIGN
    places.trust.add(public, PASSWORD)
    proposal = look_at(first, places)
    assert (proposal.signer, proposal.signer_name, proposal.needs_confirming) == (Signer.KNOWN, "上城软件", False)
    install(proposal, places)
    second = packed("1.1")
    with pytest.raises(UserError):
        look_at(second, places)  # stripped
    new_key(tmp_path / "other.key", "别人", PASSWORD)
    sign(second, load_private(tmp_path / "other.key", PASSWORD))
    with pytest.raises(UserError):
        look_at(second, places)  # foreign
    sign(second, mine)
    install(look_at(second, places), places)
    assert in_use(places) == "1.1"


def test_the_sealed_list_opens_with_its_password_only_and_an_edit_shows(tmp_path):
    trust = Trust(tmp_path / "keys", tmp_path / "nowhere")
    assert trust.read().place is Place.NOWHERE
    public = new_key(tmp_path / "me.key", "上城软件", PASSWORD)
    assert trust.add(public, PASSWORD).keys == (public,)
    with pytest.raises(UserError):
        trust.add(PublicKey("坏人", public.key[:-4] + "AAA="), Secret("not the password"))
    assert trust.read().keys == (public,)
    file = tmp_path / "keys" / LIST
    file.write_text(file.read_text("utf-8").replace("\\u4e0a\\u57ce", "\\u4e0b\\u57ce").replace("上城", "下城"), "utf-8")
    assert (trust.read().place, trust.read().keys) == (Place.BROKEN, ())
    with pytest.raises(EnvironmentFault):
        trust.add(public, PASSWORD)


def test_where_an_administrators_folder_is_only_its_keys_count(tmp_path):
    public = new_key(tmp_path / "me.key", "上城软件", PASSWORD)
    Trust(tmp_path / "keys", tmp_path / "nowhere").add(public, PASSWORD)
    (tmp_path / "system").mkdir()
    trust = Trust(tmp_path / "keys", tmp_path / "system")
    assert (trust.read().place, trust.read().keys) == (Place.SYSTEM, ())
    assert trust.add(public, Secret("")).signer(public.key) == (Signer.KNOWN, "上城软件")


@pytest.mark.parametrize("what", ["good", "good 1.0", "sha256", "key"])
def test_the_block_list_stops_a_plugin_by_any_of_its_names(places, packed, tmp_path, what):
    new_key(tmp_path / "me.key", "上城软件", PASSWORD)
    file = packed("1.0")
    package = sign(file, load_private(tmp_path / "me.key", PASSWORD))
    assert public_text(load_private(tmp_path / "me.key", PASSWORD).public_key()) == package.key
    places.trust.block({"sha256": package.sha256, "key": package.key}.get(what, what), PASSWORD)
    with pytest.raises(UserError):
        look_at(file, places)


def test_the_trail_says_who_confirmed_an_unsigned_one(factory, actor, places, packed):
    file = packed("1.0")
    package = read_package(file)
    nobody = Actor("新来的", 1, user_id=5)
    with pytest.raises(NotAllowed):
        execute(factory, nobody, install_plugin, places, file, package.sha256, True)
    with pytest.raises(Conflict):
        execute(factory, actor, install_plugin, places, file, "0" * 64, True)
    assert in_use(places) == ""
    assert execute(factory, actor, install_plugin, places, file, package.sha256, True).result == "good"
    assert in_use(places) == "1.0"
    from sqlalchemy import select

    from desk.core.audit.model import AuditEntry

    with factory.reading(actor) as uow:
        told = uow.session.scalars(select(AuditEntry.detail).where(AuditEntry.action == "plugins.install")).one()
    assert (told["plugin"], told["signer"], told["confirmed"]) == ("good", "unsigned", True)
    with pytest.raises(NotAllowed):
        execute(factory, nobody, roll_back_plugin, places, "good")


def test_what_was_blocked_or_trusted_can_be_taken_back(tmp_path):
    public = new_key(tmp_path / "me.key", "上城软件", PASSWORD)
    trust = Trust(tmp_path / "keys", tmp_path / "nowhere")
    trust.add(public, PASSWORD)
    assert trust.block(public.key, PASSWORD).why_blocked("good", "1.0", public.key, "")
    assert trust.unblock(public.key, PASSWORD).blocked == ()
    with pytest.raises(UserError, match="密码"):
        trust.distrust(public.key, Secret("not the password"))
    assert trust.distrust(public.key, PASSWORD).keys == ()


def test_a_plugin_whose_key_was_blocked_later_is_held_back_until_it_is_taken_off_the_list(tmp_path, packed, places):
    from desk.host.barred import hold_back_barred
    from desk.host.lifecycle import PluginHost
    from desk.host.switching import plan_switch
    from tests.host.conftest import Switched

    public = new_key(tmp_path / "me.key", "上城软件", PASSWORD)
    file = packed()
    sign(file, load_private(tmp_path / "me.key", PASSWORD))
    install(look_at(file, places), places, confirmed=True)
    places.trust.block(public.key, PASSWORD)
    host = PluginHost(places.found(), Switched({"good"}))
    hold_back_barred(host, places.installed, tmp_path / "keys")
    assert host.record("good").state is State.BLOCKED
    assert public.fingerprint in host.record("good").sentence
    host.switches.enabled.discard("good")
    with pytest.raises(UserError, match="不能启用"):
        plan_switch(host, "good", on=True)
    places.trust.unblock(public.key, PASSWORD)
    hold_back_barred(host, places.installed, tmp_path / "keys")
    assert plan_switch(host, "good", on=True).ids == ("good",)
