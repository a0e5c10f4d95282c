"""What every plugin needs: tidy input, errors in words, texts in two languages."""

import pytest

from desk.api import UserError, clean, translator


def test_what_was_typed_is_tidied_or_refused_in_words():
    assert clean("  程 秋月　") == "程 秋月"
    with pytest.raises(UserError) as refused:
        clean("长" * 300, limit=200, field="name")
    assert refused.value.fields.keys() == {"name"}


def test_a_text_is_english_in_the_source_and_chinese_on_the_screen():
    assert translator("desk")("Saving") == "正在保存"
