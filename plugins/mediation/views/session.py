"""The mediator's screen for the session itself: calm, large, one look. What is read out gets its tick and time, notes are
typed with a click for who speaks, phrases stand ready, and at the end stands what was decided. Kept while it is typed.
"""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from desk.api import UserError, hall_time, translator
from desk.api.qt import AutoSave, Page, PhraseButton, bits, new_key, px
from plugins.mediation.grounds import WAYS
from plugins.mediation.pages.pickers import phrases
from plugins.mediation.pages.sitting import SittingCard, load_sitting, sitting_draft
from plugins.mediation.service.sessions import record_session

_ = translator("mediation")
FORM = "mediation.sitting"
ENDED = ("failed", "refused")


class Words(QLabel):
    """Words over several lines that are never cut: as high as they need at the width they got. A click on them ticks."""

    def __init__(self, text: str, tick: QCheckBox) -> None:
        super().__init__(text)
        self._tick = tick
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._tick.toggle()


class SittingPage(Page):
    """`SittingPage(ctx, record_id=dispute id)`."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "mediation", parent)
        self.record_id = record_id
        self.card: SittingCard | None = None
        self._began, self._key, self._busy = ctx.clock.now(), new_key(), False
        self.ticks: dict[str, tuple[QCheckBox, QLabel]] = {}
        self.ticked: dict[str, Any] = {}
        self.here: dict[int, QCheckBox] = {}
        self.refuses: dict[int, QCheckBox] = {}
        self.outcomes, self.notices = QButtonGroup(self), bits.column(spacing=8)
        self.record, self.private, self.reason = QPlainTextEdit(), QPlainTextEdit(), QLineEdit()
        self.way, self.legal_worker = QComboBox(), QLineEdit()
        self.remedies = QCheckBox(_("The other ways were told (arbitration, administrative, court)"))
        self.save_button = bits.button(_("&End the session (Ctrl+S)"), self.save, icon="check", main=True)
        self.autosave = AutoSave(ctx.drafts, ctx.jobs, FORM, record_id, self.typed, self)
        self.shortcut("Ctrl+S", self.save)
        self.shortcut("Ctrl+Return", self.save)
        self.name_page(_("Session"))
        ctx.jobs.read(load_sitting, record_id).then(self._on_card).otherwise(self._on_fault).start()

    def first_focus(self) -> QWidget:
        return self.record

    def keep(self) -> None:
        self.autosave.flush()

    # Drawing

    @Slot(object)
    def _on_card(self, card: SittingCard) -> None:
        self.card = card
        self.name_page(card.title)
        began = _("Session {n}, began at {time}").format(n=card.number, time=f"{hall_time(self._began):%H:%M}")
        self.began_label = bits.label(began, "muted")
        head = bits.row(bits.label(card.title, "title"), None, self.began_label)
        body = bits.row(self._notes(card), bits.scrolled(self._side(card)), spacing=16)
        body.setStretch(0, 3)
        body.setStretch(1, 2)
        kept = bits.label(_("Kept as a draft while you type"), "small")
        foot = bits.row(kept, None, bits.button(_("&Back"), self.ctx.back), self.save_button)
        layout = bits.column(head, bits.label(card.subtitle, "muted", wrap=True), self.notices, body, foot, spacing=12)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self._put_back()
        self._follow()
        self._listen()
        self.record.setFocus()

    def _notes(self, card: SittingCard) -> QWidget:
        for edit, name in ((self.record, _("What is said")), (self.private, _("Private note, never printed"))):
            edit.setTabChangesFocus(True)
            edit.setAccessibleName(name)
        self.record.setProperty("large", "true")
        self.private.setFixedHeight(px(64))
        label = bits.label(_("&What is said"), "section")
        label.setBuddy(self.record)
        speakers = [self._speaker(name) for name in card.speakers]
        self.phrases = PhraseButton(self.ctx, "mediation.record", self.record, source=phrases)
        below = bits.row(bits.picture("lock", "late", 16), bits.label(_("Private note, never printed"), "muted"), None)
        inside = bits.column(bits.row(label, None, *speakers, self.phrases), self.record, below, self.private, margins=16)
        inside.setStretch(1, 1)
        return bits.card(inside)

    def _speaker(self, name: str) -> QWidget:
        made = bits.CarryingButton(name[:8], name)
        made.setProperty("flat", "true")
        made.setToolTip(_("Put “{name}” on a new line").format(name=name))
        made.picked.connect(self._speaks)
        return made

    def _side(self, card: SittingCard) -> QWidget:
        reads = [self._read_out(one.code, one.text, one.source) for one in card.read_outs]
        people = [self._person(party_id, name) for party_id, name in card.parties]
        decisions = [self._decision(number, title) for number, (_code, title) in enumerate(card.outcomes)]
        pairs = [bits.row(*decisions[place:place + 2]) for place in range(0, len(decisions), 2)]
        self.reason.setPlaceholderText(_("Reason, as it goes into the record"))
        self.reason.setAccessibleName(self.reason.placeholderText())
        parts = (bits.card(bits.column(bits.label(_("Read out"), "section"), *reads, margins=12, spacing=0)),
                 bits.card(bits.column(bits.label(_("Who is here"), "section"), *people, margins=12, spacing=2)),
                 bits.card(bits.column(bits.label(_("Decided"), "section"), *pairs, self.reason, self.remedies, margins=12,
                                       spacing=4)), self._way(card))
        made = QWidget()
        made.setLayout(bits.column(*parts, None, spacing=12))
        return made

    def _way(self, card: SittingCard) -> QWidget:
        """By law, by virtue, by consultation: as planned until she says otherwise; by law names the legal worker."""
        for code, title in WAYS:
            self.way.addItem(title, code)
        self.way.setAccessibleName(_("Way of mediating"))
        self.legal_worker.setPlaceholderText(_("Legal worker who came"))
        self.legal_worker.setAccessibleName(self.legal_worker.placeholderText())
        self.legal_worker.setText(card.legal_worker)
        self.way.currentIndexChanged.connect(self._on_way)
        self.way.setCurrentIndex(self.way.findData(card.way))
        self._on_way()
        return bits.card(bits.column(bits.label(_("Way of mediating"), "section"), bits.row(self.way, self.legal_worker),
                                     margins=12, spacing=4))

    @Slot()
    def _on_way(self) -> None:
        self.legal_worker.setVisible(self.way.currentData() == "law")

    def _read_out(self, code: str, text: str, source: str) -> QLayout:
        tick, when = QCheckBox(), bits.label("", "small")
        tick.setAccessibleName(text)
        tick.setProperty("code", code)
        tick.toggled.connect(self._on_tick)
        self.ticks[code] = (tick, when)
        words = Words(text, tick)
        for part in (words, tick):
            part.setToolTip(source)
        when.setFixedWidth(px(40))
        line = bits.row(tick, words, when, spacing=4)
        line.setStretch(1, 1)
        return line

    def _person(self, party_id: int, name: str) -> QWidget:
        self.here[party_id], self.refuses[party_id] = QCheckBox(name), QCheckBox(_("refuses mediation"))
        self.here[party_id].setChecked(True)
        self.refuses[party_id].setAccessibleName(_("{name} refuses mediation").format(name=name))
        self.refuses[party_id].toggled.connect(self._on_refusal)
        made = QWidget()
        made.setLayout(bits.row(self.here[party_id], None, self.refuses[party_id]))
        return made

    def _decision(self, number: int, title: str) -> QWidget:
        made = QRadioButton(_(title).replace("&", "&&"))
        self.outcomes.addButton(made, number)
        return made

    # What happens

    def _listen(self) -> None:
        """From now on every change is kept."""
        self.way.currentIndexChanged.connect(self.autosave.changed)
        for edit in (self.record, self.private, self.reason, self.legal_worker):
            edit.textChanged.connect(self.autosave.changed)
        for box in (*self.here.values(), *self.refuses.values(), self.remedies, *(tick for tick, _when in self.ticks.values())):
            box.toggled.connect(self.autosave.changed)
        self.outcomes.idToggled.connect(self._on_outcome)

    @Slot(object)
    def _speaks(self, name: str) -> None:
        text = self.record.toPlainText()
        self.record.moveCursor(self.record.textCursor().MoveOperation.End)
        self.record.insertPlainText(("\n" if text and not text.endswith("\n") else "") + f"{name}：")
        self.record.setFocus()

    @Slot(bool)
    def _on_tick(self, on: bool) -> None:
        code = self.sender().property("code")
        if on:
            self.ticked.setdefault(code, self.ctx.clock.now())
        else:
            self.ticked.pop(code, None)
        self._show_time(code)

    def _show_time(self, code: str) -> None:
        at = self.ticked.get(code)
        self.ticks[code][1].setText(f"{hall_time(at):%H:%M}" if at else "")

    @Slot(bool)
    def _on_refusal(self, on: bool) -> None:
        if on:
            self._choose("refused")

    def _choose(self, code: str) -> None:
        if self.card is not None:
            place = next(number for number, (known, _title) in enumerate(self.card.outcomes) if known == code)
            self.outcomes.button(place).setChecked(True)

    @Slot(int, bool)
    def _on_outcome(self, _number: int, _on: bool) -> None:
        self._follow()
        self.autosave.changed()

    def _follow(self) -> None:
        ended = self._outcome() in ENDED
        self.reason.setVisible(ended)
        self.remedies.setVisible(ended)

    def _outcome(self) -> str:
        chosen = self.outcomes.checkedId()
        return self.card.outcomes[chosen][0] if self.card is not None and chosen >= 0 else ""

    # Keeping and ending

    def typed(self) -> dict[str, Any]:
        """What stands on the screen."""
        return {"began": self._began, "ticks": dict(self.ticked), "record": self.record.toPlainText(),
                "private": self.private.toPlainText(), "reason": self.reason.text(), "remedies": self.remedies.isChecked(),
                "present": [party for party, box in self.here.items() if box.isChecked()],
                "refused_by": next((party for party, box in self.refuses.items() if box.isChecked()), None),
                "outcome": self._outcome(), "way": self.way.currentData(), "legal_worker": self.legal_worker.text()}

    def _put_back(self) -> None:
        """What was typed before a lock, a power cut or a look elsewhere."""
        draft = self.ctx.drafts.load(FORM, self.record_id)
        if draft is None:
            return
        kept = draft.values
        self._began = kept["began"]
        self.record.setPlainText(kept["record"])
        self.private.setPlainText(kept["private"])
        self.reason.setText(kept["reason"])
        self.remedies.setChecked(kept["remedies"])
        self.way.setCurrentIndex(max(self.way.findData(kept.get("way")), 0))
        self.legal_worker.setText(kept.get("legal_worker") or "")
        for party, box in self.here.items():
            box.setChecked(party in kept["present"])
        for party, box in self.refuses.items():
            box.setChecked(party == kept["refused_by"])
        self.ticked = dict(kept["ticks"])
        for code, (tick, _when) in self.ticks.items():
            tick.setChecked(code in self.ticked)
            self._show_time(code)
        if kept["outcome"]:
            self._choose(kept["outcome"])
        at = f"{hall_time(draft.at):%Y-%m-%d %H:%M}"
        self._say(_("What was typed on {time} and not saved has been put back.").format(time=at), "open")

    @Slot()
    def save(self) -> None:
        """Hand over; what is lacking is said first, beside nothing being lost."""
        if self.card is None or self._busy:
            return
        lacking = [one.text for one in self.card.read_outs if one.needed and one.code not in self.ticked]
        if lacking and not self.card.rights_known:
            self._say(_("Not yet read out: {items}").format(items=lacking[0]), "waiting")
            bits.bring(self.ticks[next(one.code for one in self.card.read_outs if one.text == lacking[0])][0])
            return
        if not self._outcome():
            self._say(_("Choose what was decided."), "waiting")
            bits.bring(self.outcomes.buttons()[0])
            return
        self._busy = True
        draft = sitting_draft(self.card, self.typed(), self.ctx.clock.now())
        self.ctx.jobs.write(record_session, draft, key=self._key).by(self).labelled(_("Saving")).then(
            self._on_saved).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_saved(self, _session_id: object) -> None:
        self._busy, self._key, agreed = False, new_key(), self._outcome() == "agreed"
        self.autosave.clear()
        self.ctx.notify(_("Saved"))
        self.ctx.back()
        if agreed:
            self.ctx.open("mediation.agreement_form", record_id=self.record_id)

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        self._busy = False
        if self.card is None:
            self.setLayout(bits.column(self.notices, None, margins=16))
        words = " ".join(error.fields.values()) if isinstance(error, UserError) and error.fields else str(error)
        self._say(words, "late")

    def _say(self, text: str, tone: str) -> None:
        bits.empty(self.notices)
        self.notices.addWidget(bits.band(text, tone))
