"""The first-run wizard's questions: one subject a page, each page a small widget over one plain dict of answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from desk.core.i18n import N_, _
from desk.shell import theme
from desk.shell.kit import bits
from desk.shell.ports import PluginOffer

Answers = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """A line to fill in. suggest: what stands there while nothing was typed, from the answers so far."""

    name: str
    title: str
    help: str = ""
    required: bool = False
    secret: bool = False
    suggest: Callable[[Answers], str] | None = None


def _hall(answers: Answers) -> str:
    return f"{answers.get('community', '')}党群服务中心"


def _committee(answers: Answers) -> str:
    return f"{answers.get('street', '')}{answers.get('community', '')}人民调解委员会"


def _short(answers: Answers) -> str:
    return str(answers.get("community", "")).removesuffix("社区").removesuffix("村")


NAMES = (Question("community", N_("Community (&C)"), N_("As it stands in papers, for example 和平社区."), required=True),
         Question("street", N_("Street or township (&S)"), N_("For example 和平街道.")))
HALL = (Question("hall", N_("Hall (&H)"), N_("Shown at sign-in and above the pages."), suggest=_hall),
        Question("committee", N_("People's mediation committee (&M)"), N_("Stands at the head of mediation papers."),
                 suggest=_committee))
ADMINISTRATOR = (
    Question("name", N_("Your name (&N)"), N_("Stands beside what you do."), required=True),
    Question("login", N_("Account (&A)"), N_("What you type to sign in."), required=True, suggest=lambda _answers: "admin"),
    Question("password", N_("Password (&P)"), N_("At least 8 characters. Nobody can look it up: keep a note in a safe."),
             required=True, secret=True),
    Question("again", N_("Password once more (&O)"), required=True, secret=True))

SETS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("Village or small community"), ("consultation", "mediation", "volunteer", "servicehall", "party")),
    (N_("Old estates without a property firm"), ("consultation", "mediation", "volunteer", "servicehall", "party",
                                                 "property", "appeals", "grid")),
    (N_("Mediation room only"), ("mediation",)),
)
"""Ready-made choices; a plugin that is not here is passed over, and sets that come out the same are shown once."""


class Step(QWidget):
    """A page of the wizard. take() puts what was filled in into the answers and answers the first fault, "" when fine."""

    def __init__(self, title: str, lead: str) -> None:
        super().__init__()
        self.title = title
        self.head = (bits.label(title, "title"), bits.label(lead, "muted", wrap=True))

    def give(self, answers: Answers) -> None:
        """Show the answers so far."""

    def take(self, answers: Answers) -> str:
        """Note the answers; a sentence when something is missing."""
        return ""

    def first_focus(self) -> QWidget:
        return self


class QuestionStep(Step):
    """Lines to fill in; `check(answers)` may say more than "required"."""

    def __init__(self, title: str, lead: str, questions: Sequence[Question],
                 check: Callable[[Answers], tuple[str, str]] | None = None) -> None:
        super().__init__(title, lead)
        self._questions, self._check = questions, check
        self._suggested: dict[str, str] = {}
        self.fields: dict[str, QLineEdit] = {}
        self.marks: dict[str, QLabel] = {}
        parts: list[Any] = [*self.head, 8]
        for question in questions:
            parts.append(self._lines(question))
        self.setLayout(bits.column(*parts, None, spacing=12))

    def first_focus(self) -> QWidget:
        return next((field for field in self.fields.values() if not field.text()), self.fields[self._questions[0].name])

    def give(self, answers: Answers) -> None:
        for question in self._questions:
            before = self._suggested.get(question.name, "")
            self._suggested[question.name] = now = question.suggest(answers) if question.suggest else ""
            self.fields[question.name].setText(_renewed(answers.get(question.name), before, now))

    def take(self, answers: Answers) -> str:
        for question in self._questions:
            text = self.fields[question.name].text()
            answers[question.name] = text if question.secret else text.strip()
        for mark in self.marks.values():
            mark.hide()
        name, sentence = self._first_fault(answers)
        if name:
            self.mark(name, sentence)
        return sentence

    def mark(self, name: str, sentence: str) -> None:
        """Say under the field what is wrong with it, and put the cursor there."""
        self.marks[name].setText(sentence)
        self.marks[name].show()
        self.fields[name].setFocus()
        self.fields[name].selectAll()

    def _first_fault(self, answers: Answers) -> tuple[str, str]:
        """(name of the field, sentence); empty when everything is fine."""
        for question in self._questions:
            if question.required and not answers[question.name]:
                return question.name, _("This is needed: {field}").format(field=plain(_(question.title)))
        return self._check(answers) if self._check else ("", "")

    def _lines(self, question: Question) -> Any:
        field = QLineEdit()
        field.setMaxLength(128)
        if question.secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.fields[question.name] = field
        label = bits.label(_(question.title))
        label.setBuddy(field)
        mark = self.marks[question.name] = bits.label("", "mark", wrap=True)
        mark.hide()
        field.textEdited.connect(mark.hide)
        return bits.column(label, field, mark, *([bits.label(_(question.help), "small", wrap=True)] if question.help else []),
                           spacing=4)


class PracticeStep(Step):
    """Real work on empty registers, or practice on invented people."""

    def __init__(self) -> None:
        super().__init__(_("What is this desk for?"), _("Practice data can be thrown away; real data begin empty."))
        self.real = QRadioButton(_("Real work: the registers begin empty (&R)"))
        self.practice = QRadioButton(_("Practice: invented people and matters to try everything on (&P)"))
        self.moved = QRadioButton(_("This computer takes the place of another: get the data from a &backup"))
        self.real.setChecked(True)
        self.setLayout(bits.column(*self.head, 8, self.real, self.practice, self.moved, None, spacing=12))

    def first_focus(self) -> QWidget:
        return next((one for one in (self.practice, self.moved) if one.isChecked()), self.real)

    def take(self, answers: Answers) -> str:
        answers["practice"] = self.practice.isChecked()
        return ""


class PluginStep(Step):
    """A ready-made set, or each plugin by itself."""

    def __init__(self) -> None:
        super().__init__(_("Which plugins does this hall need?"),
                         _("This can be changed at any time; data of a plugin that is off are kept."))
        self.boxes: dict[str, QCheckBox] = {}
        self.sets: list[tuple[QRadioButton, tuple[str, ...]]] = []
        self._group = QButtonGroup(self)
        self._inside = bits.column(bits.label(_("Reading…"), "muted"), spacing=4)
        self._offered = False
        self.setLayout(bits.column(*self.head, _scrolled(self._inside), spacing=12))

    def offer(self, plugins: Sequence[PluginOffer]) -> None:
        """These plugins are here."""
        self._offered = True
        bits.empty(self._inside)
        here = {plugin.id for plugin in plugins}
        for title, ids in SETS:
            chosen = tuple(one for one in ids if one in here)
            if chosen and chosen not in [known for _button, known in self.sets]:
                self._add_set(_(title), chosen)
        self._inside.addSpacing(8)
        for plugin in plugins:
            box = QCheckBox(plugin.title)
            box.setChecked(not self.sets or plugin.id in self.sets[0][1])
            box.toggled.connect(self._by_hand)
            self.boxes[plugin.id] = box
            self._inside.addWidget(box)
            if plugin.summary:
                summary = bits.label(plugin.summary, "small", wrap=True)
                summary.setContentsMargins(theme.px(30), 0, 0, 4)
                self._inside.addWidget(summary)
        if self.sets:
            self.sets[0][0].setChecked(True)

    def first_focus(self) -> QWidget:
        return next(iter([button for button, _ids in self.sets] or self.boxes.values()), self)

    def take(self, answers: Answers) -> str:
        if not self._offered:
            return _("The plugins are still being read; one moment.")
        answers["plugins"] = tuple(plugin for plugin, box in self.boxes.items() if box.isChecked())
        return ""

    def _add_set(self, title: str, ids: tuple[str, ...]) -> None:
        button = QRadioButton(title)
        button.clicked.connect(self._by_set)
        self._group.addButton(button)
        self.sets.append((button, ids))
        self._inside.addWidget(button)

    @Slot()
    def _by_set(self) -> None:
        ids = next(ids for button, ids in self.sets if button.isChecked())
        for plugin, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(plugin in ids)
            box.blockSignals(False)

    @Slot()
    def _by_hand(self) -> None:
        chosen = {plugin for plugin, box in self.boxes.items() if box.isChecked()}
        self._group.setExclusive(False)
        for button, ids in self.sets:
            button.setChecked(set(ids) == chosen)
        self._group.setExclusive(True)


class NumberStep(Step):
    """The short name in numbers, and each series' word and first number: a hall goes on where its paper register
    stops.
    """

    def __init__(self) -> None:
        super().__init__(_("How are papers numbered?"),
                         _("Go on where the paper register stops. The words can be changed later, given numbers cannot."))
        self.short, self._suggested = QLineEdit(), ""
        self.short.setMaxLength(20)
        label = bits.label(_("Short name in numbers (&S)"))
        label.setBuddy(self.short)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self.rows: dict[str, tuple[QLineEdit, QSpinBox]] = {}
        self._titles: dict[str, QLabel] = {}
        self._owner: dict[str, str] = {}
        help_line = bits.label(_("For example 和平 in 和平调字〔2026〕1号."), "small", wrap=True)
        self.setLayout(bits.column(*self.head, bits.column(label, self.short, help_line, spacing=4), _scrolled(self._grid),
                                   spacing=12))

    def offer(self, plugins: Sequence[PluginOffer]) -> None:
        """These series can be given."""
        for plugin in plugins:
            for code, title, word in plugin.series:
                if not self.rows:
                    for column, text in enumerate((_("Kind of number"), _("Word"), _("First number"))):
                        self._grid.addWidget(bits.label(text, "muted"), 0, column)
                self._add(plugin.id, code, title, word)

    def first_focus(self) -> QWidget:
        return self.short

    def give(self, answers: Answers) -> None:
        before, self._suggested = self._suggested, _short(answers)
        self.short.setText(_renewed(answers.get("org_short"), before, self._suggested))
        for code, (word, first) in self.rows.items():
            shown = self._owner[code] in answers.get("plugins", ())
            for part in (self._titles[code], word, first):
                part.setVisible(shown)

    def take(self, answers: Answers) -> str:
        answers["org_short"] = self.short.text().strip()
        answers["words"] = {code: (word.text().strip(), first.value()) for code, (word, first) in self.rows.items()
                            if self._owner[code] in answers.get("plugins", ())}
        return ""

    def _add(self, plugin_id: str, code: str, title: str, word: str) -> None:
        line = self._grid.rowCount()
        field, first = QLineEdit(word), QSpinBox()
        field.setMaxLength(20)
        first.setRange(1, 999_999)
        first.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
        field.setAccessibleName(f"{title} {_('Word')}")
        first.setAccessibleName(f"{title} {_('First number')}")
        self.rows[code], self._owner[code], self._titles[code] = (field, first), plugin_id, bits.label(title)
        for column, part in enumerate((self._titles[code], field, first)):
            self._grid.addWidget(part, line, column)


def _renewed(answer: object, before: str, now: str) -> str:
    """What was typed; a suggestion that was only passed over follows the answers it is made of."""
    return str(answer) if answer and answer != before else now


def _scrolled(inside: QLayout) -> QWidget:
    """As much as there may be, under what stays: three plugins bring fifteen kinds of numbers."""
    holder = QWidget()
    holder.setLayout(bits.column(inside, None))
    return bits.scrolled(holder)


class SummaryStep(Step):
    """Everything that was answered, before anything is done."""

    def __init__(self) -> None:
        super().__init__(_("Is this right?"), _("Nothing has been made yet. Go back to change an answer."))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.titles: dict[str, str] = {}
        self.setLayout(bits.column(*self.head, _scrolled(self._grid), spacing=12))

    def give(self, answers: Answers) -> None:
        bits.empty(self._grid)
        for line, (title, text) in enumerate(self.lines(answers)):
            self._grid.addWidget(bits.label(title, "muted"), line, 0)
            self._grid.addWidget(bits.label(text or "—", wrap=True, select=True), line, 1)

    def lines(self, answers: Answers) -> list[tuple[str, str]]:
        """(what, answer) in the order asked; the password is not shown."""
        shown = [(plain(_(question.title)), str(answers.get(question.name, "")))
                 for question in (*NAMES, *HALL, *ADMINISTRATOR[:2])]
        plugins = "、".join(self.titles.get(one, one) for one in answers.get("plugins", ()))
        purpose = _("Practice") if answers.get("practice") else _("Real work")
        numbers = "；".join(_("{word} from {first} on").format(word=word, first=first)
                           for word, first in answers.get("words", {}).values())
        return [(_("Purpose"), purpose), *shown[:4], (_("Plugins"), plugins or _("none")),
                (_("Short name in numbers"), str(answers.get("org_short", ""))), (_("Numbers"), numbers), *shown[4:]]


def plain(title: str) -> str:
    """A title without its mnemonic: "Community (&C)" → "Community"."""
    return title.partition("(&")[0].strip()
