"""The table of what was brought in by lists, by source (catalogue 7)."""

from desk.core.statistics.declared import Base, ChartSpec, Figure, IndicatorTable, Ratio, Source, Split

ROOM, IMPORT = "desk.core.statistics.import_facts", "desk.people.import"
IMPORTS = Source("desk.imports", f"{ROOM}:facts", f"{ROOM}:lines", "imports.card", "import_batch")


def _rows(code: str, title: str) -> Figure:
    return Figure(code, title, IMPORTS, when="on", where={"state": "stands"}, amount=code, unit="行")


TABLES = (IndicatorTable(
    "desk.imports", "数据导入统计表", (
        Figure("imports", "导入次数", IMPORTS, when="on", where={"state": "stands"}, unit="次"),
        _rows("new", "新增"), _rows("changed", "变更"), _rows("same", "未变"), _rows("rejected", "未导入"),
        Ratio("rate", "未导入率", "rejected", (Base("all", "新增+变更+未变+未导入", ("new", "changed", "same", "rejected")),)),
        Figure("undone", "已撤销次数", IMPORTS, when="on", where={"state": "undone"}, unit="次")),
    by=Split("list_name", "来源名单", f"{ROOM}:sources"), permission=IMPORT, chart=ChartSpec(("new", "changed", "rejected"))),)
