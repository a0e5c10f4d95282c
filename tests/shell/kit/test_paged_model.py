"""The model behind the lists: never waits, never shows an answer that comes too late, says when it could not read."""

import threading

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTableView

from desk.host.pages import Column
from desk.shell.kit.paged_model import ROW, PagedTableModel

COLUMNS = (Column("number", "No.", sort="number"), Column("name", "Name", width=0), Column("state", "State", kind="state"),
           Column("amount", "Amount", kind="money"))


def make(shelf, jobs, **more):
    return PagedTableModel(COLUMNS, shelf.fetch, jobs, count=shelf.count, **more)


def test_a_model_as_qt_wants_it(qtmodeltester, shelf, jobs, qtbot):
    model = make(shelf, jobs)
    with qtbot.waitSignal(model.settled):
        model.ask()
    assert model.rowCount() == 1000
    qtmodeltester.check(model, force_py=True)
    assert model.index(0, 0).data() == "2026-0000001"
    assert model.index(1, 3).data() == "¥246.90"
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.headerData(0, Qt.Orientation.Horizontal) == "No."


def test_the_first_rows_stand_before_a_long_list_is_counted(make_shelf, jobs, qtbot):
    shelf = make_shelf(total=1000)
    counting = threading.Event()

    def count(uow, request):
        assert counting.wait(5)
        return shelf.count(uow, request)

    model = PagedTableModel(COLUMNS, shelf.fetch, jobs, count=count)
    counted = []
    model.counted.connect(counted.append)
    model.ask()
    qtbot.waitUntil(lambda: model.row(199) is not None)
    assert model.rowCount() == 200
    assert not counted
    counting.set()
    qtbot.waitUntil(lambda: model.rowCount() == 1000)
    assert counted == [1000]


@pytest.mark.parametrize("total", [0, 7, 200])
def test_a_list_of_one_block_is_not_counted_at_all(make_shelf, jobs, qtbot, total):
    shelf = make_shelf(total=total)

    def count(_uow, _request):
        raise AssertionError("nobody needs to count")

    model = PagedTableModel(COLUMNS, shelf.fetch, jobs, count=count)
    with qtbot.waitSignal(model.counted) as told:
        model.ask()
    assert told.args == [total]
    assert model.rowCount() == total


def test_a_count_that_fails_leaves_the_rows_that_stand(make_shelf, jobs, qtbot):
    shelf = make_shelf(total=1000)

    def count(_uow, _request):
        raise OSError("the server is away")

    model = PagedTableModel(COLUMNS, shelf.fetch, jobs, count=count)
    with qtbot.waitSignal(model.faulted):
        model.ask()
    assert model.rowCount() == 200
    assert model.row(0).id == 1


def test_scrolling_a_real_view_brings_the_rows_of_the_place(shelf, jobs, qtbot):
    from desk.shell.kit.table import ListTable

    model = make(shelf, jobs)
    table = ListTable(model)
    qtbot.addWidget(table)
    table.resize(700, 400)
    table.show()
    model.ask()
    for place in (999, 0, 500, 800, 420):
        table.scrollTo(model.index(place, 0)) if model.rowCount() > place else None
        qtbot.waitUntil(lambda: model.rowCount() == 1000)
        table.scrollTo(model.index(place, 0))
        qtbot.waitUntil(lambda place=place: model.row(place) is not None)
        assert model.row(place).id == place + 1
    assert len(shelf.requests) <= 16


def test_a_million_rows_jump_to_the_end_with_one_question(make_shelf, jobs, qtbot):
    from desk.shell.kit.table import ListTable

    shelf = make_shelf(total=1_000_000)
    model = make(shelf, jobs)
    table = ListTable(model)
    qtbot.addWidget(table)
    table.resize(700, 400)
    table.show()
    model.ask()
    qtbot.waitUntil(lambda: model.rowCount() == 1_000_000)
    qtbot.wait(30)
    before = len(shelf.requests)
    qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: model.row(999_999) is not None)
    assert model.row(999_999).id == 1_000_000
    asked = shelf.requests[before:]
    assert asked
    assert all(request.backwards and not request.offset for request in asked)


