"""The table of the notice board (catalogue 4): notices by kind, how long they hung, what was said to them and answered."""

from desk.core.meetings.kinds import NOTICES
from desk.core.statistics.declared import Base, ChartSpec, Figure, IndicatorTable, Ratio, Source, Split

ROOM = "desk.core.statistics.board_facts"


def _source(name: str, one: str) -> Source:
    return Source(f"desk.{name}", f"{ROOM}:{name}", f"{ROOM}:{one}_lines", "notices.card", "notice")


HUNG, SAID = _source("notices", "notice"), _source("comments", "comment")
TABLES = (IndicatorTable(
    "desk.notices", "公示公开统计表", (
        Figure("posted", "张贴", HUNG, when="posted_on"),
        Figure("closed", "期满撤下", HUNG, when="closed_on"),
        Figure("days", "公示天数合计", HUNG, when="closed_on", amount="days", unit="天"),
        Ratio("mean", "平均公示天数", "days", (Base("closed", "期满撤下", ("closed",)),), unit="天"),
        Figure("withdrawn", "撤回", HUNG, when="withdrawn_on"),
        Figure("said", "收到意见", SAID, when="received_on", unit="条"),
        Figure("answered", "已答复", SAID, when="received_on", where={"done": True}, unit="条"),
        Figure("taken", "采纳、部分采纳", SAID, when="received_on", where={"taken": True}, unit="条"),
        Ratio("rate", "答复率", "answered", (Base("said", "收到意见", ("said",)),))),
    by=Split("kind", "公示类别", tuple((code, words) for code, _title, words in NOTICES)),
    chart=ChartSpec(("posted", "said"))),)
