"""Lists of volunteering that come in from files."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.api import translator
from desk.api.qt import TakeOver, TakeOverPage
from plugins.volunteer.exchange import answers, hours, outside

_ = translator("volunteer")


class HoursImportPage(TakeOverPage):
    """Hours of one activity."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, TakeOver(
            _("Hours from a spreadsheet"),
            _("Number, name, phone or identity number; day, else the activity's; from, to or hours. Late ones need a witness."),
            _("Volunteer"), partial(hours.look, activity_id=record_id), hours.import_hours, _("Take {n} lines over"),
            _("{n} lines stand on the sheet now."), hours.undo_hours), "volunteer", parent)


class AnswersImportPage(TakeOverPage):
    """The answer of an outside system; its lines carry their own numbers, so any hand-over's answer may come here."""

    def __init__(self, ctx: Any, *, record_id: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(ctx, TakeOver(
            _("Answer of the other system"), _("The file as it came back: number of each line, outcome, why."), _("Line"),
            answers.look, answers.import_answers, _("Keep {n} answers"), _("{n} answers are kept."), answers.undo_answers),
            "volunteer", parent)


class OutsideImportPage(TakeOverPage):
    """Hours that other organisations recorded."""

    def __init__(self, ctx: Any, *, parent: QWidget | None = None) -> None:
        super().__init__(ctx, TakeOver(
            _("Hours recorded elsewhere"),
            _("Who, who recorded it, day and hours. They are shown with the volunteer and never counted or certified here."),
            _("Volunteer"), outside.look, outside.import_outside, _("Keep {n} records"), _("{n} records are kept."),
            outside.undo_outside), "volunteer", parent)
