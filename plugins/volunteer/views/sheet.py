"""A paper sheet typed as fast as it is read: three fields a line, Enter goes on, an empty time repeats the one above."""

from datetime import date
from typing import Any, cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QScrollArea, QWidget

from desk.api import N_, UserError, hall_time, translator
from desk.api.qt import AutoSave, Page, bits, new_key, px
from plugins.volunteer.drafts import RowsDraft, SheetRow
from plugins.volunteer.service.attendance import SheetStart, hours_text, moments_of, sheet_start, type_rows
from plugins.volunteer.who import find_volunteers

_ = translator("volunteer")
FORM, LINES = "volunteer.sheet", 30
WHO, START, END = range(3)


def resolve(uow: Any, place: int, text: str) -> tuple[int, str, str]:
    """(place, what was typed, whom it means: the name, "" for nobody, "?" for several)."""
    found = find_volunteers(uow, text)
    return place, text, found[0][1].name if len(found) == 1 else "?" if found else ""


class SheetPage(Page):
    """`SheetPage(ctx, record_id=7)` of an activity. All lines are written down or none; a reason stands beside each refused.
    What is half typed is kept and put back.
    """

    title = N_("Type the paper sheet")

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "volunteer", parent)
        self.record_id, self._key = record_id, new_key()
        self.lines: list[tuple[QLineEdit, QLineEdit, QLineEdit, QLabel]] = []
        self._names: dict[int, str] = {}
        self.name_page(_("Type the paper sheet"))
        self.heading, self.hint = bits.label(_("Type the paper sheet"), "title"), bits.label(
            _("Enter goes on. An empty time repeats the one above; 830 is 8:30."), "muted", wrap=True)
        self.notices = bits.column(spacing=8)
        self.witness, self.reason = QLineEdit(), QLineEdit()
        self.witness.setPlaceholderText(_("Witness"))
        self.reason.setPlaceholderText(_("Why so late"))
        for field in (self.witness, self.reason):
            field.setAccessibleName(field.placeholderText())
            field.textEdited.connect(self._on_typed)
        self.save_button = bits.button(_("&Save") + " Ctrl+S", self.save, icon="save", main=True)
        self.autosave = AutoSave(ctx.drafts, ctx.jobs, FORM, record_id, self.typed, self)
        self._lay_out()
        self.shortcut("Ctrl+S", self.save)
        self.shortcut("Ctrl+Return", self.save)
        self.ctx.jobs.read(sheet_start, record_id).then(self._on_start).otherwise(self._on_fault).start()

    def _lay_out(self) -> None:
        self.grid = QGridLayout()
        self.grid.setColumnStretch(4, 1)
        for column, text in enumerate((_("Number or name"), _("From"), _("To"), _("Who and how long")), 1):
            self.grid.addWidget(bits.label(text, "section"), 0, column)
        inner = QWidget()
        inner.setLayout(bits.column(self.grid, None, margins=8))
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        self.area = area
        for _line in range(LINES):
            self.add_line()
        more = bits.button(_("&More lines"), self.more)
        foot = bits.row(self.witness, self.reason, None, more, bits.button(_("&Back"), self.ctx.back), self.save_button)
        layout = bits.column(self.heading, self.hint, self.notices, area, foot, spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.lines[0][WHO])

    def add_line(self) -> None:
        """One more line at the end."""
        place = len(self.lines)
        who, start, end, said = QLineEdit(), QLineEdit(), QLineEdit(), bits.label("", "muted")
        for column, (field, name) in enumerate(((who, _("Number or name")), (start, _("From")), (end, _("To"))), 1):
            field.setAccessibleName(f"{name} {place + 1}")
            field.setFixedWidth(px(220 if column == 1 else 100))
            if column > 1:
                field.setInputMethodHints(Qt.InputMethodHint.ImhTime)
                field.editingFinished.connect(self._on_time)
            field.returnPressed.connect(self._on_enter)
            field.textEdited.connect(self._on_typed)
            self.grid.addWidget(field, place + 1, column)
        who.editingFinished.connect(self._on_who)
        self.grid.addWidget(bits.label(str(place + 1), "muted"), place + 1, 0)
        self.grid.addWidget(said, place + 1, 4)
        self.lines.append((who, start, end, said))

    @Slot()
    def more(self) -> None:
        """Ten more lines."""
        for _line in range(10):
            self.add_line()
        self.lines[-10][WHO].setFocus()

    # Typing

    @Slot(object)
    def _on_start(self, start: SheetStart) -> None:
        self.heading.setText(f"{_('Type the paper sheet')} · {start.title} {start.day}")
        for field in (self.witness, self.reason):
            field.setVisible(start.late)
        for place, (number, name) in enumerate(start.people):
            if place >= len(self.lines):
                self.add_line()
            self.lines[place][WHO].setText(number)
            self._name(place, name)
        self._restore()

    def _restore(self) -> None:
        """Put back what was typed before the page was left or the desk ended."""
        draft = self.ctx.drafts.load(FORM, self.record_id)
        if draft is None:
            return
        while len(self.lines) < len(draft.values["lines"]):
            self.add_line()
        for place, texts in enumerate(draft.values["lines"]):
            for field, text in zip(self.lines[place][:3], texts, strict=True):
                field.setText(text)
            self._look_up(place)
        self.witness.setText(draft.values["witness"])
        self.reason.setText(draft.values["reason"])
        told = _("What was typed on {time} and not saved has been put back.").format(
            time=f"{hall_time(draft.at):%Y-%m-%d %H:%M}")
        self.notices.addWidget(bits.band(told, "open", bits.button(_("&Discard it"), self.discard)))

    @Slot()
    def discard(self) -> None:
        """Forget what was typed and begin with the people who are expected."""
        self.autosave.clear()
        bits.empty(self.notices)
        for place, line in enumerate(self.lines):
            for field in line[:3]:
                field.clear()
            self._name(place, "")
        self.ctx.jobs.read(sheet_start, self.record_id).then(self._on_start).otherwise(self._on_fault).start()

    def keep(self) -> None:
        self.autosave.flush()

    def typed(self) -> dict[str, Any]:
        """Everything as it stands in the fields."""
        return {"lines": [[field.text() for field in line[:3]] for line in self.lines], "witness": self.witness.text(),
                "reason": self.reason.text()}

    @Slot()
    def _on_typed(self) -> None:
        self.autosave.changed()

    @Slot()
    def _on_enter(self) -> None:
        place, column = self._place(self.sender())
        if column in (START, END) and place and not self.lines[place][column].text().strip():
            self.lines[place][column].setText(self.lines[place - 1][column].text())
            self._on_typed()
            self._tell(place)
        if column < END:
            self._focus(place, column + 1)
        elif place + 1 < len(self.lines):
            self._focus(place + 1, WHO if not self.lines[place + 1][WHO].text() else START)
        else:
            self.more()

    def _focus(self, place: int, column: int) -> None:
        field = cast(QLineEdit, self.lines[place][column])
        field.setFocus()
        field.selectAll()
        self.area.ensureWidgetVisible(field)

    @Slot()
    def _on_who(self) -> None:
        self._look_up(self._place(self.sender())[0])

    def _look_up(self, place: int) -> None:
        text = self.lines[place][WHO].text().strip()
        if text:
            self.ctx.jobs.read(resolve, place, text).then(self._on_resolved).start()
        else:
            self._name(place, "")

    @Slot()
    def _on_time(self) -> None:
        self._tell(self._place(self.sender())[0])

    @Slot(object)
    def _on_resolved(self, found: tuple[int, str, str]) -> None:
        place, text, name = found
        if self.lines[place][WHO].text().strip() == text:
            words = {"": _("Nobody is called so; register first."), "?": _("Several are called so; type the number.")}
            if name in words:
                self._names.pop(place, None)
                self._say(place, words[name], "late")
            else:
                self._name(place, name)

    def _name(self, place: int, name: str) -> None:
        self._names[place] = name
        self._tell(place)

    def _tell(self, place: int) -> None:
        """Beside a line: whom it means and how long that is, before anything is saved."""
        if place not in self._names:
            return  # the reason why nobody is meant stays
        try:
            begun, ended = moments_of(date.min, *(self.lines[place][column].text() for column in (START, END)))
        except UserError:
            return self._say(place, self._names[place], "muted")
        long = hours_text(int((ended - begun).total_seconds() // 60))
        over = ended.date() > begun.date()
        told = _("{hours}, until the next day").format(hours=long) if over else long
        self._say(place, " · ".join(filter(None, (self._names[place], told))), "late" if over else "muted")

    def _place(self, field: Any) -> tuple[int, int]:
        return next((place, column) for place, line in enumerate(self.lines) for column in (WHO, START, END)
                    if line[column] is field)

    def _say(self, place: int, text: str, tone: str) -> None:
        said = self.lines[place][3]
        said.setText(text)
        said.setProperty("role", "muted" if tone == "muted" else "")
        said.setProperty("tone", "" if tone == "muted" else tone)
        bits.restyle(said)

    # Saving

    def rows(self) -> tuple[SheetRow, ...]:
        """What was typed, line by line; a line with a name but no time did not come."""
        typed = [tuple(field.text().strip() for field in line[:3]) for line in self.lines]
        return tuple(SheetRow(*line) if line[START] or line[END] else SheetRow() for line in typed)

    @Slot()
    def save(self) -> None:
        """Write all lines down."""
        bits.empty(self.notices)
        self.save_button.setEnabled(False)
        draft = RowsDraft(self.record_id, self.rows(), self.witness.text(), self.reason.text())
        self.ctx.jobs.write(type_rows, draft, key=self._key).by(self).labelled(_("Saving the sheet")).then(
            self._on_saved).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_saved(self, count: int) -> None:
        self.autosave.clear()
        self.ctx.notify(_("{n} lines stand on the sheet now.").format(n=count))
        self.ctx.open("volunteer.activity", record_id=self.record_id)

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        self.save_button.setEnabled(True)
        bits.empty(self.notices)
        self.notices.addWidget(bits.band(str(error), "late"))
        wrong = {int(name.removeprefix("rows.")): why for name, why in getattr(error, "fields", {}).items()
                 if name.startswith("rows.")} if isinstance(error, UserError) else {}
        for place, why in wrong.items():
            self._say(place, why, "late")
        if wrong:
            self._key = new_key()
            self._focus(min(wrong), WHO)
