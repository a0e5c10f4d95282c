"""Texts: cleaned of what is no text, set with Chinese marks, broken by the Chinese rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.documents.fontbook import FontBook
from desk.core.documents.inline import Align, Field, Span
from desk.core.documents.linebreak import Line, Look, break_lines, flows
from desk.core.documents.text import NO_END, NO_START, break_points, chinese_marks, longest_whole, pdf_text

LOOK = Look("song", 16)
MEASURE = 442.2
CHINESE = st.text(st.sampled_from("人民调解协议书当事纠纷主要实争议项经自愿达成如下履行方式时限 "
                                  + "".join(sorted(NO_START | NO_END)) + "0123456789abcXYZ"), max_size=300)
COMMA, COLON, OPEN, CLOSE, SPACE = "\uff0c", "\uff1a", "\uff08", "\uff09", "\u3000"


def lines_of(text: str, fonts: FontBook, measure: float = MEASURE, align: Align = Align.JUSTIFY) -> list[Line]:
    return [line for flow in flows(text, LOOK, fonts) for line in break_lines(flow, measure, align=align)]


def shown(line: Line) -> str:
    return line.flow.text[line.start:line.end]


@given(st.text(st.characters(codec=None), max_size=200))
def test_cleaning_twice_changes_nothing_and_leaves_no_controls(text: str) -> None:
    once = pdf_text(text)
    assert pdf_text(once) == once
    assert not any(ord(character) < 32 and character != "\n" for character in once)
    assert not any("\ud800" <= character <= "\udfff" for character in once)
    once.encode()


@pytest.mark.parametrize(("raw", "clean"), [
    ("a\r\nb\rc\u2028d", "a\nb\nc\nd"), ("\u202e倒\u202c字\u200b", "倒字"), ("\ud800林\udfff", "林"), ("a\x00b\x07", "ab"),
    ("葛\U000e0100", "葛"), ("a\u00a0b\tc", "a b  c"), ("\u3000\u3000段", "\u3000\u3000段"), ("e\u0301", "\u00e9"),
])
def test_what_is_dropped_and_what_stays(raw: str, clean: str) -> None:
    assert pdf_text(raw) == clean


@pytest.mark.parametrize(("typed", "printed"), [
    ("编号:(2026)杏调字第12号", f"编号{COLON}{OPEN}2026{CLOSE}杏调字第12号"),
    ("费用¥1,409.50元,共2笔", f"费用¥1,409.50元{COMMA}共2笔"),
    ("19:30开始", "19:30开始"), ("f(x), y", "f(x), y"),
    ("集团(示范)公司", f"集团{OPEN}示范{CLOSE}公司"), (")", ")"), ("(", "("),
])
def test_marks_beside_chinese_are_full_width(typed: str, printed: str) -> None:
    assert chinese_marks(typed) == printed


@given(CHINESE)
def test_marks_keep_the_length(text: str) -> None:
    assert len(chinese_marks(text)) == len(text)


@given(CHINESE, st.sampled_from([MEASURE, 200.0, 70.0]))
def test_lines_lose_nothing_and_fit(fonts: FontBook, text: str, measure: float) -> None:
    lines = lines_of(text, fonts, measure)
    assert "".join(map(shown, lines)).replace(" ", "") == lines[0].flow.text.replace(" ", "")
    for line in lines:
        assert line.width <= measure * 1.0001 or line.end - line.start == 1
        assert line.flow.width(line.start, line.end) <= measure * 1.02 + 8 or line.end - line.start == 1


@given(CHINESE)
def test_no_line_begins_or_ends_with_the_wrong_mark(fonts: FontBook, text: str) -> None:
    lines = lines_of(text, fonts)
    allowed = break_points(lines[0].flow.text)
    for before, line in zip(lines, lines[1:], strict=False):
        if not any(allowed[before.start + 1:line.start + 1]):
            continue  # nothing but marks or one long number: a line must end somewhere
        assert line.flow.text[line.start] not in NO_START
        assert before.flow.text[line.start - 1] not in NO_END


@pytest.mark.parametrize("whole", ["2026年11月5日", "110101199003070016", "¥1,409.50元", "13900000001", "〔2026〕", "36.5%"])
def test_numbers_dates_and_amounts_stay_whole(fonts: FontBook, whole: str) -> None:
    for before in range(30):
        lines = [shown(line) for line in lines_of("字" * before + whole + "字" * 20, fonts)]
        assert sum(whole in line for line in lines) == 1


def test_a_number_longer_than_the_line_is_broken_rather_than_lost(fonts: FontBook) -> None:
    lines = lines_of("9" * 200, fonts)
    assert len(lines) > 1
    assert sum(line.end - line.start for line in lines) == 200


@pytest.mark.parametrize("measure", [30.0, 47.0, 61.0, 90.0])
def test_even_then_no_line_begins_with_a_mark_that_closes(fonts: FontBook, measure: float) -> None:
    for digits in range(3, 30):
        lines = lines_of(f"付{'9' * digits}；又付{'8' * digits}）。", fonts, measure)
        assert not [shown(line) for line in lines if line.start and line.flow.text[line.start] in NO_START]


def test_a_number_is_measured_with_the_marks_that_may_not_leave_it() -> None:
    assert longest_whole("共付¥1,409.50；余款3元。") == "¥1,409.50；"
    assert longest_whole("无数字") == ""


def test_twenty_eight_characters_fill_a_line_of_an_official_paper(fonts: FontBook) -> None:
    assert [line.end - line.start for line in lines_of("字" * 56, fonts)] == [28, 28]


def test_a_justified_line_reaches_the_edge_and_the_last_does_not(fonts: FontBook) -> None:
    first, last = lines_of("字" * 20 + "2026年11月5日" + "字" * 9, fonts)
    assert first.width == pytest.approx(MEASURE)
    assert last.stretch == 0


def test_alignment(fonts: FontBook) -> None:
    assert lines_of("字", fonts, align=Align.RIGHT)[0].x == pytest.approx(MEASURE - 16)
    assert lines_of("字", fonts, align=Align.CENTRE)[0].x == pytest.approx((MEASURE - 16) / 2)


def test_a_place_to_write_in_is_not_continued_on_the_next_line(fonts: FontBook) -> None:
    flow = flows(("字" * 25, Field(None, 6), "字"), LOOK, fonts)[0]
    assert break_lines(flow, MEASURE)[0].end == 25


def test_runs_find_their_own_faces(fonts: FontBook) -> None:
    flow = flows(("王䶮", Span("abc", bold=True)), LOOK, fonts)[0]
    assert not flow.missing
    assert all(flow.faces)
    assert flows("\ue001", LOOK, fonts)[0].missing == ("\ue001",)
