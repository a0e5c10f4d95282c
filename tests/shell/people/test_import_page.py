"""Bringing in a list by clicks: real files, a real desk, stopped half-way, undone whole, asked only where unclear."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from desk.core.exchange.export import ExportColumn, ExportTable, write_xlsx
from desk.core.exchange.reading import read_tables
from desk.core.people.drafts import PaperDraft, PersonDraft
from desk.core.people.identity import check_character
from desk.core.people.queries import count_people, find_by_number, get_person
from desk.core.people.service import register_person
from desk.shell.jobs import JobRunner
from desk.shell.kit.import_page import ImportPage as KitImportPage
from desk.shell.kit.import_parts import ColumnsPane, FilePane, PreviewTabs
from desk.shell.people.import_page import PEOPLE_IMPORT, ImportPage

HEADS = ("姓名", "身份证号", "性别", "联系电话", "现住址", "与户主关系")


def number(body):
    return body + check_character(body)


LIU, ZHAO = number("32991219900307223"), number("32991219700101122")
ROWS = [("刘思雨", LIU, "男", "13812345678", "和平里5幢201室", "户主"),
        ("赵恵", ZHAO, "女", "13812345679", "和平里5幢201室", "配偶"),
        ("钱多多", "329912197001011220", "男", "", "", "")]


@pytest.fixture
def write(tmp_path):
    def make(rows=ROWS, heads=HEADS, name="名单.xlsx"):
        path = tmp_path / name
        write_xlsx(path, ExportTable("和平社区居民名单", tuple(ExportColumn(head, 18) for head in heads), rows))
        return path

    return make


@pytest.fixture
def page(house, show):
    return show(ImportPage(house))


def people_now(reading):
    with reading() as uow:
        return count_people(uow)


def test_usual_headings_need_no_question(page, house, write, reading, button, said):
    house.asker.answers.append(write())
    button(page, "选择表格文件").click()
    assert isinstance(page._pane, PreviewTabs)
    assert "新建 2" in said(page) or "新建 2" in page._pane.tabText(0)
    assert people_now(reading) == 0  # a dry run writes nothing
    button(page, "导入 2 行").click()
    assert "已导入" in said(page)
    with reading() as uow:
        assert [one.name for one in find_by_number(uow, LIU)] == ["刘思雨"]
    assert house.desk.kept_backups  # made before anything was written


def test_a_plugins_list_is_not_taken_over_without_a_backup_either(house, show, write, button, said):
    page = show(KitImportPage(house.sibling("volunteer"), PEOPLE_IMPORT, path=write()))
    button(page, "导入 2 行").click()
    assert "已导入" in said(page)
    assert house.desk.quiet_backups == 1


def test_rejected_rows_are_saved_with_their_reasons(page, house, write, tmp_path, button):
    page.open_file(write())
    house.asker.answers.append(tmp_path / "改正.xlsx")
    button(page, "另存未导入的行").click()
    rows = read_tables(tmp_path / "改正.xlsx")[0].rows
    assert any("钱多多" in str(row) and "末位应为" in str(row) for row in rows)
    assert not any("刘思雨" in str(row) for row in rows)


def test_the_whole_import_is_undone_from_the_list_of_imports(page, house, write, reading, button, said):
    page.open_file(write())
    button(page, "导入 2 行").click()
    button(page, "再导入一份").click()
    assert "名单.xlsx" in said(page)
    house.asker.answers.append(True)
    button(page, "撤销这次导入").click()
    assert people_now(reading) == 0
    assert "撤销" in house.navigator.said[-1][0]
    assert "撤销这次导入" not in said(page)


def test_changes_stand_field_by_field(page, write, button, reading):
    page.open_file(write())
    button(page, "导入 2 行").click()
    page.open_file(write([ROWS[0][:3] + ("13800000000", "和平里6幢101室", "户主")]))
    changed = next(page._pane.widget(place) for place in range(page._pane.count())
                   if page._pane.tabText(place).startswith("有变化"))
    text = str(changed.model().rows)
    assert "138****0000" in text
    assert "和平里" in text
    assert "13800000000" not in text
    missing = [page._pane.tabText(place) for place in range(page._pane.count())]
    assert any("没有 1" in title for title in missing)


def test_unknown_headings_are_asked_for(page, write, button, said, qtbot):
    page.open_file(write(heads=("称呼", "身份证号", "性别", "联系电话", "现住址", "与户主关系")))
    assert isinstance(page._pane, ColumnsPane)
    box = page._pane.boxes["name"]
    assert box.hasFocus()
    assert LIU not in said(page)
    button(page, "查看逐行结果").click()
    assert "没有" in said(page)  # the name has no column yet
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "称呼"
    button(page, "查看逐行结果").click()
    assert isinstance(page._pane, PreviewTabs)


def test_back_works_from_everywhere(page, house, write, button):
    page.open_file(write())
    button(page, "对应各列").click()
    button(page, "返回").click()
    assert isinstance(page._pane, FilePane)
    button(page, "返回").click()
    assert house.navigator.backs == 1


def test_a_file_is_dropped(page, write):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(write()))])
    page.dropEvent(QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                              Qt.KeyboardModifier.NoModifier))
    assert isinstance(page._pane, PreviewTabs)


def test_a_file_that_is_no_table_is_refused_in_words(page, tmp_path, said):
    path = tmp_path / "照片.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    page.open_file(path)
    assert "图片" in said(page)
    assert isinstance(page._pane, FilePane)


def test_a_refused_file_does_not_stand_above_the_rows_of_another(page, write, tmp_path, said):
    page.open_file(write())
    path = tmp_path / "空.csv"
    path.write_bytes(b"")
    page.open_file(path)
    assert isinstance(page._pane, FilePane)
    assert "文件是空的" in said(page)
    assert "导入 2 行" not in said(page)


def test_the_register_changed_meanwhile(page, people, writing, write, said, button):
    page.open_file(write())
    with writing() as uow:
        register_person(uow, PersonDraft("刘思雨", papers=(PaperDraft(number=LIU),)))
    button(page, "导入 2 行").click()
    assert "有了变动" in said(page)  # looked at once more by itself
    button(page, "导入 2 行").click()
    assert "已导入" in said(page)


def test_stopped_half_way_nothing_is_kept(make_house, units, write, reading, show, qtbot, button, said):
    signs = "甲乙丙丁戊己庚辛壬癸"
    rows = [("王" + "".join(signs[int(digit)] for digit in f"{place:04d}"), "", "男", f"138{place:08d}",
             f"和平里{place}幢1室", "户主") for place in range(3000)]
    runner = JobRunner(units)
    try:
        page = show(ImportPage(make_house(jobs=runner)))
        page.open_file(write(rows))
        qtbot.waitUntil(lambda: isinstance(page._pane, PreviewTabs), timeout=60_000)
        qtbot.waitUntil(lambda: runner.idle)
        page.take_over()
        page._progress.stop()
        qtbot.waitUntil(lambda: runner.idle, timeout=60_000)
        assert "未导入" in said(page) or "停止" in said(page)
        assert people_now(reading) == 0
        page.take_over()
        qtbot.waitUntil(lambda: not isinstance(page._pane, PreviewTabs), timeout=120_000)
        assert people_now(reading) == 3000
    finally:
        assert runner.shutdown(5000)


def test_a_row_opens_its_record(page, house, people, write, reading, qtbot):
    with reading() as uow:
        zhang = get_person(uow, people["张桂兰"])
    page.open_file(write([("张桂兰", number("32991219491231002"), "女", "13811112222", "", "")]))
    table = page._pane.currentWidget()
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert house.navigator.opened == [("people.person", {"record_id": zhang.id})]
