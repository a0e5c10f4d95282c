"""The table of what was brought in by lists, by source (catalogue 7)."""

from collections.abc import Sequence

from desk.core.clock import hall_time
from desk.core.db.uow import UnitOfWork
from desk.core.exchange.account import ImportFact, import_facts
from desk.core.exchange.model import ImportBatch
from desk.core.exchange.rights import IMPORT
from desk.core.statistics.declared import Base, ChartSpec, Figure, IndicatorTable, Ratio, RecordLine, Scope, Source, Split

HERE = "desk.core.statistics.import_tables"
IMPORTS = Source("desk.imports", f"{HERE}:facts", f"{HERE}:lines", "imports.card", "import_batch")


def facts(uow: UnitOfWork, scope: Scope) -> list[ImportFact]:
    """Imports of the scope; lists are the community's, so an area has none of its own."""
    return list(import_facts(uow, scope)) if scope.area_ids is None else []


def lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Imports by file name."""
    if not uow.actor.may(IMPORT):
        return []
    return [RecordLine(row.id, "", row.file_name, row.list_name, hall_time(row.created_at).date())
            for row in (uow.get(ImportBatch, one) for one in ids)]


def sources(uow: UnitOfWork, scope: Scope) -> list[tuple[str, str]]:
    """The lists that were brought in, by name."""
    return [(name, name) for name in sorted({fact.list_name for fact in facts(uow, scope)})]


def _rows(code: str, title: str) -> Figure:
    return Figure(code, title, IMPORTS, when="on", where={"state": "stands"}, amount=code, unit="行")


TABLES = (IndicatorTable(
    "desk.imports", "数据导入统计表", (
        Figure("imports", "导入次数", IMPORTS, when="on", where={"state": "stands"}, unit="次"),
        _rows("new", "新增"), _rows("changed", "变更"), _rows("same", "未变"), _rows("rejected", "未导入"),
        Ratio("rate", "未导入率", "rejected", (Base("all", "新增+变更+未变+未导入", ("new", "changed", "same", "rejected")),)),
        Figure("undone", "已撤销次数", IMPORTS, when="on", where={"state": "undone"}, unit="次")),
    by=Split("list_name", "来源名单", f"{HERE}:sources"), permission=IMPORT, chart=ChartSpec(("new", "changed", "rejected"))),)
