"""The statistics tables of mediation; declarations only. Columns after rules 1.7; titles as reports print them."""

from dataclasses import replace
from typing import Any

from desk.api.statistics import (
    COMPARED,
    MONTHS,
    Base,
    ChartSpec,
    Figure,
    IndicatorTable,
    Ratio,
    Scope,
    Source,
    Split,
)
from plugins.mediation.categories import CATEGORIES, FIVE_CLASSES, SOURCES
from plugins.mediation.figures.codes import GRID_CODES, GROUNDS, MODES, TRANSFERRERS
from plugins.mediation.figures.tables_early import (
    HAZARD_TABLES,
    LAWSUIT_FIGURES,
    PREVENTION_FIGURES,
    PREVENTION_NOTE,
    TEAM_TABLE,
)
from plugins.mediation.figures.tables_joint import JOINT_TABLES
from plugins.mediation.figures.tables_room import ROOM_TABLES
from plugins.mediation.grounds import DIFFICULTIES

FACTS = "plugins.mediation.figures.facts"
READ, DISPUTE, RATE_BASE = "mediation.case.read", "mediation.dispute", "mediation.rate_base"


def _source(name: str) -> Source:
    return Source(f"mediation.{name}", f"{FACTS}:{name}", entry=DISPUTE, record=DISPUTE)


ALLOWANCE = Source("mediation.shares", "plugins.mediation.figures.allowance:shares", entry=DISPUTE,
                   record="mediation.allowance")
CASES, ESCALATIONS, CONFIRMATIONS = _source("cases"), _source("escalations"), _source("confirmations")


def being_mediated(fact: Any, scope: Scope) -> bool:
    """Accepted and not yet ended on the last day."""
    return _within(fact.accepted_on, scope) and not any(
        _within(day, scope) for day in (fact.settled_on, fact.failed_on, fact.withdrawn_on))


def being_performed(fact: Any, scope: Scope) -> bool:
    """Settled, and neither performed nor given up on the last day."""
    return _within(fact.settled_on, scope) and not _within(fact.performed_on, scope) and not _within(fact.unperformed_on, scope)


def partly_performed(fact: Any, scope: Scope) -> bool:
    """The same, with something performed already."""
    return bool(fact.partly) and being_performed(fact, scope)


def _within(day: Any, scope: Scope) -> bool:
    return day is not None and day <= scope.last


def _at(code: str, title: str, when: str, **more: Any) -> Figure:
    return Figure(code, title, CASES, when=when, **more)


G_CASES, G_SOURCE, G_FORM, G_DONE = "调解案件", "案件来源", "协议", "履行"
ACCEPTED = _at("accepted", "受理", "accepted_on", group=G_CASES)
SETTLED = _at("settled", "调解成功", "settled_on", group=G_CASES)
FAILED = _at("failed", "调解不成功", "failed_on", group=G_CASES)
REFUSED = _at("refused", "不予受理", "refused_on", group=G_CASES)
WITHDRAWN = _at("withdrawn", "撤回申请", "withdrawn_on", group=G_CASES)
OPEN = Figure("open", "期末正在调解", CASES, where=being_mediated, group=G_CASES)
RATE = Ratio("rate", "成功率", "settled", (Base("ended", "调解成功+调解不成功", ("settled", "failed")),
                                       Base("accepted", "受理", ("accepted",))), setting=RATE_BASE, group=G_CASES)
AMOUNT = _at("amount", "协议涉及金额", "settled_on", amount="fen", unit="万元", group=G_FORM)
ORAL = _at("oral", "口头协议", "settled_on", where={"form": "oral"}, group=G_FORM)
WRITTEN = _at("written", "书面协议", "settled_on", where={"form": "written"}, group=G_FORM)
HARD = _at("hard", "疑难复杂案件", "accepted_on", where={"hard": True}, group="难易")
PARTIES = _at("parties", "当事人总数", "accepted_on", amount="parties", unit="人", group="当事人")
MANY = _at("many", "3人以上当事人案件", "accepted_on", where={"many": True}, group="当事人")
_HARMS = (("suicide", "引起自杀"), ("crime", "转化为刑事案件"), ("petition", "群体性上访"), ("fight", "群体性械斗"))

SOURCE_FIGURES = (
    *(_at(f"source_{code}", title, "accepted_on", where={"source": code}, group=G_SOURCE)
      for code, title in (("initiative", "主动调解"), ("application", "依申请调解"), ("transfer", "接受委托移送调解"))),
    *(_at(f"from_{code}", f"其中:{title}", "accepted_on", where={"transferrer": code}, group=G_SOURCE)
      for code, title, _words in TRANSFERRERS))
DONE_FIGURES = (
    _at("performed", "已履行", "performed_on", group=G_DONE),
    Figure("performing", "期末正在履行", CASES, where=being_performed, group=G_DONE),
    Figure("partly", "其中:部分履行", CASES, where=partly_performed, group=G_DONE),
    _at("unperformed", "未履行", "unperformed_on", group=G_DONE))
