"""Tables of the work with others: leading bodies, who answers, studies, slips of the grid, courts, legal desk, doorsteps."""

from typing import Any

from desk.api.statistics import COMPARED, Base, ChartSpec, Figure, IndicatorTable, Ratio, Scope, Source, Split
from plugins.mediation.joint_kinds import CONSULT_KINDS, LEGAL
from plugins.mediation.legal_kinds import LINES, WAYS

_FACTS = "plugins.mediation.figures.facts_joint"
_READ = "mediation.case.read"


def _source(name: str, lines: str = "", entry: str = "") -> Source:
    if not lines:
        return Source(f"mediation.{name}", f"{_FACTS}:{name}")
    return Source(f"mediation.{name}", f"{_FACTS}:{name}", f"{_FACTS}:{lines}", entry, entry)


LED = _source("led")
SHEETS = _source("sheets", "sheet_lines", "mediation.responsibility")
STUDIES, INVITED = (_source(name, "study_lines", "mediation.study") for name in ("studies", "invited"))
SLIPS = _source("slips", "slip_lines", "mediation.handover")
COURT = _source("court", "court_lines", "mediation.court_matter")
CONSULTS = _source("consults", "consult_lines", "mediation.consult")
SITTINGS = Source("mediation.sittings", f"{_FACTS}:sittings", entry="mediation.dispute", record="mediation.dispute")
REFERRALS = Source("mediation.referrals", f"{_FACTS}:referrals", entry="mediation.dispute", record="mediation.dispute")
LECTURES = _source("lectures", "lecture_lines", "mediation.lecture")
DOORS = Source("mediation.doorsteps", f"{_FACTS}:doorsteps", f"{_FACTS}:door_lines", "visits.card", "visit")


def _ratio(code: str, title: str, part: str, base: str, base_title: str) -> Ratio:
    return Ratio(code, title, part, (Base(base, base_title, (base,)),))


def sheet_open(fact: Any, scope: Scope) -> bool:
    """Somebody still answers for it on the last day."""
    return bool(fact.since <= scope.last and (fact.ended_on is None or fact.ended_on > scope.last))


def sheet_late(fact: Any, scope: Scope) -> bool:
    """The same, past its limit."""
    return sheet_open(fact, scope) and bool(fact.until < scope.last)


def slip_waits(fact: Any, scope: Scope) -> bool:
    """Not answered on the last day."""
    return bool(fact.on_date <= scope.last and (fact.replied_on is None or fact.replied_on > scope.last))


_LED = (
    Figure("hazards", "牵头隐患", LED, when="hazard_on"), Figure("cases", "牵头案件", LED, when="case_on"),
    Figure("over", "办结", LED, when="over_on"), Figure("settled", "已化解", LED, when="settled_on"),
    _ratio("rate", "化解率", "settled", "over", "办结"))
_SHEETS = (
    Figure("given", "新增包案", SHEETS, when="since"), Figure("ended", "办结", SHEETS, when="ended_on"),
    Figure("settled", "已化解", SHEETS, when="ended_on", where={"settled": True}),
    Figure("in_time", "按期办结", SHEETS, when="ended_on", where={"in_time": True}),
    _ratio("on_time", "按期率", "in_time", "ended", "办结"), _ratio("rate", "化解率", "settled", "ended", "办结"),
    Figure("open", "期末在办", SHEETS, where=sheet_open), Figure("late", "期末超期", SHEETS, where=sheet_late),
    Figure("put_off", "延期", SHEETS, when="since", amount="put_off", unit="次"))
_STUDIES = (
    Figure("studies", "召开会诊", STUDIES, when="held_on", unit="次"),
    Figure("planned", "形成任务", STUDIES, when="held_on", where={"planned": True}),
    Figure("carried", "任务全部落实", STUDIES, when="held_on", where={"planned": True, "carried": True}),
    _ratio("carried_rate", "落实率", "carried", "planned", "形成任务"))
_INVITED = (
    Figure("invited", "邀请部门", INVITED, when="held_on", amount="times", unit="次"),
    Figure("came", "到会", INVITED, when="held_on", amount="came", unit="次"),
    _ratio("came_rate", "到会率", "came", "invited", "邀请部门"))
_SLIPS = (
    Figure("slips_in", "网格移交调解", SLIPS, when="on_date", where={"way": "in"}),
    Figure("slips_out", "调解移交网格", SLIPS, when="on_date", where={"way": "out"}),
    Figure("replied", "已反馈", SLIPS, when="replied_on"),
    Figure("in_time", "按期反馈", SLIPS, when="replied_on", where={"in_time": True}),
    _ratio("on_time", "按期率", "in_time", "replied", "已反馈"), Figure("waits", "期末未反馈", SLIPS, where=slip_waits))
