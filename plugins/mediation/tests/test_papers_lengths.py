"""Every paper with texts from none to 20,000 characters: all of it on the pages, lines broken as Chinese papers break them."""

import re
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from importlib import import_module

import pypdfium2
import pytest

from desk.api.papers import render
from plugins.mediation.later import PAPERS as LATER
from plugins.mediation.paper_table import PAPERS

MANY = {"summary", "record", "facts", "performance", "undisputed", "reason", "findings", "measures", "note", "text", "what",
        "outcome_note", "requests", "clauses"}
"""Fields that take texts of many lines."""
SHORT = {"proves", "bring", "agent_matters", "remark"}
"""Fields of one line, 200 characters at most."""
BLANK = {"number", "agreement", "ground", "way", "payer", "source"}
"""Filled where the case has none: a mark behind a ruled blank stands apart when a page is read back."""
NARROW = {"ContentsRow", "DeliveryRow"}
"""Lines whose last column holds a word or two."""
AMOUNT, DAY, NAME = "¥1,234,567.89", "2026年11月5日", "欧阳䶮"
NEVER_FIRST = "，。、；：？！）》」』”’％,.;:?!)%"
_FOOT = re.compile(r"—\d+—|\(骑缝章\)|（骑缝章）")


@pytest.fixture
def database(sqlite_database):
    """What is printed does not hang on the engine."""
    return sqlite_database


def named(path):
    module, _colon, name = path.partition(":")
    return getattr(import_module(f"plugins.mediation.documents.{module}"), name)


def long_text(length, mark):
    """So many characters: numbered sentences with an amount, a day and a rare name that must stay whole."""
    parts, size, number = [], 0, 0
    while size < length:
        number += 1
        parts.append(f"{mark}第{number}句，{NAME}于{DAY}付{AMOUNT}；")
        size += len(parts[-1])
    return "".join(parts)[:length]


def swollen(data, length, put):
    """The same paper with every long text replaced; `put` gets each text that went in."""
    changed = {}
    for one in fields(data):
        value = getattr(data, one.name)
        if is_dataclass(value):
            changed[one.name] = swollen(value, length, put)
        elif value == "" and one.name in BLANK:
            changed[one.name] = "和调字〔2026〕1号"
        elif one.name == "lines" and value and isinstance(value[0], tuple):
            put["Qlines"] = long_text(length, "Qlines")
            changed[one.name] = ((put["Qlines"], put["Qlines"]),)
        elif one.name in SHORT:
            put[f"S{one.name}"] = changed[one.name] = long_text(min(length, 200), f"S{one.name}")
        elif one.name in MANY and (isinstance(value, str) or value and isinstance(value[0], str)):
            mark = f"{type(data).__name__[0]}{one.name}"
            text = long_text(length, mark)
            put[mark] = text
            changed[one.name] = text if isinstance(value, str) else (text,) if text else ()
        elif isinstance(value, tuple) and value and is_dataclass(value[0]) and type(value[0]).__name__ not in NARROW:
            changed[one.name] = (swollen(value[0], min(length, 200), put), *value[1:])
    return replace(data, **changed)


def lines_of(content):
    with pypdfium2.PdfDocument(content) as pdf:
        return [line.strip() for page in range(len(pdf)) for line in
                pdf[page].get_textpage().get_text_range().splitlines() if line.strip()]


def plain(text):
    """Without spaces, marks half-width, without what stands at the foot of a page."""
    text = "".join(chr(ord(mark) - 0xFEE0) if "\uff01" <= mark <= "\uff5e" else mark for mark in text if not mark.isspace())
    return _FOOT.sub("", text)


@pytest.fixture
def of_case(whole):
    """Papers of a case's file, from a record that has something of everything."""
    return [(paper, whole[paper.record]) for paper in (*PAPERS, *LATER) if paper.record in whole]


@pytest.mark.parametrize("length", [0, 1, 60, 900, 20_000])
def test_all_of_a_text_is_on_the_pages(of_case, room, fonts, length):
    faults = []
    for paper, record in of_case:
        put = {}
        document = named(paper.build)(swollen(room.see(named(paper.load), record), length, put))
        lines = lines_of(render(document, fonts).pdf)
        said = plain("".join(lines))
        for mark, text in put.items():
            lost = Counter(plain(text)) - Counter(said)  # in a form the label stands between the lines, so order tells nothing
            if f"{mark}第1句" in said and lost:
                faults.append((paper.code, mark, lost))
        faults += [(paper.code, line) for line in lines if line[0] in NEVER_FIRST and (len(line) > 1 or length > 1)]
    assert not faults, faults


def test_the_texts_are_printed_at_all(of_case, room, fonts):
    """So that the test above has something to look at: each paper that carries long texts prints at least one of them."""
    bare = set()
    for paper, record in of_case:
        put = {}
        document = named(paper.build)(swollen(room.see(named(paper.load), record), 60, put))
        said = plain("".join(lines_of(render(document, fonts).pdf)))
        if not any(f"{mark}第1句" in said for mark in put):
            bare.add(paper.code)
    assert bare == BARE, " ".join(sorted(bare))


BARE = {"back_cover", "contents", "delivery", "rights"}
"""Nothing on them is typed freely."""


def test_amounts_days_and_names_stay_whole(of_case, room, fonts):
    faults = []
    for paper, record in of_case:
        document = named(paper.build)(swollen(room.see(named(paper.load), record), 3000, {}))
        lines = lines_of(render(document, fonts).pdf)
        whole = plain("".join(lines))
        for piece in (AMOUNT, DAY):
            found = sum(plain(line).count(plain(piece)) for line in lines)
            faults += [(paper.code, piece)] if found != whole.count(plain(piece)) else []
    assert not faults
