"""The mediator's screens by keys and clicks on real data: the session, the quick quarrel, blank forms, the dossier."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPlainTextEdit

from desk.api.qt import FormPage
from desk.testing.shell import make_context
from plugins.mediation.tests.helpers import Data

pytestmark = pytest.mark.gui


@pytest.fixture
def database(sqlite_database):
    return sqlite_database


@pytest.fixture
def ctx(qapp, tmp_path, factory, actor, clock):
    return make_context(tmp_path, plugin_id="mediation", backend=Data(factory, actor), actor=actor, clock=clock)


@pytest.fixture
def sitting(ctx, room, qtbot):
    """The session screen of an accepted case, shown: (page, dispute)."""
    from plugins.mediation.views.session import SittingPage

    dispute = room.accept(rights_told_on=None)
    page = SittingPage(ctx, record_id=dispute)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    return page, dispute


def press(qtbot, page, keys, modifier=Qt.KeyboardModifier.ControlModifier):
    with qtbot.waitActive(page):
        page.activateWindow()
    qtbot.keyClick(page, keys, modifier)


def click(qtbot, button):
    """On its mark, which stands at the left."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))


def test_a_session_is_held_on_the_screen(sitting, room, ctx, qtbot, clock):
    page, dispute = sitting
    qtbot.keyClicks(page.record, "shuo qing le")
    press(qtbot, page, Qt.Key.Key_S)
    assert room.file(dispute).sessions == ()  # rights were not read out yet
    clock.advance(minutes=2)
    for code in ("identity", "rights", "duties"):
        qtbot.mouseClick(page.ticks[code][0], Qt.MouseButton.LeftButton)
    assert page.ticks["rights"][1].text() == "09:32"
    press(qtbot, page, Qt.Key.Key_S)  # nothing was decided yet: she is led to the choice, which lies below
    qtbot.waitUntil(page.outcomes.button(0).hasFocus)
    assert not page.outcomes.button(0).visibleRegion().isEmpty()
    click(qtbot, page.outcomes.button(1))
    clock.advance(minutes=50)
    press(qtbot, page, Qt.Key.Key_S)
    session = room.file(dispute).sessions[0]
    assert session.outcome == "agreed"
    assert room.state(dispute) == "agreed"
    assert room.file(dispute).dispute.rights_told_on == room.today
    assert ctx.navigator.opened[-1] == ("mediation.agreement_form", {"record_id": dispute})
    with room.reading() as uow:
        from plugins.mediation.models import Session

        row = uow.get(Session, session.id)
        assert [one["at"][11:16] for one in row.read_out] == ["01:32"] * 3  # 09:32 in the hall
        assert row.ended_at - row.started_at == timedelta(minutes=52)


def test_a_refusal_on_the_screen_ends_the_case(sitting, room, qtbot):
    page, dispute = sitting
    qtbot.keyClicks(page.record, "x")
    for code in ("rights", "duties"):
        qtbot.mouseClick(page.ticks[code][0], Qt.MouseButton.LeftButton)
    box = page.refuses[room.parties(dispute)[1]]
    click(qtbot, box)
    assert page.outcomes.checkedId() == 3
    assert page.reason.isVisible()
    press(qtbot, page, Qt.Key.Key_S)
    assert room.state(dispute) == "terminated"


def test_the_way_is_chosen_at_the_sitting_and_kept(sitting, ctx, room, qtbot):
    from plugins.mediation.models import Session
    from plugins.mediation.views.session import SittingPage

    page, dispute = sitting
    qtbot.keyClicks(page.record, "x")
    assert page.way.currentText() == "协商调解"
    assert not page.legal_worker.isVisible()
    page.way.setFocus()
    qtbot.keyClick(page.way, Qt.Key.Key_Down)
    assert page.way.currentText() == "依法调解"
    qtbot.keyClicks(page.legal_worker, "Jia")
    page.keep()
    again = SittingPage(ctx, record_id=dispute)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.legal_worker.text() == "Jia")
    for code in ("rights", "duties"):
        qtbot.mouseClick(page.ticks[code][0], Qt.MouseButton.LeftButton)
    click(qtbot, page.outcomes.button(0))
    press(qtbot, page, Qt.Key.Key_S)
    session = room.file(dispute).sessions[0].id
    assert room.see(lambda uow: (uow.get(Session, session).way, uow.get(Session, session).legal_worker)) == ("law", "Jia")


