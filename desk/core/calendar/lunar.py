"""The lunar date of a civil day, 2020 to 2059, from a table: festivals and old people's birthdays go by it.

GB/T 33661-2017 tells how the calendar is computed; the table holds the outcome, so nothing is computed here.
"""

from datetime import date, timedelta

from desk.core.i18n import _

# Lunar year: civil day of its first day (month, day) · its months in order, 1 for 30 days, 0 for 29 · which is the leap month
_YEARS: dict[int, tuple[str, str, int]] = {
    2020: ("0125", "0111010010101", 4), 2021: ("0212", "011010101010", 0), 2022: ("0201", "101011010101", 0),
    2023: ("0122", "0100110110101", 2), 2024: ("0210", "010010110110", 0), 2025: ("0129", "1010010101110", 6),
    2026: ("0217", "101001001110", 0), 2027: ("0206", "110100100110", 0), 2028: ("0126", "1110100100110", 5),
    2029: ("0213", "110101010011", 0), 2030: ("0203", "010110101010", 0), 2031: ("0123", "0110101101010", 3),
    2032: ("0211", "100101101101", 0), 2033: ("0131", "0100101011101", 11), 2034: ("0219", "010010101101", 0),
    2035: ("0208", "101001001101", 0), 2036: ("0128", "1101001001011", 6), 2037: ("0215", "110100100101", 0),
    2038: ("0204", "110101010010", 0), 2039: ("0124", "1101101010100", 5), 2040: ("0212", "101101011010", 0),
    2041: ("0201", "010101101101", 0), 2042: ("0122", "0100101011011", 2), 2043: ("0210", "010010011011", 0),
    2044: ("0130", "1010010010111", 7), 2045: ("0217", "101001001011", 0), 2046: ("0206", "101010100101", 0),
    2047: ("0126", "1011010100101", 5), 2048: ("0214", "011011010010", 0), 2049: ("0202", "101011011010", 0),
    2050: ("0123", "0101010110110", 3), 2051: ("0211", "100100110111", 0), 2052: ("0201", "0100100101111", 8),
    2053: ("0219", "010010010111", 0), 2054: ("0208", "011001001011", 0), 2055: ("0128", "0110101001010", 6),
    2056: ("0215", "111010100101", 0), 2057: ("0204", "011010101010", 0), 2058: ("0124", "1010101101100", 4),
    2059: ("0212", "101010101110", 0),
}
_MONTHS = "正二三四五六七八九十冬腊"
_DIGITS = "一二三四五六七八九十"


def lunar_date(day: date) -> str:
    """农历九月廿六; 农历闰六月初一; "" for a day outside the table."""
    year = day.year if day >= _first_day(day.year) else day.year - 1
    if year not in _YEARS:
        return ""
    _start, lengths, leap = _YEARS[year]
    first = _first_day(year)
    for place, long in enumerate(lengths):
        days = 30 if long == "1" else 29
        if day < first + timedelta(days=days):
            return _("lunar calendar {date}").format(date=_month(place, leap) + _day((day - first).days + 1))
        first += timedelta(days=days)
    return ""


def lunar_words(month: int, number: int) -> str:
    """农历九月初九: the `number`-th (1–30) of lunar `month` (1–12), the leap month not meant."""
    return _("lunar calendar {date}").format(date=_MONTHS[month - 1] + "月" + _day(number))


def find_lunar_day(year: int, month: int, number: int) -> date | None:
    """The civil day of the `number`-th of lunar `month` (1–12) in lunar `year`; a month too short gives its last day.

    The leap month is not meant: festivals and birthdays go by the one it follows. None outside the table.
    """
    if year not in _YEARS:
        return None
    _start, lengths, leap = _YEARS[year]
    place = month - 1 + (1 if leap and month > leap else 0)
    before = sum(30 if long == "1" else 29 for long in lengths[:place])
    return _first_day(year) + timedelta(days=before + min(number, 30 if lengths[place] == "1" else 29) - 1)


def _first_day(year: int) -> date:
    if year not in _YEARS:
        return date(year, 2, 22)  # no lunar year begins later
    start = _YEARS[year][0]
    return date(year, int(start[:2]), int(start[2:]))


def _month(place: int, leap: int) -> str:
    """The month at `place` of its year; the leap month follows the one it is named after."""
    if leap and place >= leap:
        return ("闰" if place == leap else "") + _MONTHS[place - 1] + "月"
    return _MONTHS[place] + "月"


def _day(number: int) -> str:
    if number in (10, 20, 30):
        return {10: "初十", 20: "二十", 30: "三十"}[number]
    return ("初", "十", "廿")[number // 10] + _DIGITS[number % 10 - 1]
