"""The working calendar of a year: weekends, holidays and weekends worked in exchange; changing a day, bringing a year in."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSpinBox, QWidget

from desk.core.calendar.queries import WorkdayRow
from desk.core.calendar.service import CHANGE, change_workday, import_workdays, restore_year
from desk.core.calendar.workdays import SATURDAY
from desk.core.exchange.workdays import read_workdays
from desk.core.i18n import _
from desk.shell.calendar.year import YearView, read_year
from desk.shell.calendar.year_grid import OFF, ON, YearGrid
from desk.shell.doing import carry_out
from desk.shell.faults import told
from desk.shell.kit import bits
from desk.shell.kit.page import Page

FIRST, LAST = 2004, 2100
PLAIN = "plain"


class CalendarPage(Page):
    """`CalendarPage(ctx, year=2027)`; without a year, this one."""

    def __init__(self, ctx: Any, *, year: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent=parent)
        self.view: YearView | None = None
        self.grid = YearGrid(ctx.clock.today())
        self.year_box = QSpinBox()
        self.year_box.setRange(FIRST, LAST)
        self.year_box.setValue(year or ctx.clock.today().year)
        self.year_box.setAccessibleName(_("Year"))
        self.source_label = bits.label(role="muted", wrap=True)
        self.day_label = bits.label()
        self.notices = bits.column()
        self._buttons(ctx.may(CHANGE))
        self._build()
        self.grid.picked.connect(self._on_picked)
        self.grid.asked.connect(self.change_day)
        self.year_box.valueChanged.connect(self._on_year)
        self.shortcut("PgUp", self.year_box.stepDown)
        self.shortcut("PgDown", self.year_box.stepUp)
        self.name_page(_("Working calendar"))
        self.setFocusProxy(self.grid)
        self.watch("workday")
        self.refresh()

    def _buttons(self, may: bool) -> None:
        self.change_button = bits.button(_("Change this &day"), self._change_picked, icon="pencil")
        self.import_button = bits.button(_("&Bring in from a spreadsheet"), self.bring_in, icon="upload")
        self.restore_button = bits.button(_("Go back to the &official arrangement"), self.restore, icon="undo-2")
        self._may = may
        for button in (self.change_button, self.import_button):
            if not may:
                button.hide()
        self.restore_button.hide()

    def _build(self) -> None:
        before = bits.icon_button("chevron-left", _("The year before (PgUp)"), self.year_box.stepDown)
        after = bits.icon_button("chevron-right", _("The year after (PgDown)"), self.year_box.stepUp)
        head = bits.row(bits.label(_("Working calendar"), "title"), before, self.year_box, after, self.source_label,
                        self.restore_button, self.import_button, spacing=8)
        head.setStretchFactor(self.source_label, 1)
        words = _("{off} day off · {on} weekend worked in exchange · grey: ordinary weekend").format(off=OFF, on=ON)
        legend = bits.label(words, "small")
        foot = bits.row(self.day_label, self.change_button, None, legend, spacing=12)
        layout = bits.column(head, self.notices, bits.card(bits.column(self.grid, margins=12)), foot, spacing=12)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    @property
    def year(self) -> int:
        """The year shown."""
        return self.year_box.value()

    @Slot()
    def refresh(self) -> None:
        self.ctx.jobs.read(read_year, self.year).then(self._on_view).start()

    @Slot(object)
    def _on_view(self, view: YearView) -> None:
        if view.year != self.year:
            return
        self.view = view
        self.grid.show_year(view)
        self.source_label.setText(view.source)
        self.restore_button.setVisible(self._may and view.own and view.official)
        bits.empty(self.notices)
        warning = view.warning()
        if warning:
            self.notices.addWidget(bits.band(warning, "late"))

    @Slot()
    def _on_year(self) -> None:
        self.refresh()

    @Slot(object)
    def _on_picked(self, day: date) -> None:
        self.day_label.setText(self.view.words(day) if self.view else "")

    # Changing

    @Slot()
    def _change_picked(self) -> None:
        self.change_day(self.grid.day)

    @Slot(object)
    def change_day(self, day: date) -> None:
        """Ask what the day is, and for the holiday's name."""
        if self.view is None:
            return
        if not self._may:
            self.ctx.notify(_("Your account has no right to change the working calendar."), "waiting")
            return
        kind = self.ctx.asker.choose(self.view.words(day), _kinds(day), detail=self._warning())
        if kind is None:
            return
        mark = self.view.marks.get(day)
        name = "" if kind == PLAIN else self.ctx.asker.ask_text(_("Which holiday?"), mark.name if mark else "")
        if name is None:
            return
        carry_out(self.ctx, _("{day} is changed").format(day=day.isoformat()), change_workday, day,
                  "" if kind == PLAIN else kind, name, self._source())

    def _warning(self) -> str:
        """The first change of a year makes it the hall's own."""
        if self.view is None or self.view.own:
            return ""
        if self.view.official:
            return _("From now on the hall keeps {year} itself; the official arrangement can be brought back.").format(
                year=self.year)
        return _("After this one day the year counts as entered. Enter all holidays of {year}, or bring in the whole table."
                 ).format(year=self.year)

    def _source(self) -> str:
        return _("entered by {name}").format(name=self.ctx.actor.name)

    @Slot()
    def restore(self) -> None:
        """Forget what the hall entered."""
        if self.ctx.asker.confirm(_("Go back to the official arrangement of {year}?").format(year=self.year), danger=True,
                                  detail=_("What was entered here for this year is forgotten."),
                                  yes=_("Go back to the official arrangement")):
            carry_out(self.ctx, _("The official arrangement of {year} counts again").format(year=self.year), restore_year,
                      self.year)

    # Bringing in

    @Slot()
    def bring_in(self) -> None:
        """Read a table, say what is in it, then take it over."""
        path = self.ctx.asker.open_file(_("Table of the year {year}: date, off or worked, holiday").format(year=self.year),
                                        _("Tables (*.xlsx *.xls *.ods *.csv *.txt)"))
        if path is not None:
            self._path = path
            job = self.ctx.jobs.work(_read, path, self.year).labelled(_("Reading {name}").format(name=path.name))
            job.then(self._on_read).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_read(self, rows: Sequence[WorkdayRow]) -> None:
        offs = sum(row.kind == "off" for row in rows)
        question = _("Take over {off} days off and {on} weekend days worked for {year}?").format(
            off=offs, on=len(rows) - offs, year=self.year)
        if self.ctx.asker.confirm(question, yes=_("Take over the table"),
                                  detail=_("They replace everything that was known of this year.")):
            carry_out(self.ctx, _("The year {year} is brought in").format(year=self.year), import_workdays, self.year,
                      tuple(rows), self._path.name)

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        fault = told(error)
        self.notices.addWidget(bits.band(" ".join(filter(None, (fault.text, fault.advice))), "late"))


def _kinds(day: date) -> list[tuple[str, str]]:
    if day.weekday() >= SATURDAY:
        return [("on", _("Worked in exchange")), ("off", _("Holiday")), (PLAIN, _("Ordinary weekend"))]
    return [("off", _("Holiday")), (PLAIN, _("Working day"))]


def _read(_job: Any, path: Path, year: int) -> list[WorkdayRow]:
    return read_workdays(path, year)
