"""Settings: drawn from declarations, saved by the real verb, unsure ones ask to be confirmed."""

import pytest
from PySide6.QtCore import Qt

from desk.core.actor import Actor
from desk.core.db.commands import execute
from desk.core.settings.service import get_settings
from desk.host.collect import Contribution
from desk.host.specs import NavEntry, SettingSpec
from desk.testing.shell import FakeDesk, contributions_of

pytestmark = pytest.mark.gui
CTRL = Qt.KeyboardModifier.ControlModifier


class RealBackend:
    """Units of work over a real file."""

    def __init__(self, factory, actor):
        self.factory, self.actor = factory, actor

    def reading(self):
        return self.factory.reading(self.actor)

    def execute(self, verb, *args, key):
        done = execute(self.factory, self.actor, verb, *args, key=key)
        return done.result, done.changes


class Stored(dict):
    """What the data hold, read at each look."""

    def __init__(self, factory, actor):
        super().__init__()
        self.factory, self.actor = factory, actor

    def _read(self):
        with self.factory.reading(self.actor) as uow:
            return get_settings(uow)

    def get(self, key, default=None):
        found = self._read().get(key)
        return found[0] if found else default

    @property
    def confirmed(self):
        return frozenset(key for key, (_value, sure) in self._read().items() if sure)


SPECS = [SettingSpec("desk.lock_minutes", "锁定", "number", 10, unit="分钟", minimum=0, maximum=240),
         Contribution("mediation", SettingSpec("mediation.limit", "期限", "number", 3, source="各地不一", unsure=True)),
         Contribution("mediation", SettingSpec("mediation.word", "字号", "text", "调字")),
         Contribution("mediation", SettingSpec("mediation.kind", "类型", "choice", "a", choices=(("a", "甲"), ("b", "乙")))),
         Contribution("mediation", SettingSpec("mediation.on", "启用", "bool", True)),
         Contribution("mediation", SettingSpec("mediation.since", "起始", "date", "2026-11-05")),
         Contribution("mediation", SettingSpec("mediation.notice", "告知", "lines", "一\n二"))]


@pytest.fixture
def desk(sqlite_database, clock):
    from desk.testing.database import make_factory

    factory = make_factory(sqlite_database, clock)
    actor = Actor("王秀英", community_id=1, user_id=1, all_rights=True)
    made = FakeDesk(clock=clock, backend=RealBackend(factory, actor))
    made.contributions = contributions_of(
        [NavEntry("desk.home", "Home", "desk.shell.settings_page:SettingsPage")], settings=SPECS)
    made.setting_values = Stored(factory, actor)
    return made


@pytest.fixture
def page(at_work):
    return at_work.window.frame.pages.current


def test_every_kind_shows_its_default(page):
    shown = {key: row._shown() for key, row in page.rows.items()}
    assert shown["mediation.limit"] == 3
    assert shown["mediation.word"] == "调字"
    assert shown["mediation.kind"] == "a"
    assert shown["mediation.on"] is True
    assert shown["mediation.notice"] == "一\n二"
    assert page.rows["mediation.since"].value() == "2026-11-05"
    assert not page.save.isEnabled()
    assert page.lead.text() == "有 1 项待核实"


def test_ctrl_s_saves_what_was_changed_and_nothing_else(page, at_work, qtbot, desk):
    field = page.rows["desk.lock_minutes"].field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "15")
    assert page.lead.text() == "有 1 项更改尚未保存"
    qtbot.keyClick(at_work.window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: desk.setting_values.get("desk.lock_minutes") == 15)
    qtbot.waitUntil(lambda: not page.save.isEnabled() and at_work.jobs.idle)
    assert at_work.window.frame.toast.text.text() == "已保存 1 项设置"
    assert set(desk.setting_values._read()) == {"desk.lock_minutes"}


def test_an_unsure_one_is_confirmed_by_a_person_and_another_value_is_not(page, at_work, qtbot, desk):
    row = page.rows["mediation.limit"]
    assert row.warning.isVisible()
    row.confirm.click()
    row.field.setValue(5)
    assert not row.confirm.isChecked()
    row.confirm.click()
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.setting_values.confirmed == {"mediation.limit"})
    qtbot.waitUntil(lambda: at_work.jobs.idle)
    assert desk.setting_values.get("mediation.limit") == 5
    assert not row.warning.isVisible()
    assert page.lead.text() == "已全部保存"


def test_the_look_changes_at_once_and_is_remembered(at_work, page, qtbot):
    from desk.shell import theme

    kept = []
    object.__setattr__(at_work.opening, "remember", kept.append)
    try:
        page.look.setFocus()
        qtbot.keyClick(page.look, Qt.Key.Key_End)
        page.look.activated.emit(page.look.currentIndex())
        assert theme.is_dark()
        assert kept[-1] == {"appearance": "dark", "scale": 1.0}
        page.type_size.setFocus()
        qtbot.keyClick(page.type_size, Qt.Key.Key_End)
        page.type_size.activated.emit(page.type_size.currentIndex())
        assert kept[-1]["scale"] == 1.5
        assert not at_work.window.frame.toast.isVisible()
    finally:
        at_work.dress("light", 1.0)


def test_who_may_not_change_settings_sees_them_only(qapp, qtbot, desk, tmp_path):
    from desk.shell.context import HouseContext
    from desk.shell.settings_page import SettingsPage
    from desk.testing.shell import make_context

    plain = make_context(tmp_path, actor=Actor("李磊", community_id=1, user_id=2), backend=desk.shared)
    object.__setattr__(plain._seat, "desk", desk)
    page = SettingsPage(HouseContext(plain._seat))
    qtbot.addWidget(page)
    page.show()
    assert not page.save.isVisible()
    assert not page.rows["desk.lock_minutes"].field.isEnabled()


def shown(page):
    return {key for key, row in page.rows.items() if row.isVisible()}


def test_a_setting_is_found_by_a_word_of_it_and_esc_shows_all_again(page, at_work, qtbot):
    qtbot.keyClick(at_work.window, Qt.Key.Key_F, CTRL)
    assert page.finder.words.hasFocus()
    page.finder.words.setText("期限 不一")
    assert shown(page) == {"mediation.limit"}
    assert [card.isVisible() for card in page.cards] == [False, True]
    page.finder.words.setText("没有这样的")
    assert page.nothing.isVisible()
    qtbot.keyClick(page.finder.words, Qt.Key.Key_Escape)
    assert shown(page) == set(page.rows)
    assert page.own.isVisible()


def test_only_those_to_be_confirmed_are_shown_and_what_is_changed_stays(page, qtbot):
    page.rows["mediation.on"].field.click()
    qtbot.mouseClick(page.finder.open_only, Qt.MouseButton.LeftButton)
    assert shown(page) == {"mediation.limit", "mediation.on"}
    qtbot.mouseClick(page.finder.open_only, Qt.MouseButton.LeftButton)
    assert shown(page) == set(page.rows)
