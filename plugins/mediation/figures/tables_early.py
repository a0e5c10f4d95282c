"""Columns and tables around the cases: patrols and prevention, the hazard ledger, lawsuits, people (rules 1.7)."""

from typing import Any

from desk.api.statistics import COMPARED, Base, ChartSpec, Figure, IndicatorTable, Ratio, Scope, Source, Split
from plugins.mediation.categories import CATEGORIES, FIVE_CLASSES
from plugins.mediation.hazard_kinds import HAZARD, LEVELS, SOURCES, WAYS
from plugins.mediation.mediators import EDUCATION

_FACTS = "plugins.mediation.figures.facts_early"
_READ = "mediation.case.read"
PATROLS = Source("mediation.patrols", f"{_FACTS}:patrols", f"{_FACTS}:patrol_lines", "mediation.patrol", "mediation.patrol")
HAZARDS = Source("mediation.hazards", f"{_FACTS}:hazards", entry=HAZARD, record=HAZARD)
LAWSUITS = Source("mediation.lawsuits", f"{_FACTS}:lawsuits", entry="mediation.dispute", record="mediation.dispute")
PEOPLE = Source("mediation.people", f"{_FACTS}:mediators", f"{_FACTS}:mediator_lines", "mediation.mediator",
                "mediation.mediator")
TRAININGS = Source("mediation.trainings", f"{_FACTS}:trainings", f"{_FACTS}:mediator_lines", "mediation.mediator",
                   "mediation.mediator")


def open_then(fact: Any, scope: Scope) -> bool:
    """Found and not struck off on the last day."""
    return bool(fact.found_on <= scope.last and (fact.struck_on is None or fact.struck_on > scope.last))


def overdue_then(fact: Any, scope: Scope) -> bool:
    """Open on the last day, and its limit was over by then."""
    return open_then(fact, scope) and fact.limit is not None and fact.limit < scope.last


def _hazard(code: str, title: str, when: str, **where: bool) -> Figure:
    return Figure(code, title, HAZARDS, when=when, where=where)


FOUND, STRUCK = _hazard("found", "新增", "found_on"), _hazard("struck", "销号", "struck_on")
SPOT, SETTLED = _hazard("spot", "当场化解", "found_on", spot=True), _hazard("settled", "已化解", "struck_on", settled=True)
TO_CASE = _hazard("to_case", "转入调解", "found_on", to_case=True)
LEFT = Figure("left", "期末在册", HAZARDS, where=open_then)
RATE = Ratio("rate", "化解率", "settled", (Base("struck", "销号", ("struck",)),), digits=2)
DAYS = Figure("days", "销号用时", HAZARDS, when="struck_on", amount="days", unit="天")
_STRUCK = (Base("struck", "销号", ("struck",)),)
MEAN = Ratio("mean", "平均用时", "days", _STRUCK, unit="天")
IN_TIME = _hazard("in_time", "按期销号", "struck_on", in_time=True)
ON_TIME = Ratio("on_time", "按期率", "in_time", _STRUCK)
OVERDUE = Figure("overdue", "期末超期", HAZARDS, where=overdue_then)
LEDGER = (FOUND, SPOT, TO_CASE, STRUCK, SETTLED, LEFT, RATE, DAYS, MEAN, IN_TIME, ON_TIME, OVERDUE)
MEAN_NOTE = "销号用时自发现之日起算,暂停计时的天数不计。"

_PREVENTION = "纠纷排查与预防"
PREVENTION_FIGURES = (
    Figure("patrols", "开展排查", PATROLS, when="on_date", unit="次", group=_PREVENTION),
    Figure("found", "排查发现纠纷", HAZARDS, when="found_on", where={"by_patrol": True}, group=_PREVENTION),
    Figure("prevented", "预防纠纷", HAZARDS, when="struck_on", where={"prevented": True}, group=_PREVENTION))
PREVENTION_NOTE = "预防纠纷:化解销号、未转入调解的隐患。"
LAWSUIT_FIGURES = (
    Figure("sued", "反悔起诉", LAWSUITS, when="sued_on", group="履行"),
    *(Figure(f"sued_{code}", f"起诉后{title}", LAWSUITS, when="decided_on", where={"result": code}, group="履行")
      for code, title in (("upheld", "维持"), ("changed", "变更"), ("revoked", "撤销"), ("void", "确认无效"))))

