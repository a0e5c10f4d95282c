"""Screens with widgets of their own, driven by keys on a real data file: the sheet, the counter in five strokes, the batch."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from sqlalchemy import func, select

from desk.api.papers import page_count
from desk.api.people import PersonDraft, register_person
from desk.api.qt import make_page
from desk.api.timesheets import Whose, list_pairs_of_source
from desk.testing.database import make_factory
from desk.testing.shell import make_context
from plugins.volunteer import demo
from plugins.volunteer.drafts import ActivityDraft, EndingDraft
from plugins.volunteer.models import Activity, CertificateBatch, CertificateItem, HandOut, Volunteer
from plugins.volunteer.pages.imports import HOURS_IMPORT
from plugins.volunteer.pages.shop import COUNTER
from plugins.volunteer.service.activities import publish_activity, save_activity
from plugins.volunteer.tests.conftest import at
from plugins.volunteer.views.certificates import BatchPage
from plugins.volunteer.views.sheet import LINES, SheetPage

pytestmark = pytest.mark.gui


class Data:
    """Jobs' way to a real database."""

    def __init__(self, factory, actor):
        self.factory, self.actor = factory, actor

    def reading(self):
        return self.factory.reading(self.actor)

    def execute(self, verb, *args, key):
        with self.factory.writing(self.actor) as uow:
            result = verb(uow, *args)
        return result, uow.changes


@pytest.fixture
def data(sqlite_database, clock, actor):
    """Practice data in a real file."""
    factory = make_factory(sqlite_database, clock)
    with factory.writing(actor) as uow:
        for number in range(14):
            name = f"志愿{'甲乙丙丁戊己庚辛壬癸子丑寅卯'[number]}"
            register_person(uow, PersonDraft(name=name, sex="2", birth=f"19{50 + number}-03-07", reason="试"))
        demo.fill(uow, 7)
    return Data(factory, actor)


@pytest.fixture
def seat(qapp, tmp_path, data, clock, actor):
    """`seat(*answers)`: a context over the practice data."""
    return lambda *answers: make_context(tmp_path, plugin_id="volunteer", backend=data, actor=actor, clock=clock,
                                         answers=list(answers))


@pytest.fixture
def see(data):
    """`see(query)`: what the data say now."""
    def seen(work, *args):
        with data.reading() as uow:
            return work(uow, *args)
    return seen


