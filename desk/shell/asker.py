"""Questions to the person at the screen go through a small object, so that tests can read and answer them.

Logic never opens a dialog itself: it asks `ctx.asker`. QtAsker shows dialogs; RecordedAsker answers from a list.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

from desk.core.i18n import _

if TYPE_CHECKING:
    from desk.shell.sheets import QuestionSheet


class Asker(Protocol):
    """What a view may ask. Buttons name the act, so `yes` is "Void ballot 3", never "OK"."""

    def confirm(self, question: str, *, detail: str = "", yes: str = "", danger: bool = False) -> bool:
        """Yes or no; `danger`: the safe answer is the one Enter gives."""
        ...

    def inform(self, text: str, *, detail: str = "") -> None:
        """Say something that must not be overlooked."""
        ...

    def choose(self, question: str, options: Sequence[tuple[Any, str]], *, detail: str = "") -> Any:
        """One of `options` ((value, title), …), or None when she turned back."""
        ...

    def ask_text(self, question: str, initial: str = "", *, lines: bool = False) -> str | None:
        """A line (or several) of text, None when she turned back."""
        ...

    def save_file(self, title: str, suggested: str = "", pattern: str = "") -> Path | None:
        """Where to write a file; pattern: "PDF (*.pdf)"."""
        ...

    def open_file(self, title: str, pattern: str = "") -> Path | None:
        """Which file to read."""
        ...


class QtAsker:
    """Asks with dialogs over the window that `parent()` names at that moment."""

    def __init__(self, parent: Callable[[], QWidget | None]) -> None:
        self._parent = parent

    def confirm(self, question: str, *, detail: str = "", yes: str = "", danger: bool = False) -> bool:
        options = [(True, yes or _("Yes")), (None, _("Not now"))]
        return bool(self._ask(question, detail, options, default=1 if danger else 0))

    def inform(self, text: str, *, detail: str = "") -> None:
        self._ask(text, detail, [(None, _("Close"))], default=0)

    def choose(self, question: str, options: Sequence[tuple[Any, str]], *, detail: str = "") -> Any:
        return self._ask(question, detail, [*options, (None, _("Back"))], default=0)

    def ask_text(self, question: str, initial: str = "", *, lines: bool = False) -> str | None:
        from desk.shell.sheets import text_field

        sheet = self._sheet(question, "", [(True, _("Go on")), (None, _("Back"))], 0, text_field(initial, lines))
        return sheet.text() if sheet.answer else None

    def save_file(self, title: str, suggested: str = "", pattern: str = "") -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        told, chosen = QFileDialog.getSaveFileName(self._parent(), title, suggested, pattern)
        return _as_chosen(Path(told), chosen, pattern) if told else None

    def open_file(self, title: str, pattern: str = "") -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        return _path(QFileDialog.getOpenFileName(self._parent(), title, "", pattern))

    def _ask(self, text: str, detail: str, options: Sequence[tuple[Any, str]], default: int) -> Any:
        return self._sheet(text, detail, options, default).answer

    def _sheet(self, text: str, detail: str, options: Sequence[tuple[Any, str]], default: int,
               field: QWidget | None = None) -> "QuestionSheet":
        from desk.shell.sheets import QuestionSheet  # asked later; the first window is painted without it

        sheet = QuestionSheet(self._parent(), text, detail, options, default, field)
        sheet.exec()
        sheet.setParent(None)  # it must not live as long as the window it stood before
        return sheet


class RecordedAsker:
    """For tests: `asked` is what was asked, answers are taken from the front of `answers`; running out is a failure."""

    def __init__(self, answers: Iterable[Any] = ()) -> None:
        self.answers, self.asked = list(answers), list[str]()

    def confirm(self, question: str, *, detail: str = "", yes: str = "", danger: bool = False) -> bool:
        return bool(self._answer(question))

    def inform(self, text: str, *, detail: str = "") -> None:
        self.asked.append(text)

    def choose(self, question: str, options: Sequence[tuple[Any, str]], *, detail: str = "") -> Any:
        answer = self._answer(question)
        if answer is not None and answer not in [value for value, _title in options]:
            raise AssertionError(f"{answer!r} is not among the options of {question!r}")
        return answer

    def ask_text(self, question: str, initial: str = "", *, lines: bool = False) -> str | None:
        answer = self._answer(question)
        return None if answer is None else str(answer)

    def save_file(self, title: str, suggested: str = "", pattern: str = "") -> Path | None:
        return _as_path(self._answer(title))

    def open_file(self, title: str, pattern: str = "") -> Path | None:
        return _as_path(self._answer(title))

    def _answer(self, question: str) -> Any:
        self.asked.append(question)
        if not self.answers:
            raise AssertionError(f"nobody prepared an answer to {question!r}")
        return self.answers.pop(0)


def _as_chosen(path: Path, chosen: str, pattern: str) -> Path:
    """The file with the ending of the kind she chose, where the name still ends as another of the kinds offered does."""
    endings = re.findall(r"\*(\.\w+)", chosen)
    if endings and path.suffix not in endings and path.suffix in re.findall(r"\*(\.\w+)", pattern):
        return path.with_suffix(endings[0])
    return path


def _path(answer: tuple[str, str]) -> Path | None:
    return Path(answer[0]) if answer[0] else None


def _as_path(answer: Any) -> Path | None:
    return None if answer is None else Path(answer)
