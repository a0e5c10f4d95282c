"""Numbers of a table: by class, by month, shares with their base, stocks, sums; and that each leads to its records."""

from dataclasses import replace
from datetime import date

import pytest

from desk.core.actor import Actor
from desk.core.errors import NotAllowed
from desk.core.places.drafts import AreaDraft
from desk.core.places.service import add_area
from desk.core.settings.service import change_settings
from desk.core.statistics.declared import ALL, COMPARED, Base, Figure, IndicatorTable, Ratio
from desk.core.statistics.figures import ratio_text
from desk.core.statistics.periods import parse_period
from desk.core.statistics.records import count_records, read_records
from desk.core.statistics.registry import mistakes
from desk.core.statistics.table import read_table
from tests.core.statistics.trial import FIGURES, KINDS, MATTERS, PEOPLE, RATE, TABLE, YEAR

MAY = parse_period("2026-05")


def day(month, number):
    return date(2026, month, number)


@pytest.fixture
def year(writing, open_matter):
    """Nine matters between April and September."""
    with writing() as uow:
        return [
            open_matter(uow, "a", day(4, 30), day(5, 1), "settled", fen=123456, people="沈 何"),
            open_matter(uow, "a", day(5, 1), day(5, 31), "settled", fen=876544, people="沈"),
            open_matter(uow, "a", day(5, 2), day(6, 1), "failed", people="何"),
            open_matter(uow, "b", day(5, 31), day(5, 31), "withdrawn", people="何 何"),
            open_matter(uow, "b", day(5, 10), people="沈"),
            open_matter(uow, "", day(5, 11), day(5, 12), "settled"),
            open_matter(uow, "x", day(5, 11), day(9, 12), "settled", fen=1, people="沈"),
            open_matter(uow, "b", day(6, 11), day(6, 12), "failed", people="沈"),
            open_matter(uow, "b", day(9, 1), people="沈", confidential=True),
        ]


def numbers(view):
    return {row.title: [cell.text for cell in cells] for row, cells in zip(view.rows, view.cells, strict=True)}


def test_a_month_by_class(reading, year):
    with reading() as uow:
        view = read_table(uow, TABLE, MAY)
    assert [column.title for column in view.columns] == ["受理", "成功", "不成功", "正在办理", "金额", "成功率"]
    assert numbers(view) == {
        "甲类": ["2", "2", "0", "1", "1.00", "100.0%"],
        "乙类": ["2", "0", "1", "1", "0.00", "0.0%"],
        "x": ["1", "0", "0", "1", "0.00", "—"],
        "未说明": ["1", "1", "0", "0", "0.00", "100.0%"],
        "合计": ["6", "3", "1", "3", "1.00", "75.0%"]}
    assert view.notes == ("成功率=成功÷(成功+不成功)",)


def test_the_base_of_the_share_is_a_setting_and_is_printed(reading, writing, year):
    with writing() as uow:
        change_settings(uow, {"trial.base": "opened"})
    with reading() as uow:
        view = read_table(uow, TABLE, MAY)
    assert numbers(view)["合计"][-1] == "50.0%"
    assert view.notes == ("成功率=成功÷受理",)


def test_a_year_by_months_adds_flows_and_shows_the_last_stock(reading, year):
    with reading() as uow:
        view = read_table(uow, YEAR, parse_period("2026"))
    found = numbers(view)
    assert [line.title for line in view.columns] == [*(f"{month}月" for month in range(1, 13)), "合计"]
    assert found["受理"] == ["0", "0", "0", "1", "6", "1", "0", "0", "1", "0", "0", "0", "9"]
    assert found["正在办理"] == ["0", "0", "0", "1", "3", "2", "2", "2", "2", "2", "2", "0", "2"]
    assert found["成功率"][-1] == "57.1%"


def test_a_quarter_is_the_sum_of_its_months(reading, year):
    with reading() as uow:
        quarter = read_table(uow, TABLE, parse_period("2026Q2"))
        months = [read_table(uow, TABLE, month) for month in parse_period("2026Q2").months]
    cells = [[view.cells[-1][place].value for view in months] for place in range(5)]
    assert [cell.value for cell in quarter.cells[-1][:3]] == [sum(row) for row in cells[:3]]
    assert quarter.cells[-1][3].value == cells[3][-1]
    assert quarter.cells[-1][4].value == sum(cells[4])


def test_several_mediators_count_in_each_line_and_once_in_the_total(reading, year):
    with reading() as uow:
        view = read_table(uow, PEOPLE, MAY)
    assert numbers(view) == {"何": ["1", "1", "0", "0", "2"], "沈": ["1", "1", "1", "0", "3"],
                             "未说明": ["0", "0", "0", "1", "1"], "合计": ["2", "2", "1", "1", "6"]}
    assert [line.title for line in view.columns] == ["甲类", "乙类", "x", "未说明", "合计"]


@pytest.mark.parametrize(("table", "period"), [(TABLE, "2026-05"), (TABLE, "2026H1"), (YEAR, "2026"), (PEOPLE, "2026Q2")])
def test_every_number_leads_to_as_many_records(reading, year, table, period):
    when = parse_period(period)
    with reading() as uow:
        view = read_table(uow, table, when)
        for cells in view.cells:
            for cell in cells:
                if cell.value is None:
                    continue
                records = count_records(uow, table, when, None, cell.key)
                figure = table.figure(cell.key[0])
                assert (sum(one.part for one in records) if figure.amount else len(records)) == cell.value
                assert {one.record_id for one in records} <= set(year)


