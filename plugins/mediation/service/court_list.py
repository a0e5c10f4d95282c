"""A court's own list, copied out of its spreadsheet and pasted: columns are known by their headings."""

import re
from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api import UserError, clean, translator
from desk.api.db import UnitOfWork, verb
from plugins.mediation.kinds import WRITE
from plugins.mediation.models import CourtMatter
from plugins.mediation.service.joint import save_court_matter

_ = translator("mediation")
HEADINGS = {
    "number": ("案号", "编号", "立案号", "调解号"), "cause": ("案由", "纠纷类型"), "plaintiff": ("原告", "申请人", "甲方"),
    "defendant": ("被告", "被申请人", "乙方"), "judge": ("承办人", "法官", "承办法官"),
    "until": ("期限", "截止日期", "办结期限"),
    "received_on": ("委派日期", "收到日期", "移送日期"), "text": ("案情", "基本情况", "备注")}
_DATE = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?")
_DAYS = ("until", "received_on")


def read_list(text: str) -> list[dict[str, Any]]:
    """Rows of a pasted table (cells parted by tabs, headings first). Raises UserError when no column of numbers is there."""
    lines = [line.split("\t") for line in text.splitlines() if line.strip()]
    heads = [clean(cell) for cell in lines[0]] if lines else []
    columns = {name: heads.index(word) for name, words in HEADINGS.items() for word in words if word in heads}
    if "number" not in columns:
        raise UserError(_("No column with the court's numbers was found."), field="table",
                        todo=_("Copy the table with its headings; one of them must be 案号 or 编号."))
    return [_row(cells, columns, place) for place, cells in enumerate(lines[1:], 2)]


def _row(cells: list[str], columns: dict[str, int], place: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, column in columns.items():
        cell = clean(cells[column]) if column < len(cells) else ""
        found[name] = _day(cell, place) if name in _DAYS else cell
    return found


def _day(cell: str, place: int) -> date | None:
    if not cell:
        return None
    match = _DATE.fullmatch(cell)
    try:
        return date(*map(int, match.groups())) if match else date.fromisoformat(cell)
    except ValueError as error:
        raise UserError(_("Line {line}: {cell} is no date.").format(line=place, cell=cell), field="table") from error


@verb("mediation.take_court_list", permission=WRITE)
def take_court_list(uow: UnitOfWork, values: dict[str, Any]) -> int:
    """Enter the lines of a pasted list; numbers that stand already are left alone. Answers how many are new."""
    court = clean(values.get("court") or "", limit=120)
    if not court:
        raise UserError(_("Name the court."), field="court")
    new = 0
    for row in read_list(values.get("table") or ""):
        known = uow.session.scalars(select(CourtMatter.id).where(CourtMatter.court == court,
                                                                 CourtMatter.number == row["number"])).first()
        if row["number"] and known is None:
            save_court_matter(uow, row | {"court": court, "category": "other"})
            new += 1
    if not new:
        raise UserError(_("Nothing new is in this list."), field="table")
    return new
