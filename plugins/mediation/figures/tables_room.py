"""Tables of the case itself: the closed ledger, rooms, agreements, return visits, evaluations, the mediators' work."""

from typing import Any

from desk.api.statistics import COMPARED, MONTHS, Base, ChartSpec, Figure, IndicatorTable, Ratio, Scope, Source, Split
from plugins.mediation.categories import FIVE_CLASSES

_FACTS = "plugins.mediation.figures.facts_room"
_READ = "mediation.case.read"
FORMS = (("written", "书面协议"), ("oral", "口头协议"))


def _source(name: str) -> Source:
    return Source(f"mediation.{name}", f"{_FACTS}:{name}", entry="mediation.dispute", record="mediation.dispute")


CLOSED, AGREEMENTS, VISITS, JUDGED = (_source(name) for name in ("closed", "agreements", "visits", "judged"))


def _ratio(code: str, title: str, part: str, base: str, base_title: str, **more: Any) -> Ratio:
    return Ratio(code, title, part, (Base(base, base_title, (base,)),), **more)


def running(fact: Any, scope: Scope) -> bool:
    """Accepted, neither settled nor failed on the last day."""
    return bool(fact.accepted_on and fact.accepted_on <= scope.last) and not any(
        day is not None and day <= scope.last for day in (fact.settled_on, fact.failed_on))


def _table(name: str, title: str, figures: tuple[Any, ...], **more: Any) -> IndicatorTable:
    return IndicatorTable(f"mediation.{name}", title, figures, permission=_READ, domain="mediation", **more)


ACCEPTED = Figure("accepted", "受理", CLOSED, when="accepted_on")
SETTLED = Figure("settled", "调解成功", CLOSED, when="settled_on")
FAILED = Figure("failed", "调解不成功", CLOSED, when="failed_on")
RATE = Ratio("rate", "成功率", "settled", (Base("ended", "调解成功+调解不成功", ("settled", "failed")),))
SITTINGS = Figure("sittings", "调解次数", CLOSED, when="accepted_on", amount="sittings", unit="次")
_SPOT = (
    SETTLED, Figure("spot", "当场化解", CLOSED, when="settled_on", where={"spot": True}),
    _ratio("spot_rate", "当场化解率", "spot", "settled", "调解成功"),
    Figure("again", "复发", CLOSED, when="accepted_on", where={"again": True}),
    _ratio("again_rate", "复发率", "again", "settled", "调解成功"))
_PERFORMED = (
    Figure("made", "达成协议", AGREEMENTS, when="effective_on"), Figure("performed", "已履行", AGREEMENTS, when="performed_on"),
    Figure("on_time", "按期履行", AGREEMENTS, when="performed_on", where={"on_time": True}),
    _ratio("on_time_rate", "按期履行率", "on_time", "performed", "已履行"),
    Figure("broken", "未履行", AGREEMENTS, when="unperformed_on"))
_VISITS = (
    Figure("due", "应回访", VISITS, when="due_on", amount="times", unit="次"),
    Figure("done", "按期回访", VISITS, when="due_on", where={"done": True}, amount="times", unit="次"),
    _ratio("done_rate", "回访率", "done", "due", "应回访"),
    Figure("visits", "回访", VISITS, when="visited_on", amount="times", unit="次"),
    Figure("relapsed", "其中:复发", VISITS, when="visited_on", where={"relapsed": True}, amount="times", unit="次"),
    _ratio("relapsed_rate", "复发率", "relapsed", "visits", "回访"),
    Figure("answered", "表示意见", VISITS, when="visited_on", where={"answered": True}, amount="times", unit="次"),
    Figure("content", "满意", VISITS, when="visited_on", where={"content": True}, amount="times", unit="次"),
    _ratio("content_rate", "满意率", "content", "answered", "表示意见"))
_JUDGED = (
    Figure("judged", "评估案件", JUDGED, when="on", amount="times", unit="件次"),
    Figure("points", "总分", JUDGED, when="on", amount="points", unit="分"),
    _ratio("mean", "平均分", "points", "judged", "评估案件", unit="分"),
    Figure("poor", "评为差", JUDGED, when="on", where={"poor": True}, amount="times", unit="件次"),
    _ratio("poor_rate", "差评率", "poor", "judged", "评估案件"),
    Figure("second", "再化解后评估", JUDGED, when="on", where={"second": True}, amount="times", unit="件次"),
    Figure("cured", "再化解见效", JUDGED, when="on", where={"cured": True}, amount="times", unit="件次"),
    _ratio("cured_rate", "再化解见效率", "cured", "second", "再化解后评估"))
_WORK = (
    Figure("running", "期末在办", CLOSED, where=running), ACCEPTED, SITTINGS,
    Figure("minutes", "调解用时", CLOSED, when="accepted_on", amount="minutes", unit="小时"))

ROOM_TABLES = (
    _table("closed_ledger", "“结案”台账统计表", _SPOT, by=Split("five", "五大类", FIVE_CLASSES, other="其他"),
           chart=ChartSpec(("settled", "spot")), note="当场化解:受理当日调解成功。复发:结案后再次发生、另行登记的纠纷。"),
    _table("room_cases", "调解室调解情况统计表", (ACCEPTED, SITTINGS, SETTLED, FAILED, RATE),
           by=Split("rooms", "调解室", other="其他地点"), chart=ChartSpec(("accepted", "settled")),
           note="按调解地点归入调解室;一件案件在几个调解室调解的,各计一件,合计只计一件。"),
    _table("agreements", "调解协议履行统计表", _PERFORMED, by=Split("form", "协议形式", FORMS),
           chart=ChartSpec(("made", "performed"))),
    _table("visits", "复诊回访统计表", _VISITS, across=COMPARED,
           note="应回访:协议生效后应访一次,每期履行到期各应访一次;当月底前回访的为按期。"),
    _table("visit_months", "复诊回访分月统计表", _VISITS, across=MONTHS, kinds=("year", "half", "quarter"),
           chart=ChartSpec(("due", "done"), "line", "复诊回访")),
    _table("evaluations", "季度化解效果评估统计表", _JUDGED, across=COMPARED, kinds=("quarter", "half", "year", "month"),
           note="再化解见效:评为差的案件责令再化解后,再次评估不再为差。"),
    _table("workload", "人民调解员工作量统计表", _WORK, by=Split("mediators", "调解员"),
           chart=ChartSpec(("running", "accepted"), title="人民调解员工作量"),
           note="两名以上调解员共同调解的案件在各人名下各计一件,合计只计一件。"))
