"""The result of an e-voting platform comes in: each row matched to the roll and shown before anything is taken in."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from desk.api import UserError, translator
from desk.api.qt import TakeOver, TakeOverPage, bits
from plugins.consultation.service.outside import look_outside, take_platform

_ = translator("consultation")


class OutsidePage(TakeOverPage):
    """`OutsidePage(ctx, record_id=7)` of a named vote whose ballots are out."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        self.source = QLineEdit()
        self.source.setMaxLength(120)
        self.source.setAccessibleName(_("Platform"))
        self.source.setPlaceholderText(_("As the notice names it, with the authority that runs it"))
        self._label = bits.label(_("Platform"))
        self._label.setBuddy(self.source)
        super().__init__(ctx, TakeOver(
            _("Take in an e-voting platform's result"),
            _("Needed: name or flat of the owner, and a column for each question with 同意, 反对 or 弃权. The desk is no "
              "e-voting platform: keep the platform's file and its report with the vote."), _("Owner"),
            partial(look_outside_of, record_id), take_platform, _("Take {n} rows in"), _("{n} rows were taken in.")),
            "consultation", parent)

    def fields(self) -> tuple[QWidget, ...]:
        return self._label, self.source

    def ready(self) -> Any:
        if not self.source.text().strip():
            self.source.setFocus()
            raise UserError(_("Name the platform."), field="source")
        assert self.preview is not None
        return replace(self.preview, source=self.source.text().strip())


def look_outside_of(vote_id: int, uow: Any, path: Any) -> Any:
    """`look_outside` with the page's vote first."""
    return look_outside(uow, vote_id, path)
