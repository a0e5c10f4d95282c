"""A month is counted, frozen, and does not change when a record is added later."""

from dataclasses import dataclass
from datetime import date

import pytest

from desk.api.figures import FreezeDraft, freeze_month, list_differences, read_table
from desk.api.statistics import Figure, IndicatorTable, Source, parse_period
from desk.testing.declared import declare_items

MENDED = []


@dataclass
class Lamp:
    """A mended street lamp."""

    id: int
    mended_on: date


def mended_lamps(_uow, _scope):
    """What is counted; a plugin reads it from its tables, in the period and area of the scope."""
    return MENDED


TABLE = IndicatorTable("example.lamps", "路灯维修统计表", (
    Figure("mended", "修复", Source("lamps", f"{__name__}:mended_lamps"), when="mended_on"),))
OCTOBER = parse_period("2026-10")


@pytest.fixture(autouse=True)
def declared():
    """As a plugin does with the hook desk_indicators."""
    MENDED[:] = [Lamp(1, date(2026, 10, 3)), Lamp(2, date(2026, 10, 28))]
    with declare_items(figures=[TABLE]):
        yield


def test_a_frozen_month_stays_and_the_difference_is_told(writing, reading):
    with writing() as uow:
        freeze_month(uow, FreezeDraft("example.lamps", "2026-10"))
    MENDED.append(Lamp(3, date(2026, 10, 30)))
    with reading() as uow:
        assert read_table(uow, TABLE, OCTOBER).cells[-1][0].value == 2
        [late] = list_differences(uow, TABLE, OCTOBER)
    assert [(one.frozen, one.now) for one in late.differences] == [(2, 3)]
