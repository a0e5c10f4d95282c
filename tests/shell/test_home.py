"""The home page: words, order, one broken card, a new hall's first steps."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desk.core.actor import Actor
from desk.core.cases.kinds import Tone
from desk.core.changes import Changes
from desk.host.specs import ActionSpec, CardSpec, HomeItem, NavEntry
from desk.shell.commands import Command
from desk.shell.home_parts import ItemCard
from desk.shell.home_quick import QuickRow, how_many
from desk.shell.home_words import day_words, due_tone, due_words, greeting, in_order, read_day, week_of
from desk.testing.shell import FakeDesk, contributions_of

TODAY = date(2026, 11, 5)  # a Thursday


@pytest.mark.parametrize(("hour_utc", "words"), [(0, "早上好"), (1, "上午好"), (4, "中午好"), (6, "下午好"), (10, "晚上好"),
                                                 (16, "早上好")])
def test_the_greeting_fits_the_hour_in_the_hall(hour_utc, words):
    assert greeting(datetime(2026, 11, 5, hour_utc, 30, tzinfo=UTC), "王秀英") == f"{words}，王秀英"


def test_the_day_says_whether_offices_work():
    assert day_words(TODAY, "", True) == "2026年11月5日 星期四 · 农历九月廿七 · 工作日"
    assert day_words(date(2026, 10, 1), "国庆节", False) == "2026年10月1日 星期四 · 农历八月廿一 · 国庆节"
    assert day_words(date(2026, 11, 7), "", False) == "2026年11月7日 星期六 · 农历九月廿九 · 休息日"
    assert day_words(date(2026, 10, 10), "", True) == "2026年10月10日 星期六 · 农历九月初一 · 调休上班"
    assert day_words(TODAY) == "2026年11月5日 星期四 · 农历九月廿七"


def test_relative_time_stands_beside_the_date_only():
    assert due_words(date(2026, 11, 3), TODAY) == "11月3日 · 逾期 2 天"
    assert due_words(TODAY, TODAY) == "11月5日 · 今天到期"
    assert due_words(date(2027, 1, 4), TODAY) == "2027年1月4日 · 还剩 60 天"
    assert due_words(None, TODAY) == ""


def test_lateness_is_seen_before_the_items_own_state():
    assert due_tone(date(2026, 11, 4), TODAY, Tone.OPEN) == Tone.LATE
    assert due_tone(date(2026, 11, 8), TODAY, Tone.OPEN) == Tone.WAITING
    assert due_tone(date(2026, 11, 9), TODAY, Tone.OPEN) == Tone.OPEN
    assert due_tone(None, TODAY, "done") == Tone.DONE


def test_the_week_runs_from_monday_to_sunday():
    items = [HomeItem("a", due=date(2026, 11, 2)), HomeItem("b", due=TODAY), HomeItem("c", due=TODAY),
             HomeItem("d", due=date(2026, 11, 9)), HomeItem("e")]
    week = week_of(items, TODAY)
    assert [(day.day.day, day.due, day.late) for day in week] == [
        (2, 1, 1), (3, 0, 0), (4, 0, 0), (5, 2, 0), (6, 0, 0), (7, 0, 0), (8, 0, 0)]
    assert [item.title for item in in_order(reversed(items))] == ["a", "c", "b", "d", "e"]


def test_a_day_is_read_from_the_real_calendar(reading):
    with reading() as uow:
        assert read_day(uow, date(2026, 10, 1)) == (False, "国庆节", False)


def due(uow):
    return [HomeItem("后到期", due=date(2026, 11, 20), entry="people.card", args={"record_id": 2}),
            HomeItem("已逾期", "张桂兰", due=date(2026, 11, 3), entry="people.card", args={"record_id": 1})]


def breaks(uow):
    raise ValueError("住址")


@pytest.fixture
def entries():
    views = "tests.shell.views_for_tests"
    return [NavEntry("desk.home", "Home", "desk.shell.home:HomePage", "house"),
            NavEntry("people.card", "居民", f"{views}:Note", hidden=True),
            NavEntry("people.person_form", "登记居民", f"{views}:Note", hidden=True),
            NavEntry("mediation.list", "矛盾调解", f"{views}:Note")]


@pytest.fixture
def desk(entries, clock):
    actions = [ActionSpec("m.new", "登记纠纷", "mediation.list", {"record_id": 9}, shortcut="Ctrl+Shift+M", quick=True),
               ActionSpec("m.rare", "少用的", "mediation.list")]
    cards = [CardSpec("due", "到期", due), CardSpec("bad", "坏卡", breaks),
             CardSpec("own", "小卡", lambda uow: [HomeItem("一条")], place="card"),
             CardSpec("secret", "不给看", due, permission="nobody.may")]
    made = FakeDesk(clock=clock)
    made.actor = Actor("王秀英", community_id=1, user_id=1)
    made.contributions = contributions_of(entries, actions=actions, cards=cards)
    return made


@pytest.fixture
def home(at_work, qtbot):
    page = at_work.window.frame.pages.current
    qtbot.waitUntil(lambda: not page._stale and at_work.jobs.idle)
    return page


@pytest.mark.gui
def test_the_most_overdue_comes_first_and_enter_opens_it(home, at_work, qtbot):
    assert [line.title for line in home.due.list.lines()] == ["已逾期", "后到期"]  # the card she may not see is not read
    assert home.due.count.text() == "2 项 · 逾期 1 项"
    home.due.list.setFocus()
    qtbot.keyClick(home.due.list, Qt.Key.Key_Return)
    assert at_work.window.frame.pages.current.record_id == 1


@pytest.mark.gui
def test_a_broken_card_is_named_and_the_others_stand(home):
    assert home.due.trouble.text() == "“坏卡”暂时无法读取。"
    assert [line.title for line in home.cards["own"].list.lines()] == ["一条"]
    assert home.today.words.text() == "今天没有安排。"


@pytest.mark.gui
def test_quick_actions_are_large_and_have_their_keys(home, at_work, qtbot):
    quick = [button for button in home.findChildren(QPushButton) if button.property("quick") and button.isVisible()]
    assert [button.text() for button in quick] == ["登记纠纷  Ctrl+Shift+M"]
    qtbot.mouseClick(quick[0], Qt.MouseButton.LeftButton)
    assert at_work.window.frame.pages.current.record_id == 9
    at_work.window.frame.go_home()
    qtbot.keyClick(at_work.window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert at_work.window.frame.pages.current.record_id == 9


@pytest.mark.gui
def test_a_new_hall_is_told_what_to_do_first(home, at_work, qtbot):
    assert not home.first.isVisible()
    home._day_read((True, "", False))
    assert home.first.isVisible()
    step = home.first.findChildren(QPushButton)[0]
    assert step.text() == "1. 登记第一位居民"
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    assert at_work.window.frame.pages.trail == ["desk.home", "people.person_form"]


@pytest.mark.gui
def test_it_reads_anew_after_a_write_and_on_a_new_day(home, at_work, qtbot, desk, clock):
    asked = []
    home._soon.setInterval(10)
    home.arrived = lambda spec, items: asked.append(spec.id)
    at_work.jobs.write(lambda uow: Changes({"person": {1}})).start()
    qtbot.waitUntil(lambda: "due" in asked)
    clock.advance(days=1)
    home._new_day()
    assert home.day.text().startswith("2026年11月6日")
    qtbot.waitUntil(lambda: at_work.jobs.idle)


@pytest.mark.gui
def test_what_was_begun_and_not_saved_is_offered_to_the_same_person(home, at_work, qtbot):
    assert not home.begun.isVisible()
    home.ctx.drafts.save("people.card", 7, {"field": "half"})
    home.ctx.drafts.save("gone.form", None, {"field": "its plugin is off"})
    home.refresh()
    qtbot.waitUntil(home.begun.isVisible)
    qtbot.waitUntil(lambda: at_work.jobs.idle)
    (line,) = home.begun.list.lines()
    assert (line.title, line.detail) == ("居民", "保存于 2026-11-05 09:30")
    home.begun.list.setFocus()
    qtbot.keyClick(home.begun.list, Qt.Key.Key_Return)
    assert at_work.window.frame.pages.current.record_id == 7


@pytest.mark.gui
def test_what_lies_behind_another_page_is_read_when_it_is_seen_again(home, at_work, qtbot, desk):
    read = []
    ours = home.arrived
    home.arrived = lambda spec, items: (read.append(spec.id), ours(spec, items))
    at_work.window.frame.pages.open("mediation.list")
    at_work.hub.tell(Changes(), None)
    qtbot.wait(500)  # longer than it waits after a write
    assert read == []
    at_work.window.frame.pages.back()
    qtbot.waitUntil(lambda: len(read) == len(home._cards()))


def test_as_many_quick_actions_stand_as_the_row_is_wide():
    assert how_many([100, 100, 100], 80, 324) == 3
    assert how_many([100, 100, 100], 80, 323) == 2  # 80 + 12 + 100 + 12 + 100 = 304
    assert how_many([100, 100, 100], 80, 303) == 1
    assert how_many([], 80, 10) == 0


@pytest.mark.gui
def test_what_does_not_fit_is_in_the_menu_at_the_end(qtbot):
    row = QuickRow([Command(f"登记{place}", f"page.{place}") for place in range(9)])
    qtbot.addWidget(row)
    row.resize(row.sizeHint().width(), 50)
    row.show()
    assert not row.more.isVisible()
    row.resize(500, 50)
    shown = [button for button in row.buttons if button.isVisible()]
    offered = [act for act in row.more.menu().actions() if act.isVisible()]
    assert row.more.isVisible()
    assert len(shown) + len(offered) == 9
    assert max(button.geometry().right() for button in (*shown, row.more)) < 500
    with qtbot.waitSignal(row.chosen) as caught:
        offered[-1].trigger()
    assert caught.args[0].entry == "page.8"


@pytest.mark.gui
@pytest.mark.parametrize(("count", "words"), [(30, ""), (31, "另有 1 项，请到各自的列表中查看。")])
def test_a_card_says_what_it_leaves_out(qtbot, count, words):
    card = ItemCard("到期", "没有。")
    qtbot.addWidget(card)
    card.show_items([HomeItem(f"第{place}件", due=TODAY) for place in range(count)], TODAY)
    card.show()
    assert card.rest.isVisible() is bool(words)
    assert not words or card.rest.text() == words
