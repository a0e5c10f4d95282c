"""Tokens and plans: what LIKE would find is found, and only that."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.people.names import readings
from desk.core.search.document import SearchDocument, fold, fold_address, fold_code, fold_text
from desk.core.search.plan import Plan, Way, plan
from desk.core.search.tokens import tokens

ZHANG = SearchDocument("person", 1, "张晓明", names=("张晓明",), readings=(readings("张晓明"),),
                       numbers=("42010219900101123X",), phones=("13812345678", "027-81234567"),
                       addresses=("翠湖花园12幢1单元1502室",))


def like(pattern: str, text: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, pattern.split("%"))), text, re.DOTALL) is not None


def finds(what: str | Plan, document: SearchDocument) -> bool:
    """What a database does with the plan: candidates by tokens, then the recheck."""
    asked = plan(what) if isinstance(what, str) else what
    folded = fold(document)
    if asked.first:
        return folded.names.startswith(asked.first)
    return bool(asked) and all(any(_found(way, document, folded) for way in word) for word in asked.words)


def _found(way: Way, document, folded) -> bool:
    held = tokens(document)
    if way.table == "starts":
        return any(token.startswith(way.tokens[0]) for token in held.starts.split())
    return set(way.tokens) <= set(held.grams.split()) and like(way.pattern, getattr(folded, way.column))


@pytest.mark.parametrize("typed", [
    "张", "晓明", "张晓明", "张 明", "zx", "xm", "zhangxiao", "xiaoming", "zhang xm", "ZXM",
    "123X", "123x", "23x", "010112", "42010219900101123X", "4201 0219 9001 0112 3x",
    "5678", "678", "2345678", "138 1234 5678", "13812345678", "027-81234567", "81234567",
    "翠湖", "翠湖花园12幢", "翠湖 1502", "12幢1单元", "幢1", "园12", "12-1-1502", "1502", "12", "湖花园 晓明",
])
def test_every_class_of_query_finds(typed):
    assert finds(typed, ZHANG)


@pytest.mark.parametrize("typed", [
    "明", "张明", "晓张", "zm", "hang", "hangxiao", "010113", "1990010112399", "456", "9999", "翠园", "502", "150",
    "2幢", "1502-12", "湖12", "2", "😀", "", "  ", "%", "_", "'", '"', "%张%",
])
def test_what_is_not_there_is_not_found(typed):
    assert not finds(typed, ZHANG) or fold_text(typed) == "张"


def test_ethnic_and_latin_names():
    person = SearchDocument("person", 2, "", names=("阿依古丽·买买提",), readings=(readings("阿依古丽·买买提"),))
    for typed in ("古丽买买提", "古丽·买", "aygl", "maimaiti", "ayiguli"):
        assert finds(typed, person)
    smith = SearchDocument("person", 3, "", names=("John Smith",), readings=(readings("John Smith"),))
    for typed in ("john", "smi", "js", "Smith John"):
        assert finds(typed, smith)


def test_other_readings_and_both_ways_to_type_ü():
    shan = SearchDocument("person", 2, "", names=("单吕",), readings=(readings("单吕"),))
    for typed in ("shan", "danlv", "lyu", "lü", "LÜ"):
        assert finds(typed, shan)


def test_an_address_with_hyphens_is_found_by_both_forms():
    flat = SearchDocument("household", 2, "", addresses=("翠湖花园12-1-1502",))
    for typed in ("12-1-1502", "翠湖花园12", "1502", "翠湖 12-1"):
        assert finds(typed, flat)
    assert not finds("2-1-1502", flat)


HAN = st.sampled_from("张晓明单曾欧阳阿依丽䶮𬱖一湖花园")
NAME = st.text(HAN, min_size=1, max_size=6)
CODE = st.text(st.sampled_from("0123456789X"), min_size=6, max_size=18)
PLACE = st.text(HAN | st.sampled_from("幢室号"), min_size=1, max_size=4)
ADDRESS = st.lists(st.one_of(PLACE, st.integers(1, 2000).map(str)), min_size=1, max_size=6).map("".join)


@st.composite
def documents(draw):
    names, numbers, phones, addresses = (
        tuple(draw(st.lists(part, max_size=2))) for part in (NAME, CODE, CODE, ADDRESS))
    return SearchDocument("person", 1, "", names=names, readings=tuple(map(readings, names)), numbers=numbers,
                          phones=phones, addresses=addresses)


@given(documents(), st.data())
def test_a_part_of_a_name_is_found(document, data):
    for name in document.names[:1]:
        start = data.draw(st.integers(0, len(name) - 1))
        end = data.draw(st.integers(start + 1, len(name)))
        assert finds(name[start:end], document) or (end - start == 1 and start > 0)


@given(documents(), st.data())
def test_a_part_of_a_number_is_found(document, data):
    for number in (*document.numbers, *document.phones):
        start = data.draw(st.integers(0, len(number) - 4))
        end = data.draw(st.integers(start + 4, len(number)))
        assert finds(number[start:end], document) or number[start:end].isalpha()
        assert finds(number[-3:], document) or number[-3:].isalpha()


@given(documents(), st.data())
def test_a_part_of_an_address_that_keeps_its_numbers_whole_is_found(document, data):
    for address in document.addresses:
        parts = re.findall(r"\d+|\D", address)
        start = data.draw(st.integers(0, len(parts) - 1))
        end = data.draw(st.integers(start + 1, len(parts)))
        typed = "".join(parts[start:end])
        assert len(fold_text(typed)) == 1 or finds(typed, document)


@given(documents(), st.one_of(NAME, CODE, ADDRESS))
def test_only_what_like_finds_is_found(document, typed):
    if finds(typed, document):
        folded = fold(document)
        sought = [(fold_text(typed), folded.names), (fold_code(typed), folded.numbers),
                  (fold_address(typed), folded.addresses)]
        assert any(word and word in text for word, text in sought) or "||" in fold_address(typed)


@given(documents())
def test_pinyin_from_every_syllable_on_is_found(document):
    for name in document.names:
        for way in readings(name).ways:
            for place in range(len(way)):
                assert finds("".join(way[place:])[:6], document)
                assert finds("".join(part[0] for part in way[place:]), document)


@given(st.text(max_size=120))
def test_anything_may_be_typed(typed):
    for word in plan(typed).words:
        for way in word:
            assert way.tokens
            assert all(not set(token) & set(" '\"\\%_") for token in way.tokens)
            assert not set(way.pattern[1:-1].replace("|%|", "")) & set("%_\\")


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_no_token_needs_quoting(name, address):
    held = tokens(SearchDocument("x", 1, "", names=(name,), numbers=(name,), addresses=(address,)))
    assert not held.grams or all(held.grams.split(" "))
    assert not set(held.grams) & set("'\"\\*():&|!<>")
    assert not any(" " in folded for folded in (fold_text(name), fold_code(name), fold_address(address)))
