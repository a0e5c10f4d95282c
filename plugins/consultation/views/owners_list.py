"""The owners' list of an estate comes in: each part shown with what becomes of it before anything is written."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.api import translator
from desk.api.qt import TakeOver, TakeOverPage
from plugins.consultation.estates.owners_list import import_owners, look_owners, undo_owners

_ = translator("consultation")


class OwnersListPage(TakeOverPage):
    """`OwnersListPage(ctx, record_id=3)` of an estate."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, TakeOver(
            _("Bring in the owners' list"),
            _("Needed: flat, area and owners (co-owners separated by 、). Building, end of the certificate number, source of "
              "the area and parking help. Whole certificate numbers are not wanted."), _("Part"), partial(_look, record_id),
            import_owners, _("Take {n} parts over"), _("{n} parts were taken over."), undo_owners), "consultation", parent)


def _look(estate_id: int, uow: Any, path: Any) -> Any:
    return look_owners(uow, estate_id, path)
