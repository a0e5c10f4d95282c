"""What every plugin needs: tidy input, errors in words, texts in two languages."""

import pytest

from desk.api import UserError, clean, refuse_marked, translator


def test_what_was_typed_is_tidied_or_refused_in_words():
    assert clean("  程 秋月　") == "程 秋月"
    with pytest.raises(UserError) as refused:
        clean("长" * 300, limit=200, field="name")
    assert refused.value.fields.keys() == {"name"}


def test_a_text_is_english_in_the_source_and_chinese_on_the_screen():
    assert translator("desk")("Saving") == "正在保存"


def test_all_that_is_wrong_with_a_form_is_told_at_once():
    refuse_marked({})
    with pytest.raises(UserError) as refused:
        refuse_marked({"until": "This day is past.", "text": "Say what is asked for."}, source="练习办法 第2条")
    assert list(refused.value.fields) == ["until", "text"]
    assert str(refused.value) == "This day is past.(练习办法 第2条)"
