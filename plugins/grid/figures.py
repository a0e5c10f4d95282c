"""Tables of figures of the loop: by kind, grid, unit, level and channel. Declarations only; facts are in facts.py."""

from typing import Any

from desk.api.statistics import Base, ChartSpec, Figure, IndicatorTable, Ratio, Scope, Source, Split
from plugins.grid.kinds import CHANNELS, EVENT, LEVELS, RATINGS, READ

_FACTS = "plugins.grid.facts"
EVENTS = Source("grid.events", f"{_FACTS}:events", entry=EVENT, record=EVENT)
PRESSES = Source("grid.presses", f"{_FACTS}:presses", entry=EVENT, record=EVENT)
HANDED = Source("grid.handed", f"{_FACTS}:handed", entry=EVENT, record=EVENT)


def open_then(fact: Any, scope: Scope) -> bool:
    """Found and not settled on the last day."""
    return bool(fact.found_on <= scope.last and (fact.done_on is None or fact.done_on > scope.last))


def overdue_then(fact: Any, scope: Scope) -> bool:
    """Open on the last day, and its limit was over by then."""
    return open_then(fact, scope) and fact.limit is not None and fact.limit < scope.last


def _share(code: str, title: str, part: str, base: str, base_title: str) -> Ratio:
    return Ratio(code, title, part, (Base(base, base_title, (base,)),))


LOOP = (
    Figure("reported", "上报", EVENTS, when="found_on"),
    Figure("spot", "当场处置", EVENTS, when="found_on", where={"spot": True}),
    Figure("done", "办结", EVENTS, when="done_on"),
    Figure("in_time", "按期办结", EVENTS, when="done_on", where={"in_time": True}),
    _share("on_time", "按期率", "in_time", "done", "办结"),
    Figure("minutes", "办理用时", EVENTS, when="done_on", amount="minutes", unit="小时"),
    Ratio("mean", "平均用时", "minutes", (Base("done", "办结", ("done",)),), unit="小时"),
    Figure("pressed", "督办", PRESSES, when="on_date", amount="times", unit="次"),
    Figure("reopened", "重新办理", EVENTS, when="reopened_on"),
    Figure("filed", "归档", EVENTS, when="filed_on"),
    Figure("looped", "上报件已归档", EVENTS, when="found_on", where={"filed": True}),
    _share("loop", "闭环率", "looped", "reported", "上报"), Figure("left", "期末在办", EVENTS, where=open_then),
    Figure("late", "期末超期", EVENTS, where=overdue_then))
NOTE = "办理用时自发现至办结;闭环率为本期上报事件中已归档的比例。"


def _table(name: str, title: str, by: Split, figures: tuple[Any, ...] = LOOP, **more: Any) -> IndicatorTable:
    return IndicatorTable(f"grid.{name}", title, figures, by=by, permission=READ, domain="grid", **{"note": NOTE} | more)


def _handed(code: str, title: str, when: str, **where: Any) -> Figure:
    return Figure(code, title, HANDED, when=when, where=where, amount="times")


_CHART = ChartSpec(("reported", "done", "filed"))
KINDS = _table("kinds", "网格事件分类统计表", Split("kind", "事件类别", f"{_FACTS}:kind_titles"), chart=_CHART)
GRIDS = _table("grids", "网格事件网格统计表", Split("area", "网格", f"{_FACTS}:grids", other="未定网格"), chart=_CHART)
UNITS = _table("units", "网格事件责任单位统计表", Split("unit", "责任单位", other="网格自行处置"))
TABLES = (
    KINDS, GRIDS, UNITS, _table("levels", "网格事件分级统计表", Split("level", "层级", LEVELS)),
    _table("channels", "网格事件来源统计表", Split("channel", "来源", CHANNELS)),
    _table("ratings", "网格事件回访评价统计表", Split("kind", "事件类别", f"{_FACTS}:kind_titles"), (
        Figure("revisited", "回访", EVENTS, when="revisited_on"),
        *(Figure(f"rated_{code}", title, EVENTS, when="revisited_on", where={"rating": code}) for code, title in RATINGS),
        Figure("content", "满意和基本满意", EVENTS, when="revisited_on", where={"rating": ("good", "fair")}),
        _share("content_rate", "满意率", "content", "revisited", "回访")), note=""),
    _table("handovers", "网格事件移交统计表", Split("unit", "接收单位"), (
        _handed("handed", "移交", "sent_on"), _handed("by_module", "其中:系统移交", "sent_on", way="module"),
        _handed("answered", "已反馈", "replied_on"), _handed("answered_in_time", "按期反馈", "replied_on", in_time=True),
        _share("answered_rate", "按期率", "answered_in_time", "answered", "已反馈"),
        _handed("returned", "退回", "replied_on", returned=True)), note=""))
