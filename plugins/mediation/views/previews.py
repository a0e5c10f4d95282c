"""Previews that a list or a form opens by a record's id alone: the register of oral agreements, the whole dossier."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desk.api import UserError
from desk.api.papers import PrintOrder
from desk.api.qt import PaperBackend, PreviewPage, Shown
from plugins.mediation.documents.archive import look_at_dossier, print_dossier, reprint_dossier, stored_dossier


class OralPreview(PreviewPage):
    """The register sheet of an oral agreement, shown right after a quarrel was settled at the counter."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, paper_id="mediation.oral_agreement", record_id=record_id, parent=parent)


class DossierPreview(PreviewPage):
    """The dossier of a dispute."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, paper_id="mediation.dossier", record_id=record_id, parent=parent,
                         backend=PaperBackend(look, print_dossier, reprint_dossier, stored_dossier))


def look(uow: Any, order: PrintOrder) -> Shown:
    """The dossier as it would print now, and what was printed of it."""
    try:
        found, warning = look_at_dossier(uow, order.record_id), ""
    except UserError as error:
        found, warning = look_at_dossier(uow, order.record_id, allow_ruled_blanks=True), str(error)
        if not found.ruled:
            raise
    return Shown("调解卷宗", found.pdf, found.sizes, warning, found.prints, found.changed)
