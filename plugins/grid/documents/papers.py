"""Papers of the loop: the event's sheet with its photos, dispatch sheet, hand-over slip, press note, the month's report."""

from typing import Any

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    OFFICIAL,
    Align,
    Block,
    Column,
    CutLine,
    DataTable,
    Document,
    Field,
    FieldTable,
    Heading,
    Image,
    KeepTogether,
    Margins,
    NumberLine,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    value,
)
from plugins.grid.documents.data import DispatchPaper, EventPaper, FigureTable, MonthPaper, PressPaper

_PAGE = PageSetup(margins=FORM_MARGINS)
_HALVES = PageSetup(margins=Margins(top=20, bottom=20, left=28, right=22))
"""A sheet of two halves, the second of which is cut off and comes back."""
_WIDE = PageSetup(landscape=True, margins=FORM_MARGINS)
_WIDTHS = (2.2, 3.8, 2.2, 3.8)
SEAL = "(印章)"


def sheet(paper: EventPaper | None) -> Document:
    """网格事件登记处置表: the event from finding to filing, with photos from before and after."""
    rows = (
        _pair("发现时间", _said(paper, "found_at"), "来源", _said(paper, "channel")),
        _pair("所属网格", _said(paper, "grid"), "发生地点", _said(paper, "place")),
        _pair("网格员", _said(paper, "worker"), "反映人", _said(paper, "reporter")),
        _pair("事件类别", _said(paper, "kind"), "处置层级", _said(paper, "level")),
        *((_wide("当事人", _said(paper, "parties"), 1),) if paper is None or paper.parties else ()),
        _wide("事件情况", _said(paper, "summary"), 3),
        _pair("责任单位", _said(paper, "unit"), "办结期限", _said(paper, "limit")),
        _wide("处置经过", "\n".join(paper.trace) or None if paper else None, 4),
        _pair("办结时间", _said(paper, "done_at"), "办理结果", _said(paper, "outcome")),
        _wide("结果说明", _said(paper, "result"), 2),
        _wide("回访情况", _said(paper, "revisit"), 2),
        _pair("回访评价", _said(paper, "rating"), "归档时间", _said(paper, "filed")))
    unit = paper.community if paper else ""
    return Document("grid.event_sheet", "网格事件登记处置表", (
        Title("网格事件登记处置表"), NumberLine(_said(paper, "number")), FieldTable(rows, _WIDTHS),
        SignatureBlock((SignatureLine("网格员(签名)"), SignatureLine("审核人(签名)")), unit=unit, date=None),
        *_photos("处置前照片", paper.before if paper else ()), *_photos("处置后照片", paper.after if paper else ())),
        page=_PAGE, style=FORM, author=unit)


def dispatch(paper: DispatchPaper | None) -> Document:
    """网格事件派单, and under the cut line the answer that comes back."""
    event = paper.event if paper else None
    rows = (
        _pair("责任单位", _said(paper, "unit"), "协办单位", _said(paper, "joined")),
        _pair("派单时间", _said(paper, "sent"), "办结期限", _said(paper, "until") or _said(event, "limit")),
        _pair("事件类别", _said(event, "kind"), "处置层级", _said(event, "level")),
        _pair("所属网格", _said(event, "grid"), "发生地点", _said(event, "place")),
        _wide("事件情况", _said(event, "summary"), 2), _wide("办理要求", _said(paper, "task"), 2),
        _pair("网格员", _said(event, "worker"), "发现时间", _said(event, "found_on")))
    back = (
        _pair("事件编号", _said(event, "number"), "反馈时间", _said(paper, "replied")),
        _wide("办理结果", _said(paper, "reply"), 3))
    unit = event.community if event else ""
    return Document("grid.dispatch_sheet", "网格事件派单（回执）", (
        *_out("网格事件派单", event, rows, ("派单人(签名)", "接收人(签名)")),
        _back("回执", "网格事件办理回执", paper, back, ("承办人(签名)", "网格签收人(签名)")),
        *_photos("现场照片", event.before if event else ())), page=_HALVES, style=FORM, author=unit)


def handover(paper: DispatchPaper | None) -> Document:
    """网格事件移交单 to the mediation centre, and under the cut line its answer."""
    event = paper.event if paper else None
    rows = (
        _pair("接收单位", _said(paper, "unit"), "移交时间", _said(paper, "sent")),
        _pair("事件类别", _said(event, "kind"), "反馈期限", _said(paper, "until")),
        _pair("所属网格", _said(event, "grid"), "发生地点", _said(event, "place")),
        _pair("网格员", _said(event, "worker"), "发现时间", _said(event, "found_on")),
        _wide("当事人", _said(event, "parties"), 1), _wide("事件情况", _said(event, "summary"), 2),
        _wide("移交说明", _said(paper, "task"), 1))
    back = (
        _pair("事件编号", _said(event, "number"), "登记编号", _said(paper, "number_there")),
        _pair("办理状态", _said(paper, "state_there"), "反馈时间", _said(paper, "replied")),
        _wide("办理结果", _said(paper, "reply"), 3))
    unit = event.community if event else ""
    return Document("grid.handover_slip", "网格事件移交单（反馈单）", (
        *_out("网格事件移交单", event, rows, ("移交人(签名)", "接收人(签名)")),
        _back("反馈单", "网格移交事项办理结果反馈单", paper, back, ("反馈人(签名)", "网格签收人(签名)"))),
        page=_HALVES, style=FORM, author=unit)


