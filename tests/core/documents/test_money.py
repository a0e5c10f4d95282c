"""Amounts: every row of the official examples, the round trip, and what clerks type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.documents.money import LARGEST, both, capitals, figures, parse_amount, parse_capitals
from desk.core.errors import UserError

ROWS = [
    (140950, "人民币壹仟肆佰零玖元伍角"),
    (600714, "人民币陆仟零柒元壹角肆分"),
    (168032, "人民币壹仟陆佰捌拾元零叁角贰分"),
    (10700053, "人民币壹拾万柒仟元零伍角叁分"),
    (1640902, "人民币壹万陆仟肆佰零玖元零贰分"),
    (32504, "人民币叁佰贰拾伍元零肆分"),
    (2000000, "人民币贰万元整"),
    (1001001000, "人民币壹仟零壹万零壹拾元整"),
    (10000000000, "人民币壹亿元整"),
    (5, "人民币伍分"),
    (50, "人民币伍角"),
    (0, "人民币零元整"),
    (1_0001_0000_0000_00, "人民币壹万零壹亿元整"),
    (1_0000_0000_0000_00, "人民币壹万亿元整"),
    (1_0000_0001_00, "人民币壹亿零壹元整"),
    (1_0010_0000_00, "人民币壹亿零壹拾万元整"),
]


@pytest.mark.parametrize(("fen", "words"), ROWS)
def test_capitals_follow_the_payment_rules(fen: int, words: str) -> None:
    assert capitals(fen) == words
    assert parse_capitals(words) == fen


@pytest.mark.parametrize(("words", "fen"), [
    ("人民币壹仟肆佰零玖元伍角整", 140950), ("人民币壹仟陆佰捌拾元叁角贰分", 168032),
    ("人民币壹拾万零柒仟元伍角叁分", 10700053), ("人民币壹拾万柒仟元伍角叁分", 10700053), ("人民币贰万元正", 2000000),
])
def test_the_allowed_variants_are_read_too(words: str, fen: int) -> None:
    assert parse_capitals(words) == fen


@pytest.mark.parametrize("words", ["人民币", "壹元整", "人民币壹元伍", "人民币甲元整", "人民币壹角壹元"])
def test_other_words_are_no_amount(words: str) -> None:
    with pytest.raises(ValueError):
        parse_capitals(words)


@given(st.integers(0, LARGEST) | st.integers(0, 10**9))
def test_capitals_read_back_as_the_same_amount(fen: int) -> None:
    words = capitals(fen)
    assert parse_capitals(words) == fen
    assert "零零" not in words
    assert words.endswith("整") == (fen % 100 == 0)


@given(st.integers(0, LARGEST))
def test_figures_read_back_as_the_same_amount(fen: int) -> None:
    assert parse_amount(figures(fen)) == fen


def test_figures() -> None:
    assert figures(140950) == "¥1,409.50"
    assert figures(-5) == "-¥0.05"
    assert both(2000000) == "¥20,000.00(人民币贰万元整)"


@pytest.mark.parametrize(("typed", "fen"), [
    ("1,409.5", 140950), ("1409.50元", 140950), (" 1409.50 ", 140950),
    ("\uff11\uff14\uff10\uff19\uff0e\uff15", 140950), ("\uffe520", 2000),
    ("¥1,000,000.00", 100000000), ("3万", 3000000), ("1.25万元", 1250000), ("0", 0), ("500元整", 50000), ("5.500", 550),
])
def test_what_clerks_type(typed: str, fen: int) -> None:
    assert parse_amount(typed) == fen


@pytest.mark.parametrize("typed", ["", "abc", "1.234", "-5", "1,40.5", "1.2.3", "½", "②", "1e5",
                                   "1.2345678万", "9" * 30, "١٢"])
def test_what_is_refused_beside_the_field(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_amount(typed, field="paid")
    assert refused.value.field == "paid"
    assert refused.value.what
