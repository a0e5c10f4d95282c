"""Dates and numerals as papers print them."""

from datetime import UTC, date, datetime

import pytest

from desk.core.documents.chinese_dates import bill_date, date_span, date_text, long_date, moment_span, moment_text
from desk.core.documents.inline import Field, plain
from desk.core.documents.numerals import chinese_number


def test_long_dates_have_no_leading_zeros() -> None:
    assert long_date(date(2026, 11, 5)) == "2026年11月5日"
    assert long_date(None).replace("\u3000", "") == "年月日"


def test_an_unknown_date_is_ruled_in_running_text() -> None:
    text = date_text(None)
    assert isinstance(text, tuple)
    assert [type(piece) for piece in text] == [Field, str] * 3
    assert plain(date_text(date(2026, 1, 2))) == "2026年1月2日"


@pytest.mark.parametrize(("first", "last", "words"), [
    ((2026, 11, 5), (2026, 11, 5), "2026年11月5日"), ((2026, 11, 5), (2026, 11, 8), "2026年11月5日至8日"),
    ((2026, 11, 5), (2026, 12, 8), "2026年11月5日至12月8日"),
    ((2026, 11, 5), (2027, 1, 8), "2026年11月5日至2027年1月8日"),
])
def test_spans(first: tuple[int, int, int], last: tuple[int, int, int], words: str) -> None:
    assert date_span(date(*first), date(*last)) == words


def test_moments_are_shown_in_the_hall() -> None:
    start = datetime(2026, 11, 5, 1, 30, tzinfo=UTC)
    assert moment_text(start) == "2026年11月5日9时30分"
    assert moment_span(start, datetime(2026, 11, 5, 3, 0, tzinfo=UTC)) == "2026年11月5日9时30分至11时"
    assert moment_span(start, datetime(2026, 11, 5, 17, 0, tzinfo=UTC)) == "2026年11月5日9时30分至2026年11月6日1时"


@pytest.mark.parametrize(("day", "words"), [
    (date(2026, 1, 15), "贰零贰陆年零壹月壹拾伍日"), (date(2026, 10, 20), "贰零贰陆年零壹拾月零贰拾日"),
    (date(2026, 12, 30), "贰零贰陆年壹拾贰月零叁拾日"), (date(2026, 2, 9), "贰零贰陆年零贰月零玖日"),
    (date(2026, 3, 21), "贰零贰陆年叁月贰拾壹日"),
])
def test_bill_dates(day: date, words: str) -> None:
    assert bill_date(day) == words


def test_chinese_numbers() -> None:
    words = [chinese_number(n) for n in (1, 10, 11, 20, 21, 99, 100)]
    assert words == ["一", "十", "十一", "二十", "二十一", "九十九", "一零零"]
