"""Papers out of templates: names in braces become values, blanks on the blank form; nothing in a template runs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.host.tables.declarations import Paper, Register
from desk.host.tables.reading_papers import HOLE


@dataclass(frozen=True, slots=True)
class Filled:
    """What a paper is built from: name → text as printed, of one record or, in `lines`, of every record of a register."""

    words: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[Mapping[str, str], ...] = ()


MOST_LINES = 3000
"""Records that a paper of a whole list bears."""


def loader(register: Register) -> Callable[[Any, int], Filled]:
    """`(uow, record_id) -> Filled`; papers bear masked fields whole, as they are handed to who they concern."""
    def load(uow: Any, record_id: int) -> Filled:
        from desk.core.tables.queries import get_record

        return Filled({**_of_hall(uow), **_words(register, get_record(uow, register.table, record_id))})

    return load


def list_loader(register: Register) -> Callable[[Any, int], Filled]:
    """As loader, for a paper of the whole list, in the order of registration."""
    def load(uow: Any, _community_id: int) -> Filled:
        from desk.core.db.paging import PageRequest
        from desk.core.tables.queries import list_records

        rows = list_records(uow, register.table, PageRequest(size=MOST_LINES, descending=True)).rows
        return Filled(_of_hall(uow), tuple(_words(register, row) for row in rows))

    return load


def _of_hall(uow: Any) -> dict[str, str]:
    from desk.core.documents.chinese_dates import long_date

    community = uow.community
    return {"today": long_date(uow.clock.today()), "hall": community.hall, "community": community.name,
            "committee": community.committee}


def _words(register: Register, row: Any) -> dict[str, str]:
    return {**{one.name: _printed(one, row) for one in register.table.fields}, "number": row.number, "title": row.title}


def finder(register: Register) -> Callable[[Any, str], int | None]:
    """`(uow, number) -> id | None`, for the command line."""
    def find(uow: Any, number: str) -> int | None:
        from desk.core.tables.queries import find_number

        return find_number(uow, register.table, number)

    return find


def builder(plugin_id: str, paper: Paper, register: Register, title: str) -> Callable[[Filled | None], Any]:
    """`(Filled | None) -> Document`; title: as printed, in Chinese."""
    def build(filled: Filled | None) -> Any:
        from desk.core.documents.model import Document

        words = dict(filled.words) if filled else {}
        blocks = tuple(_list(register, more["list"], filled) if kind == "list" else _block(register, kind, text, more, words)
                       for kind, text, more in paper.blocks)
        return Document(f"{plugin_id}.{paper.id}", title, blocks, number=words.get("number", ""))

    return build


def _printed(one: Any, row: Any) -> str:
    from datetime import date

    from desk.core.documents.chinese_dates import long_date

    value = row.values[one.name]
    if one.kind == "date" and value:
        return long_date(date.fromisoformat(value))
    if one.kind == "money" and value is not None:
        from desk.core.documents.money import both

        return both(value)
    if one.kind == "bool":
        return "是" if value else "否"
    return str(row.words[one.name])


def _block(register: Register, kind: str, text: str, more: Mapping[str, Any], words: Mapping[str, str]) -> Any:
    from desk.core.documents import model as paper

    if kind == "title":
        return paper.Title(_plain(text, words))
    if kind == "heading":
        return paper.Heading(_plain(text, words))
    if kind == "text":
        return paper.Paragraph(_mixed(text, words))
    if kind == "note":
        return paper.Note(_mixed(text, words))
    if kind == "field":
        return paper.LabelledText(more["label"] or f"{_title(register, text)}:", words.get(text) or None, lines=1)
    if kind == "rows":
        return _rows(register, more["list"], words)
    if kind == "lines":
        return paper.LabelledText(more["label"], None, lines=more["count"], below=True)
    if kind == "sign":
        return paper.SignatureBlock(tuple(paper.SignatureLine(one) for one in more["list"]), date="")
    if kind == "date":
        return paper.DateLine(words.get(text) or None)
    return paper.Spacer(more.get("count", 1))


def _list(register: Register, names: tuple[str, ...], filled: Filled | None) -> Any:
    from desk.core.documents import model as paper

    wide = {"number", *(one.name for one in register.table.fields if one.kind in ("text", "lines"))}
    columns = tuple(paper.Column(_title(register, name), 3 if name in wide else 2) for name in names)
    lines = filled.lines if filled else ()
    return paper.DataTable((paper.Column("序号", 1), *columns), tuple(
        (str(place), *(line.get(name) or None for name in names)) for place, line in enumerate(lines, 1)),
        min_rows=0 if lines else 20)


def _rows(register: Register, names: tuple[str, ...], words: Mapping[str, str]) -> Any:
    """A ruled form: two fields a row, many-lined ones over the whole width."""
    from desk.core.documents import model as paper

    wide = {one.name for one in register.table.fields if one.kind == "lines"}
    rows: list[tuple[Any, ...]] = []
    waiting: list[Any] = []
    for name in names:
        told = words.get(name) or None
        if name in wide:
            if waiting:
                rows.append((*waiting, paper.label(""), paper.value(None)))
                waiting = []
            rows.append((paper.label(_title(register, name)), paper.value(told, span=3, lines=4)))
            continue
        waiting += [paper.label(_title(register, name)), paper.value(told)]
        if len(waiting) == 4:
            rows.append(tuple(waiting))
            waiting = []
    if waiting:
        rows.append((waiting[0], paper.value(words.get(names[-1]) or None, span=3)))
    return paper.FieldTable(tuple(rows), (1.2, 2.3, 1.2, 2.3))


def _title(register: Register, name: str) -> str:
    from desk.core.i18n import translator

    known = {"number": "编号", "title": "名称", "today": "日期", "hall": "单位", "community": "社区", "committee": "委员会"}
    if name in known:
        return known[name]
    return translator(register.table.plugin_id)(register.table.field(name).title)


def _plain(text: str, words: Mapping[str, str]) -> str:
    return HOLE.sub(lambda found: words.get(found[1], ""), text)


def _mixed(text: str, words: Mapping[str, str]) -> tuple[Any, ...]:
    """Words and ruled blanks where nothing is known."""
    from desk.core.documents import model as paper

    parts: list[Any] = []
    for place, piece in enumerate(HOLE.split(text)):
        if place % 2:
            parts.append(paper.Field(words.get(piece) or None, width=8))
        elif piece:
            parts.append(piece)
    return tuple(parts)
