"""Lists of volunteering that come in from files."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.api import translator
from desk.api.qt import TakeOver, TakeOverPage
from plugins.volunteer.exchange import hours

_ = translator("volunteer")


class HoursImportPage(TakeOverPage):
    """Hours of one activity."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, TakeOver(
            _("Hours from a spreadsheet"),
            _("Number, name, phone or identity number; day, else the activity's; from, to or hours. Late ones need a witness."),
            _("Volunteer"), partial(hours.look, activity_id=record_id), hours.import_hours, _("Take {n} lines over"),
            _("{n} lines stand on the sheet now."), hours.undo_hours), "volunteer", parent)
