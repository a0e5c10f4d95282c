"""The page of everything brought in by lists, by keys."""

import pytest
from PySide6.QtCore import Qt

from desk.core.exchange.batch import preview_list, take_over
from desk.core.exchange.people_import import PEOPLE_LIST
from desk.core.exchange.table import Sheet, TableRow
from desk.core.exchange.verdicts import ListDraft
from desk.shell.imports.register import IMPORT, IMPORTS
from tests.shell.registers.conftest import shown

pytestmark = pytest.mark.gui


@pytest.fixture
def batch(factory, actor, staff):
    rows = (TableRow(2, ("肖志", "1950-03-01", "翠湖花园1幢101室")), TableRow(3, ("", "1960-01-01", "翠湖花园1幢102室")))
    sheet = Sheet("名册", "", ("姓名", "出生日期", "住址"), (1, 1), rows)
    with factory.writing(actor) as uow:
        draft = ListDraft(sheet, {"name": 0, "birth": 1, "address": 2}, "社区居民", "居民.xlsx", "0" * 64)
        return take_over(uow, PEOPLE_LIST, preview_list(uow, PEOPLE_LIST, draft)).id


def test_the_list_opens_the_account_which_tells_the_refused_row(opened, ctx, qtbot, batch):
    page = opened(ctx, IMPORTS)
    assert [row[1:3] + row[4:] for row in shown(page)] == [["社区居民", "居民.xlsx", "1", "0", "0", "1", "有未导入的行"]]
    page.chips.choose(1)
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert ctx.navigator.opened[-1] == ("imports.card", {"record_id": batch})
    card = opened(ctx, IMPORT, record_id=batch)
    refused = next(section for section in card.card.sections if section.title == "有未导入的行")
    assert refused.facts[0].label == "第 3 行"
    assert refused.facts[0].value
