"""Two wordings side by side: lines that changed stand opposite each other, marked by colour and by sign."""

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desk.core.differences import side_by_side
from desk.shell.kit import bits
from desk.shell.theme import px

SIGNS = {"same": "", "changed": "≠", "gone": "−", "new": "+"}
TONES = {"changed": "waiting", "gone": "late", "new": "done"}


class SideBySide(QWidget):
    """Put it into a scrolled area; `show_texts` as often as needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(px(12))
        self.grid.setVerticalSpacing(px(4))
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(3, 1)
        self.setLayout(bits.column(self.grid, None))

    def show_texts(self, old: str, new: str, heads: tuple[str, str] = ("", "")) -> int:
        """Every line of both; answers how many differ. heads: what stands above the two sides."""
        bits.empty(self.grid)
        if any(heads):
            self.grid.addWidget(bits.label(heads[0], "small"), 0, 1)
            self.grid.addWidget(bits.label(heads[1], "small"), 0, 3)
        lines = side_by_side(old, new)
        for row, (kind, before, after) in enumerate(lines, 1):
            self.grid.addWidget(QLabel(SIGNS[kind]), row, 0)
            self.grid.addWidget(_line(before, "" if kind == "new" else TONES.get(kind, "")), row, 1)
            self.grid.addWidget(_line(after, "" if kind == "gone" else TONES.get(kind, "")), row, 3)
        return sum(kind != "same" for kind, _before, _after in lines)

    def say(self, words: str) -> None:
        """A sentence where there is nothing to compare."""
        bits.empty(self.grid)
        self.grid.addWidget(bits.label(words, "small"), 0, 1)


def _line(text: str, tone: str) -> QWidget:
    return bits.band(text, tone) if tone and text else bits.label(text, wrap=True, select=True)
