"""Figures of communities on the screen: written to a file, brought in, taken away; refusals in words."""

import pytest
from PySide6.QtCore import Qt

from desk.core.organisations.drafts import OrganisationDraft
from desk.core.organisations.service import register_organisation
from desk.core.statistics.communities import list_files
from desk.core.statistics.figures_file import from_bytes
from desk.core.statistics.register_tables import TABLES
from desk.core.statistics.registry import indicator_tables, use_tables
from desk.shell.statistics.communities_page import CommunitiesPage
from tests.shell.registers.conftest import button, shown

pytestmark = pytest.mark.gui
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def registers():
    before = indicator_tables()
    use_tables(TABLES)
    yield
    use_tables(before)


def test_what_one_writes_another_brings_in_by_keys(opened, ctx, qtbot, factory, actor, staff, tmp_path):
    with factory.writing(actor) as uow:
        register_organisation(uow, OrganisationDraft("便民超市", "shop"))
    page, path = opened(ctx, CommunitiesPage), tmp_path / "和平.txt"
    ctx.asker.answers = ["2026-10", path]
    qtbot.mouseClick(button(page, "导出本社区数据"), Qt.MouseButton.LeftButton)
    assert from_bytes(path.read_bytes()).period == "2026-10"
    ctx.asker.answers = [path]
    qtbot.keyClick(page.table, Qt.Key.Key_N, CTRL)
    assert [row[1] for row in shown(page)] == ["2026年10月"]
    page.table.selectRow(0)
    ctx.asker.answers = ["报错了"]
    qtbot.mouseClick(button(page, "移除文件"), Qt.MouseButton.LeftButton)
    assert shown(page) == []


def test_a_file_that_was_changed_is_not_kept(opened, ctx, qtbot, factory, actor, staff, tmp_path):
    page, path = opened(ctx, CommunitiesPage), tmp_path / "和平.txt"
    ctx.asker.answers = ["2026-10", path]
    qtbot.mouseClick(button(page, "导出本社区数据"), Qt.MouseButton.LeftButton)
    path.write_text(path.read_text("utf-8").replace('"value": 0', '"value": 9', 1), "utf-8")
    ctx.asker.answers = [path]
    qtbot.keyClick(page.table, Qt.Key.Key_N, CTRL)
    with factory.reading(actor) as uow:
        assert list_files(uow) == []


def test_the_sums_of_the_chosen_files_period_are_shown(opened, ctx, qtbot, factory, actor, staff, tmp_path):
    page, path = opened(ctx, CommunitiesPage), tmp_path / "和平.txt"
    ctx.asker.answers = ["2026", path, path]
    qtbot.mouseClick(button(page, "导出本社区数据"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(page, "导入文件"), Qt.MouseButton.LeftButton)
    page.table.selectRow(0)
    qtbot.mouseClick(button(page, "打印该报告期汇总"), Qt.MouseButton.LeftButton)
    with factory.reading(actor) as uow:
        kept = list_files(uow)[0].id
    assert ctx.navigator.opened[-1][1] == {"paper_id": "desk.communities", "record_id": kept, "mode": "final"}
