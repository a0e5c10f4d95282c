"""The outside system's answer, line by line: accepted or refused and why. A line is answered once; an undo opens it again."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from desk.api import N_, clean, translator
from desk.api.db import UnitOfWork, verb
from desk.api.exchange import (
    CHANGED,
    REJECTED,
    SAME,
    FieldChange,
    ImportBatch,
    ImportField,
    ImportReport,
    ListImport,
    Preview,
    Progress,
    RowVerdict,
    SourceRow,
    ids_of,
    silent,
)
from plugins.volunteer.kinds import HOURS
from plugins.volunteer.models import HandOverLine

_ = translator("volunteer")
REFUSED = ("不成功", "未成功", "失败", "拒绝", "退回", "不通过", "未通过", "错误", "无效")
ACCEPTED = ("成功", "通过", "已导入", "已接收", "接收", "ok", "正常")
WORDS = {"accepted": N_("Accepted"), "refused": N_("Refused")}
FIELDS = (ImportField("code", N_("Number of the line"), ("交换编号",), required=True),
          ImportField("result", N_("Outcome"), ("结果", "处理结果", "导入结果", "状态"), required=True),
          ImportField("said", N_("Why"), ("说明", "原因", "失败原因", "备注")))


class AnswerList:
    """The importer of answers."""

    kind = "volunteer.answers"
    record_kind = "volunteer.hand_over_line"
    fields = FIELDS
    children: tuple[Any, ...] = ()

    def read(self, rows: Sequence[SourceRow], today: Any, progress: Any) -> list[SourceRow]:
        """As they are."""
        return list(rows)

    def judge(self, uow: UnitOfWork, draft: Any, read: Sequence[SourceRow]) -> list[RowVerdict]:
        """Changed, the same, or rejected with the reason."""
        codes = [clean(row.values.get("code", "")) for row in read]
        known = {one.code: one for one in uow.session.scalars(select(HandOverLine).where(HandOverLine.code.in_(codes)))}
        seen: set[str] = set()
        verdicts = []
        for row, code in zip(read, codes, strict=True):
            verdicts.append(_judged(row, code, known.get(code), code in seen))
            seen.add(code)
        return verdicts

    def labels(self, uow: UnitOfWork, record_ids: Sequence[int]) -> dict[int, str]:
        """Answers may come in parts; nothing is missing."""
        return {}

    def write(self, uow: UnitOfWork, verdicts: Sequence[RowVerdict], progress: Any) -> dict[str, Sequence[int]]:
        """Keep the answers."""
        for row in verdicts:
            if row.verdict == CHANGED:
                line = uow.get(HandOverLine, row.record_id or 0)
                line.state, line.said = row.draft
        return {}

    def undo(self, uow: UnitOfWork, batch: ImportBatch, progress: Any) -> None:
        """The lines wait for an answer again."""
        for line in uow.session.scalars(select(HandOverLine).where(HandOverLine.id.in_(ids_of(batch, CHANGED)))):
            line.state, line.said = "sent", ""


ANSWERS = ListImport(AnswerList(), N_("Answers of the other system"), HOURS)


@verb("volunteer.import_answers", permission=HOURS)
def import_answers(uow: UnitOfWork, seen: Preview, progress: Progress = silent) -> ImportReport:
    """Keep what the preview showed."""
    return ANSWERS.take(uow, seen, progress)


@verb("volunteer.undo_answers", permission=HOURS)
def undo_answers(uow: UnitOfWork, batch_id: int, progress: Progress = silent) -> ImportReport:
    """Take a file of answers back."""
    return ANSWERS.undo(uow, batch_id, progress)


def outcome(text: str) -> str:
    """"accepted", "refused", or "" for words nobody knows."""
    plain = clean(text).lower()
    if any(word in plain for word in REFUSED):
        return "refused"
    return "accepted" if any(word in plain for word in ACCEPTED) else ""


def _judged(row: SourceRow, code: str, line: HandOverLine | None, twice: bool) -> RowVerdict:
    state, said = outcome(row.values.get("result", "")), clean(row.values.get("said", ""))[:200]
    why = ""
    if line is None:
        why = _("This hall never handed this line over.")
    elif twice:
        why = _("The number stands in the list twice.")
    elif not state:
        why = _("{text} says neither yes nor no.").format(text=row.values.get("result", "") or "—")
    elif line.state not in ("sent", state):
        why = _("This line was answered otherwise before.")
    if why or line is None:
        return RowVerdict(row.number, REJECTED, code, reasons=(why,))
    if line.state == state:
        return RowVerdict(row.number, SAME, code, line.id)
    becomes = " ".join(filter(None, (_(WORDS[state]), said)))
    change = FieldChange("state", N_("Outcome"), _("No answer yet"), becomes, "sent", state)
    return RowVerdict(row.number, CHANGED, code, line.id, (said,) if said else (), (change,), draft=(state, said))
