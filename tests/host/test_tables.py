"""Tables-only plugins: declarations are judged to the word, nothing of the folder is executed, updates only add."""

import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from desk.core.errors import UserError
from desk.host.conformance import examine
from desk.host.discovery import discover
from desk.host.install import install
from desk.host.install_checks import Places, look_at
from desk.host.lifecycle import PluginHost
from desk.host.loader import load_hooks, unload
from desk.host.package import pack, read_package
from desk.host.states import State
from desk.host.tables.reading import read_bytes
from desk.host.trust import Trust

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
RIGHTS = ("trial.read", "trial.write")
GOOD = """
tables = 1
[[register]]
id = "thing"
title = { en = "Things", zh_CN = "物品" }
one = { en = "Thing", zh_CN = "物品" }
read = "trial.read"
write = "trial.write"
[[register.field]]
id = "what"
title = { en = "What", zh_CN = "名称" }
"""
MORE_FIELD = '[[register.field]]\nid = "more"\ntitle = { en = "More", zh_CN = "补充" }\n'
MISTAKES = {
    "another form": (GOOD.replace("tables = 1", "tables = 2"), "1"),
    "unknown key": (GOOD.replace("tables = 1", "tables = 1\nhooks = 3"), "hooks"),
    "unknown key in a field": (GOOD + "run = 'os.system'\n", "run"),
    "no Chinese": (GOOD.replace(', zh_CN = "名称"', ""), "title"),
    "two Chinese": (GOOD + MORE_FIELD.replace('"More"', '"What"'), "What"),
    "unknown kind": (GOOD + 'kind = "python"\n', "python"),
    "choice without choices": (GOOD + 'kind = "choice"\n', "choices"),
    "unknown right": (GOOD.replace('write = "trial.write"', 'write = "desk.staff.manage"'), "desk.staff.manage"),
    "a field twice": (GOOD + MORE_FIELD.replace('"more"', '"what"').replace("More", "Again"), "what"),
    "a name of the desk's": (GOOD.replace('id = "what"', 'id = "version"'), "version"),
    "due of no day": (GOOD.replace('read = "trial.read"', 'read = "trial.read"\ndue = "what"'), "what"),
    "a record of nowhere": (GOOD + 'kind = "record"\nof = "nowhere"\n', "nowhere"),
    "a hole that runs": (GOOD + '[[paper]]\nid = "p"\nregister = "thing"\ntitle = { en = "P", zh_CN = "单" }\n'
                         'block = [ { text = "{what.__class__}" } ]\n', "text"),
    "a hole of nothing": (GOOD + '[[paper]]\nid = "p"\nregister = "thing"\ntitle = { en = "P", zh_CN = "单" }\n'
                          'block = [ { text = "{secret}" } ]\n', "secret"),
    "a matter without an end": (
        GOOD + '[register.case]\nstate = [ { id = "a", title = { en = "A", zh_CN = "甲" } } ]\n', "state"),
    "a limit without a source": (
        GOOD + '[register.case]\nstate = [ { id = "a", title = { en = "A", zh_CN = "甲" } }, { id = "b", final = true,'
        ' title = { en = "B", zh_CN = "乙" } } ]\nmove = [ { id = "m", from = ["a"], to = "b",'
        ' title = { en = "M", zh_CN = "办" } } ]\n'
        'limit = [ { id = "l", from = "a", amount = 3, unit = "day", title = { en = "L", zh_CN = "限" } } ]\n',
        "source"),
    "no register": ("tables = 1\n", ""), "no toml": ("tables = [", ""), "a list": ("", "tables"),
    "register a text": ('tables = 1\nregister = "x"\n', "register"),
    "register of texts": ('tables = 1\nregister = ["x"]\n', "register"),
    "shown when of no list": (GOOD + "shown_when = { what = true }\n", "what = [true]"),
    "a choice twice": (GOOD + 'kind = "choice"\nchoices = [ { value = "a", title = { en = "A", zh_CN = "甲" } },'
                       ' { value = "a", title = { en = "B", zh_CN = "乙" } } ]\n', "choices: a"),
    "bounds nobody can keep": (GOOD + 'kind = "number"\nminimum = 9\nmaximum = 3\n', "minimum"),
    "bounds of a text": (GOOD + "minimum = 9\n", "minimum"), "no length": (GOOD + "max_length = 0\n", "max_length"),
    "practice of another kind": (GOOD + '[[practice]]\nregister = "thing"\nvalues = { what = 7 }\n', "values.what"),
    "practice without what is asked for": (
        GOOD + 'required = true\n[[practice]]\nregister = "thing"\nvalues = {}\n', "values.what"),
    "a unit of no calendar": (
        GOOD + '[register.case]\nstate = [ { id = "a", title = { en = "A", zh_CN = "甲" } } ]\n'
        'limit = [ { id = "l", from = "a", amount = 3, unit = "week", source = "-", title = { en = "L", zh_CN = "限" } } ]\n',
        "workday"),
    "quotes of an input method": (GOOD.replace('"what"', "“what”"), "[id = “what”] 引号"),
    "shown when of lists": (GOOD + "shown_when = { what = [[1]] }\n", "shown_when"),
}