def test_a_far_jump_skips_once_and_the_next_begins_where_one_has_been(make_shelf, jobs, qtbot):
    from desk.shell.kit.table import ListTable

    shelf = make_shelf(total=1_000_000)
    model = make(shelf, jobs)
    table = ListTable(model)
    qtbot.addWidget(table)
    table.resize(700, 400)
    table.show()
    model.ask()
    qtbot.waitUntil(lambda: model.rowCount() == 1_000_000)
    skipped = []
    for place in (300_000, 300_399, 700_001, 306_000, 694_000):  # each beside the edge of a block
        before = len(shelf.requests)
        table.scrollTo(model.index(place, 0), table.ScrollHint.PositionAtCenter)
        shown = range(place - 3, place + 4)
        qtbot.waitUntil(lambda shown=shown: all(model.row(one) is not None for one in shown))
        assert all(model.row(one).id == one + 1 for one in shown)
        qtbot.waitUntil(lambda: not model._asked)
        skipped.append([request.offset for request in shelf.requests[before:] if request.offset])
    assert [len(one) for one in skipped] == [1, 0, 1, 1, 1]
    assert max(*skipped[3], *skipped[4]) <= 6_200


def test_a_block_that_could_not_be_skipped_to_leaves_the_next_asked_for(make_shelf, jobs, qtbot):
    shelf = make_shelf(total=100_000)
    model = make(shelf, jobs)
    with qtbot.waitSignal(model.settled):
        model.ask()
    shelf.failing = True
    model.show_window(30_190, 30_210)
    qtbot.waitUntil(lambda: model.is_broken(30_190) and model.is_broken(30_210))
    shelf.failing = False
    with qtbot.waitSignal(model.settled):
        model.retry()
    assert model.row(30_190).id == 30_191
    assert model.row(30_210).id == 30_211


def test_late_answers_are_dropped(shelf, jobs, qtbot):
    model = make(shelf, jobs)
    shelf.gate.clear()
    model.ask(text="张桂兰")
    model.ask(text="马小云")
    shelf.gate.set()
    with qtbot.waitSignal(model.settled):
        pass
    qtbot.wait(50)
    assert {model.row(place).name for place in range(model.rowCount())} == {"马小云"}


def test_nothing_happens_when_the_model_dies_before_the_answer(shelf, jobs, qtbot):
    model = make(shelf, jobs)
    shelf.gate.clear()
    model.ask()
    model.deleteLater()
    qtbot.wait(20)
    shelf.gate.set()
    qtbot.waitUntil(lambda: jobs.idle)


def test_a_failure_leaves_a_row_that_can_be_tried_again(shelf, jobs, qtbot):
    model = make(shelf, jobs)
    shelf.failing = True
    with qtbot.waitSignal(model.faulted):
        model.ask()
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert model.is_broken(0)
    assert "回车" in model.index(0, 0).data()
    shelf.failing = False
    with qtbot.waitSignal(model.settled):
        model.retry()
    assert model.rowCount() == 1000


def test_sorting_starts_again_at_the_other_end(shelf, jobs, qtbot):
    model = make(shelf, jobs)
    with qtbot.waitSignal(model.settled):
        model.ask()
    with qtbot.waitSignal(model.settled):
        model.sort(0, Qt.SortOrder.DescendingOrder)
    assert model.row(0).id == 1000
    model.sort(1, Qt.SortOrder.AscendingOrder)
    assert model.request.sort == "number"


def test_a_refresh_keeps_rows_on_the_screen_and_takes_over_the_new_ones(shelf, jobs, qtbot):
    model = make(shelf, jobs)
    with qtbot.waitSignal(model.settled):
        model.ask()
    shelf.gate.clear()
    shelf.total = 1003
    model.refresh()
    assert model.index(0, 0).data(ROW).id == 1
    with qtbot.waitSignal(model.refreshed):
        shelf.gate.set()
    assert model.rowCount() == 1003


def test_without_a_count_the_list_grows_as_it_is_scrolled(make_shelf, jobs, qtbot):
    shelf = make_shelf(total=450)
    model = PagedTableModel(COLUMNS, shelf.fetch, jobs)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(500, 300)
    view.show()
    with qtbot.waitSignal(model.settled):
        model.ask()
    for expected in (400, 450):
        view.scrollToBottom()
        qtbot.waitUntil(lambda expected=expected: model.rowCount() >= expected)
    assert model.rowCount() == 450
    assert not model.canFetchMore(QModelIndex())


@pytest.mark.parametrize("total", [0, 1, 199, 200, 201])
def test_small_lists_end_where_they_end(total, make_shelf, jobs, qtbot):
    model = make(make_shelf(total=total), jobs)
    with qtbot.waitSignal(model.settled):
        model.ask()
    assert model.rowCount() == total
