"""A paper for the board in A3: the same words, set larger to be read standing."""

from dataclasses import fields, replace

from desk.core.documents.model import Document, Margins

GROWTH = 2 ** 0.5
"""From A4 to A3."""
MARGINS = Margins(top=52, bottom=50, left=40, right=37)


def enlarged(paper: Document) -> Document:
    """The paper on A3 with type in proportion; its kind tells it from the A4 one."""
    sizes = {one.name: getattr(paper.style, one.name) * GROWTH for one in fields(paper.style)
             if isinstance(getattr(paper.style, one.name), int | float)}
    return replace(paper, kind=f"{paper.kind}_a3", style=replace(paper.style, **sizes),
                   page=replace(paper.page, size="A3", margins=MARGINS))
