"""The ballots of a vote as they will print: straight to a printer, or into a file for another computer's; kept nowhere else."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desk.api.qt import PaperBackend, PreviewPage
from plugins.consultation.views.reading import look_at_ballots


class BallotsPage(PreviewPage):
    """`BallotsPage(ctx, record_id=7)` of a vote whose ballots are given out."""

    def __init__(self, ctx: Any, *, record_id: int, printers: Any = None, parent: QWidget | None = None) -> None:
        backend = PaperBackend(look_at_ballots, _never, _never, _never)
        super().__init__(ctx, paper_id="", record_id=record_id, mode="blank", backend=backend, printers=printers, parent=parent)


def _never(*_what: object) -> Any:
    raise AssertionError("ballots are not archived")
