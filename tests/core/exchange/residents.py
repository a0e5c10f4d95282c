"""Invented residents and the lists they stand in."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
from sqlalchemy import func, select

from desk.core.exchange.verdicts import Preview
from desk.core.people.identity import check_character
from desk.core.people.model import Person

Write = Callable[[], Any]
HEAD = ("姓名", "性别", "身份证号", "联系电话", "住址")


def number(serial: int, born: str = "19900307") -> str:
    """An invented citizen number with a sound check digit."""
    first = f"420106{born}{serial:03d}"
    return first + check_character(first)


QIU = ("程秋月", "女", number(2), "13800000001", "翠湖花园1幢101室")
YI = ("周一鸣", "男", number(1, "19520601"), "13800000002", "翠湖花园1幢102室")
RARE = ("䶮知远", "男", number(3, "20011231"), "", "翠湖花园1幢103室")


def book(path: Path, rows: Sequence[Sequence[object]], head: Sequence[str] = HEAD) -> Path:
    with xlsxwriter.Workbook(str(path)) as made:
        sheet = made.add_worksheet()
        for place, row in enumerate([head, *rows]):
            for column, cell in enumerate(row):
                (sheet.write_string if isinstance(cell, str) else sheet.write)(place, column, cell)
    return path


def people(reading: Write) -> list[tuple[Any, ...]]:
    with reading() as uow:
        return [tuple(row) for row in uow.session.execute(
            select(Person.name, Person.sex, Person.birth, Person.address).order_by(Person.id))]


def count(reading: Write, model: Any) -> int:
    with reading() as uow:
        return int(uow.session.scalar(select(func.count(model.id))))


def only(preview: Preview, verdict: str) -> Any:
    [row] = preview.of(verdict)
    return row
