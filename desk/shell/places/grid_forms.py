"""The forms that split and merge grids, as pages: what can be ticked depends on the grid, and who is concerned on the ticks."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desk.core.staff.service import MANAGE
from desk.shell.kit.form_page import FormPage
from desk.shell.places.grids import merge_spec, split_spec


def split_form(ctx: Any, *, record_id: int, **given: Any) -> QWidget:
    """`places.split_grid_form` of one grid."""
    return FormPage(ctx, split_spec(record_id, may_choose=ctx.may(MANAGE)), record_id=record_id, **given)


def merge_form(ctx: Any, *, record_id: int, **given: Any) -> QWidget:
    """`places.merge_grid_form` of one grid."""
    return MergePage(ctx, merge_spec(record_id, may_choose=ctx.may(MANAGE)), record_id=record_id, **given)


class MergePage(FormPage):
    """Names the accounts limited to the grids as they are ticked; a choice that was made stays."""

    @Slot(object)
    def _on_loaded(self, loaded: tuple[dict[str, Any], dict[str, Any]]) -> None:
        super()._on_loaded(loaded)
        self._name_accounts()

    @Slot()
    def _on_edited(self) -> None:
        super()._on_edited()
        self._name_accounts()

    def _name_accounts(self) -> None:
        values, box = self.body.peek(), self.body.repeats[0]
        ticked = {self.record_id, *(values.get("gone") or ())} if values.get("gone") else set()
        concerned = [line for line in values.get("limited") or () if ticked.intersection(line["grids"])]
        shown = {line["id"]: line for line in box.peek()}
        if [line["id"] for line in concerned] != list(shown):
            box.set_values([shown.get(line["id"], line) for line in concerned])
            self.body.follow()
