"""Papers of what a removed plugin left: a plain sheet of any record; its own papers are only printed again from the archive."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.leftovers.schema import LeftTable


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the sheet prints. facts: (heading, text)."""

    title: str
    number: str
    of: str
    facts: tuple[tuple[str, str], ...]


def sheet_loader(left: LeftTable) -> Callable[[Any, int], Sheet]:
    """Reads a record for its sheet, sensitive values short as on the screen."""
    def load(uow: Any, record_id: int) -> Sheet:
        from desk.core.i18n import translator
        from desk.core.leftovers.rows import get_row
        from desk.host.leftovers.card import facts

        row = get_row(uow, left, record_id)
        return Sheet(row.title, row.case.number if row.case else f"#{row.id}", translator(left.plugin)(left.title),
                     tuple((fact.label, fact.value) for fact in facts(left, row)))

    return load


def sheet_builder(left: LeftTable) -> Callable[[Sheet | None], Any]:
    """The sheet as a document: a heading and a ruled form, one line a value."""
    def build(sheet: Sheet | None) -> Any:
        from desk.core.documents.blocks import FieldTable, Note, Title, label, value
        from desk.core.documents.model import Document

        told = (("编号", sheet.number), ("标题", sheet.title), *sheet.facts) if sheet else (("编号", ""), ("标题", ""))
        rows = tuple((label(name), value(text or None)) for name, text in told)
        heading = f"{sheet.of if sheet else ''}登记信息"
        return Document(f"{left.kind}_sheet", heading, (
            Title(heading), FieldTable(rows, (1, 3)), Note("本页由留存数据生成,原插件程序已移除;敏感信息已部分隐藏。")))

    return build


def seen(left: LeftTable | None) -> Callable[[Any, int], None]:
    """Instead of reading the record for one of the plugin's own papers: only whether it may be seen."""
    def load(uow: Any, record_id: int) -> None:
        from desk.core.leftovers.rows import get_row

        if left is not None and left.opens:
            get_row(uow, left, record_id)

    return load


def gone(_data: Any) -> Any:
    """Nobody can build the plugin's own papers any more."""
    raise UserError(_("The program that made this paper was removed."), todo=_("Print it again from the print archive."))
