"""What the preview page asks of the print archive, as one object, so that a page can be tried without a database."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desk.core.documents.archive import PrintOrder, Stored, issue, preview, reprint
from desk.core.documents.prints import PrintRow, find_changed_since, get_print_bytes, list_prints
from desk.core.documents.raster import page_sizes
from desk.core.errors import UserError


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper as it would print now.

    sizes: (width, height) of each page in mm. warning: characters that no font has, in words; the pages then show ruled
    spaces instead. prints: what was printed of it before, newest first. changed: the last final print, when the record
    differs from it now. unkept: why this paper is kept nowhere, neither in the archive nor in a print queue, in words; ""
    for papers that are archived.
    """

    title: str
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    warning: str = ""
    prints: tuple[PrintRow, ...] = ()
    changed: PrintRow | None = None
    unkept: str = ""

    @property
    def last_final(self) -> PrintRow | None:
        """The newest final print."""
        return next((row for row in self.prints if row.mode == "final"), None)


@dataclass(frozen=True, slots=True)
class PaperBackend:
    """look: `(uow, PrintOrder) -> Shown`; issue: a verb `(uow, PrintOrder) -> Stored`; reprint: a verb
    `(uow, print_id, reason, copies) -> Stored`; stored: `(uow, print_id) -> PDF bytes`.
    """

    look: Callable[[Any, PrintOrder], Shown]
    issue: Callable[..., Stored]
    reprint: Callable[..., Stored]
    stored: Callable[[Any, int], bytes]


def core_papers() -> PaperBackend:
    """The core's archive."""
    return PaperBackend(look_at, issue, reprint, get_print_bytes)


def look_at(uow: Any, order: PrintOrder) -> Shown:
    """Render a paper as it would print and find out what was printed of it. Raises UserError as the archive does."""
    from desk.core.documents.papers import paper_kind

    kind, warning = paper_kind(order.paper), ""
    try:
        paper = preview(uow, order)
    except UserError as error:
        paper = preview(uow, PrintOrder(order.paper, order.record_id, order.mode, order.copies, allow_ruled_blanks=True))
        if not paper.ruled_blanks:
            raise
        warning = str(error)
    prints = tuple(list_prints(uow, kind.record, order.record_id, paper=kind.id)) if order.record_id else ()
    changed = find_changed_since(uow, kind.id, order.record_id) if prints else None
    return Shown(kind.title, paper.pdf, tuple(page_sizes(paper.pdf)), warning, prints, changed)
