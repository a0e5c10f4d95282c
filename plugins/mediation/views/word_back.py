"""A draft's Word file read back: what it words otherwise stands beside what the draft says; nothing is changed before that."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desk.api import UserError, translator
from desk.api.qt import Page, SideBySide, bits, new_key
from plugins.mediation.exchange.word_back import ComeBack, come_back, shown
from plugins.mediation.models import EarlierWording
from plugins.mediation.service.agreements import current_agreement
from plugins.mediation.service.intake import seen
from plugins.mediation.service.worded import closing_of, take_word_back

_ = translator("mediation")


class WordBackPage(Page):
    """`WordBackPage(ctx, record_id=7)`: of a dispute's newest draft."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "mediation", parent)
        self.record_id = record_id
        self.found: ComeBack | None = None
        self.choose_button = bits.button(_("&Choose the Word file"), self.choose, icon="upload", main=True)
        self.take_button = bits.button(_("&Take the file's wording over"), self.take, icon="check", main=True)
        self.told, self.notices, self.sides = bits.label(role="small"), bits.column(spacing=8), SideBySide()
        self.name_page(_("Read the Word file back"))
        head = bits.row(bits.label(self.page_title, "title"), None, self.told, self.choose_button)
        foot = bits.row(None, bits.button(_("&Back"), ctx.back), self.take_button)
        layout = bits.column(head, self.notices, bits.scrolled(self.sides), foot, spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        self.setLayout(layout)
        self._say(_("Choose the file that was saved from this draft and changed in the word processor. You see what it changes "
                    "before anything is changed here."))

    def first_focus(self) -> QWidget:
        return self.choose_button

    @Slot()
    def choose(self) -> None:
        """Read a file and show it beside the draft."""
        path = self.ctx.asker.open_file(self.page_title, "Word (*.docx)")
        if path is not None:
            self.ctx.jobs.read(_look, self.record_id, path).labelled(_("Reading")).then(self._on_found).otherwise(
                self._on_refused).start()

    @Slot()
    def take(self) -> None:
        """The file's words become the draft's."""
        if self.found is not None:
            self.take_button.setEnabled(False)
            self.ctx.jobs.write(take_word_back, self.found.draft, key=new_key()).labelled(_("Saving")).then(
                self._on_taken).otherwise(self._on_refused).start()

    @Slot(object)
    def _on_found(self, found: ComeBack) -> None:
        self.found = found
        bits.empty(self.notices)
        if found.stale:
            self.notices.addWidget(bits.band(_("The draft was changed here after this file was saved: what was changed since "
                                               "shows as taken back."), "waiting"))
        if found.outside:
            what = "；".join(f"{before or '—'} → {after or '—'}" for before, after in found.outside[:3])
            self.notices.addWidget(bits.band(_("Not read, change it in the form: {what}").format(what=what[:200]), "waiting"))
        changed = self.sides.show_texts(found.before, found.after, (_("The draft here"), _("The file")))
        self.told.setText(_("{n} lines differ").format(n=changed) if changed else _("The file says what the draft says."))
        self.take_button.setVisible(bool(changed))
        self.take_button.setEnabled(True)
        (self.take_button if changed else self.choose_button).setFocus()

    @Slot(object)
    def _on_refused(self, error: BaseException) -> None:
        self._say("")
        if isinstance(error, UserError):
            self.notices.addWidget(bits.band(" ".join(filter(None, (str(error), error.todo))), "late"))
        else:
            self.ctx.jobs.faulted.emit(error)
        self.choose_button.setFocus()

    @Slot(object)
    def _on_taken(self, _result: Any) -> None:
        self.ctx.notify(_("The draft says what the file says; what it said before is kept on the case's page."))
        self.ctx.back()

    def _say(self, words: str) -> None:
        self.found = None
        bits.empty(self.notices)
        self.sides.say(words)
        self.told.setText("")
        self.take_button.hide()


class EarlierPage(Page):
    """`EarlierPage(ctx, record_id=3)`: an earlier wording beside the newest version of the agreement."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "mediation", parent)
        self.told, self.sides = bits.label(role="small"), SideBySide()
        self.name_page(_("Earlier wording"))
        head = bits.row(bits.label(self.page_title, "title"), None, self.told)
        layout = bits.column(head, bits.scrolled(self.sides), spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        self.setLayout(layout)
        ctx.jobs.read(_earlier, record_id).then(self._on_read).start()

    @Slot(object)
    def _on_read(self, texts: tuple[str, str]) -> None:
        changed = self.sides.show_texts(*texts, (_("Before the file was read back"), _("Now")))
        self.told.setText(_("{n} lines differ").format(n=changed))


def _look(uow: Any, dispute_id: int, path: Path) -> ComeBack:
    return come_back(uow, dispute_id, path.name, path.read_bytes())


def _earlier(uow: Any, wording_id: int) -> tuple[str, str]:
    old = uow.get(EarlierWording, wording_id)
    seen(uow, old.dispute_id)
    new = current_agreement(uow, old.dispute_id)
    return (shown(old.facts, old.clauses, old.performance, old.closing),
            shown(new.facts, new.clauses, new.performance, closing_of(new)) if new is not None else "")
