"""Practice data can be made on any day: after a holiday, at the turn of the year, on a leap day."""

from datetime import UTC, datetime

import pytest

from desk.commands.demo import make_practice
from desk.core.clock import FixedClock
from desk.core.paths import DeskPaths


@pytest.mark.long
@pytest.mark.parametrize("day", [(2027, 1, 2), (2026, 11, 28), (2027, 2, 16), (2027, 10, 5), (2028, 2, 29)], ids=str)
def test_practice_data_of_any_day(tmp_path, day):
    paths = DeskPaths(tmp_path / "practice")
    make_practice(paths, FixedClock(datetime(*day, 3, tzinfo=UTC)))
    assert paths.database.stat().st_size > 1_000_000
