"""A number of a declared series: given once to a record, the next one to the next."""

import pytest

from desk.api import SeriesSpec
from desk.api.numbers import give_number, number_of
from desk.testing.declared import declare_items


@pytest.fixture(autouse=True)
def declared():
    with declare_items(series=[SeriesSpec("example.slip", "Slips", "{org_short}单〔{year}〕{serial}号")]):
        yield


def test_each_record_has_its_own(writing, reading):
    with writing() as uow:
        given = [give_number(uow, "example.slip", "example.lamp", one) for one in (7, 8)]
    assert given == ["和平单〔2026〕1号", "和平单〔2026〕2号"]
    with reading() as uow:
        assert number_of(uow, "example.slip", "example.lamp", 7) == "和平单〔2026〕1号"
