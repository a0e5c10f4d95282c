"""Paper kinds: a named way to turn a record's data into a document."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desk.core.documents.model import Document
from desk.core.documents.page import PaperMode

ALL_MODES = (PaperMode.BLANK, PaperMode.PREFILLED, PaperMode.FINAL)


@dataclass(frozen=True, slots=True)
class PaperKind:
    """What a plugin declares of a paper.

    id: "<plugin>.<paper>". title: Chinese name as printed. build: DTO → document; called with None it gives
    the blank form. template_version: raised whenever the wording or layout changes, kept with each print.
    series: id of the numbering series its number comes from, "" for papers without a number.
    """

    id: str
    title: str
    build: Callable[[Any], Document]
    template_version: str = "1"
    modes: tuple[PaperMode, ...] = ALL_MODES
    series: str = ""
    copies: int = 1

    def blank(self) -> Document:
        """The empty form."""
        return self.build(None)
