"""An old ledger comes in: choose the file, see what becomes of each row, take it over, and take it back if it was wrong."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.api import translator
from desk.api.exchange import Preview
from desk.api.qt import TakeOver, TakeOverPage
from plugins.mediation.exchange.ledger import import_ledger, preview_ledger, read_ledger, undo_ledger

_ = translator("mediation")


class LedgerPage(TakeOverPage):
    """Nothing is written before the button that names the number of cases is pressed."""

    def __init__(self, ctx: Any, parent: QWidget | None = None) -> None:
        super().__init__(ctx, TakeOver(
            _("Bring in an old ledger"),
            _("Number, applicant, respondent and day of the request are needed; other columns help."), _("Case"), look,
            import_ledger, _("Take {n} cases over"), _("{n} cases were taken over."), undo_ledger), "mediation", parent)


def look(uow: Any, path: Path) -> Preview:
    """The dry run of a file."""
    return preview_ledger(uow, read_ledger(uow, path))
