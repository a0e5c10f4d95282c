"""clean(): the one gate for text from outside."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import UserError
from desk.core.text import _cleaned, clean, clean_note, code, fold_width

HOSTILE = st.text(alphabet=st.one_of(
    st.characters(), st.characters(categories=["Cs", "Cc", "Cf", "Mn", "Zs", "Zl", "Zp"])), max_size=80)


@given(HOSTILE)
def test_what_remains_can_be_kept_anywhere(text):
    kept = clean_note(text)
    kept.encode("utf-8")
    assert clean_note(kept) == kept
    assert clean(kept) == clean(text)
    assert unicodedata.is_normalized("NFC", kept)
    assert not any(unicodedata.category(char) in ("Cs", "Cc") and char != "\n" for char in kept)
    assert "\n" not in clean(text)


def test_lines_stay_in_notes_only():
    assert clean_note("一\r\n 二 \t 三\u2028四\n\n") == "一\n二 三\n四"
    assert clean("一\r\n二") == "一 二"


def test_bidi_and_invisible_characters_go():
    assert clean("张\u202e三\u200b\ufeff\x00\ud800") == "张三"
    assert clean("\u0628\u200d\u0628") == "\u0628\u200d\u0628"


def test_too_long_is_said_not_cut():
    with pytest.raises(UserError) as refused:
        clean("字" * 201, field="title")
    assert "201" in refused.value.fields["title"]
    assert len(clean("字" * 201, limit=201)) == 201


def test_codes_are_plain_width_and_upper_case():
    assert code(" \uff112 \u30003\uff58 ") == "123X"
    assert fold_width("\uff08\uff21\uff09\u3000\uff22") == "(A) B"


def test_a_pasted_table_keeps_its_cells():
    from desk.core.text import clean_table

    pasted = "案号\t案由 \t\t 被告\r\n\t\t\t\n12号\t\x00物业  合同\t和平\t李某\n"
    assert clean_table(pasted) == "案号\t案由\t\t被告\n12号\t物业 合同\t和平\t李某"
    assert clean_table(clean_table("a\t\tb")) == "a\t\tb"


@given(st.text(), st.booleans())
def test_the_short_way_through_ordinary_text_comes_to_the_same(given_text, lines):
    assert clean(given_text, limit=10**6, lines=lines) == _cleaned(given_text, lines=lines)
