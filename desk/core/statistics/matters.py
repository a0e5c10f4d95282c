"""Matters of all plugins side by side: came in, done, still open, late. Only the kinds one may read are counted."""

from desk.core.statistics.declared import MONTHS, Base, ChartSpec, Figure, IndicatorTable, Ratio, Source, Split

ROOM = "desk.core.statistics.matter_facts"

MATTERS = Source("desk.matters", f"{ROOM}:matters", record="case")
FIGURES = (
    Figure("opened", "本期受理", MATTERS, when="opened_on"), Figure("closed", "本期办结", MATTERS, when="closed_on"),
    Figure("open", "期末在办", MATTERS, where={"open": True}), Figure("late", "其中:已超期", MATTERS, where={"late": True}),
    Ratio("late_rate", "超期率", "late", (Base("open", "期末在办", ("open",)),)))
TABLES = (
    IndicatorTable("desk.matters", "各类事项办理情况统计表", FIGURES, by=Split("kind", "事项类别", f"{ROOM}:kinds"),
                   freezes=False, chart=ChartSpec(("opened", "closed")), note="只统计本人有权查看的事项类别,因此不冻结。"),
    IndicatorTable("desk.matter_months", "各类事项分月统计表", FIGURES, across=MONTHS, kinds=("year", "half", "quarter"),
                   freezes=False, chart=ChartSpec(("opened", "closed"), "line", "各类事项")),
)
