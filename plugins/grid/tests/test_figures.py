"""The tables of the loop and its months: what each number counts, down to its events."""

from datetime import timedelta

import pytest

from desk.api.db import PageRequest
from desk.api.figures import indicator_table, read_records, read_table
from desk.api.settings import change_settings
from desk.api.statistics import ALL, parse_period
from plugins.grid.drafts import PressDraft, ReasonDraft, ReplyDraft, RevisitDraft, SlipDraft
from plugins.grid.pages import months
from plugins.grid.queries import list_hot_spots, list_month, month_figures
from plugins.grid.service.dispatching import press_event, take_reply
from plugins.grid.service.ending import file_event, reopen_event, revisit_event
from plugins.grid.service.handing import hand_by_slip

NOVEMBER = parse_period("2026-11")


def figures(loop, name):
    """Row → {figure: text}."""
    def read(uow):
        table = indicator_table(f"grid.{name}")
        view = read_table(uow, table, NOVEMBER)
        return {row.title: {one.title: cell.text for one, cell in zip(table.figures, cells, strict=True)}
                for row, cells in zip(view.rows, view.cells, strict=True)}

    return loop.see(read)


@pytest.fixture
def month(loop):
    """One filed in time after ten hours, one late with a unit, one opened again, one waiting, one of October."""
    grid = loop.area()
    filed = loop.settle(loop.report("facility", days=3, area_id=grid), hours=62)
    loop.do(revisit_event, RevisitDraft(filed, "good"))
    loop.do(file_event, filed)
    late = loop.dispatch(loop.report("environment", days=4), unit="保洁公司")
    loop.do(press_event, PressDraft(late, "快"))
    loop.do(press_event, PressDraft(late, "再快"))
    loop.do(take_reply, ReplyDraft(late, "settled", "清完"))
    again = loop.settle(loop.report("facility"))
    loop.do(reopen_event, ReasonDraft(again, "又坏了"))
    old = loop.report("care", days=20)
    return {"filed": filed, "late": late, "again": again, "old": old}


def test_by_kind_grid_and_unit(loop, month):
    kinds = figures(loop, "kinds")
    wanted = {"上报": "2", "当场处置": "1", "办结": "1", "按期办结": "1", "按期率": "100.0%", "平均用时": "10.0", "督办": "0",
              "重新办理": "1", "归档": "1", "闭环率": "50.0%", "期末在办": "1", "期末超期": "0"}
    assert {name: kinds["设施损坏"][name] for name in wanted} == wanted
    assert (kinds["环境卫生"]["按期率"], kinds["环境卫生"]["督办"]) == ("0.0%", "2")
    assert (kinds["关爱需求"]["上报"], kinds["关爱需求"]["期末超期"]) == ("0", "1")
    assert (kinds["合计"]["上报"], kinds["合计"]["期末在办"]) == ("3", "2")
    assert figures(loop, "units")["保洁公司"]["督办"] == "2"
    assert figures(loop, "grids")["第一网格"]["归档"] == "1"
    assert figures(loop, "levels")["社区处置"]["上报"] == "3"
    assert figures(loop, "channels")["网格巡查"]["上报"] == "3"
    rated = figures(loop, "ratings")["设施损坏"]
    assert (rated["回访"], rated["满意率"]) == ("1", "100.0%")


def test_hand_overs_by_who_takes_them(loop):
    for reply in ("settled", "returned"):
        event = loop.report("dispute")
        loop.do(hand_by_slip, SlipDraft(event, "调处中心", until=loop.today + timedelta(days=3)))
        loop.do(take_reply, ReplyDraft(event, reply, "答复"))
    found = figures(loop, "handovers")["调处中心"]
    assert {name: found[name] for name in ("移交", "其中:系统移交", "已反馈", "按期反馈", "退回")} == {
        "移交": "2", "其中:系统移交": "0", "已反馈": "2", "按期反馈": "2", "退回": "1"}


def test_the_month_agrees_with_its_lines(loop, month):
    one = loop.see(month_figures, 202611)
    assert (one.carried, one.reported, one.spot, one.done, one.in_time, one.pressed) == (1, 3, 1, 2, 1, 2)
    assert (one.reopened, one.filed, one.looped, one.left, one.late) == (1, 1, 1, 2, 1)
    assert one.carried + one.reported - one.done == one.left
    for part, ids in {"carried": {"old"}, "reported": {"filed", "late", "again"}, "done": {"filed", "late"}, "filed": {"filed"},
                      "left": {"old", "again"}, "late": {"old"}}.items():
        assert {row.id for row in loop.see(list_month, 202611, part)} == {month[name] for name in ids}, part
        rows = loop.see(months.fetch_events, PageRequest(filters={"month": 202611, "part": part})).rows
        assert len(rows) == len(ids)
    first = loop.see(months.fetch_months, PageRequest()).rows[0]
    assert (first.month, first.reported, first.loop, first.late) == ("2026年11月", 3, "33.3% (1÷3)", 1)
    card = loop.see(months.load_month, 202611)
    assert card.title == "2026年11月"
    assert loop.see(month_figures, 202610).reported == 1


def test_hot_spots_are_places_with_several_events(loop):
    grid = loop.area()
    for days, place in ((1, "东口"), (2, "东 口"), (3, "西口"), (100, "东口")):
        loop.report("shopfront", days=days, place=place, area_id=grid)
    assert loop.see(list_hot_spots, loop.today) == []
    with loop.writing() as uow:
        change_settings(uow, {"grid.hot_times": 2})
    [spot] = loop.see(list_hot_spots, loop.today)
    assert (spot.where, spot.times, spot.kinds) == ("第一网格 东口", 2, "店外经营2")
    assert spot.last_on == loop.today - timedelta(days=1)


def test_a_number_leads_to_its_events(loop, month):
    def read(uow):
        table = indicator_table("grid.kinds")
        view = read_table(uow, table, NOVEMBER)
        row = next(one for one in view.rows if one.title == "设施损坏")
        return read_records(uow, table, NOVEMBER, None, ("reported", row.key, ALL))

    assert {line.id for _counted, line in loop.see(read).lines} == {month["filed"], month["again"]}