def _table(name: str, title: str, figures: tuple[Any, ...], by: Split, **more: Any) -> IndicatorTable:
    return IndicatorTable(f"mediation.{name}", title, figures, by=by, permission=_READ, domain="mediation", **more)


_GRIDS = Split("area", "网格", f"{_FACTS}:walked_areas", other="未定网格")
_NEW_AND_STRUCK = ChartSpec(("found", "struck"))
_BY_PATROL = (_hazard("found", "排查发现", "found_on", by_patrol=True),
              _hazard("spot", "当场化解", "found_on", by_patrol=True, spot=True),
              Ratio("spot_rate", "当场化解率", "spot", (Base("found", "排查发现", ("found",)),)))
HAZARD_TABLES = (
    _table("hazard_classes", "矛盾纠纷隐患五大类统计表", LEDGER, Split("five", "五大类", FIVE_CLASSES, other="其他"),
           chart=_NEW_AND_STRUCK, note=MEAN_NOTE),
    _table("hazard_kinds", "矛盾纠纷隐患分类统计表", (FOUND, STRUCK, SETTLED, LEFT, RATE, DAYS, MEAN),
           Split("category", "纠纷类别", tuple((one.code, one.title) for one in CATEGORIES)), note=MEAN_NOTE),
    _table("hazard_levels", "矛盾纠纷隐患等级统计表", LEDGER, Split("level", "等级", LEVELS), note=MEAN_NOTE),
    _table("hazard_ways", "矛盾纠纷隐患化解方式统计表", (STRUCK, SETTLED, DAYS, MEAN), Split("way", "化解方式", WAYS),
           note=MEAN_NOTE),
    _table("hazard_areas", "矛盾纠纷隐患网格统计表", LEDGER, _GRIDS, chart=_NEW_AND_STRUCK, note=MEAN_NOTE),
    _table("hazard_units", "责任单位化解矛盾纠纷统计表", LEDGER, Split("unit", "责任单位", other="未定责任单位"),
           chart=ChartSpec(("struck", "in_time")), note=MEAN_NOTE),
    _table("hazard_sources", "矛盾纠纷隐患来源统计表", LEDGER, Split("source", "来源", SOURCES), note=MEAN_NOTE),
    _table("patrols", "矛盾纠纷巡诊排查统计表", (
        Figure("patrols", "开展排查", PATROLS, when="on_date", unit="次"),
        Figure("doors", "走访户数", PATROLS, when="on_date", amount="doors", unit="户"),
        Figure("persons", "走访人次", PATROLS, when="on_date", amount="persons", unit="人次"), *_BY_PATROL), _GRIDS))


def in_office(fact: Any, scope: Scope) -> bool:
    """In the register on the last day."""
    return bool(fact.first <= scope.last and (fact.left_on is None or fact.left_on > scope.last))


def _having(name: str, value: Any) -> Any:
    def holds(fact: Any, scope: Scope) -> bool:
        return in_office(fact, scope) and getattr(fact, name) == value
    return holds


def _people(code: str, title: str, where: Any, group: str) -> Figure:
    return Figure(code, title, PEOPLE, where=where, unit="人", group=group)


TEAM_TABLE = IndicatorTable(
    "mediation.team", "人民调解组织队伍情况统计表", (
        _people("all", "人民调解员", in_office, "队伍"), _people("board", "其中:委员", _having("board", True), "队伍"),
        _people("full", "专职", _having("full_time", True), "队伍"),
        _people("part", "兼职", _having("full_time", False), "队伍"),
        _people("women", "女", _having("woman", True), "队伍"), _people("legal", "法律工作者", _having("legal", True), "队伍"),
        *(_people(f"edu_{code}", paper, _having("education", code), "文化程度") for code, _words, paper in EDUCATION),
        Figure("trained", "参加培训", TRAININGS, when="on_date", amount="times", unit="人次", group="培训")),
    across=COMPARED, permission=_READ, domain="mediation",
    note="调解员民族、经费不在系统内登记,需填报的另行填写。")
