"""A paper sheet typed as fast as it is read: three fields a line, Enter goes on, an empty time repeats the one above."""

from typing import Any, cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QScrollArea, QWidget

from desk.api import UserError, translator
from desk.api.qt import Page, bits, new_key, px
from plugins.volunteer.drafts import RowsDraft, SheetRow
from plugins.volunteer.service.attendance import SheetStart, sheet_start, type_rows
from plugins.volunteer.who import find_volunteers

_ = translator("volunteer")
LINES = 30
WHO, START, END = range(3)


def resolve(uow: Any, place: int, text: str) -> tuple[int, str, str]:
    """(place, what was typed, whom it means: the name, "" for nobody, "?" for several)."""
    found = find_volunteers(uow, text)
    return place, text, found[0][1].name if len(found) == 1 else "?" if found else ""


class SheetPage(Page):
    """`SheetPage(ctx, record_id=7)` of an activity. All lines are written down or none; a reason stands beside each refused."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "volunteer", parent)
        self.record_id, self._key = record_id, new_key()
        self.lines: list[tuple[QLineEdit, QLineEdit, QLineEdit, QLabel]] = []
        self.name_page(_("Type the paper sheet"))
        self.title, self.hint = bits.label(_("Type the paper sheet"), "title"), bits.label(
            _("Enter goes on. An empty time repeats the one above; 830 is 8:30."), "muted", wrap=True)
        self.notices = bits.column(spacing=8)
        self.witness, self.reason = QLineEdit(), QLineEdit()
        self.witness.setPlaceholderText(_("Witness"))
        self.reason.setPlaceholderText(_("Why so late"))
        for field in (self.witness, self.reason):
            field.setAccessibleName(field.placeholderText())
        self.save_button = bits.button(_("&Save") + " Ctrl+S", self.save, icon="save", main=True)
        self._lay_out()
        self.shortcut("Ctrl+S", self.save)
        self.shortcut("Ctrl+Return", self.save)
        self.ctx.jobs.read(sheet_start, record_id).then(self._on_start).otherwise(self._on_fault).start()

    def _lay_out(self) -> None:
        self.grid = QGridLayout()
        self.grid.setColumnStretch(4, 1)
        for column, text in enumerate((_("Number or name"), _("From"), _("To"), _("Full name")), 1):
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
        layout = bits.column(self.title, self.hint, self.notices, area, foot, spacing=12)
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
            field.returnPressed.connect(self._on_enter)
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
        self.title.setText(f"{_('Type the paper sheet')} · {start.title} {start.day}")
        for field in (self.witness, self.reason):
            field.setVisible(start.late)
        for place, (number, name) in enumerate(start.people):
            if place >= len(self.lines):
                self.add_line()
            self.lines[place][WHO].setText(number)
            self._say(place, name, "muted")

    @Slot()
    def _on_enter(self) -> None:
        place, column = self._place(self.sender())
        if column in (START, END) and place and not self.lines[place][column].text().strip():
            self.lines[place][column].setText(self.lines[place - 1][column].text())
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
        place, _column = self._place(self.sender())
        text = self.lines[place][WHO].text().strip()
        if text:
            self.ctx.jobs.read(resolve, place, text).then(self._on_resolved).start()
        else:
            self._say(place, "", "muted")

    @Slot(object)
    def _on_resolved(self, found: tuple[int, str, str]) -> None:
        place, text, name = found
        if self.lines[place][WHO].text().strip() == text:
            words = {"": _("Nobody is called so; register first."), "?": _("Several are called so; type the number.")}
            self._say(place, words.get(name, name), "late" if name in words else "muted")

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
