"""Scoring by keys: a round planned, sheets keyed cell by cell, counted, posted, objected to, decided, printed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desk.core.documents.readback import page_count
from desk.core.documents.render import render
from desk.core.dotted import resolve
from desk.core.i18n import _
from desk.core.scores import papers, schemes
from desk.core.scores.drafts import RaterDraft, RoundDraft, SubjectDraft
from desk.core.scores.queries import get_round, list_awards, list_raters, list_results, list_subjects
from desk.core.scores.schemes import ScoreScheme, use_schemes
from desk.core.scores.service import plan_round, start_round
from desk.core.scores.sheet_service import find_sheet
from desk.core.scores.sheets import Band, Criterion, Option, Role, Sheet
from desk.host.pages import FormSpec, ListSpec, RecordSpec
from desk.shell.scores import contributed, forms, objections, record, sheets
from desk.shell.scores.entry_page import EntryPage
from desk.shell.scores.lists import AWARDS, rounds_page
from tests.shell.registers.conftest import button, edit, shown

pytestmark = pytest.mark.gui
SHEET = Sheet("trial.sheet", "调解室星级评分表", (
    Criterion("plate", "挂牌上墙", 1000, "ticks", group="硬件"), Criterion("books", "台账", 3000, "choice", options=(
        Option("齐全", 3000), Option("部分", 1500))), Criterion("work", "工作成效", 6000, guidance="看案卷和回访")),
    roles=(Role("residents", "居民代表", 60), Role("committee", "委员会", 40)), bands=(Band("五星级", 9000), Band("三星级", 0)),
    source="示范办法")
SCHEME = ScoreScheme("trial.rooms", "Trial", "星级调解室评定", (SHEET,), award="星级调解室")
CLICK = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def known():
    use_schemes([SCHEME])
    yield
    schemes.use_schemes([])


@pytest.fixture
def running(factory, actor):
    """A round with two rooms and two raters whose sheets may be entered."""
    with factory.writing(actor) as uow:
        made = plan_round(uow, RoundDraft(
            "2026年星级调解室评定", "trial.sheet", (SubjectDraft("老沈调解室", "二楼"), SubjectDraft("和事佬工作室")),
            (RaterDraft("居民甲", "residents"), RaterDraft("委员乙", "committee")), scheme="trial.rooms"))
        start_round(uow, made)
    return made


def read(factory, actor, function, *args):
    with factory.reading(actor) as uow:
        return function(uow, *args)


def keyed(qtbot, page, *texts):
    """As fingers do it: every key goes where the focus is."""
    for text in texts:
        page.table.setFocus()
        for letter in text:
            qtbot.keyClicks(QApplication.focusWidget(), letter)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not page.table.editing)


def keyed_whole(qtbot, opened, ctx, running):
    page = opened(ctx, EntryPage, record_id=running)
    keyed(qtbot, page, "1", "a", "55", "0", "b", "40.5")
    keyed(qtbot, page, "1", "A", "60", "1", "A", "30")
    return page


@pytest.mark.parametrize("entry", contributed.desk_nav_entries(), ids=lambda entry: entry.id)
def test_the_page_behind_an_entry_is_there(entry):
    view = resolve(entry.view)
    assert isinstance(view, (ListSpec, FormSpec, RecordSpec)) or callable(view)
    assert _(entry.title) != entry.title


def test_two_sheets_are_keyed_without_the_mouse(qtbot, opened, ctx, running, factory, actor):
    keyed_whole(qtbot, opened, ctx, running)
    assert [one.complete for one in read(factory, actor, list_raters, running)] == [True, True]
    results = read(factory, actor, list_results, running)
    assert [(one.title, one.total_text, one.rank) for one in results] == [
        ("老沈调解室", "97", 1), ("和事佬工作室", "61.3", 2)]
    assert [words for words, _tone in ctx.navigator.said] == ["已保存居民甲的评分表", "已保存委员乙的评分表"]


def test_a_mark_beyond_the_criterion_stays_until_it_is_right(qtbot, opened, ctx, running, factory, actor):
    page = opened(ctx, EntryPage, record_id=running)
    keyed(qtbot, page, "1", "a", "61")
    assert "0 到 60" in page.refused.text()
    assert page.table.currentColumn() == 2
    keyed(qtbot, page, "6")
    assert page.refused.text() == ""
    qtbot.keyClick(page.table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    rater = read(factory, actor, list_raters, running)[0]
    assert (rater.marks, rater.wanted) == (3, 6)
    page = opened(ctx, EntryPage, record_id=running)
    assert (page.rater.name, page.table.currentRow(), page.table.currentColumn()) == ("居民甲", 1, 0)


def test_planned_by_form_with_pasted_names(qtbot, opened, ctx, typing, factory, actor):
    page = opened(ctx, forms.ROUND_FORM)
    edit(page, "scheme").setCurrentIndex(edit(page, "scheme").findData("trial.rooms"))
    edit(page, "sheet").setCurrentIndex(edit(page, "sheet").findData("trial.sheet"))
    typing(edit(page, "title"), "2026年评定")
    qtbot.keyClick(edit(page, "title"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    entry, args = ctx.navigator.opened[-1]
    assert entry == "scores.round"
    made = args["record_id"]
    for spec, text in ((forms.SUBJECTS_FORM, "老沈调解室 二楼\n和事佬工作室"), (forms.RATERS_FORM,
                                                                                "张三 居民代表\n李四 委员会")):
        page = opened(ctx, spec, record_id=made)
        edit(page, "lines").setFocus()
        typing(edit(page, "lines"), text)
        qtbot.keyClick(edit(page, "lines"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [(one.title, one.detail) for one in read(factory, actor, list_subjects, made)] == [
        ("老沈调解室", "二楼"), ("和事佬工作室", "")]
    assert [(one.name, one.role) for one in read(factory, actor, list_raters, made)] == [
        ("张三", "residents"), ("李四", "committee")]
    page = opened(ctx, record.ROUND_RECORD, record_id=made)
    qtbot.mouseClick(button(page, "开始评分"), CLICK)
    assert read(factory, actor, get_round, made).state == "open"


def test_counted_posted_objected_decided(qtbot, opened, ctx, running, factory, actor, typing, clock, printed, fonts):
    keyed_whole(qtbot, opened, ctx, running)

    def saved(page, field, text=""):
        typing(edit(page, field), text) if text else None
        qtbot.keyClick(edit(page, field), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    saved(opened(ctx, forms.CLOSE_FORM, record_id=running), "reason")
    assert read(factory, actor, get_round, running).state == "closed"
    page = opened(ctx, forms.POST_FORM, record_id=running)
    assert "第1名 老沈调解室 97分 五星级" in edit(page, "body").toPlainText()
    saved(page, "approved_by", "郑国庆")
    saved(opened(ctx, objections.OBJECTION_FORM, record_id=running), "text", "台账不齐")
    page = opened(ctx, record.ROUND_RECORD, record_id=running)
    link = next(one for one in page.findChildren(QPushButton) if "台账不齐" in one.accessibleName())
    clock.advance(days=20)
    qtbot.mouseClick(link, CLICK)
    entry, args = ctx.navigator.opened[-1]
    assert entry == "scores.answer_form"
    page = opened(ctx, objections.ANSWER_FORM, **args)
    edit(page, "outcome").setCurrentIndex(edit(page, "outcome").findData("not"))
    saved(page, "reply", "已复核,台账齐全")
    page = opened(ctx, forms.DECIDE_FORM, record_id=running)
    saved(page, "text", "望再接再厉。")
    assert [(one.name, one.title) for one in read(factory, actor, list_awards, running)] == [
        ("老沈调解室", "星级调解室"), ("和事佬工作室", "星级调解室")]
    assert [row[0] for row in shown(opened(ctx, AWARDS))] == ["老沈调解室", "和事佬工作室"]
    assert shown(opened(ctx, rounds_page))[0][2] == "已决定"
    papers_say(factory, actor, running, printed, fonts)


def papers_say(factory, actor, running, printed, fonts):
    paper = read(factory, actor, papers.load_round, running)
    for build, words in ((papers.build_sheet, ("老沈调解室", "挂牌上墙", "看案卷和回访", "A 齐全 30分")),
                         (papers.build_result, ("97", "五星级", "居民代表1人平均95分", "示范办法")),
                         (papers.build_posting, ("第2名和事佬工作室61.3分三星级", "公示时间")),
                         (papers.build_decision, ("关于表彰星级调解室的决定", "老沈调解室、和事佬工作室", "望再接再厉。"))):
        said = printed(build(paper))
        assert all(word.replace(" ", "") in said for word in words), (words, said)
        assert page_count(render(build(None), fonts).pdf) == 1
    award = read(factory, actor, list_awards, running)[0]
    certificate = read(factory, actor, papers.load_certificate, award.id)
    said = printed(papers.build_certificate(certificate))
    assert all(word in said for word in ("荣誉证书", "老沈调解室", "“星级调解室”", "称号,特发此证"))
    assert page_count(render(papers.build_certificate(certificate), fonts).pdf) == 1
    assert page_count(render(papers.build_certificate(None), fonts).pdf) == 1


def test_a_sheet_is_changed_into_a_new_edition(qtbot, opened, ctx, factory, actor):
    page = opened(ctx, sheets.SHEET_FORM, record_id="trial.sheet")
    edit(page, "title").setText("新的评分表")
    qtbot.keyClick(edit(page, "title"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    changed = read(factory, actor, find_sheet, "trial.sheet")
    assert (changed.title, changed.edition) == ("新的评分表", 1)
    assert changed.criteria == SHEET.criteria
    assert changed.bands == SHEET.bands
    assert [row[0] for row in shown(opened(ctx, sheets.SHEETS))] == ["新的评分表"]


def test_what_the_period_says(opened, ctx, factory, actor):
    with factory.writing(actor) as uow:
        made = plan_round(uow, RoundDraft("季度评议", "trial.sheet", scheme="trial.rooms", first=date(2026, 7, 1),
                                          last=date(2026, 9, 30)))
    page = opened(ctx, record.ROUND_RECORD, record_id=made)
    assert button(page, "评分对象")
