"""A counter: one input that always has the focus, a big answer, a sound, undo of the last one, running totals.

For points markets, ballot counting and sign-in, where somebody stands waiting and the eyes are not on the screen.
"""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.host.pages import CounterAnswer, CounterSpec
from desk.shell import theme
from desk.shell.faults import told
from desk.shell.jobs import new_key
from desk.shell.kit import bits
from desk.shell.kit.fields.base import line_edit
from desk.shell.kit.page import Page

SHOWN = 8
"""Last entries that stay in sight."""


def beep(accepted: bool) -> None:
    """One tone for accepted, two for refused."""
    QApplication.beep()
    if not accepted:
        QApplication.beep()


class CounterPage(Page):
    """`CounterPage(ctx, spec, record_id=7)`; what is typed or scanned ends with Enter. sound: `(accepted) -> None`."""

    def __init__(self, ctx: Any, spec: CounterSpec, *, record_id: int | None = None, sound: Any = beep,
                 parent: QWidget | None = None) -> None:
        super().__init__(ctx, spec.domain, parent)
        self.spec, self.record_id, self._sound = spec, record_id, sound
        self._waiting: list[str] = []
        self._last: CounterAnswer | None = None
        self._busy, self._carried = False, None
        self._build()
        self.shortcut("Ctrl+Z", self.undo)
        self.name_page(self.tr_(spec.title))
        self.watch(spec.record)
        self.refresh()

    def _build(self) -> None:
        self.input = line_edit(digits=self.spec.digits)
        self.input.setPlaceholderText(self.tr_(self.spec.prompt))
        self.input.setAccessibleName(self.tr_(self.spec.prompt))
        self.input.setProperty("counter", "true")
        self.input.returnPressed.connect(self._on_entered)
        self.input.installEventFilter(self)
        self.answer, self.detail = bits.label(role="counter", wrap=True), bits.label(wrap=True)
        self.answer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.panel = bits.card(bits.column(None, self.answer, self.detail, None, margins=24))
        self.panel.setMinimumHeight(theme.px(180))
        self.undo_button = bits.button(_("&Undo the last one (Ctrl+Z)"), self.undo, icon="undo-2")
        self.undo_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bits.hide_unless(self.undo_button, self.spec.undo is not None)
        self.undo_button.setEnabled(False)
        self.totals, self.entries = bits.row(spacing=12), bits.column(spacing=4)
        head = bits.row(bits.label(self.tr_(self.spec.title), "title"), None, self.undo_button)
        last = bits.card(bits.column(bits.label(_("The last ones"), "section"), self.entries, margins=12))
        layout = bits.column(head, self.input, self.panel, self.totals, last, None, spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        self.setLayout(layout)
        self.setFocusProxy(self.input)

    # Taking in

    @Slot()
    def _on_entered(self) -> None:
        text = self.input.text().strip()
        self.input.clear()
        if text:
            self._waiting.append(text)
            self._next()

    def _next(self) -> None:
        """One after the other, in the order they were scanned."""
        if self._busy or not self._waiting:
            return
        self._busy = True
        carried = (self._carried,) if self.spec.carries else ()
        job = self.ctx.jobs.write(self.spec.take, self.record_id, self._waiting[0], *carried, key=new_key()).by(self)
        job.then(self._on_answer).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_answer(self, answer: CounterAnswer) -> None:
        self._show(answer)
        if answer.carry is not None:
            self._carried = answer.carry
        if answer.accepted:
            self._last = answer
            self.undo_button.setEnabled(answer.undo is not None)
        self._go_on()

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        fault = told(error)
        if isinstance(error, UserError):
            words, detail = error.what, " ".join(filter(None, (error.source, error.todo)))
        else:
            words, detail = fault.text, fault.advice
        self._show(CounterAnswer(words, detail, accepted=False))
        if fault.family == "bug":
            self.ctx.jobs.faulted.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        self._busy = False
        self._waiting.pop(0)
        self.refresh()
        self._next()

    def _show(self, answer: CounterAnswer) -> None:
        self._sound(answer.accepted)
        self.answer.setText(("✓ " if answer.accepted else "✕ ") + self.tr_(answer.text))
        self.detail.setText(self.tr_(answer.detail))
        self.panel.setProperty("role", "band")
        self.panel.setProperty("tone", "done" if answer.accepted else "late")
        self.answer.setProperty("tone", self.panel.property("tone"))
        for widget in (self.panel, self.answer):
            bits.restyle(widget)
        self.panel.setAccessibleName(self.answer.text())
        self.entries.insertWidget(0, self._entry(answer))
        while self.entries.count() > SHOWN:
            last = self.entries.takeAt(SHOWN)
            if last is not None and (entry := last.widget()) is not None:
                entry.deleteLater()

    def _entry(self, answer: CounterAnswer) -> QFrame:
        icon = bits.picture("circle-check", "done", 16) if answer.accepted else bits.picture("ban", "late", 16)
        line = bits.row(icon, bits.label(self.tr_(answer.text)), bits.label(self.tr_(answer.detail), "muted"), None)
        made = QFrame()
        made.setLayout(line)
        return made

    @Slot()
    def undo(self) -> None:
        """Take the last accepted one back."""
        if self.spec.undo is None or self._last is None or self._last.undo is None or self._busy:
            return
        gone, self._last = self._last, None
        self.undo_button.setEnabled(False)
        self._undone = gone
        job = self.ctx.jobs.write(self.spec.undo, self.record_id, gone.undo, key=new_key()).by(self)
        job.then(self._on_undone).otherwise(self._on_not_undone).start()

    @Slot(object)
    def _on_undone(self, _result: object) -> None:
        self._show(CounterAnswer(_("Taken back"), detail=self.tr_(self._undone.text)))
        self.refresh()

    @Slot(object)
    def _on_not_undone(self, error: BaseException) -> None:
        self._last = self._undone
        self.undo_button.setEnabled(True)
        self._show(CounterAnswer(told(error).text, accepted=False))

    # Totals

    @Slot()
    def refresh(self) -> None:
        if self.spec.totals is not None:
            self.ctx.jobs.read(self.spec.totals, self.record_id).then(self._on_totals).start()

    @Slot(object)
    def _on_totals(self, totals: Any) -> None:
        bits.empty(self.totals)
        for name, value in totals:
            number = bits.label(str(value), "counter")
            made = bits.card(bits.column(bits.label(self.tr_(name), "muted"), number, margins=12))
            made.setMinimumWidth(theme.px(120))
            self.totals.addWidget(made)
        self.totals.addStretch(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The input keeps the focus while nothing else on the page needs it, and leaves Ctrl+Z to the page while empty."""
        if (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and watched is self.input
                and not self.input.text() and event.matches(QKeySequence.StandardKey.Undo)):
            event.ignore()
            return True
        if watched is self.input and event.type() == QEvent.Type.FocusOut and self.isVisible():
            now = QApplication.focusWidget()
            if now is None or (self.isAncestorOf(now) and isinstance(now, QLabel | QFrame)):
                self.input.setFocus()
        return super().eventFilter(watched, event)
