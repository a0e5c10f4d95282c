"""The print archive: found by number, name and day; shown as printed; printed again with a reason and a mark."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from desk.core.documents import archive, model, papers
from desk.core.documents.archive import PrintOrder, issue
from desk.core.documents.papers import PaperKind, declare_papers
from desk.core.documents.prints import get_print_bytes, list_printings
from desk.core.documents.readback import squeezed
from desk.core.places.drafts import AreaDraft
from desk.core.places.queries import get_area
from desk.core.places.service import add_area, change_area
from desk.host.specs import NavEntry
from desk.shell.kit.printing import Printers
from desk.shell.prints.archive_list import archive_page
from desk.shell.prints.stored_page import StoredPage
from desk.testing.shell import contributions_of
from tests.shell.registers.conftest import shown

pytestmark = pytest.mark.gui


@dataclass(frozen=True, slots=True)
class Slip:
    name: str
    number: str = "区〔2026〕7号"


def build(slip):
    return model.Document("tests.slip", "区域便条", (model.Title("区域便条"), model.Paragraph(
        (model.Field(slip.name if slip else None), "。"))))


class NoPrinters(Printers):
    """A desk without a printer: everything is saved as a file."""

    def names(self):
        return []

    def default(self):
        return ""


@pytest.fixture(autouse=True)
def declared(monkeypatch, fonts):
    monkeypatch.setattr(papers, "_kinds", {})
    monkeypatch.setattr(papers, "_fonts", [fonts])
    declare_papers(PaperKind("tests.slip", "区域便条", build, "1", record="area", permission="tests.see",
                             load=lambda uow, area_id: Slip(get_area(uow, area_id).name)),
                   PaperKind("tests.other", "另一文书", build, "1", record="area", load=lambda _uow, _id: Slip("别处")))


@pytest.fixture
def printed(factory, actor, clock):
    with factory.writing(actor) as uow:
        area = add_area(uow, AreaDraft("第一网格", "grid"))
        first = issue(uow, PrintOrder("tests.slip", area)).print_id
    clock.advance(days=1)
    with factory.writing(actor) as uow:
        issue(uow, PrintOrder("tests.other", area, "prefilled", copies=3))
    return first, area


@pytest.fixture
def stored(opened, ctx, printed):
    ctx.desk.contributions = contributions_of([NavEntry("places.area", "Area", "x:y")])
    return opened(ctx, StoredPage, record_id=printed[0], printers=NoPrinters())


def test_everything_printed_is_listed_and_found(opened, ctx, printed, qtbot):
    page = opened(ctx, archive_page)
    assert [(row[0], row[1], row[3], row[4]) for row in shown(page)] == [
        ("2026-11-06 09:30", "另一文书", "预填", "3"), ("2026-11-05 09:30", "区域便条", "正式", "1")]
    qtbot.keyClicks(page.search, "7")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert len(shown(page)) == 2
    qtbot.keyClicks(page.controls["day_to"].edit, "2026-11-05")
    assert [row[1] for row in shown(page)] == ["区域便条"]
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert ctx.navigator.opened == [("prints.stored", {"record_id": printed[0]})]


def test_papers_one_may_not_print_are_neither_shown_nor_opened(opened, house, printed, factory):
    weak = house("desk.papers.print")
    page = opened(weak, archive_page)
    assert [row[1] for row in shown(page)] == ["另一文书"]
    found = opened(weak, StoredPage, record_id=printed[0], printers=NoPrinters())
    assert found.shown is None
    assert not found.bar.print_button.isEnabled()


def test_a_paper_of_a_plugin_that_is_off_stays_for_those_who_may_read_the_trail(opened, house, printed, monkeypatch):
    monkeypatch.setattr(papers, "_kinds", {})
    assert shown(opened(house("desk.papers.print", "tests.see"), archive_page)) == []
    assert len(shown(opened(house("desk.papers.print", "desk.audit.read"), archive_page))) == 2


def test_it_is_shown_as_printed_and_told_when_the_record_differs(opened, ctx, stored, printed, factory, actor):
    assert stored.title.text() == "区域便条 区〔2026〕7号"
    words = [stored.notices.itemAt(place).widget().accessibleName() for place in range(stored.notices.count())]
    assert not any("不同" in each for each in words)
    with factory.writing(actor) as uow:
        area = get_area(uow, printed[1])
        change_area(uow, area.id, AreaDraft("第二网格", "grid"), area.version)
    again = opened(ctx, StoredPage, record_id=printed[0], printers=NoPrinters())
    words = [again.notices.itemAt(place).widget().accessibleName() for place in range(again.notices.count())]
    assert any("不同" in each for each in words)
    assert "第一网格" in squeezed(again.shown.pdf)


def test_a_copy_needs_a_reason_and_gets_a_mark(stored, printed, ctx, qtbot, tmp_path, factory, actor):
    target = tmp_path / "便条.pdf"
    ctx.asker.answers = [str(target), None, str(target), "当事人遗失"]
    qtbot.keyClick(stored, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not target.exists()
    qtbot.keyClick(stored, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "补打" in squeezed(target.read_bytes())
    with factory.reading(actor) as uow:
        rows = list_printings(uow, printed[0])
        assert [(row.reason, row.reprint_of) for row in rows] == [("当事人遗失", printed[0]), ("", None)]
        assert "补打" not in squeezed(get_print_bytes(uow, printed[0]))
    assert stored.list._prints.count() == 2


def test_its_record_is_one_click_away(stored, printed, ctx, qtbot):
    stored.open_record()
    assert ctx.navigator.opened == [("places.area", {"record_id": printed[1]})]


def test_reprinting_needs_the_papers_own_right(factory, printed):
    from desk.core.actor import Actor
    from desk.core.errors import NotAllowed

    somebody = Actor("赵敏", 1, permissions=frozenset({"desk.papers.print"}))
    with pytest.raises(NotAllowed), factory.writing(somebody) as uow:
        archive.reprint(uow, printed[0], "遗失")
