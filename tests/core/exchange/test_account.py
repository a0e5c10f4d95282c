"""The account of everything brought in by lists: the page of imports, the report on paper, the table by source."""

from dataclasses import replace
from typing import Any

import pytest

from desk.core.db.paging import PageRequest
from desk.core.errors import NotAllowed
from desk.core.exchange.account import count_imports, get_import, list_imports
from desk.core.exchange.account_paper import build, load
from desk.core.exchange.people_import import undo_people_import
from desk.core.statistics.import_tables import TABLES
from desk.core.statistics.periods import parse_period
from desk.core.statistics.registry import use_tables
from desk.core.statistics.table import read_table
from tests.core.exchange.residents import HEAD, QIU, YI, Write

WITHOUT_NAME = ["", *QIU[1:2], "", *QIU[3:]]


@pytest.fixture
def brought(taken: Any, writing: Write) -> Any:
    """Two residents and a row without a name; then one list that is taken back."""
    first = taken([QIU, WITHOUT_NAME, YI]).batch_id
    second = taken([QIU], list_name="重点人员").batch_id
    with writing() as uow:
        undo_people_import(uow, second)
    return first, second


def test_every_list_stands_in_the_account_with_what_became_of_its_rows(reading: Write, brought: Any) -> None:
    with reading() as uow:
        rows = list_imports(uow, PageRequest(size=10)).rows
        assert [(row.id, row.new, row.same, row.rejected, row.undone_at is None) for row in rows] == [
            (brought[0], 2, 0, 1, True), (brought[1], 0, 1, 0, False)]
        for filters, count in (({"undone": True}, 1), ({"rejected": True}, 1), ({"kind": "people"}, 2), ({"kind": "else"}, 0)):
            assert count_imports(uow, PageRequest(filters=filters)) == count, filters
        assert count_imports(uow, PageRequest(text="重点")) == 1


def test_a_refused_row_is_told_by_its_number_and_why(reading: Write, brought: Any, printed: Any) -> None:
    with reading() as uow:
        account = get_import(uow, brought[0])
        text = printed(build(load(uow, brought[0])))
    assert [number for number, _why in account.refused] == [3]
    assert account.refused[0][1]
    assert "导入2行" in text
    assert account.file_hash in text
    with reading() as uow:
        assert "已撤销" in printed(build(load(uow, brought[1])))


def test_rows_are_counted_by_source_and_what_was_taken_back_counts_apart(reading: Write, clock: Any, brought: Any) -> None:
    use_tables(TABLES)
    with reading() as uow:
        view = read_table(uow, TABLES[0], parse_period(f"{clock.today():%Y-%m}"))
    rows = {row.title: [cell.text for cell in cells] for row, cells in zip(view.rows, view.cells, strict=True)}
    assert rows["合计"] == ["1", "2", "0", "0", "1", "33.3%", "1"]
    assert rows["重点人员"][-1] == "1"


def test_the_account_is_for_those_who_may_import(factory: Any, actor: Any, brought: Any) -> None:
    plain = replace(actor, all_rights=False, permissions=frozenset({"desk.people.read"}))
    with factory.reading(plain) as uow, pytest.raises(NotAllowed):
        list_imports(uow, PageRequest())
    assert HEAD