_COURT = (
    Figure("received", "接收", COURT, when="received_on"), Figure("returned", "复函", COURT, when="returned_on"),
    *(Figure(code, title, COURT, when="returned_on", where={"outcome": code})
      for code, title in (("agreed", "调解成功"), ("failed", "调解不成"), ("refused", "当事人不同意"))),
    _ratio("rate", "成功率", "agreed", "returned", "复函"))
_SITTINGS = (
    Figure("all", "开展调解", SITTINGS, when="day", amount="times", unit="次", group="法律工作者参加调解"),
    Figure("by_law", "依法调解", SITTINGS, when="day", where={"way": "law"}, amount="times", unit="次",
           group="法律工作者参加调解"),
    Figure("with_worker", "其中:法律工作者到场", SITTINGS, when="day", where={"way": "law"}, amount="with_worker", unit="次",
           group="法律工作者参加调解"),
    Ratio("worker_rate", "到场率", "with_worker", (Base("by_law", "依法调解", ("by_law",)),), group="法律工作者参加调解"))
_REFERRALS = (
    Figure("referred", "引导法律途径", REFERRALS, when="on_date", amount="times", unit="人次", group="引导法律途径"),
    *(Figure(f"to_{one.code}", f"其中:{one.title}", REFERRALS, when="on_date", where={"way": one.code}, amount="times",
             unit="人次", group="引导法律途径") for one in WAYS))
_LECTURES = (Figure("lectures", "举办讲座", LECTURES, when="on_date", unit="场"),
             Figure("heads", "听讲", LECTURES, when="on_date", amount="heads", unit="人"))
_CONSULTS = (
    Figure("asked", "接待", CONSULTS, when="on_date", unit="人次"),
    *(Figure(code, title, CONSULTS, when="on_date", where={"outcome": code}, unit="人次")
      for code, title in (("answered", "当场解答"), ("booked", "预约律师"), ("aid", "转法律援助"), ("notary", "转公证"),
                          ("mediation", "转人民调解"), ("court", "引导诉讼"))))
_DOORS = (
    Figure("doors", "门前店面调解", DOORS, when="day", unit="次"),
    Figure("solved", "当场化解", DOORS, when="day", where={"solved": True}, unit="次"),
    Figure("entered", "转入台账", DOORS, when="day", where={"solved": False}, unit="次"),
    _ratio("rate", "当场化解率", "solved", "doors", "门前店面调解"))


def _table(name: str, title: str, figures: tuple[Any, ...], by: Split | None = None, right: str = _READ,
           **more: Any) -> IndicatorTable:
    return IndicatorTable(f"mediation.{name}", title, figures, by=by, permission=right, domain="mediation", **more)


JOINT_TABLES = (
    _table("led", "综合性调解机制牵头办理统计表", _LED, Split("body", "牵头力量", f"{_FACTS}:bodies"),
           chart=ChartSpec(("hazards", "cases", "settled"))),
    _table("sheet_units", "包案责任单位统计表", _SHEETS, Split("unit", "责任单位", other="未指定单位"),
           chart=ChartSpec(("ended", "in_time"))),
    _table("sheet_leaders", "包案领导统计表", _SHEETS, Split("leader", "包案领导")),
    _table("sheet_people", "包案责任人统计表", _SHEETS, Split("person", "责任人", other="未指定责任人")),
    _table("studies", "矛盾纠纷集中会诊统计表", (*_STUDIES, *_INVITED), across=COMPARED),
    _table("study_units", "集中会诊部门到会统计表", _INVITED, Split("unit", "部门"), chart=ChartSpec(("invited", "came"))),
    _table("slips", "网格与调解衔接统计表", _SLIPS, Split("grid", "网格", other="未写明网格")),
    _table("court_matters", "诉前委派（委托）调解统计表", _COURT, Split("court", "法院")),
    _table("law_links", "诉调对接情况统计表", (*_SITTINGS, *_REFERRALS), across=COMPARED),
    _table("consults", "法律服务接待统计表", _CONSULTS, Split("kind", "事项类别", CONSULT_KINDS), LEGAL,
           chart=ChartSpec(("asked",))),
    _table("lectures", "法治讲座统计表", _LECTURES, Split("line", "所属工作", LINES)),
    _table("doorsteps", "门前店面调解统计表", _DOORS, Split("area", "区域", other="未定区域")),
)
