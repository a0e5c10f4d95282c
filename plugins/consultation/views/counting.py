"""The counter of a vote: who has come, ballots printed and given out; after that is over, every ballot keyed in twice.

Of a secret vote nothing here is kept as a draft, under a request key or one ballot at a time: a batch is saved at once, in the
order of its random marks.
"""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desk.api import UserError, translator
from desk.api.qt import Page, bits
from desk.api.votes import SlipDraft, check_mark, enter, give_ballot, hand_paper, sign_in, take_back
from plugins.consultation.service.votes import find_voter
from plugins.consultation.views import reading
from plugins.consultation.views.bars import bar_block
from plugins.consultation.views.reading import CODES, Standing
from plugins.consultation.views.scan_tray import ScanTray

_ = translator("consultation")


class CountingPage(Page):
    """`CountingPage(ctx, record_id=7)` of a vote."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "consultation", parent)
        self.record_id = record_id
        self.standing: Standing | None = None
        self.entry, self.mark = 1, ""
        self.batch: list[SlipDraft] = []
        self._typed: list[str] = []  # read before the page stood, or while the one before was being judged
        self._judging = False
        self._build()
        self.name_page(_("Ballots"))
        self.watch("ballot.vote", record_id)
        self.shortcut("Ctrl+S", self.save_batch)
        self.refresh()

    def _build(self) -> None:
        self.title, self.promise = bits.label("", "title"), bits.label("", "muted", wrap=True)
        self.state, self.answer = bits.label(""), bits.label("", "counter", wrap=True)
        self.answer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.input = QLineEdit()
        self.input.setProperty("counter", "true")
        self.input.returnPressed.connect(self.take)
        self.setFocusProxy(self.input)
        self.second = bits.button(_("I am the second person"), self.change_entry)
        self.hand = bits.button(_("Ballots go out"), self.change_hand)
        self.hand.setCheckable(True)
        self.save_button = bits.button(_("Save the batch (Ctrl+S)"), self.save_batch, icon="save", main=True)
        self.file_button = bits.button(_("Save as a file"), self.let_out)
        self.tray = ScanTray(self.ctx)
        self.tray.came.connect(self.take_code)
        self.tray.refused.connect(self.refuse)
        self.bars = bits.column(spacing=12)
        head = bits.row(self.title, None, self.second, self.hand, self.file_button)
        self.panel = bits.card(bits.column(None, self.answer, None, margins=24))
        layout = bits.column(head, self.promise, self.input, self.tray, self.panel, self.bars,
                             bits.row(self.state, None, self.save_button), None,
                             spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        self.setLayout(layout)

    @Slot()
    def refresh(self) -> None:
        self.ctx.jobs.read(reading.standing, self.record_id).then(self._on_standing).start()

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        self.standing = standing
        entering, giving, coming = (standing.vote.state == state for state in ("entry", "open", "frozen"))
        self.title.setText(standing.vote.title)
        self.second.setVisible(entering)
        self.save_button.setVisible(entering)
        self.tray.setVisible(entering)
        bits.empty(self.bars)
        for text, bar in standing.bars:
            self.bars.addWidget(bits.label(text, "section", wrap=True))
            self.bars.addWidget(bar_block(bar))
        self.hand.setVisible(coming or (giving and standing.vote.method == "named"))
        self.hand.setText(_("Not here after all") if coming else _("Ballots go out"))
        self.file_button.setVisible(giving or standing.vote.state in ("counted", "closed"))
        self.file_button.setText(_("Print the ballots") if giving else _("Save the result file"))
        self.input.setEnabled(entering or giving or coming)
        self.input.setVisible(entering or giving or coming)
        self.panel.setVisible(entering or giving or coming)
        self._tell()
        self._next()

    def _tell(self) -> None:
        standing = self.standing
        assert standing is not None
        vote = standing.vote
        if vote.state == "frozen":
            self.promise.setText(_("Type the number on the roll or the name of each who has come."))
            self._prompt(_("Number on the roll, or name"))
            self.state.setText(_("{present} of {n} voters have come").format(present=vote.present, n=vote.voters))
        elif vote.state == "open":
            secret = vote.method == "secret"
            self.promise.setText(_("Mix the pile by hand; the voter takes a ballot herself. Here only her number on the roll "
                                   "is ticked, no ballot's mark.") if secret else
                                 _("Read the mark of each ballot: first when it goes out, then when it comes back."))
            self._prompt(_("Number on the roll, or name") if secret else _("Mark of the ballot"))
            self.state.setText(_("{given} of {n} voters have a ballot").format(given=vote.given, n=vote.voters))
        elif vote.state == "entry":
            self.promise.setText(_("Shake the box first. For each question type 1 for, 2 against, 3 abstain, 0 left blank, "
                                   "9 invalid."))
            self._prompt(_("Choices, one digit a question") if self.mark else _("Mark of the ballot"))
            self.second.setText(_("I am the second person") if self.entry == 1 else _("I am the first person"))
            done = standing.first if self.entry == 1 else standing.second
            words = _("Entry {entry}: {done} of {all} saved, {waiting} waiting to be saved").format(
                entry=self.entry, done=done, all=vote.returned, waiting=len(self.batch))
            if standing.first == standing.second == vote.returned:
                words += "  " + _("{n} read differently: {marks}").format(
                    n=len(standing.differing), marks=" ".join(standing.differing))
            self.state.setText(words)
        else:
            self.promise.setText(_("Anybody may count the result file again with: desk recount FILE"))
            self.state.setText(_("Check code: {code}").format(code=vote.check_code) if vote.check_code else "")

    def _prompt(self, text: str) -> None:
        self.input.setPlaceholderText(text)
        self.input.setAccessibleName(text)

    # What is typed or scanned

    @Slot()
    def take(self) -> None:
        """Enter ends what was typed or read."""
        text = self.input.text().strip()
        self.input.clear()
        if text:
            self._typed.append(text)
            self._next()

    def _next(self) -> None:
        """Judge what was typed next, one after the other: what a digit means depends on the ballot before it."""
        if self._judging or not self._typed or self.standing is None:
            return
        vote, text = self.standing.vote, self._typed.pop(0)
        if vote.state == "frozen":
            self._with_voter(text, sign_in, not self.hand.isChecked())
        elif vote.state == "open" and vote.method == "secret":
            self._with_voter(text, give_ballot)
        elif vote.state == "open":
            verb = hand_paper if self.hand.isChecked() else take_back
            self._judging = True
            self.ctx.jobs.write(verb, self.record_id, text).by(self).then(self._on_written).otherwise(self.refuse).start()
        elif self.mark:
            self._choose(text)
        else:
            self.take_code(text)

    @Slot(str)
    def take_code(self, text: str) -> None:
        """A ballot's mark, typed, read by a reader or from a picture."""
        self._judging = True
        self.ctx.jobs.read(check_mark, self.record_id, self.entry, text).then(self._on_mark).otherwise(self.refuse_mark).start()

    def _with_voter(self, text: str, verb: Any, *present: bool) -> None:
        """Note something of a voter on the roll: that she came, or was given a ballot; nothing is kept of when."""
        assert self.standing is not None
        try:
            voter, self._accepted = find_voter(self.standing.places, text)
        except UserError as error:
            self.refuse(error)
            return
        self._judging = True
        who = (voter,) if present else voter
        self.ctx.jobs.write(verb, self.record_id, who, *present).by(self).then(self._on_written).otherwise(self.refuse).start()

    @Slot(object)
    def _on_written(self, result: object) -> None:
        self._judging = False
        self._say(True, str(result) if isinstance(result, str) else self._accepted)
        self.refresh()

    @Slot(object)
    def _on_mark(self, mark: str) -> None:
        if any(slip.mark == mark for slip in self.batch):
            self.refuse_mark(UserError(_("This ballot is in the batch already.")))
            return
        self._judging = False
        self.mark = mark
        self._say(True, mark)
        self._tell()
        self._next()

    def _choose(self, text: str) -> None:
        assert self.standing is not None
        choices = tuple(CODES.get(letter, "") for letter in text)
        if len(choices) != len(self.standing.vote.questions) or "" in choices:
            self.refuse(UserError(_("Type one of 1, 2, 3, 0, 9 for each question; nothing was counted.")))
            return
        reason, names = self._why() if "invalid" in choices else ("", ())
        if "invalid" in choices and len(names) < 2:
            self.refuse(UserError(_("An invalid ballot needs a reason and two names; nothing was counted.")))
            return
        self.batch.append(SlipDraft(self.mark, choices, reason=reason, names=names))
        self.mark = ""
        self._say(True, text)
        self._tell()
        if self.tray.busy:
            self.tray.next()
        self._next()

    def _why(self) -> tuple[str, tuple[str, ...]]:
        reason = self.ctx.asker.ask_text(_("Why is it invalid?")) or ""
        said = self.ctx.asker.ask_text(_("Two names, separated by 、")) or "" if reason else ""
        return reason, tuple(name for name in said.split("、") if name.strip())

    @Slot()
    def save_batch(self) -> None:
        """Save what is waiting; a refused batch stays here."""
        if not self.batch or self.standing is None or self.standing.vote.state != "entry":
            return
        self.ctx.jobs.write(enter, self.record_id, self.entry, tuple(self.batch)).by(self).then(self._on_saved).otherwise(
            self.refuse).start()

    @Slot(object)
    def _on_saved(self, _count: object) -> None:
        self.batch.clear()
        self._say(True, _("Saved"))
        self.refresh()

    @Slot()
    def change_entry(self) -> None:
        """Another person enters everything again."""
        if self.batch or self.mark or self.tray.busy:
            self.refuse(UserError(_("Save the batch first.")))
            return
        self.entry = 3 - self.entry
        self._tell()
        self.input.setFocus()

    @Slot()
    def change_hand(self) -> None:
        """Named ballots go out or come back."""
        self.input.setFocus()

    @Slot(object)
    def refuse_mark(self, error: BaseException) -> None:
        """As `refuse`; of pictures, the next one is shown."""
        self.refuse(error)
        if self.tray.busy:
            self.tray.next()

    @Slot(object)
    def refuse(self, error: BaseException) -> None:
        """A sentence and a bell; nothing was counted, and what was typed on in the belief that it was is let go."""
        self._judging = False
        self._typed.clear()
        if not isinstance(error, UserError):
            self.ctx.jobs.faulted.emit(error)
            return
        QApplication.beep()
        self._say(False, str(error))

    def _say(self, accepted: bool, text: str) -> None:
        self.answer.setText(("✓ " if accepted else "✕ ") + text)
        self.answer.setProperty("tone", "done" if accepted else "late")
        bits.restyle(self.answer)

    # Files

    @Slot()
    def let_out(self) -> None:
        """The ballots, to look at and print, or the result file where she wants it."""
        assert self.standing is not None
        if self.standing.vote.state == "open":
            self.ctx.open("consultation.ballots", record_id=self.record_id)
            return
        name = f"{self.standing.vote.title}-{self.standing.vote.check_code}.json"
        path = self.ctx.asker.save_file(_("Save as a file"), name, "*.json")
        if path is not None:
            self.ctx.jobs.work(reading.write_result, self.record_id, path).then(self._on_file).otherwise(self.refuse).start()

    @Slot(object)
    def _on_file(self, path: object) -> None:
        self._say(True, str(path))
