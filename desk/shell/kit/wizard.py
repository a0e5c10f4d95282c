"""A wizard: one question a page, back always works, a summary before anything is done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.shell.kit import bits
from desk.shell.kit.page import Page

Answers = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One page of a wizard.

    make: `(answers) -> widget`, called each time the page is come to from the front. read: `(widget) -> answers`; raises
    UserError when it cannot go on. shown: `(answers) -> bool`, False leaves the page out. sum_up: `(answers) -> lines`.
    """

    title: str
    make: Callable[[Answers], QWidget]
    read: Callable[[Any], Mapping[str, Any]]
    help: str = ""
    shown: Callable[[Answers], bool] | None = None
    sum_up: Callable[[Answers], Sequence[tuple[str, str]]] | None = None


@dataclass(slots=True)
class _Been:
    step: Step
    widget: QWidget
    before: Answers = field(default_factory=dict)


class Wizard(Page):
    """finish: what the last button says. accepted(answers): she has read the summary and goes ahead."""

    accepted = Signal(object)

    def __init__(self, ctx: Any, title: str, steps: Sequence[Step], *, finish: str, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent=parent)
        self._steps, self._finish, self.answers = tuple(steps), finish, Answers()
        self._trail: list[_Been] = []
        self._summing = False
        self._title = bits.label(title, "title")
        self._where, self._question, self._help = bits.label(role="muted"), bits.label(role="section"), bits.label(
            role="muted", wrap=True)
        self._trouble = bits.column()
        self._stack = QStackedWidget()
        self.back_button = bits.button(_("&Back"), self.go_back)
        self.next_button = bits.button("", self.go_on, main=True)
        foot = bits.row(None, self.back_button, self.next_button)
        inside = bits.column(self._question, self._help, self._trouble, self._stack, foot, margins=16, spacing=12)
        inside.setStretch(3, 1)
        layout = bits.column(bits.row(self._title, None, self._where), bits.card(inside), spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.shortcut("Ctrl+Return", self.go_on)
        self.shortcut("Alt+Left", self.go_back)
        self.name_page(title)
        self._come_to(self._following(0))

    @property
    def widget(self) -> QWidget | None:
        """What the present step shows; None on the summary."""
        return None if self._summing or not self._trail else self._trail[-1].widget

    @Slot()
    def go_on(self) -> None:
        """Take the answer and go to the next question; on the summary: go ahead."""
        if self._summing:
            self.accepted.emit(dict(self.answers))
            return
        now = self._trail[-1]
        try:
            given = now.step.read(now.widget)
        except UserError as error:
            self.say(str(error))
            return
        self.answers = now.before | dict(given)
        self._come_to(self._following(self._steps.index(now.step) + 1))

    @Slot()
    def go_back(self) -> None:
        """The question before, as it was answered; on the first one, leave."""
        self._clear_trouble()
        if self._summing:
            self._summing = False
            self._show(self._trail[-1].widget)
        elif len(self._trail) > 1:
            self._drop(self._trail.pop().widget)
            self._show(self._trail[-1].widget)
        else:
            self.ctx.back()
            return
        self.answers = dict(self._trail[-1].before)

    def say(self, text: str) -> None:
        """Say above the question why it does not go on."""
        self._clear_trouble()
        self._trouble.addWidget(bits.band(text, "late"))

    def _following(self, place: int) -> Step | None:
        return next((step for step in self._steps[place:] if step.shown is None or step.shown(self.answers)), None)

    def _come_to(self, step: Step | None) -> None:
        self._clear_trouble()
        if step is None:
            self._summing = True
            self._show(self._summary())
            return
        widget = step.make(dict(self.answers))
        self._trail.append(_Been(step, widget, dict(self.answers)))
        self._show(widget)

    def _show(self, widget: QWidget) -> None:
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        old = self._stack.currentWidget()
        self._stack.setCurrentWidget(widget)
        if old is not None and old is not widget and all(been.widget is not old for been in self._trail):
            self._drop(old)
        step = None if self._summing else self._trail[-1].step
        self._question.setText(step.title if step else _("Please check, then go ahead"))
        self._help.setText(step.help if step else "")
        self._help.setVisible(bool(self._help.text()))
        self._where.setText(_("Step {number}").format(number=len(self._trail) + self._summing))
        self.next_button.setText(self._finish if self._summing else _("&Next"))
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _summary(self) -> QWidget:
        made = QWidget()
        lines = [line for been in self._trail if been.step.sum_up for line in been.step.sum_up(self.answers)]
        rows = []
        for name, value in lines:
            head = bits.label(name, "muted")
            head.setFixedWidth(160)
            rows.append(bits.row(head, bits.label(value, wrap=True)))
            rows[-1].setStretch(1, 1)
        made.setLayout(bits.column(*rows, None))
        made.setFocusProxy(self.next_button)
        return made

    def _drop(self, widget: QWidget) -> None:
        self._stack.removeWidget(widget)
        widget.deleteLater()

    def _clear_trouble(self) -> None:
        bits.empty(self._trouble)
