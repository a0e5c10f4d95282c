"""Printing the dossier with a memory, as any other paper: stored before it is printed, printed again with a mark."""

from dataclasses import dataclass

from desk.api.db import UnitOfWork, verb
from desk.api.papers import (
    PaperKind,
    PrintOrder,
    PrintRow,
    Stored,
    get_print_bytes,
    list_prints,
    page_sizes,
    reprint,
    store_paper,
)
from plugins.mediation.documents import binding
from plugins.mediation.documents.dossier import KIND, assemble
from plugins.mediation.kinds import DISPUTE, READ

DOSSIER = PaperKind(KIND, "调解卷宗", binding.cover, record=DISPUTE)


@dataclass(frozen=True, slots=True)
class DossierLook:
    """The dossier as it is now. changed: the last print, when it differs. ruled: characters no font has."""

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    prints: tuple[PrintRow, ...]
    changed: PrintRow | None
    ruled: tuple[str, ...]


def look_at_dossier(uow: UnitOfWork, dispute_id: int, *, allow_ruled_blanks: bool = False) -> DossierLook:
    """Put it together and compare it with what was printed."""
    made = assemble(uow, dispute_id, allow_ruled_blanks=allow_ruled_blanks)
    prints = tuple(list_prints(uow, DISPUTE, dispute_id, paper=KIND))
    last = prints[0] if prints else None
    return DossierLook(made.paper.pdf, tuple(page_sizes(made.paper.pdf)), prints,
                       last if last is not None and last.data_hash != made.digest else None, made.paper.ruled_blanks)


@verb("mediation.print_dossier", permission=READ)
def print_dossier(uow: UnitOfWork, order: PrintOrder) -> Stored:
    """Store the dossier as it is now, before it is printed."""
    made = assemble(uow, order.record_id, allow_ruled_blanks=order.allow_ruled_blanks)
    return store_paper(uow, DOSSIER, made.paper, owner_kind=DISPUTE, owner_id=order.record_id, digest=made.digest,
                       copies=order.copies)


reprint_dossier = reprint
stored_dossier = get_print_bytes
