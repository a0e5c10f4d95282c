"""Partial dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import UserError
from desk.core.people.dates import PartialDate, age_at, partial, read_date

ON = date(2026, 11, 5)


@pytest.mark.parametrize(("typed", "kept"), [
    ("1949", "1949"), ("1949年", "1949"), ("1949-12", "1949-12"), ("1949年12月", "1949-12"), ("194912", "1949-12"),
    ("1949-12-31", "1949-12-31"), ("1949.12.31", "1949-12-31"), ("1949/1/3", "1949-01-03"), ("19491231", "1949-12-31"),
    ("1949年12月31日", "1949-12-31"), ("1949 年 1 月 3 日", "1949-01-03"),
    ("\uff11\uff19\uff14\uff19.1", "1949-01"), ("2026-11-05", "2026-11-05"), ("2026", "2026"),
])
def test_typed_forms(typed, kept):
    assert str(read_date(typed, on=ON)) == kept
    assert str(partial(kept)) == kept


@pytest.mark.parametrize("typed", [
    "", "abc", "31.12.1949", "1949-02-30", "2026-11-06", "2027", "1799", "1949-13", "腊月初八", "1949年正月初一",
    "49-1-1", "1949-0-1",
])
def test_what_is_refused_says_why_beside_the_field(typed):
    with pytest.raises(UserError) as refused:
        read_date(typed, on=ON, field="born")
    assert refused.value.fields["born"]


def test_a_lunar_date_is_named_as_such():
    with pytest.raises(UserError, match="农历|lunar"):
        read_date("一九四九年腊月初八", on=ON)


def test_age_is_full_years():
    assert age_at("1949-11-05", ON) == 77
    assert age_at("1949-11-06", ON) == 76
    assert age_at("1949", ON) == 76
    assert age_at("2026", ON) == 0
    assert age_at("2008-02-29", date(2026, 2, 28)) == 17


def test_paper_form():
    assert partial("1949-12-31").paper() == "1949年12月31日"
    assert partial("1949-12").paper() == "1949年12月"


@given(st.dates(date(1850, 1, 1), ON), st.dates(date(1850, 1, 1), ON))
def test_a_shortened_date_agrees_with_the_whole_one(one, other):
    for short in (PartialDate(one.year), PartialDate(one.year, one.month), partial(one)):
        assert short.agrees(one)
        assert short.agrees(other) == (str(other).startswith(str(short)))
