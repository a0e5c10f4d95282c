"""A table taken out: the workbook and the PDF read back, with denominators, check codes and a picture."""

import zipfile
from datetime import date

import pytest

from desk.core.actor import Actor
from desk.core.cases.model import Case
from desk.core.documents.charts import scale
from desk.core.documents.model import Chart
from desk.core.documents.readback import page_count, squeezed
from desk.core.exchange.reading import read_tables
from desk.core.statistics.chart import chart_of
from desk.core.statistics.export import export_view
from desk.core.statistics.freezing import CorrectionDraft, FreezeDraft, correct_month, freeze_month, make_report
from desk.core.statistics.frozen import list_frozen
from desk.core.statistics.paper import build, load
from desk.core.statistics.periods import parse_period
from desk.core.statistics.table import read_table
from tests.core.statistics.trial import TABLE, YEAR

MAY = parse_period("2026-05")


@pytest.fixture
def data(writing, open_matter):
    with writing() as uow:
        for number in range(1, 29):
            open_matter(uow, "a", date(2026, 5, number), date(2026, 5, 28), "settled", fen=98_765_432_109)
        open_matter(uow, "b", date(2026, 5, 3), date(2026, 5, 9), "failed")
    with writing() as uow:
        month = freeze_month(uow, FreezeDraft(TABLE.code, "2026-05"))
        open_matter(uow, "b", date(2026, 5, 4))
        correct_month(uow, CorrectionDraft(month, "5月4日一件补录"))
        return make_report(uow, TABLE.code, "2026-05"), make_report(uow, YEAR.code, "2026")


def test_the_workbook_has_numbers_and_no_formulas(reading, data, tmp_path):
    path = tmp_path / "out.xlsx"
    with reading() as uow:
        view = read_table(uow, TABLE, MAY)
    assert export_view(view, path, "12-abc", "2026-11-05 何苗") == 3
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<v>2765432.1</v>" in sheet
    rows = [list(row) for row in read_tables(path)[0].rows]
    head = next(place for place, row in enumerate(rows) if row[0] == "项目")
    assert rows[head] == ["项目", "受理(件)", "成功(件)", "不成功(件)", "正在办理(件)", "金额(万元)", "成功率"]
    assert rows[head + 3] == ["合计", 30, 28, 1, 1, 2765432.1, "96.6%"]
    above = "\n".join(str(row[0]) for row in rows[:head])
    for said in ("成功率=成功÷(成功+不成功)", "校验码 ", "5月更正1:5月4日一件补录", "12-abc", "2026年5月", "何苗"):
        assert said in above


def test_the_paper_says_what_the_screen_says(reading, data, printed):
    with reading() as uow:
        paper = load(uow, data[0])
        view = read_table(uow, TABLE, MAY)
    text = printed(build(paper))
    for said in ("试验统计表", "报告期:2026年5月", "2,765,432.10", "96.6%", "成功率=成功÷(成功+不成功)", "审核人",
                 "5月更正1:5月4日一件补录", view.frozen[0].check_code, paper.number):
        assert said in text, said
    assert paper.number.count("-") == 1


def test_a_wide_table_lies_across_and_is_laid_in_strips(reading, data):
    with reading() as uow:
        paper = load(uow, data[1])
    document = build(paper)
    assert document.page.landscape
    tables = [block for block in document.blocks if type(block).__name__ == "DataTable"]
    assert [len(table.columns) for table in tables] == [15]
    assert any(isinstance(one, Chart) for block in document.blocks for one in getattr(block, "blocks", ()))
    assert not build(None).page.landscape


def test_the_picture_shows_months_that_have_begun(reading, data):
    with reading() as uow:
        chart = chart_of(read_table(uow, YEAR, parse_period("2026")))
    assert chart.labels[4] == "5月"
    [(name, values)] = chart.series
    assert (name, values[4], values[10], values[11]) == ("受理", 30.0, 0.0, None)
    assert not chart.empty


def test_the_archive_files_it_under_its_anchor_and_knows_when_it_changed(writing, reading, data, declared_paper):
    from desk.core.documents.archive import PrintOrder, issue
    from desk.core.documents.prints import find_changed_since, get_print, get_print_bytes

    with writing() as uow:
        stored = issue(uow, PrintOrder("statistics.trial.table", data[0]))
    with reading() as uow:
        assert get_print(uow, stored.print_id).number == stored.number
        pdf = get_print_bytes(uow, stored.print_id)
        assert stored.number in squeezed(pdf)
        assert page_count(pdf) == 1
        assert find_changed_since(uow, "statistics.trial.table", data[0]) is None
    with writing() as uow:
        month = list_frozen(uow, TABLE.code, (MAY,), None)["2026-05"]
        uow.get(Case, 1).source = "failed"
        correct_month(uow, CorrectionDraft(month.id, "录错"))
    with reading() as uow:
        assert find_changed_since(uow, "statistics.trial.table", data[0]).number == stored.number


def test_only_who_may_see_the_table_sees_its_prints(writing, factory, data, declared_paper):
    from desk.core.db.paging import PageRequest
    from desk.core.documents.archive import PrintOrder, issue
    from desk.core.documents.prints import list_archive

    with writing() as uow:
        issue(uow, PrintOrder("statistics.trial.table", data[0]))
    for rights, seen in (({"desk.papers.print"}, 0), ({"desk.papers.print", "trial.read"}, 1)):
        with factory.reading(Actor("赵敏", community_id=1, user_id=None, permissions=frozenset(rights))) as uow:
            assert len(list_archive(uow, PageRequest()).rows) == seen


@pytest.mark.parametrize(("highest", "top"), [(0, 1), (1, 1), (3, 3), (5, 5), (6, 6), (30, 30), (31, 40), (99, 100),
                                              (101, 150)])
def test_a_scale_has_round_steps_and_room(highest, top):
    ticks = scale(highest)
    assert ticks[0] == 0
    assert ticks[-1] >= highest
    assert ticks[-1] == top
    assert len(ticks) <= 7