def test_confidential_records_are_counted_but_not_listed(factory, reading, year):
    september, key = parse_period("2026-09"), ("opened", ALL, ALL)
    clerk = Actor("赵敏", community_id=1, user_id=None, permissions=frozenset({"trial.read"}))
    with factory.reading(clerk) as uow:
        assert read_table(uow, TABLE, september).cells[-1][0].value == 1
        found = read_records(uow, TABLE, september, None, key)
    assert (found.value, found.unseen, found.lines) == (1, 1, ())
    with reading() as uow:
        found = read_records(uow, TABLE, september, None, key)
    assert [(line.title, line.entry) for _one, line in found.lines] == [("b类纠纷", "trial.card")]
    assert found.unseen == 0


def test_areas_and_whose_rights_end_at_them(factory, reading, writing, open_matter):
    with writing() as uow:
        grids = [add_area(uow, AreaDraft(f"第{name}网格", "grid")) for name in "一二"]
        for grid in (grids[0], grids[0], grids[1], None):
            open_matter(uow, "a", day(5, 3), area_id=grid)
    with reading() as uow:
        assert [read_table(uow, TABLE, MAY, area).cells[-1][0].value for area in (None, *grids)] == [4, 2, 1]
        assert read_table(uow, TABLE, MAY, grids[0]).area == "第一网格"
    keeper = Actor("钱立", community_id=1, user_id=None, permissions=frozenset({"trial.read"}), area_ids=frozenset({grids[1]}))
    with factory.reading(keeper) as uow:
        assert read_table(uow, TABLE, MAY).cells[-1][0].value == 1
        with pytest.raises(NotAllowed):
            read_table(uow, TABLE, MAY, grids[0])


def test_without_the_tables_right_nothing_is_read(factory, year):
    stranger = Actor("周芳", community_id=1, user_id=None, permissions=frozenset())
    with factory.reading(stranger) as uow:
        with pytest.raises(NotAllowed):
            read_table(uow, TABLE, MAY)
        with pytest.raises(NotAllowed):
            count_records(uow, TABLE, MAY, None, ("opened", ALL, ALL))


def test_small_numbers_are_hidden_with_one_more_where_the_total_gives_them_away(reading, year):
    masked = IndicatorTable("trial.masked", "公布表", (FIGURES[0], FIGURES[1], RATE, FIGURES[2]), by=KINDS, mask_below=1)
    with reading() as uow:
        found = numbers(read_table(uow, masked, MAY))
    assert [row[0] for row in found.values()] == ["2", "2", "*", "*", "6"]
    assert [row[1] for row in found.values()] == ["*", "0", "0", "*", "3"]
    assert [row[2] for row in found.values()] == ["*", "*", "—", "*", "*"]
    assert [row[3] for row in found.values()] == ["0", "*", "0", "0", "*"]


def test_what_contradicts_itself_is_named():
    assert mistakes(TABLE) == mistakes(YEAR) == mistakes(PEOPLE) == []
    wrong = IndicatorTable("trial.wrong", "?", (FIGURES[0], FIGURES[0], Ratio("r", "?", "gone", ())), by=KINDS, across=KINDS,
                           kinds=("week",))
    assert len(mistakes(wrong)) == 5
    assert mistakes(IndicatorTable("t", "?", (Figure("f", "?", MATTERS.__class__("s", "nowhere")),))) == [
        "'nowhere' is no module:function"]


def test_a_period_beside_the_one_before_and_last_years(reading, year, writing, open_matter):
    beside = IndicatorTable("trial.beside", "对比表", (*FIGURES, RATE), across=COMPARED, permission="trial.read")
    with writing() as uow:
        for _each in range(4):
            open_matter(uow, "a", date(2025, 5, 6), date(2025, 5, 7), "settled")
    with reading() as uow:
        view = read_table(uow, beside, MAY)
        found = numbers(view)
        year_view = read_table(uow, beside, parse_period("2026"))
        till = count_records(uow, beside, parse_period(view.cells[0][4].period), None, view.cells[0][4].key)
    assert [column.title for column in view.columns] == ["本期", "上期", "上年同期", "同比", "本年累计"]
    assert found["受理"] == ["6", "1", "4", "+50.0%", "7"]
    assert found["正在办理"] == ["3", "1", "0", "—", "3"]
    assert found["成功率"] == ["75.0%", "—", "100.0%", "—", "75.0%"]
    assert len(till) == 7
    assert [column.title for column in year_view.columns] == ["本期", "上年同期", "同比"]
    assert mistakes(beside) == []
    assert mistakes(replace(beside, by=KINDS)) != []


def test_a_ratio_with_a_unit_is_a_mean_in_that_unit(reading, year):
    mean = Ratio("mean", "件均金额", "fen", (Base("ended", "成功+不成功", ("settled", "failed")),), unit="万元", digits=2)
    table = IndicatorTable("trial.mean", "均值", (*FIGURES, mean), by=KINDS, permission="trial.read")
    with reading() as uow:
        view = read_table(uow, table, MAY)
    ended, fen = (sum(cell.value for cell in view.cells[-1][1:3]), view.cells[-1][4].value)
    assert view.cells[-1][5].text == f"{fen / ended / 1_000_000:,.2f}"
    assert view.columns[5].unit == "万元"
    assert ratio_text(mean, 0, 0) == "—"
    assert ratio_text(mean, 1_234_567_890, 4) == "308.64"
