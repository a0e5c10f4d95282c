"""A table over real matters: who came, what became of it, what was agreed on."""

from sqlalchemy import select

from desk.core.cases.kinds import CaseKind, State
from desk.core.cases.model import Case
from desk.core.statistics.declared import MONTHS, Base, ChartSpec, Figure, IndicatorTable, Ratio, Source, Split

KIND = CaseKind("trial.matter", "Matter", states=(State("open", "Open"), State("closed", "Closed", final=True)), moves=(),
                permission_read="trial.read", permission_write="trial.write", view="trial.card")


def facts(uow, scope):
    """id, class, days, and as `fen` what stands in the summary."""
    rows = uow.session.execute(select(
        Case.id, Case.class_code.label("kind"), Case.opened_on, Case.closed_on, Case.state, Case.source, Case.summary,
    ).where(Case.kind == KIND.code, *scope.inside(Case.area_id)))
    return [Fact(row) for row in rows]


class Fact:
    def __init__(self, row):
        self.id, self.kind, self.opened_on, self.closed_on = row.id, row.kind, row.opened_on, row.closed_on
        self.outcome, self.people = row.source, tuple(row.summary.split()[1:])
        self.fen = int(row.summary.split()[0])


def waiting(fact, scope):
    return fact.opened_on <= scope.last and (fact.closed_on is None or fact.closed_on > scope.last)


MATTERS = Source("trial", "tests.core.statistics.trial:facts", record="case")
KINDS = Split("kind", "类别", (("a", "甲类"), ("b", "乙类")))
FIGURES = (
    Figure("opened", "受理", MATTERS, when="opened_on"),
    Figure("settled", "成功", MATTERS, when="closed_on", where={"outcome": "settled"}),
    Figure("failed", "不成功", MATTERS, when="closed_on", where={"outcome": ("failed", "withdrawn")}),
    Figure("waiting", "正在办理", MATTERS, where=waiting),
    Figure("fen", "金额", MATTERS, when="closed_on", amount="fen", unit="万元"),
)
RATE = Ratio("rate", "成功率", "settled", (Base("ended", "成功+不成功", ("settled", "failed")),
                                       Base("opened", "受理", ("opened",))), setting="trial.base")
TABLE = IndicatorTable("trial.table", "试验统计表", (*FIGURES, RATE), by=KINDS, permission="trial.read",
                       chart=ChartSpec(("opened", "settled")))
YEAR = IndicatorTable("trial.year", "试验年表", (*FIGURES, RATE), across=MONTHS, permission="trial.read", kinds=("year",),
                      chart=ChartSpec(("opened",), "line"))
PEOPLE = IndicatorTable("trial.people", "经办人", FIGURES[:1], by=Split("people", "经办人"), across=KINDS,
                        permission="trial.read")
TABLES = (TABLE, YEAR, PEOPLE)