def read(text, name="tables.toml"):
    return read_bytes(name, text.encode(), "trial", RIGHTS)


def test_the_good_one_is_taken_and_json_says_the_same():
    declared, errors = read(GOOD)
    assert errors == ()
    assert declared.registers[0].table.code == "trial.thing"
    import json
    import tomllib

    assert read(json.dumps(tomllib.loads(GOOD)), "tables.json")[0].registers == declared.registers


def test_any_editors_utf8_is_read_and_another_encoding_is_named():
    assert read_bytes("tables.toml", b"\xef\xbb\xbf" + GOOD.encode(), "trial", RIGHTS)[1] == ()
    assert "UTF-8" in read_bytes("tables.toml", GOOD.encode("gb18030"), "trial", RIGHTS)[1][0]


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_a_sentence_that_names_the_place(name):
    text, place = MISTAKES[name]
    declared, errors = read(text)
    assert declared is None
    assert any(place in error for error in errors)


@pytest.mark.parametrize("example", ["reading", "liaison"])
def test_the_examples_pass_the_suite(example):
    assert examine(discover(EXAMPLES), example) == []


def planted(folder: Path, text: str = GOOD, version: str = "1.0", plugin_id: str = "trial") -> Path:
    home = folder / plugin_id
    home.mkdir(parents=True, exist_ok=True)
    (home / "plugin.toml").write_text(
        f'manifest = 1\nid = "{plugin_id}"\nversion = "{version}"\napi = "1.0"\nname = {{ en = "Trial", zh_CN = "试用" }}\n'
        f'[permissions]\n"{plugin_id}.read" = {{ en = "R", zh_CN = "看" }}\n'
        f'"{plugin_id}.write" = {{ en = "W", zh_CN = "写" }}\n')
    (home / "tables.toml").write_text(text)
    return home


def test_a_form_asks_for_a_steps_fields_when_their_time_has_come_and_says_units_beside_them():
    from desk.host.tables.pages import form_spec, move_spec

    case = ('[register.case]\nstate = [ { id = "a", title = { en = "A", zh_CN = "甲" } }, { id = "b", final = true,'
            ' title = { en = "B", zh_CN = "乙" } } ]\nmove = [ { id = "m", from = ["a"], to = "b", asks = ["more"],'
            ' title = { en = "M", zh_CN = "办" } } ]\n')
    more = MORE_FIELD + 'kind = "money"\nhelp = { en = "For each", zh_CN = "每份" }\n'
    declared, errors = read(GOOD + more + case)
    assert errors == ()
    register = declared.registers[0]
    asked = {field.name: field for field in form_spec(register).sections[0].fields}
    assert (asked["what"].visible_when, asked["more"].visible_when) == ({}, {"registered_already": (True,)})
    assert form_spec(register).load(None, None) == {"registered_already": False}
    step = move_spec(register, register.askings[0]).sections[0].fields[0]
    assert (step.visible_when, step.help) == ({}, "yuan; For each")


