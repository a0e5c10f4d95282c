"""Dates as papers print them: 2026年11月5日, with blanks for handwriting, as spans, in capitals for bills.

GB/T 9704-2012 7.3.5.3: Arabic numerals, the year in full, no leading zeros.
"""

from datetime import date, datetime

from desk.core.clock import hall_time
from desk.core.documents.inline import Field, Text
from desk.core.documents.numerals import CAPITAL, capital_number

BLANK_DATE = "\u3000" * 4 + "年" + "\u3000" * 3 + "月" + "\u3000" * 3 + "日"
"""A date to be written by hand, without rules; full-width spaces."""


def long_date(day: date | None) -> str:
    """2026年11月5日; BLANK_DATE when unknown."""
    return f"{day.year}年{day.month}月{day.day}日" if day else BLANK_DATE


def date_text(day: date | None) -> Text:
    """The date for running text; unknown: ruled blanks for year, month and day."""
    if day:
        return long_date(day)
    return (Field(None, 3), "年", Field(None, 2), "月", Field(None, 2), "日")


def date_span(first: date, last: date) -> str:
    """2026年11月5日至8日; what both ends share is said once."""
    if first == last:
        return long_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{long_date(first)}至{last.day}日"
    if first.year == last.year:
        return f"{long_date(first)}至{last.month}月{last.day}日"
    return f"{long_date(first)}至{long_date(last)}"


def clock_time(moment: datetime) -> str:
    """9时30分, 9时; aware moments are shown in the hall's zone."""
    local = hall_time(moment) if moment.tzinfo else moment
    return f"{local.hour}时" + (f"{local.minute}分" if local.minute else "")


def moment_text(moment: datetime) -> str:
    """2026年11月5日9时30分."""
    local = hall_time(moment) if moment.tzinfo else moment
    return long_date(local.date()) + clock_time(moment)


def moment_span(start: datetime, end: datetime) -> str:
    """2026年11月5日9时30分至11时; the day is repeated only when it changes."""
    days = [(hall_time(moment) if moment.tzinfo else moment).date() for moment in (start, end)]
    return f"{moment_text(start)}至{clock_time(end) if days[0] == days[1] else moment_text(end)}"


def bill_date(day: date) -> str:
    """贰零贰陆年零壹月壹拾伍日 (《支付结算办法》 annex 1): 零 before months 1, 2, 10 and days 1–9, 10, 20, 30."""
    year = "".join(CAPITAL[int(digit)] for digit in f"{day.year:04d}")
    month = ("零" if day.month in (1, 2, 10) else "") + capital_number(day.month)
    date_words = ("零" if day.day < 10 or day.day % 10 == 0 else "") + capital_number(day.day)
    return f"{year}年{month}月{date_words}日"
