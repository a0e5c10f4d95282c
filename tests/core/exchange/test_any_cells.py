"""Whatever stands in a cell: it is read or refused with a sentence, and cleaning it twice changes nothing."""

from contextlib import suppress
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import UserError
from desk.core.exchange.delimited import decode
from desk.core.exchange.heading import best_sheet
from desk.core.exchange.people_rows import read_row
from desk.core.exchange.table import Merge, RawSheet, RuinedNumber, clean_cell

CELLS = st.one_of(st.text(max_size=40), st.floats(), st.integers(), st.booleans(), st.none(),
                  st.from_regex(r"[1-9]\d{14}(\d{2}[\dX])?", fullmatch=True), st.from_regex(r"\d(\.\d+)?E\+\d\d"))
FIELDS = ("name", "id_number", "sex", "birth", "phone", "address", "household_code", "area", "relation", "resident_kind")


@given(CELLS)
def test_cleaning_is_idempotent_and_encodable(cell: object) -> None:
    once = clean_cell(cell)
    assert clean_cell(once) == once
    assert isinstance(clean_cell(once), RuinedNumber) == isinstance(once, RuinedNumber)
    once.encode("utf-8")


@given(st.dictionaries(st.sampled_from(FIELDS), CELLS.map(clean_cell)))
def test_no_row_raises(values: dict[str, str]) -> None:
    row = read_row(7, values, date(2026, 11, 5))
    assert row.number == 7
    assert row.reasons or row.name
    assert all(isinstance(reason, str) and reason for reason in row.reasons)


@given(st.lists(st.lists(CELLS, max_size=6), max_size=8), st.lists(st.builds(
    Merge, *[st.integers(-2, 9)] * 4), max_size=4))
def test_any_table_has_a_heading_or_a_sentence(rows: list[list[object]], merges: list[Merge]) -> None:
    try:
        sheet = best_sheet([RawSheet("表", rows, tuple(merges))], lambda label: label in ("姓名", "电话"))
    except UserError:
        return  # a sentence is an answer
    assert sheet.rows
    assert sheet.heading_rows[0] < sheet.rows[0].number


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_sentence(data: bytes) -> None:
    with suppress(UserError):  # a sentence is an answer
        decode(data).encode("utf-8")
