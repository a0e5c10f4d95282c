"""The step bar of a record: what is done, where it stands, what comes; a click on a step says what it still lacks."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desk.core.i18n import Translator, _
from desk.host.pages import StepLamp
from desk.shell.kit import bits, icons

_LOOKS = {"done": ("circle-check", "done"), "now": ("circle-dot", "accent"), "next": ("circle", "muted")}


class StepBar(QWidget):
    """`steps` from left to right; Tab goes through them, Enter or Space asks one."""

    def __init__(self, steps: Sequence[StepLamp], tr: Translator) -> None:
        super().__init__()
        self._tr, self._open = tr, -1
        self.lamps = [self._lamp(number, step) for number, step in enumerate(steps)]
        parts: list[QWidget] = []
        for lamp in self.lamps:
            parts += [lamp] if not parts else [bits.picture("chevron-right", "strong_line", 16), lamp]
        self.words = bits.label(wrap=True)
        self._band = bits.card(bits.row(self.words, margins=8), role="band")
        self._band.hide()
        self.setLayout(bits.column(bits.row(*parts, None, spacing=2), self._band, spacing=4))

    def _lamp(self, number: int, step: StepLamp) -> bits.CarryingButton:
        icon, tint = _LOOKS[step.state]
        made = bits.CarryingButton(self._tr(step.title).replace("&", "&&"), (number, step))
        made.setProperty("flat", "true")
        made.setProperty("step", step.state)
        icons.set_icon(made, icon, tint)
        made.setAccessibleName(f"{self._tr(step.title)}: {self._said(step)}")
        made.setToolTip(self._said(step))
        made.picked.connect(self._on_picked)
        return made

    def _said(self, step: StepLamp) -> str:
        if step.missing:
            return "\n".join(f"· {self._tr(sentence)}" for sentence in step.missing)
        return {"done": _("This step is done."), "now": _("Nothing is missing here."),
                "next": _("This step has not begun.")}[step.state]

    @Slot(object)
    def _on_picked(self, given: tuple[int, StepLamp]) -> None:
        number, step = given
        self._open = -1 if self._open == number else number
        self.words.setText(f"{self._tr(step.title)}\n{self._said(step)}")
        self._band.setVisible(self._open >= 0)