def press(paper: PressPaper | None) -> Document:
    """网格事件督办单: the limit comes near or has passed."""
    event = paper.event if paper else None
    unit = event.community if event else ""
    state = (f"已超期{paper.late}天" if paper.late else "尚未办结") if paper else "尚未办结(已超期　　天)"
    return Document("grid.press_note", "网格事件督办单", (
        Title("网格事件督办单"), NumberLine(_said(event, "number")), Paragraph((Field(_said(paper, "unit"), 14), ":"), indent=0),
        Paragraph(("你单位承办的网格事件", Field(_where(event), 14), ",办结期限为", Field(_said(event, "limit"), 8), f",现{state}。")),
        Paragraph(("事件情况:", Field(_said(event, "summary"), 20))),
        Paragraph(("督办要求:", Field(_said(paper, "text"), 20))),
        Paragraph(("请于", Field(_said(paper, "until"), 8), "前书面答复办理情况。")),
        SignatureBlock(unit=unit, seal=SEAL, date=_said(paper, "on")),
        KeepTogether((CutLine("答复"), Paragraph(("答复:", Field(_said(paper, "reply"), 24))),
                      SignatureBlock((SignatureLine("答复人(签名)"),), date=_said(paper, "replied"))))),
        style=OFFICIAL, author=unit)


def month(paper: MonthPaper | None) -> Document:
    """网格事件闭环处置月报: the month in words, by kind, grid and unit, hot spots, what is overdue."""
    unit = paper.community if paper else ""
    head = f"{unit}  {paper.month}  制表日期:{paper.made}" if paper else "　　　　年　　月  制表日期:　　　　年　　月　　日"
    spots = DataTable((Column("地点", 4, Align.LEFT), Column("件数", 1), Column("类别", 4, Align.LEFT), Column("最近发现", 2)),
                      paper.spots if paper else (), min_rows=3, size=10, row_height=7)
    late = DataTable((Column("编号", 3), Column("地点、类别", 4, Align.LEFT), Column("责任单位", 3), Column("超期", 1)),
                     paper.late if paper else (), min_rows=3, size=10, row_height=7)
    rule = f"({paper.spot_rule})" if paper else ""
    return Document("grid.month_report", "网格事件闭环处置月报", (
        Title("网格事件闭环处置月报"), Paragraph(head, indent=0, space_after=2),
        Paragraph(paper.sentence if paper else None), *_tables(paper.tables if paper else ()),
        Heading(f"热点清单{rule}"), spots, Heading("超期事件"), late,
        SignatureBlock((SignatureLine("制表人(签名)"), SignatureLine("审核人(签名)")), date="", columns=2, wide=True)),
        page=_WIDE, style=FORM, author=unit)


def _tables(tables: tuple[FigureTable, ...]) -> list[Block]:
    if not tables:
        heads = ("事件类别", "上报", "当场处置", "办结", "按期率", "平均用时", "督办", "重新办理", "归档", "闭环率", "期末在办", "期末超期")
        tables = (FigureTable("网格事件分类统计表", heads, ()),)
    found: list[Block] = []
    for one in tables:
        columns = tuple(Column(head, 2.4 if place == 0 else 1.1, Align.LEFT if place == 0 else Align.CENTRE)
                        for place, head in enumerate(one.heads))
        found += [Heading(one.title), DataTable(columns, one.rows, min_rows=3, size=9.5, row_height=6.5)]
    return found


def _out(title: str, event: EventPaper | None, rows: tuple[Any, ...], signers: tuple[str, ...]) -> tuple[Block, ...]:
    """The half that goes out, so low that the half that comes back stands under it on the same page; days stand in
    the table.
    """
    unit = event.community if event else ""
    return (Title(title, space_after=2), NumberLine(_said(event, "number")), FieldTable(rows, _WIDTHS, row_height=8),
            SignatureBlock(tuple(map(SignatureLine, signers)), unit=unit, seal=SEAL, date="", columns=2, wide=True))


def _back(cut: str, title: str, paper: DispatchPaper | None, rows: tuple[Any, ...], signers: tuple[str, ...]) -> Block:
    """The half that comes back, never torn apart by the end of a page."""
    return KeepTogether((
        CutLine(cut), Title(title, 15, 2), FieldTable(rows, _WIDTHS, row_height=8),
        SignatureBlock(tuple(map(SignatureLine, signers)), unit=_said(paper, "unit"), seal=SEAL, date="", columns=2,
                       wide=True)))


def _photos(title: str, found: tuple[tuple[str, bytes], ...]) -> list[Block]:
    return [KeepTogether((Heading(title), Image(content, 110, words, 90))) if place == 0
            else KeepTogether((Image(content, 110, words, 90),)) for place, (words, content) in enumerate(found)]


def _where(event: EventPaper | None) -> str | None:
    return f"{event.place or event.grid}{event.kind}" if event else None


def _pair(first: str, one: str | None, second: str, other: str | None) -> tuple[Any, ...]:
    return label(first), value(one), label(second), value(other)


def _wide(title: str, text: str | None, lines: int) -> tuple[Any, ...]:
    return label(title), value(text, span=3, lines=lines)


def _said(paper: Any, name: str) -> str | None:
    return (getattr(paper, name) or None) if paper else None