def test_what_is_typed_survives_leaving_the_screen(sitting, ctx, qtbot):
    from plugins.mediation.views.session import SittingPage

    page, dispute = sitting
    qtbot.keyClicks(page.record, "half a sentence")
    qtbot.mouseClick(page.ticks["free"][0], Qt.MouseButton.LeftButton)
    page.keep()
    again = SittingPage(ctx, record_id=dispute)
    qtbot.addWidget(again)
    assert again.record.toPlainText() == "half a sentence"
    assert again.ticks["free"][0].isChecked()


def test_a_click_says_who_speaks(sitting, qtbot):
    from PySide6.QtWidgets import QPushButton

    page, _dispute = sitting
    speaker = next(one for one in page.findChildren(QPushButton) if one.text() == "龚桂兰")
    qtbot.mouseClick(speaker, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.record, "hao")
    assert page.record.toPlainText() == "龚桂兰：hao"


def test_a_quarrel_at_the_counter_takes_few_keys(ctx, room, qtbot):
    from plugins.mediation.pages.forms_intake import QUICK_FORM

    page = FormPage(ctx, QUICK_FORM)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    words = {"applicant": "Gong", "respondent": "Ouyang", "summary": "Bicycle in the stairs", "settled": "Moved to the shed"}
    keys = 1  # the shortcut that opened the form
    with qtbot.waitActive(page):
        page.activateWindow()
    for row in page.body.group.rows:
        if row.field.name in words:
            target = row.control.focusProxy() or row.control
            target.setFocus()
            for edit in [target, *target.findChildren(QPlainTextEdit)][:1]:
                qtbot.keyClicks(edit, words[row.field.name])
        keys += 1  # Tab to the next field
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    keys += 2  # Ctrl+S, then Ctrl+P in the preview
    entry, args = ctx.navigator.opened[-1]
    assert entry == "mediation.oral_preview"
    with room.reading() as uow:
        from plugins.mediation.models import Agreement

        agreement = uow.get(Agreement, args["record_id"])
        assert (agreement.form, agreement.state, agreement.clauses) == ("oral", "sealed", ["Moved to the shed"])
        dispute = agreement.dispute_id
    assert room.state(dispute) == "performed"
    assert keys < 24


def test_blank_forms_are_a_click_away(ctx, qtbot):
    from plugins.mediation.early import PAPERS as EARLY
    from plugins.mediation.joint import PAPERS as JOINT
    from plugins.mediation.later import PAPERS as LATER
    from plugins.mediation.paper_table import PAPERS
    from plugins.mediation.views.blanks import BlankForms

    page = BlankForms(ctx)
    qtbot.addWidget(page)
    assert len(page.links) == len(PAPERS) + len(EARLY) + len(JOINT) + len(LATER) - 1
    qtbot.mouseClick(page.links[0], Qt.MouseButton.LeftButton)
    assert ctx.navigator.opened[-1][1]["paper_id"] == "mediation.cover"
    assert ctx.navigator.opened[-1][1]["mode"] == "blank"


def test_the_dossier_is_previewed_printed_and_marked_when_it_changes(ctx, whole, room, fonts):
    from desk.api.papers import PrintOrder
    from plugins.mediation.documents.archive import look_at_dossier, print_dossier
    from plugins.mediation.drafts import FileDraft
    from plugins.mediation.service.dossier import save_file

    dispute = whole["mediation.dispute"]
    stored = room.do(print_dossier, PrintOrder("mediation.dossier", dispute))
    assert stored.pages > 10
    assert room.see(look_at_dossier, dispute).changed is None
    room.do(save_file, FileDraft(dispute, "long", room.today, "何苗", "方敏", file_note="补充一页。"))
    assert room.see(look_at_dossier, dispute).changed is not None


def test_today_and_tomorrow_stand_on_the_home_page(room):
    from plugins.mediation.drafts import PlanDraft
    from plugins.mediation.home import sitting_items
    from plugins.mediation.service.plans import save_plan

    dispute, start = room.accept(), room.clock.now() + timedelta(hours=25)
    room.do(save_plan, PlanDraft(dispute, start, start + timedelta(hours=1), place="人民调解室"))
    room.do(save_plan, PlanDraft(dispute, start + timedelta(days=3), start + timedelta(days=3, hours=1), place="议事厅"))
    items = room.see(sitting_items)
    assert [(one.title[:5], one.detail[:5]) for one in items] == [("10:30", "人民调解室")]