MODE_FIGURES = tuple(_at(f"mode_{code}", title, "settled_on", where={"mode": code}, group="调解方式") for code, title in MODES)
COURT_FIGURES = (
    Figure("court_asked", "申请", CONFIRMATIONS, when="applied_on", group="司法确认"),
    Figure("court_valid", "确认有效", CONFIRMATIONS, when="decided_on", where={"result": "valid"}, group="司法确认"),
    Figure("court_rejected", "驳回、不予受理", CONFIRMATIONS, when="decided_on", where={"result": ("rejected", "not_accepted")},
           group="司法确认"))
HARM_FIGURES = tuple(
    Figure(f"harm_{code}{mark}", f"防止{title}", ESCALATIONS, when="noticed_on", where={"harm": code}, amount=amount, unit=unit,
           group="防止激化") for code, title in _HARMS for mark, amount, unit in (("", "", "件"), ("_people", "people", "人")))

SUMMARY: tuple[Figure | Ratio, ...] = (
    *PREVENTION_FIGURES, ACCEPTED, SETTLED, FAILED, WITHDRAWN, OPEN, RATE, *SOURCE_FIGURES, *MODE_FIGURES, ORAL, WRITTEN,
    AMOUNT, *DONE_FIGURES, *LAWSUIT_FIGURES, *COURT_FIGURES, HARD, *HARM_FIGURES, PARTIES, MANY)
DAYS = _at("days", "调解用时", "settled_on", amount="days", unit="天", group=G_CASES)
MEAN = Ratio("mean", "平均用时", "days", (Base("settled", "调解成功", ("settled",)),), unit="天", group=G_CASES)
BY_CLASS = (ACCEPTED, SETTLED, FAILED, OPEN, RATE, DAYS, MEAN, ORAL, WRITTEN, AMOUNT, PARTIES)
CORE = (ACCEPTED, SETTLED, FAILED, RATE, AMOUNT)


def _plain(figures: tuple[Figure | Ratio, ...]) -> tuple[Figure | Ratio, ...]:
    """Columns stand without the headings of groups."""
    return tuple(replace(one, group="") for one in figures)


def _table(name: str, title: str, figures: tuple[Figure | Ratio, ...], **more: Any) -> IndicatorTable:
    return IndicatorTable(f"mediation.{name}", title, figures, permission=READ, domain="mediation", **more)


_CLASSES = Split("category", "纠纷类别", tuple((one.code, one.title) for one in CATEGORIES))
_FIVE = Split("five", "五大类", FIVE_CLASSES, other="其他")
_BARS = ChartSpec(("accepted", "settled"))

TABLES = (
    _table("summary", "人民调解案件情况统计表", SUMMARY, across=COMPARED, note=PREVENTION_NOTE),
    _table("months", "人民调解案件分月统计表", SUMMARY, across=MONTHS, kinds=("year", "half", "quarter"),
           chart=ChartSpec(("accepted", "settled"), "line", "人民调解案件")),
    _table("categories", "人民调解案件分类统计表", _plain(BY_CLASS), by=_CLASSES, chart=_BARS),
    _table("five", "矛盾纠纷五大类统计表", _plain(BY_CLASS), by=_FIVE, chart=_BARS),
    _table("grid_codes", "矛盾纠纷网格分类统计表", _plain(CORE), by=Split("grid_code", "网格分类", GRID_CODES)),
    _table("mediators", "人民调解员调解案件统计表", _plain((*CORE, ORAL, WRITTEN, OPEN)), by=Split("mediators", "调解员"),
           chart=_BARS, note="两名以上调解员共同调解的案件在各人名下各计一件,合计只计一件。"),
    IndicatorTable(
        "mediation.allowance", "人民调解“以案定补”统计表", (
            Figure("paid", "补贴案件", ALLOWANCE, when="confirmed_on"),
            Figure("paid_fen", "补贴金额", ALLOWANCE, when="confirmed_on", amount="fen", unit="元")),
        by=Split("name", "调解员"), permission="mediation.case.all", domain="mediation"),
    _table("sources", "人民调解案件来源统计表", _plain((ACCEPTED,)), by=_CLASSES, across=Split("source", "来源", tuple(
        (code, title.replace("人民调解委员会", "").replace("当事人申请", "依申请")) for code, title in SOURCES))),
    _table("modes", "三种调解方式统计表", _plain((SETTLED,)), by=_FIVE, across=Split("mode", "方式", MODES)),
    _table("difficulties", "人民调解案件难易统计表", _plain(CORE), by=Split("difficulty", "难易", DIFFICULTIES)),
    _table("grounds", "不予受理、调解不成功情形统计表", _plain((REFUSED, FAILED)),
           by=Split("ground", "情形", GROUNDS, other="")),
    *HAZARD_TABLES, *JOINT_TABLES, *ROOM_TABLES, TEAM_TABLE,
)