def test_nothing_of_its_folder_is_executed(tmp_path):
    home = planted(tmp_path)
    for name in ("__init__.py", "pages.py", "papers.py"):
        (home / name).write_text("raise SystemExit('run')\n")
    load_hooks("trial", home)
    try:
        import plugins.trial.pages

        assert plugins.trial.pages.thing_list.title == "Things"
        with pytest.raises(ImportError):
            import plugins.trial.evil  # noqa: F401
    finally:
        unload("trial")
    assert "plugins.trial.pages" not in sys.modules


def test_a_package_with_a_program_beside_its_tables_is_refused(tmp_path):
    home = planted(tmp_path)
    (home / "pages.py").write_text("x = 1\n")
    with pytest.raises(UserError, match=r"pages\.py"):
        pack(home, tmp_path)
    (home / "pages.py").unlink()
    (home / "tests").mkdir()
    (home / "tests" / "test_it.py").write_text("x = 1\n")
    assert sorted(read_package(pack(home, tmp_path)).files) == ["plugin.toml", "tables.toml"]


def test_a_folder_with_both_is_unusable(tmp_path):
    home = planted(tmp_path)
    (home / "hooks.py").write_text("")
    found = discover(tmp_path)
    assert found[0].manifest is None
    assert "hooks.py" in found[0].errors[0]


def places(tmp_path, kept=None):
    return Places(None, tmp_path / "installed", Trust(tmp_path / "keys", tmp_path / "nowhere"), declared=kept or {})


def packed(tmp_path, text, version):
    shutil.rmtree(tmp_path / "trial", ignore_errors=True)
    return pack(planted(tmp_path, text, version), tmp_path)


def test_an_update_may_add_fields_never_retype_them(tmp_path):
    where = places(tmp_path)
    install(look_at(packed(tmp_path, GOOD, "1.0"), where), where, confirmed=True)
    look_at(packed(tmp_path, GOOD + MORE_FIELD, "1.1"), where)
    with pytest.raises(UserError, match="what"):
        look_at(packed(tmp_path, GOOD.replace('id = "what"', 'id = "other"'), "1.1"), where)
    with pytest.raises(UserError, match="what"):
        look_at(packed(tmp_path, GOOD + 'kind = "number"\n', "1.1"), where)


def test_data_that_stayed_behind_bind_a_plugin_that_comes_back(tmp_path):
    import tomllib

    where = places(tmp_path, {"trial": tomllib.loads(GOOD + 'kind = "number"\n')})
    with pytest.raises(UserError, match="what"):
        look_at(packed(tmp_path, GOOD, "1.0"), where)
    assert look_at(packed(tmp_path, GOOD + 'kind = "number"\n', "1.0"), where).has_data


def test_it_runs_like_any_other_and_a_broken_declaration_is_invalid(tmp_path):
    class On:
        enabled = ("trial", "other")

    planted(tmp_path)
    planted(tmp_path, GOOD.replace("trial.", "other.") + "kind = 'python'\n", plugin_id="other")
    host = PluginHost(discover(tmp_path), On())
    host.load()
    try:
        assert (host.record("trial").state, host.record("other").state) == (State.READY, State.INVALID)
        assert "python" in host.record("other").sentence
        assert [one.item.code for one in host.collect("desk_tables")] == ["trial.thing"]
    finally:
        unload("trial")


def test_the_package_holds_the_declaration_only(tmp_path):
    with zipfile.ZipFile(pack(EXAMPLES / "reading", tmp_path)) as package:
        assert sorted(package.namelist()) == ["README.md", "desk-seal.json", "plugin.toml", "tables.toml"]
