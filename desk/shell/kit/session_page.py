"""A sitting in the room: calm, large, one thing after the other. What must be read out gets its ticks, notes are kept as
they are typed, and at the end stands what was decided.
"""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLabel, QPlainTextEdit, QRadioButton, QWidget

from desk.core.clock import hall_time
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.host.pages import ReadOut, SessionCard, SessionSpec
from desk.shell.drafts import AutoSave
from desk.shell.faults import told
from desk.shell.jobs import new_key
from desk.shell.kit import bits
from desk.shell.kit.page import Page


class TickWords(QLabel):
    """What is read out; a click on the words ticks them."""

    def __init__(self, text: str, tick: QCheckBox) -> None:
        super().__init__(text)
        self._tick = tick
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("large", "true")

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._tick.setFocus()
        self._tick.toggle()


class SessionPage(Page):
    """`SessionPage(ctx, spec, record_id=7)`: saves `{"record_id", "ticks", "notes", "decision", "began", "version"}`."""

    def __init__(self, ctx: Any, spec: SessionSpec, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, spec.domain, parent)
        self.spec, self.record_id = spec, record_id
        self.card: SessionCard | None = None
        self.ticks: list[tuple[ReadOut, QCheckBox]] = []
        self.decisions = QButtonGroup(self)
        self._key, self._began, self._busy = new_key(), ctx.clock.now(), False
        self.notices = bits.column(spacing=8)
        self.notes = QPlainTextEdit()
        self.save_button = bits.button(self.tr_(spec.save_title) if spec.save_title else _("&End the session (Ctrl+S)"),
                                       self.save, icon="check", main=True)
        self.shortcut("Ctrl+S", self.save)
        self.shortcut("Ctrl+Return", self.save)
        self.autosave = AutoSave(ctx.drafts, ctx.jobs, spec.id, record_id, self._typed, self)
        self.name_page(self.tr_(spec.title))
        ctx.jobs.read(spec.load, record_id).then(self._on_card).otherwise(self._on_fault).start()

    # Drawing

    @Slot(object)
    def _on_card(self, card: SessionCard) -> None:
        self.card = card
        self._draw(card)
        draft = self.ctx.drafts.load(self.spec.id, self.record_id)
        if draft is not None:
            self._put_back(draft.values)
            at = hall_time(draft.at).strftime("%Y-%m-%d %H:%M")
            self.notices.addWidget(bits.band(_("What was typed on {time} and not saved has been put back.").format(time=at),
                                             "open"))
        self.notes.textChanged.connect(self.autosave.changed)
        for _read, tick in self.ticks:
            tick.toggled.connect(self.autosave.changed)
        self.decisions.idToggled.connect(self.autosave.changed)
        self.first_focus().setFocus()

    def _draw(self, card: SessionCard) -> None:
        head = bits.column(bits.label(card.title, "title"), bits.label(card.subtitle, "muted", wrap=True), spacing=4)
        self.notes.setPlainText(card.notes)
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName(_("Notes"))
        self.notes.setProperty("large", "true")
        label = bits.label(_("&Notes"), "section")
        label.setBuddy(self.notes)
        kept = bits.label(_("Kept as a draft while you type"), "small")
        left = bits.card(bits.column(bits.row(label, None, kept), self.notes, margins=16))
        right = bits.scrolled(self._right(card))
        body = bits.row(left, right, spacing=16)
        body.setStretch(0, 3)
        body.setStretch(1, 2)
        foot = bits.row(None, bits.button(_("&Back"), self.ctx.back), self.save_button)
        layout = bits.column(head, self.notices, body, foot, spacing=16)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def _right(self, card: SessionCard) -> QWidget:
        reads = [self._tick(read) for read in card.read_outs]
        choices = [self._decision(number, title) for number, (_value, title) in enumerate(card.decisions)]
        parts: list[Any] = []
        if reads:
            parts.append(bits.card(bits.column(bits.label(_("Read out"), "section"), *reads, margins=16, spacing=12)))
        if choices:
            parts.append(bits.card(bits.column(bits.label(_("Decided"), "section"), *choices, margins=16, spacing=4)))
        made = QWidget()
        made.setLayout(bits.column(*parts, None, spacing=16))
        return made

    def _tick(self, read: ReadOut) -> QWidget:
        tick = QCheckBox()
        tick.setAccessibleName(self.tr_(read.text))
        words = TickWords(self.tr_(read.text), tick)
        lines: list[Any] = [words] + ([bits.label(self.tr_(read.source), "small")] if read.source else [])
        self.ticks.append((read, tick))
        holder = QWidget()
        line = bits.row(tick, bits.column(*lines, spacing=2))
        line.setStretch(1, 1)
        holder.setLayout(line)
        return holder

    def _decision(self, number: int, title: str) -> QWidget:
        made = QRadioButton(self.tr_(title).replace("&", "&&"))
        made.setProperty("large", "true")
        self.decisions.addButton(made, number)
        return made

    def first_focus(self) -> QWidget:
        return self.notes

    # Keeping

    def _typed(self) -> dict[str, Any]:
        return {"ticks": [read.code for read, tick in self.ticks if tick.isChecked()], "notes": self.notes.toPlainText(),
                "decision": self.decisions.checkedId(), "began": self._began}

    def _put_back(self, values: dict[str, Any]) -> None:
        self._began = values["began"]
        self.notes.setPlainText(values["notes"])
        for read, tick in self.ticks:
            tick.setChecked(read.code in values["ticks"])
        chosen = self.decisions.button(values["decision"])
        if chosen is not None:
            chosen.setChecked(True)

    def keep(self) -> None:
        self.autosave.flush()

    # Ending

    @Slot()
    def save(self) -> None:
        """Hand over what was read out, noted and decided; what is missing is said first."""
        if self.card is None or self._busy:
            return
        missing = [self.tr_(read.text) for read, tick in self.ticks if read.needed and not tick.isChecked()]
        chosen = self.decisions.checkedId()
        if missing:
            self._say(_("Not yet read out: {items}").format(items=";".join(missing)), "waiting")
            return
        if self.card.decisions and chosen < 0:
            self._say(_("Choose what was decided."), "waiting")
            bits.bring(self.decisions.buttons()[0])
            return
        self._busy = True
        draft = self._typed() | {"record_id": self.record_id, "version": self.card.version,
                                 "decision": self.card.decisions[chosen][0] if chosen >= 0 else None}
        job = self.ctx.jobs.write(self.spec.save, draft, key=self._key).by(self).labelled(_("Saving"))
        job.then(self._on_saved).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_saved(self, _result: object) -> None:
        self._busy = False
        self.autosave.clear()
        self._key = new_key()
        self.ctx.notify(_("Saved"))
        self.ctx.back()
        if self.spec.after:
            self.ctx.open(self.spec.after, record_id=self.record_id)

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        self._busy = False
        fault = told(error)
        if self.card is None:
            self.setLayout(bits.column(self.notices, None, margins=16))
        self._say(str(error) if isinstance(error, UserError) else " ".join(filter(None, (fault.text, fault.advice))), "late")

    def _say(self, text: str, tone: str) -> None:
        bits.empty(self.notices)
        self.notices.addWidget(bits.band(text, tone))
