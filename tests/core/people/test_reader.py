"""Pasted lines and card readers that type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.people.reader import Prefill, read_line

NUMBER = "11010519491231002X"


@pytest.mark.parametrize(("line", "name", "address"), [
    (f"王小花 {NUMBER} 翠湖花园12幢1单元1502室", "王小花", "翠湖花园12幢1单元1502室"),
    (f"王小花\t女\t汉族\t1949-12-31\t北京市朝阳区翠湖路12号\t{NUMBER.lower()}", "王小花", "北京市朝阳区翠湖路12号"),
    (f"姓名:王小花 性别:女 民族:汉族 出生:1949年12月31日 住址:翠湖路12号 公民身份号码:{NUMBER}", "王小花", "翠湖路12号"),
    (f"{NUMBER},王小花,翠湖路12号2单元", "王小花", "翠湖路12号2单元"),
    (f"王小花\n{NUMBER}", "王小花", ""),
    ("王小花 110105 19491231 002X", "王小花", ""),
])
def test_lines_are_taken_apart(line, name, address):
    found = read_line(line)
    assert (found.name, found.kind, found.number, found.address) == (name, "id_card", NUMBER, address)


def test_phones_and_other_numbers():
    assert read_line("李大力 13812345678").phone == "13812345678"
    assert read_line("李大力 H12345678") == Prefill(name="李大力", kind="hk_macao_pass", number="H12345678")
    assert read_line("阿依古丽·买买提 830000197801010011").kind == "residence_permit"
    assert read_line("阿依古丽·买买提 830000197801010011").name == "阿依古丽·买买提"


def test_ethnicity_is_never_taken_over():
    assert "汉" not in repr(read_line(f"王小花 汉族 {NUMBER}"))
    assert read_line("") == Prefill()


@given(st.text(max_size=200))
def test_anything_may_be_pasted(text):
    read_line(text)
