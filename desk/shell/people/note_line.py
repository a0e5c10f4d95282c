"""The ten-second note: one line on the card, Enter keeps it. What is half typed survives leaving, a lock and a power cut."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from desk.core.i18n import _
from desk.core.people.households import NOTE_LIMIT, note_visit
from desk.core.people.reader import read_line
from desk.shell.drafts import AutoSave
from desk.shell.faults import told
from desk.shell.jobs import new_key
from desk.shell.kit import bits
from desk.shell.kit.fields.base import line_edit


class NoteLine(QFrame):
    """`owner`: "person" or "household". noted(): it is kept."""

    noted = Signal()

    def __init__(self, ctx: Any, owner: str, record_id: int) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.ctx, self._owner, self._record_id, self._key = ctx, owner, record_id, new_key()
        self.edit = line_edit(max_length=NOTE_LIMIT)
        self.edit.setPlaceholderText(_("What was seen or said; Enter keeps it with date and your name"))
        self.edit.setAccessibleName(_("Visit note"))
        self.button = bits.button(_("&Keep the note"), self.keep_note, icon="check")
        self._trouble = bits.label(role="mark", wrap=True)
        self._trouble.hide()
        label = bits.label(_("&Visit note"), "section")
        label.setBuddy(self.edit)
        self.setLayout(bits.column(bits.row(label, self.edit, self.button), self._trouble, margins=8, spacing=4))
        self.autosave = AutoSave(ctx.drafts, ctx.jobs, f"people.note.{owner}", record_id, self._values, self)
        self._restore()
        self.edit.textEdited.connect(self._on_edited)
        self.edit.returnPressed.connect(self.keep_note)

    def _values(self) -> dict[str, Any]:
        return {"text": self.edit.text()}

    def _restore(self) -> None:
        draft = self.ctx.drafts.load(f"people.note.{self._owner}", self._record_id)
        if draft is not None:
            self.edit.setText(draft.values.get("text", ""))

    @Slot()
    def _on_edited(self) -> None:
        self._say("")
        self.autosave.changed()

    @Slot()
    def keep_note(self) -> None:
        """Save what is typed; a number from a card reader is not taken for a note."""
        text = self.edit.text().strip()
        if not text or not self.button.isEnabled():
            self.edit.setFocus()
            return
        if read_line(text).number and len(text) < 24:
            self._say(_("This is an identity number, no note. Look for the person in the box (Ctrl+K)."))
            return
        self.button.setEnabled(False)
        job = self.ctx.jobs.write(note_visit, text, *self._whom(), key=self._key).by(self)
        job.labelled(_("Saving")).then(self._on_kept).otherwise(self._on_fault).start()

    def _whom(self) -> tuple[int | None, int | None]:
        return (self._record_id, None) if self._owner == "person" else (None, self._record_id)

    @Slot(object)
    def _on_kept(self, _note: object) -> None:
        self._key = new_key()
        self.edit.clear()
        self.autosave.clear()
        self.button.setEnabled(True)
        self.ctx.notify(_("The note is kept"))
        self.noted.emit()

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        self.button.setEnabled(True)
        found = told(error)
        self._say(" ".join(filter(None, (found.text, found.advice))))

    def _say(self, text: str) -> None:
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))
