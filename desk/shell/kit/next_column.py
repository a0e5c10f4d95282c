"""The right column of a record: the one main act, other acts, what is missing as links, papers ready to print."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk.core.i18n import Translator, _
from desk.host.pages import Missing, NextAct, PaperLink, RecordCard
from desk.shell.kit import bits
from desk.shell.kit.fields.base import is_enter
from desk.shell.kit.record_parts import timeline


class NextColumn(QWidget):
    """act(NextAct), mend(Missing), paper(PaperLink). papers: (link, title) in the order they are offered."""

    act = Signal(object)
    mend = Signal(object)
    paper = Signal(object)

    def __init__(self, card: RecordCard, papers: Sequence[tuple[PaperLink, str]], tr: Translator) -> None:
        super().__init__()
        self._tr = tr
        self.main: bits.CarryingButton | None = None
        self.first_paper = papers[0][0] if papers else None
        parts = [self._next(card.acts, card.missing)]
        if papers:
            parts.append(self._papers(papers))
        parts.append(bits.card(bits.column(bits.label(_("What has happened"), "section"), timeline(card.timeline, tr),
                                           margins=12)))
        self.setLayout(bits.column(*parts, None, spacing=12))

    def _next(self, acts: Sequence[NextAct], missing: Sequence[Missing]) -> QWidget:
        """The main act, then what is missing — both are to be seen without scrolling — then what else can be done."""
        inside: list[Any] = [bits.label(_("Next step"), "section")]
        ordered = sorted(acts, key=lambda act: not act.main)
        for act in ordered[:1]:
            inside += self._act_and_why(act)
        if missing:
            inside.append(bits.label(_("Still missing"), "muted"))
            inside += [self._missing(item) for item in missing]
        for act in ordered[1:]:
            inside += self._act_and_why(act)
        if not ordered and not missing:
            inside.append(bits.label(_("Nothing is to be done here now."), "muted", wrap=True))
        return bits.card(bits.column(*inside, margins=12, spacing=6))

    def _act_and_why(self, act: NextAct) -> list[QWidget]:
        why = [bits.label(self._tr(act.why_not), "small", wrap=True)] if act.why_not and not act.enabled else []
        return [self._act(act), *why]

    def _act(self, act: NextAct) -> QWidget:
        title = self._tr(act.title)
        made = bits.CarryingButton(f"{title} ({act.shortcut})" if act.shortcut else title, act)
        made.setEnabled(act.enabled)
        made.setToolTip(self._tr(act.why_not) if not act.enabled else "")
        made.picked.connect(self.act)
        if act.main:
            made.setProperty("main", "true")
            self.main = made
        return made

    def _missing(self, item: Missing) -> QWidget:
        sentence = self._tr(item.sentence) + (f"({self._tr(item.source)})" if item.source else "")
        if not (item.entry or item.run or item.paper):
            line = bits.row(bits.picture("triangle-alert", "waiting", 16), bits.label(sentence, wrap=True), spacing=4)
            line.setStretch(1, 1)
            holder = QWidget()
            holder.setLayout(line)
            return holder
        return WrappedLink(sentence, item, self.mend)

    def _papers(self, papers: Sequence[tuple[PaperLink, str]]) -> QWidget:
        links = [WrappedLink(title, link, self.paper, icon="printer", tone="accent") for link, title in papers]
        return bits.card(bits.column(bits.label(_("Papers"), "section"), *links, margins=12, spacing=2))


class WrappedLink(bits.CarryingButton):
    """A link whose sentence may take several lines."""

    def __init__(self, text: str, payload: object, slot: Any, *, icon: str = "triangle-alert", tone: str = "waiting") -> None:
        super().__init__("", payload)
        self.setProperty("link", "true")
        self.setAccessibleName(text)
        self._words = bits.label(text, "link", wrap=True)
        line = bits.row(bits.picture(icon, tone, 16), self._words, spacing=4)
        line.setContentsMargins(4, 2, 4, 2)
        line.setStretch(1, 1)
        self._line = line
        self.setLayout(line)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.picked.connect(slot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows it, as Space does: it reads as a link."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._line.heightForWidth(width)

    def sizeHint(self) -> Any:
        return self._line.sizeHint()

    def minimumSizeHint(self) -> Any:
        """As narrow as its longest unbreakable word: a long sentence must not push the column out of the page."""
        return self._line.minimumSize()
