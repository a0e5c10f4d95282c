"""An old ledger comes in: seen first, written whole, taken back whole, refused once it was worked on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.api import UserError
from desk.api.cases import count_cases
from desk.api.pages import PageRequest
from plugins.mediation.exchange.cells import read_category
from plugins.mediation.exchange.ledger import LIST, _outcome, import_ledger, undo_ledger
from plugins.mediation.queries import find_dispute_by_number, get_file

TEXT = """2025年调解台账
序号,申请人,被申请人,纠纷类型,受理日期,纠纷简要情况,调解结果,结案日期,调解员
(2025)和平人调字第1号,龚桂兰,欧阳䶮,邻里纠纷,2025-03-01,卫生间漏水,调解成功,2025-03-09,沈建国
(2025)和平人调字第2号,方敏,安居物业,物业,2025.4.2,拒交物业费,未达成协议,2025.5.1,沈建国、何苗
(2025)和平人调字第3号,单广志,沈芳,产权,2025/6/1,院墙争执,,,
(2025)和平人调字第4号,,沈芳,邻里,2025/6/1,缺申请人,,,
(2025)和平人调字第5号,单广志,沈芳,邻里,下月,日期不明,,,
(2025)和平人调字第1号,甲,乙,邻里,2025-07-01,号码重复,,,
"""


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "台账.csv"
    path.write_text(TEXT, "utf-8")
    return path


def preview(room, ledger):
    return room.see(LIST.look, ledger)


def test_the_dry_run_says_what_becomes_of_each_row(room, ledger):
    shown = preview(room, ledger)
    assert dict(shown.counts) == {"new": 3, "rejected": 3}
    assert all(row.reasons for row in shown.of("rejected"))
    assert room.see(lambda uow: count_cases(uow, PageRequest())) == 0


def test_the_ledger_is_taken_over_and_taken_back(room, ledger):
    report = room.do(import_ledger, preview(room, ledger))
    assert report.counts["new"] == 3

    def file(number):
        return room.see(lambda uow: get_file(uow, find_dispute_by_number(uow, f"(2025)和平人调字第{number}号")))

    assert [(file(n).case.state, file(n).dispute.category) for n in (1, 2, 3)] == [
        ("closed", "neighbour"), ("closed", "estate_service"), ("mediating", "homestead")]
    assert file(2).dispute.mediators == ("沈建国", "何苗")
    assert dict(preview(room, ledger).counts)["same"] == 3  # what is there stays as it is
    room.do(undo_ledger, report.batch_id)
    assert room.see(lambda uow: count_cases(uow, PageRequest())) == 0
    assert dict(preview(room, ledger).counts)["new"] == 3


def test_an_import_that_was_worked_on_stays(room, ledger):
    report = room.do(import_ledger, preview(room, ledger))
    dispute = room.see(lambda uow: find_dispute_by_number(uow, "(2025)和平人调字第3号"))
    room.hold(dispute, "continued", rights_told=True)
    with pytest.raises(UserError) as told:
        room.do(undo_ledger, report.batch_id)
    assert "单广志" in str(told.value)


@given(st.text(max_size=40))
@settings(max_examples=80, deadline=None)
def test_any_words_have_a_category_and_an_outcome(words):
    from plugins.mediation.categories import CATEGORIES

    assert read_category(words) in {one.code for one in CATEGORIES}
    assert _outcome(words, None) in ("", "settled", "failed")


@pytest.mark.gui
def test_the_page_shows_takes_over_and_takes_back(ledger, qapp, qtbot, tmp_path, sqlite_database, clock, actor):
    from desk.api.qt import make_page
    from desk.testing.database import make_factory
    from desk.testing.shell import make_context
    from plugins.mediation.pages.imports_early import CASES
    from plugins.mediation.tests.helpers import Data

    factory = make_factory(sqlite_database, clock)
    ctx = make_context(tmp_path, plugin_id="mediation", backend=Data(factory, actor), actor=actor, clock=clock,
                       answers=[ledger, True])
    page = make_page(ctx, CASES)
    qtbot.addWidget(page)
    page.show()

    def count():
        with factory.reading(actor) as uow:
            return count_cases(uow, PageRequest())

    page.choose_file()
    shown = [text for place in range(page._pane.count()) for row in page._pane.widget(place)._model.rows for text in row]
    assert {"邻里纠纷", "2025年3月1日"} <= set(shown)
    assert any("出现了两次" in text for text in shown)  # a rejected row says why
    assert count() == 0
    page.take_button.click()
    assert count() == 3
    page.undo_this()
    assert count() == 0
