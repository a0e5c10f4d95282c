"""矛盾纠纷巡诊排查计划表: which grid is walked when and by whom in a month, with room to tick off."""

from dataclasses import dataclass
from datetime import date

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Align,
    Column,
    DataTable,
    Document,
    Note,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
)
from plugins.mediation.documents.parts import short_date

_COLUMNS = (Column("序号", 0.6), Column("排查区域", 2.4, Align.LEFT), Column("计划日期", 1.4), Column("排查人员", 2.8, Align.LEFT),
            Column("完成日期", 1.4), Column("备注", 1.6))


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A patrol that is planned; done_on: the day it was made, None until then."""

    area: str
    due_on: date
    who: str
    done_on: date | None


@dataclass(frozen=True, slots=True)
class PatrolPlanPaper:
    """A month's round as planned. missed: grids nobody planned to walk."""

    committee: str
    month: str
    lines: tuple[PlanLine, ...]
    missed: tuple[str, ...]


def build(paper: PatrolPlanPaper | None) -> Document:
    """The table; blank with eight empty lines. Grids without a plan are named under it: the round leaves none out."""
    head = f"{paper.committee}  {paper.month}" if paper else "　　　　年　　月"
    rows = tuple((str(place), one.area, short_date(one.due_on), one.who, short_date(one.done_on), "")
                 for place, one in enumerate(paper.lines if paper else (), 1))
    left_out = [Note(f"未列入计划的网格:{'、'.join(paper.missed)}。")] if paper and paper.missed else []
    return Document("mediation.patrol_plan", "矛盾纠纷巡诊排查计划表", (
        Title("矛盾纠纷巡诊排查计划表"), Paragraph(head, indent=0, space_after=2),
        DataTable(_COLUMNS, rows, min_rows=8, size=10.5), *left_out,
        SignatureBlock((SignatureLine("制表人(签名)"), SignatureLine("审核人(签名)")), date="", columns=2, wide=True)),
        page=PageSetup(margins=FORM_MARGINS), style=FORM, author=paper.committee if paper else "")
