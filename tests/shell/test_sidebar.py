"""The sidebar with many plugins: one head a plugin, its pages below while one of them is open."""

import pytest
from PySide6.QtCore import Qt

from desk.host.collect import Contribution
from desk.host.specs import NavEntry

pytestmark = pytest.mark.gui
VIEWS = "tests.shell.views_for_tests"
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def entries():
    """The house, a plugin with four pages (one among the registers), one with two."""
    def of(plugin, *names, **more):
        return [Contribution(plugin, NavEntry(f"{plugin}.{name}", f"{plugin} {name}", f"{VIEWS}:Note", "scale", **more))
                for name in names]

    return [*of("desk", "home"), *of("volunteer", "people", "teams", "hours"), *of("lost", "things", "finds"),
            *of("volunteer", "rules", section="registers"), *of("desk", "people", section="registers"),
            *of("volunteer", "card", hidden=True), *of("lost", "find", hidden=True),
            *of("desk", "preview", hidden=True)]


@pytest.fixture
def frame(at_work):
    return at_work.window.frame


def titles(frame):
    return [line.title for line in frame.sidebar.list.lines()]


HOME = ["desk home", "volunteer", "lost things", "lost finds", "档案", "desk people"]
UNFOLDED = ["desk home", "volunteer", *(f"volunteer {name}" for name in ("people", "teams", "hours", "rules")), *HOME[2:]]


def test_a_plugin_with_many_pages_has_one_line_until_it_is_opened(frame, at_work, qtbot):
    assert titles(frame) == HOME
    qtbot.keyClick(at_work.window, Qt.Key.Key_2, ALT)
    assert frame.pages.trail == ["volunteer.people"]
    assert titles(frame) == UNFOLDED
    assert frame.sidebar.list.current() == "volunteer.people"
    frame.pages.open("volunteer.card")
    assert titles(frame) == UNFOLDED


def test_it_folds_when_another_page_is_opened(frame, at_work, qtbot):
    qtbot.keyClick(at_work.window, Qt.Key.Key_2, ALT)
    qtbot.keyClick(at_work.window, Qt.Key.Key_3, ALT)
    assert frame.pages.trail == ["lost.things"]
    assert titles(frame) == HOME


def test_arrows_and_enter_reach_the_head_and_the_pages_below(frame, qtbot):
    side = frame.sidebar.list
    side.setFocus()
    qtbot.keyClick(side, Qt.Key.Key_Down)
    qtbot.keyClick(side, Qt.Key.Key_Return)
    assert frame.pages.trail == ["volunteer.people"]
    side.setFocus()
    qtbot.keyClick(side, Qt.Key.Key_Down)
    qtbot.keyClick(side, Qt.Key.Key_Return)
    assert frame.pages.trail == ["volunteer.teams"]


def test_a_screen_reader_hears_whether_it_is_unfolded(frame, at_work, qtbot):
    model = frame.sidebar.list.model()
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "volunteer 已折叠"
    qtbot.keyClick(at_work.window, Qt.Key.Key_2, ALT)
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "volunteer 已展开"


def test_a_card_stands_under_the_list_of_its_own_kind_wherever_it_was_opened(frame):
    marked = []
    frame.pages.showed.connect(marked.append)
    frame.pages.open("lost.find")
    frame.pages.open("volunteer.hours")
    frame.pages.open("volunteer.card")
    frame.pages.open("desk.people")
    assert marked == ["lost.finds", "volunteer.hours", "volunteer.hours", "desk.people"]


def test_a_preview_stands_where_the_page_stands_that_opened_it(frame):
    marked = []
    frame.pages.open("volunteer.card")
    frame.pages.showed.connect(marked.append)
    frame.pages.open("desk.preview")
    assert marked == ["volunteer.people"]
