"""Names: cleaning, questions, readings."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import UserError
from desk.core.people.checks import failed
from desk.core.people.names import clean_correction, clean_name, examine_name, readings
from desk.core.people.surnames import GIVEN_READINGS, SURNAME_READINGS, split_surname


@pytest.mark.parametrize(("typed", "kept"), [
    (" 张 晓明 ", "张晓明"),
    ("张\u202e晓\u0000明", "张晓明"),
    ("张\ud800三", "张三"),
    ("阿依古丽 • 买买提", "阿依古丽·买买提"),
    ("阿依古丽・买买提", "阿依古丽·买买提"),
    ("John  Smith", "John Smith"),
    ("Zoe\u0308", "Zoë"),
    ("䶮𬱖", "䶮𬱖"),
])
def test_names_are_cleaned(typed, kept):
    assert clean_name(typed) == kept


def test_empty_and_endless_names_are_refused():
    for typed in ("", " \u200b", "张" * 61):
        with pytest.raises(UserError) as refused:
            clean_name(typed, field="party")
        assert "party" in refused.value.fields


def test_a_private_use_character_is_asked_about():
    found = failed(examine_name("王\ue863"))
    assert [check.name for check in found] == ["private_character"]
    assert "U+E863" in found[0].sentence
    assert not failed(examine_name("王䶮"))
    assert [check.name for check in failed(examine_name("张3"))] == ["odd_character"]


@pytest.mark.parametrize(("name", "full", "initials"), [
    ("张晓明", "zhangxiaoming", "zxm"),
    ("单晓明", "shanxiaoming", "sxm"),
    ("仇小花", "qiuxiaohua", "qxh"),
    ("解方", "xiefang", "xf"),
    ("查建国", "zhajianguo", "zjg"),
    ("区小玲", "ouxiaoling", "oxl"),
    ("曾小英", "zengxiaoying", "zxy"),
    ("尉迟恭安", "yuchigongan", "ycga"),
    ("万俟明", "moqiming", "mqm"),
    ("欧阳小雨", "ouyangxiaoyu", "oyxy"),
    ("吕布衣", "lvbuyi", "lby"),
    ("王䶮", "wangyan", "wy"),
    ("阿依古丽·买买提", "ayigulimaimaiti", "ayglmmt"),
    ("John Smith", "johnsmith", "js"),
])
def test_readings(name, full, initials):
    found = readings(name)
    assert found.full[0] == full
    assert found.initials[0] == initials


def test_other_readings_are_kept_for_the_search():
    assert "danxiaoming" in readings("单晓明").full
    assert {"zhangle", "zhangyue"} <= set(readings("张乐").full)
    assert readings("乐乐").full[0] == "yuele"


def test_a_correction_comes_first_and_its_tones_go():
    assert readings("单雄", "dān xióng").full[:2] == ("danxiong", "shanxiong")
    assert clean_correction("Lǚ  Xiao3 Ming2") == "lv xiao ming"
    with pytest.raises(UserError):
        clean_correction("单")


def test_lists_sort_by_syllable():
    assert sorted(["连", "李安"], key=lambda name: readings(name).sort_key) == ["李安", "连"]


@given(st.text(max_size=40))
def test_cleaning_is_idempotent_and_reading_never_fails(text):
    try:
        name = clean_name(text)
    except UserError:
        return
    assert clean_name(name) == name
    found = readings(name)
    assert all(way.isascii() and way.isalpha() and way.islower() for way in found.full)


def test_the_tables_hold_plain_readings():
    for table in (SURNAME_READINGS, GIVEN_READINGS):
        for ways in table.values():
            assert ways
            assert all(way.isascii() and way.isalpha() and way.islower() for way in ways)
    assert split_surname("欧阳") == ("欧", "阳")
    assert split_surname("欧阳安") == ("欧阳", "安")


def test_importing_names_does_not_import_pypinyin():
    code = "import sys; import desk.core.people.names; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], env=dict(os.environ), check=False).returncode == 0
