"""The first start: one question a page, back always works, a summary before anything is done.

The wizard only collects a plain dict; when she says yes it calls the one function it was handed, which makes
everything or nothing. A crash before that has left nothing behind.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.shell import theme
from desk.shell.faults import told
from desk.shell.first_run_steps import (
    ADMINISTRATOR,
    HALL,
    NAMES,
    Answers,
    NumberStep,
    PluginStep,
    PracticeStep,
    QuestionStep,
    Step,
    SummaryStep,
)
from desk.shell.jobs import JobContext, JobRunner
from desk.shell.kit import bits
from desk.shell.ports import Opening, PluginOffer

SHORTEST_PASSWORD = 8


class FirstRun(QWidget):
    """Signals founded(answers): everything is set up; moving(): she wants the data of another computer's backup."""

    founded = Signal(object)
    moving = Signal()

    def __init__(self, opening: Opening, jobs: JobRunner) -> None:
        super().__init__()
        self.setObjectName("page")
        self._opening, self._jobs = opening, jobs
        self.answers: Answers = {}
        self.plugins, self.numbers, self.summary = PluginStep(), NumberStep(), SummaryStep()
        self.first = PracticeStep()
        self.steps: list[Step] = [
            self.first,
            QuestionStep(_("Where does it stand?"), _("These names are printed in papers."), NAMES),
            QuestionStep(_("What are hall and committee called?"), _("Correct what does not fit."), HALL),
            self.plugins, self.numbers,
            QuestionStep(_("Who looks after the desk?"), _("This account makes the others."), ADMINISTRATOR, _check_account),
            self.summary]
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+Return"), self, self._forward)
        if opening.offer is not None:
            jobs.work(_offer, opening).then(self._offered).otherwise(self._not_offered).start()
        else:
            self._offered(())
        self._show(0)

    def first_focus(self) -> QWidget:
        return self.steps[self._place].first_focus()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for step in self.steps:
            self._stack.addWidget(step)
        self.trouble = bits.label("", "mark", wrap=True)
        self.trouble.setMinimumHeight(theme.px(36))
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.running = QProgressBar()
        self.running.setRange(0, 0)
        self.running.setTextVisible(False)
        self.running.hide()
        self.where = bits.label("", "muted")
        self.back = bits.button(_("Back (Esc)"), self.turn_back)
        self.forward = bits.button("", self._forward, main=True)
        buttons = bits.row(self.where, None, self.back, self.forward)
        panel = bits.card(bits.column(self._stack, self.trouble, self.running, buttons, margins=24, spacing=8))
        panel.setFixedSize(theme.px(680), theme.px(560))
        self.setLayout(bits.column(None, bits.row(None, panel, None), None))

    def _show(self, place: int) -> None:
        self._place = place
        step = self.steps[place]
        step.give(self.answers)
        self._stack.setCurrentWidget(step)
        self._say("")
        self.where.setText(_("{n} of {all}").format(n=place + 1, all=len(self.steps)))
        self.back.setVisible(place > 0)
        self.forward.setText(_("Set up the desk") if step is self.summary else _("Go on"))
        self.setAccessibleName(step.title)
        step.first_focus().setFocus()

    @Slot()
    def turn_back(self) -> None:
        """Esc: the question before."""
        if self._place and self.forward.isEnabled():
            self.steps[self._place].take(self.answers)
            self._show(self._place - 1)

    @Slot()
    def _forward(self) -> None:
        if not self.forward.isEnabled():
            return
        sentence = self.steps[self._place].take(self.answers)
        if sentence:
            self._say("" if isinstance(self.steps[self._place], QuestionStep) else sentence)  # at its field
        elif self.steps[self._place] is self.first and self.first.moved.isChecked():
            self.moving.emit()
        elif self.steps[self._place] is self.summary:
            self._found()
        else:
            self._show(self._place + 1)

    def keyPressEvent(self, event: Any) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._forward()
        else:
            super().keyPressEvent(event)

    def _found(self) -> None:
        long = _("Setting up, with invented people and matters; this takes half a minute…")
        self.wait(long if self.answers.get("practice") else _("Setting up…"))
        answers = {name: value for name, value in self.answers.items() if name != "again"}
        job = self._jobs.work(_found, self._opening, answers).labelled(_("Setting up"))
        job.then(self._made).otherwise(self._failed).start()

    @Slot(object)
    def _offered(self, plugins: Sequence[PluginOffer]) -> None:
        self.summary.titles = {plugin.id: plugin.title for plugin in plugins}
        self.plugins.offer(plugins)
        self.numbers.offer(plugins)

    @Slot(object)
    def _not_offered(self, error: Exception) -> None:
        """Plugins can be switched on later."""
        self._offered(())
        self._say(told(error).text)

    @Slot(object)
    def _made(self, _nothing: object) -> None:
        self.founded.emit(dict(self.answers))

    def wait(self, words: str) -> None:
        """Something is being done with what she chose."""
        self._say(words, "muted")

    @Slot(object)
    def fail(self, error: Exception) -> None:
        """It did not work: the sentence stands on the page, and nothing was made."""
        self._failed(error)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        found = told(error)
        sentence = f"{found.text} {found.advice}".strip()
        if isinstance(error, UserError) and error.fields:
            field, sentence = next(iter(error.fields.items()))
            step = self.steps[self._place_of(field)]
            self._show(self._place_of(field))
            if isinstance(step, QuestionStep) and field in step.fields:
                self._say("")
                step.mark(field, sentence)
                return
        self._say(sentence)

    def _say(self, words: str, role: str = "mark") -> None:
        """Below the answers: what is wrong ("mark"), or what is being done meanwhile ("muted")."""
        busy = role == "muted"
        self.trouble.setProperty("role", role)
        bits.restyle(self.trouble)
        self.trouble.setText(words)
        self.running.setVisible(busy)
        self.forward.setEnabled(not busy)
        self.back.setEnabled(not busy)

    def _place_of(self, field: str) -> int:
        """The page that asks for `field`."""
        for place, step in enumerate(self.steps):
            if isinstance(step, QuestionStep) and field in step.fields:
                return place
        return self._place


def _check_account(answers: Mapping[str, Any]) -> tuple[str, str]:
    if len(answers["password"]) < SHORTEST_PASSWORD:
        return "password", _("Use at least {n} characters.").format(n=SHORTEST_PASSWORD)
    if answers["password"] != answers["again"]:
        return "again", _("The two passwords differ. Type it once more.")
    return "", ""


def _offer(_context: JobContext, opening: Opening) -> Sequence[PluginOffer]:
    return opening.offer() if opening.offer is not None else ()


def _found(_context: JobContext, opening: Opening, answers: Answers) -> None:
    if opening.found is None:
        raise RuntimeError("nobody said how to set up a hall")
    opening.found(answers)
