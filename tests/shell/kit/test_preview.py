"""The preview on a real archive: what is seen is archived before it is printed, and printed as it was archived."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QPushButton

from desk.core.actor import Actor
from desk.core.db.commands import execute
from desk.core.documents import model, papers, series_registry
from desk.core.documents.papers import PaperKind, declare_papers
from desk.core.documents.prints import list_prints
from desk.core.documents.raster import page_image, page_sizes
from desk.core.documents.readback import squeezed
from desk.core.documents.series import Series
from desk.core.documents.series_registry import declare_series
from desk.core.errors import EnvironmentFault
from desk.shell.jobs import JobRunner
from desk.shell.kit.preview import PreviewPage
from desk.shell.kit.printing import Printers, PrintRun, qimage
from desk.testing.database import make_factory
from desk.testing.shell import make_context


@dataclass(frozen=True, slots=True)
class Facts:
    name: str
    number: str = ""


class RealBackend:
    def __init__(self, factory, actor):
        self.factory, self.actor = factory, actor

    def reading(self):
        return self.factory.reading(self.actor)

    def execute(self, verb, *args, key):
        done = execute(self.factory, self.actor, verb, *args, key=key)
        return done.result, done.changes


class PdfPrinters(Printers):
    """One printer that writes a PDF, and may be away."""

    def __init__(self, folder):
        self.folder, self.made, self.away = folder, [], False

    def names(self):
        return ["前台激光", "调解室"]

    def default(self):
        return "前台激光"

    def run(self, jobs, name, pdf, sizes, *, forget=False, **more):
        return PrintRun(jobs, self.make(name), pdf, sizes, **more)  # painted, whatever print service this computer has

    def make(self, name):
        if self.away:
            raise EnvironmentFault("打印机没有响应。", advice="请开机。")
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(150)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.made.append(self.folder / f"{len(self.made)}.pdf")
        printer.setOutputFileName(str(self.made[-1]))
        return printer


@pytest.fixture
def records(monkeypatch, fonts):
    found = {1: Facts("林晓梅"), 2: Facts("王\ue123")}

    def build(facts):
        lines = tuple(model.Paragraph(("当事人", model.Field(facts.name if facts else None), "。")) for _each in range(30))
        return model.Document("tests.agreement", "协议书", (
            model.Title("协议书"), model.NumberLine(facts.number if facts else None), *lines))

    monkeypatch.setattr(papers, "_kinds", {})
    monkeypatch.setattr(papers, "_fonts", [fonts])
    monkeypatch.setattr(series_registry, "_declared", {})
    declare_series(Series("tests.agreement", "协议", "{word}〔{year}〕{serial}号", word="和调字"))
    declare_papers(PaperKind("tests.agreement", "协议书", build, series="tests.agreement", record="case",
                             load=lambda _uow, record_id: found[record_id]))
    return found


@pytest.fixture
def desk(qapp, sqlite_database, clock, tmp_path, records):
    backend = RealBackend(make_factory(sqlite_database, clock), Actor("王秀英", 1, all_rights=True))
    runner = JobRunner(backend)
    made = make_context(tmp_path, jobs=runner, clock=clock)
    made.reading = backend.reading
    yield made
    assert runner.shutdown(3000)


@pytest.fixture
def printers(tmp_path):
    return PdfPrinters(tmp_path)


@pytest.fixture
def open_preview(desk, printers, qtbot):
    def open_it(record_id=1, mode="final"):
        page = PreviewPage(desk, paper_id="tests.agreement", record_id=record_id, mode=mode, printers=printers)
        qtbot.addWidget(page)
        page.resize(1170, 690)
        with qtbot.waitActive(page):
            page.show()
        qtbot.waitUntil(lambda: page.shown is not None)
        return page
    return open_it


def prints(desk):
    with desk.reading() as uow:
        return list_prints(uow, "case", 1)


def words_on(page):
    return " ".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def button(page, words):
    return next(found for found in page.findChildren(QPushButton) if words in found.text() and not found.isHidden())


def test_pages_are_shown_as_they_will_print(open_preview, desk, qtbot):
    page = open_preview()
    qtbot.waitUntil(lambda: page.view.sheets[0].image is not None)
    assert len(page.view.sheets) == page.list.pages.count() > 1
    assert page.view.sheets[0].image.pixelColor(2, 2).name() == "#ffffff"
    assert "尚未打印" in page.state_label.text()
    page.list.pages.setFocus()
    qtbot.keyClick(page.list.pages, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.view.sheets[1].image is not None)
    page.bar.zooms.setCurrentIndex(1)
    assert page.view.sheets[0].height() <= page.view.viewport().height()
    page.bar.zooms.setCurrentIndex(5)
    assert page.view.sheets[0].width() == round(210 / 25.4 * 96 * 1.25)
    assert prints(desk) == []
    qtbot.waitUntil(lambda: desk.jobs.idle)


def test_ctrl_p_archives_with_a_number_then_prints_what_was_archived(open_preview, desk, printers, qtbot):
    page = open_preview()
    page.bar.copies_box.setValue(2)
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "已送往 前台激光" in str(desk.navigator.said), timeout=15_000)
    [row] = prints(desk)
    assert (row.number, row.copies) == ("和调字〔2026〕1号", 2)
    pdf = printers.made[0].read_bytes()
    assert len(page_sizes(pdf)) in (row.pages, row.pages * 2)
    assert [round(side) for side in page_sizes(pdf)[0]] == [210, 297]
    dark = qimage(page_image(pdf, 0, dpi=50))
    assert any(dark.pixelColor(x, y).lightness() < 128 for x in range(0, dark.width(), 2) for y in range(dark.height()))
    assert desk.memory["printer"] == "前台激光"
    qtbot.waitUntil(lambda: "和调字〔2026〕1号" in page.state_label.text())


def test_what_has_not_changed_is_printed_again_with_a_reason_and_a_mark(open_preview, desk, printers, qtbot, tmp_path):
    desk.asker.answers = [tmp_path / "a.pdf"]
    page = open_preview()
    qtbot.mouseClick(page.bar.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "补打" in page.bar.print_button.text())
    assert "和调字〔2026〕1号" in squeezed((tmp_path / "a.pdf").read_bytes())
    desk.asker.answers = [None]
    qtbot.mouseClick(page.bar.print_button, Qt.MouseButton.LeftButton)
    assert printers.made == []
    desk.asker.answers = [tmp_path / "b.pdf", "当事人遗失"]
    qtbot.mouseClick(page.bar.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(desk.navigator.said) == 2)
    assert "补打" in squeezed((tmp_path / "b.pdf").read_bytes())
    assert [row.reason for row in prints(desk)] == ["当事人遗失", ""]
    qtbot.waitUntil(lambda: page.list._prints.count() == 2)
    qtbot.mouseClick(page.list._prints.itemAt(0).widget(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "当事人遗失" in words_on(page))
    assert not page.bar.print_button.isEnabled()
    qtbot.mouseClick(button(page, "看现在的内容"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.bar.print_button.isEnabled)
    qtbot.waitUntil(lambda: desk.jobs.idle)


def test_a_changed_record_says_so_and_is_printed_anew(open_preview, desk, records, qtbot, tmp_path):
    desk.asker.answers = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    page = open_preview()
    page.save_as()
    qtbot.waitUntil(lambda: len(desk.navigator.said) == 1)
    records[1] = Facts("赵建国")
    page.refresh()
    qtbot.waitUntil(lambda: "内容不同" in words_on(page))
    assert "补打" not in page.bar.print_button.text()
    page.save_as()
    qtbot.waitUntil(lambda: len(desk.navigator.said) == 2)
    assert "赵建国" in squeezed((tmp_path / "b.pdf").read_bytes())
    qtbot.waitUntil(lambda: desk.jobs.idle)


def test_a_character_no_font_has_stops_the_print_until_she_confirms(open_preview, desk, qtbot, tmp_path):
    page = open_preview(record_id=2)
    assert "E123" in words_on(page)
    assert not page.bar.print_button.isEnabled()
    qtbot.mouseClick(button(page, "空格线"), Qt.MouseButton.LeftButton)
    desk.asker.answers = [tmp_path / "a.pdf"]
    page.save_as()
    qtbot.waitUntil(lambda: len(desk.navigator.said) == 1)
    qtbot.waitUntil(lambda: desk.jobs.idle)


def test_a_printer_that_is_away_costs_no_second_number(open_preview, desk, printers, qtbot):
    printers.away = True
    page = open_preview()
    page.print_it()
    qtbot.waitUntil(lambda: "请开机" in words_on(page))
    assert [row.number for row in prints(desk)] == ["和调字〔2026〕1号"]
    assert page.bar.isEnabled()
    qtbot.waitUntil(lambda: desk.jobs.idle)


def test_a_blank_form_is_not_archived_and_without_a_printer_it_says_what_to_do(desk, qtbot, printers, tmp_path):
    printers.names = lambda: []
    printers.default = lambda: ""
    page = PreviewPage(desk, paper_id="tests.agreement", printers=printers)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.shown is not None)
    page.print_it()
    assert "没有找到打印机" in desk.navigator.said[0][0]
    desk.asker.answers = [tmp_path / "a.pdf"]
    page.save_as()
    qtbot.waitUntil(lambda: len(desk.navigator.said) == 2)
    assert prints(desk) == []
    qtbot.waitUntil(lambda: desk.jobs.idle)


def test_printing_can_be_stopped(desk, printers, records, qtbot, open_preview):
    page = open_preview()
    run = PrintRun(desk.jobs, printers.make("x"), page.shown.pdf, page.shown.sizes, copies=9)
    run.progressed.connect(run.stop)
    with qtbot.waitSignal(run.done):
        run.start()
    assert run._page < run.total
    qtbot.waitUntil(lambda: desk.jobs.idle)
