"""Notices for the board in A3: the same paper, set larger to be read standing."""

from dataclasses import fields, replace

from desk.api.documents import Document, Margins
from plugins.consultation.documents import notices, results
from plugins.consultation.documents.data import NoticePaper, ResultPaper

GROWTH = 2 ** 0.5
"""From A4 to A3."""
MARGINS = Margins(top=52, bottom=50, left=40, right=37)


def build_result(paper: ResultPaper | None) -> Document:
    """表决结果公告, A3."""
    return enlarged(results.build_notice(paper))


def build_posting(paper: NoticePaper | None) -> Document:
    """公示, A3."""
    return enlarged(notices.build(paper))


def enlarged(paper: Document) -> Document:
    """The paper on A3 with type in proportion; its kind tells it from the A4 one."""
    sizes = {one.name: getattr(paper.style, one.name) * GROWTH for one in fields(paper.style)
             if isinstance(getattr(paper.style, one.name), int | float)}
    return replace(paper, kind=f"{paper.kind}_a3", style=replace(paper.style, **sizes),
                   page=replace(paper.page, size="A3", margins=MARGINS))