def press(text):
    """Each key goes where the focus is."""
    for sign in text:
        target = QApplication.focusWidget()
        if sign == "\n":
            QTest.keyClick(target, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(target, sign)
        QApplication.processEvents()


def shown(page, qtbot):
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.first_focus().setFocus()
    QApplication.processEvents()
    return page


def test_thirty_walk_ins_are_typed_without_a_mouse(seat, see, data, qtbot):
    ctx = seat()
    with data.factory.writing(data.actor) as uow:
        fair = save_activity(uow, ActivityDraft("便民服务", at(11, 4, 8), at(11, 4, 12), form="fair"))
        publish_activity(uow, EndingDraft(fair))
        from plugins.volunteer.drafts import VolunteerDraft
        from plugins.volunteer.service.registering import save_volunteer

        for number in range(18):
            person = register_person(uow, PersonDraft(name=f"街坊{number}", sex="1", birth="1970-01-01", reason="试"))
            save_volunteer(uow, VolunteerDraft(person_id=person, consent_data=True))
        numbers = list(uow.session.scalars(select(Volunteer.number).order_by(Volunteer.id)))
    page = shown(SheetPage(ctx, record_id=fair), qtbot)
    strokes = [f"{numbers[0]}\n800\n1130\n", *(f"{number}\n\n\n" for number in numbers[1:LINES])]
    press("".join(strokes))
    assert page.lines[29][1].text() == "800"  # an empty time repeats the one above
    page.lines[4][0].setText("无此人")
    page.lines[4][0].editingFinished.emit()
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert see(list_pairs_of_source, Whose("volunteer.activity", fair)) == []
    assert page.lines[4][3].text()
    assert page.lines[4][0].hasFocus()
    page.lines[4][0].setText(numbers[4])
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [row.minutes for row in see(list_pairs_of_source, Whose("volunteer.activity", fair))] == [210] * 30
    assert ctx.navigator.opened[-1][0] == "volunteer.activity"


def test_hand_out_in_five_keystrokes(seat, see, qtbot):
    """Card: one scan. Goods: two digits and Enter. Five strokes of a person at most."""
    ctx = seat()
    page = shown(make_page(ctx, COUNTER), qtbot)
    number = see(lambda uow: uow.session.scalars(select(Volunteer.number).order_by(Volunteer.id)).first())
    before = see(lambda uow: uow.session.scalar(select(func.count(HandOut.id))))
    press(f"{number}\n")  # what the reader types, its Enter included
    assert page.answer.text().startswith("✓")
    by_hand = "13\n"
    assert len(by_hand) <= 5
    press(by_hand)
    assert page.answer.text().startswith("✓")
    assert see(lambda uow: uow.session.scalar(select(func.count(HandOut.id)))) == before + 1
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert see(lambda uow: uow.session.scalars(select(HandOut).order_by(HandOut.id.desc())).first().state) == "returned"
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_a_batch_is_issued_drawn_and_saved_as_one_file(seat, see, qtbot, tmp_path):
    target = tmp_path / "证明.pdf"
    ctx = seat(target)
    batch = see(lambda uow: uow.session.scalar(select(CertificateBatch.id)))
    page = shown(BatchPage(ctx, record_id=batch), qtbot)
    assert not page.save_button.isVisible()
    QTest.keyClick(page.go_button, Qt.Key.Key_Space)
    QApplication.processEvents()
    page.refresh()
    assert page.save_button.isVisible(), [label.text() for label in page.findChildren(QLabel)]
    assert not page.go_button.isVisible()
    QTest.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    chosen = see(lambda uow: uow.session.scalar(select(func.count(CertificateItem.id))))
    assert page_count(target.read_bytes()) == chosen > 1


def test_the_import_page_shows_takes_and_undoes(seat, see, qtbot, tmp_path):
    path = tmp_path / "时长.csv"
    path.write_text("志愿者编号,签到时间,签退时间\nZY1,18:00,19:00\nZY99,8:00,9:00\n", "utf-8")
    ctx = seat(path, True)
    held = see(lambda uow: uow.session.scalar(select(Activity.id).where(Activity.state == "held")))
    page = shown(make_page(ctx, HOURS_IMPORT, record_id=held), qtbot)
    count = len(see(list_pairs_of_source, Whose("volunteer.activity", held)))
    page.choose_file()
    assert "18:00–19:00" in [text for row in page._pane.widget(0)._model.rows for text in row]
    page.take_button.click()
    assert len(see(list_pairs_of_source, Whose("volunteer.activity", held))) == count + 1
    page.undo_this()
    rows = see(list_pairs_of_source, Whose("volunteer.activity", held))
    assert sum(row.state != "struck" for row in rows) == count


@pytest.fixture
def fair(data):
    with data.factory.writing(data.actor) as uow:
        made = save_activity(uow, ActivityDraft("便民服务", at(11, 4, 8), at(11, 4, 12), form="fair"))
        publish_activity(uow, EndingDraft(made))
        return made, uow.session.scalars(select(Volunteer.number).order_by(Volunteer.id)).first()


def test_a_half_typed_sheet_is_there_again(seat, fair, qtbot):
    activity, number = fair
    ctx = seat()
    page = shown(SheetPage(ctx, record_id=activity), qtbot)
    press(f"{number}\n800\n1130\n{number}\n1400\n")
    assert "3.5" in page.lines[0][3].text(), "how long it was stands beside the line before it is saved"
    page.keep()
    again = shown(SheetPage(ctx, record_id=activity), qtbot)
    assert [field.text() for field in again.lines[0][:3]] == [number, "800", "1130"]
    assert again.lines[1][1].text() == "1400"
    assert again.lines[0][3].text() == page.lines[0][3].text()
    again.discard()
    assert not again.lines[0][0].text()
    assert not shown(SheetPage(ctx, record_id=activity), qtbot).lines[0][0].text()


def test_an_evening_over_midnight_is_said_and_a_saved_sheet_is_no_draft(seat, see, fair, qtbot):
    activity, number = fair
    ctx = seat()
    page = shown(SheetPage(ctx, record_id=activity), qtbot)
    press(f"{number}\n1400\n200\n")
    assert "12" in page.lines[0][3].text()
    assert page.lines[0][3].property("tone") == "late", "two in the morning was probably two in the afternoon"
    page.lines[0][2].setFocus()
    page.lines[0][2].selectAll()
    press("1600\n")
    assert page.lines[0][3].property("tone") != "late"
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [row.minutes for row in see(list_pairs_of_source, Whose("volunteer.activity", activity))] == [120]
    assert ctx.drafts.list_all() == []
