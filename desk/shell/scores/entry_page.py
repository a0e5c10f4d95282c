"""Keying in score sheets: raters at the left, one sheet at the right, a row a subject, a column a criterion.

A number and Enter goes to the next cell; at the end of a sheet it is saved and the next rater's begins, without the mouse.
"""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.scores.drafts import MarksDraft
from desk.core.scores.entering import enter_marks, is_own_row, list_differences
from desk.core.scores.queries import (
    ROUND,
    RaterRow,
    RoundRow,
    SubjectRow,
    get_round,
    get_sheet_of,
    list_marks,
    list_raters,
    list_subjects,
)
from desk.core.scores.sheets import Sheet
from desk.shell import theme
from desk.shell.jobs import new_key
from desk.shell.kit import bits
from desk.shell.kit.page import Page
from desk.shell.scores.entry_table import EntryTable


@dataclass(frozen=True, slots=True)
class Standing:
    """A round as the page shows it. differing: (rater, subject, criterion) that were keyed differently."""

    round: RoundRow
    sheet: Sheet
    subjects: tuple[SubjectRow, ...]
    raters: tuple[RaterRow, ...]
    differing: frozenset[tuple[int, int, str]]


def standing(uow: Any, round_id: int) -> Standing:
    """Read in one go."""
    return Standing(
        get_round(uow, round_id), get_sheet_of(uow, round_id), tuple(one for one in list_subjects(uow,
                                                                                                  round_id) if not one.out),
        tuple(list_raters(uow, round_id)),
        frozenset((gap.rater_id, gap.subject_id, gap.criterion) for gap in list_differences(uow, round_id)
                  if gap.first is not None and gap.second is not None))


class EntryPage(Page):
    """`EntryPage(ctx, record_id=7)` of a round."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "desk", parent)
        self.record_id, self.entry = record_id, 1
        self.standing: Standing | None = None
        self.rater: RaterRow | None = None
        self._wanted = 0
        self._build()
        self.name_page(_("Enter score sheets"))
        self.watch(ROUND, record_id)
        for keys, slot in (("Ctrl+S", self.save), ("Ctrl+Return", self.save), ("Ctrl+PgDown", self.next_rater),
                           ("Ctrl+PgUp", self.last_rater)):
            self.shortcut(keys, slot)
        self.refresh()

    def _build(self) -> None:
        self.title, self.state = bits.label("", "title"), bits.label("", "muted")
        self.hint = bits.label(_("A number, then Enter: next cell. 1 met, 0 not met; a letter for one of several. "
                                 "Delete leaves a cell blank. Ctrl+PgDn: next rater."), "small", wrap=True)
        self.second = bits.button(_("Second entry"), self.change_entry)
        self.save_button = bits.button(_("&Save the sheet (Ctrl+S)"), self.save, icon="save", main=True)
        self.raters = QListWidget()
        self.raters.setAccessibleName(_("Who rates"))
        self.raters.setMaximumWidth(theme.px(240))
        self.raters.currentRowChanged.connect(self._on_rater)
        self.table = EntryTable()
        self.table.finished.connect(self.save)
        self.table.marked.connect(self._on_marked)
        self.setFocusProxy(self.table)
        self.refused = bits.label("", wrap=True)
        self.refused.setProperty("tone", "late")
        head = bits.row(self.title, None, self.second)
        middle = bits.row(self.raters, self.table, spacing=12)
        middle.setStretch(1, 1)
        layout = bits.column(head, self.hint, middle, self.refused, bits.row(self.state, None, self.save_button), spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        self.setLayout(layout)

    # What is shown

    @Slot()
    def refresh(self) -> None:
        """Read the round again; what is typed and not saved stays."""
        if self.table.changes():
            return
        self.ctx.jobs.read(standing, self.record_id).then(self._on_standing).start()

    @Slot(object)
    def _on_standing(self, found: Standing) -> None:
        self.standing = found
        self.title.setText(found.round.title)
        self.second.setVisible(found.round.double)
        self.second.setText(_("Second entry") if self.entry == 1 else _("First entry"))
        keep = self._wanted or self.rater.id if self.rater else self._wanted
        self.raters.blockSignals(True)
        self.raters.clear()
        for one in found.raters:
            self.raters.addItem(self._item(one))
        ids = [one.id for one in found.raters]
        row = ids.index(keep) if keep in ids else next(
            (place for place, one in enumerate(found.raters) if self._marks(one) < one.wanted), 0 if ids else -1)
        self.raters.setCurrentRow(row)
        self.raters.blockSignals(False)
        self._on_rater(row)

    def _marks(self, one: RaterRow) -> int:
        return one.marks if self.entry == 1 else one.second

    def _item(self, one: RaterRow) -> QListWidgetItem:
        assert self.standing is not None
        done = self._marks(one) >= one.wanted
        mark = "✓" if done else f"{self._marks(one)}/{one.wanted}"
        return QListWidgetItem(f"{one.name}  {self.standing.sheet.role(one.role).title}  {mark}")

    @Slot(int)
    def _on_rater(self, row: int) -> None:
        if self.standing is None or not 0 <= row < len(self.standing.raters):
            self.rater = None
            self.table.clear_sheet()
            self._tell()
            return
        wanted = self.standing.raters[row]
        if self.rater is not None and wanted.id != self.rater.id and self.table.changes():
            self._wanted = wanted.id  # what was typed is saved first, then that rater's sheet is shown
            self.save()
            return
        self.rater, self._wanted = wanted, 0
        self.ctx.jobs.read(list_marks, wanted.id, self.entry).then(self._on_marks).start()

    @Slot(object)
    def _on_marks(self, marks: dict[int, dict[str, int]]) -> None:
        found, rater = self.standing, self.rater
        if found is None or rater is None:
            return
        own = {one.id for one in found.subjects if is_own_row(rater.person_id, rater.name, one.person_id, one.title)}
        red = {(subject, code) for who, subject, code in found.differing if who == rater.id}
        self.table.show_sheet(found.sheet.rated_by(rater.role), found.subjects, marks, blocked=own, red=red)
        self.table.setEnabled(found.round.state == "open")
        self._tell()

    @Slot()
    def _on_marked(self) -> None:
        self.refused.setText(self.table.sentence)
        self._tell()

    def _tell(self) -> None:
        if self.rater is None or self.standing is None:
            self.state.setText(_("Nobody rates yet."))
            return
        done = sum(self._marks(one) >= one.wanted for one in self.standing.raters)
        words = _("Entry {entry}: {done} of {all} sheets complete").format(
            entry=self.entry, done=done, all=len(self.standing.raters))
        waiting = len(self.table.changes())
        self.state.setText(words + ("  " + _("{n} marks not saved").format(n=waiting) if waiting else ""))
        self.save_button.setEnabled(bool(waiting))

    # What is done

    @Slot()
    def save(self) -> None:
        """Save this sheet; when it is whole the next rater's comes."""
        changes = self.table.changes()
        if self.rater is None:
            return
        if not changes:
            self.next_rater()
            return
        draft = MarksDraft(self.rater.id, changes, self.entry, self.rater.version)
        job = self.ctx.jobs.write(enter_marks, draft, key=new_key()).by(self).labelled(_("Saving"))
        job.then(self._on_saved).otherwise(self._on_refused).start()

    @Slot(object)
    def _on_saved(self, marks: int) -> None:
        assert self.rater is not None
        self.refused.setText("")
        whole = marks >= self.rater.wanted
        self.table.settle()
        self.ctx.notify(_("Sheet of {name} saved").format(name=self.rater.name))
        if whole and not self._wanted:
            self.rater = None
        self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_refused(self, error: BaseException) -> None:
        self._wanted = 0
        if self.standing is not None and self.rater is not None:
            self.raters.blockSignals(True)
            self.raters.setCurrentRow([one.id for one in self.standing.raters].index(self.rater.id))
            self.raters.blockSignals(False)
        if not isinstance(error, UserError):
            self.ctx.jobs.faulted.emit(error)
            return
        self.refused.setText(str(error))
        self.table.mark_wrong(set(error.fields))

    @Slot()
    def next_rater(self) -> None:
        """The next sheet."""
        self.raters.setCurrentRow(min(self.raters.currentRow() + 1, self.raters.count() - 1))

    @Slot()
    def last_rater(self) -> None:
        """The sheet before."""
        self.raters.setCurrentRow(max(self.raters.currentRow() - 1, 0))

    @Slot()
    def change_entry(self) -> None:
        """Another person enters everything again, without seeing the first entry."""
        if self.table.changes():
            self.refused.setText(_("Save the sheet first."))
            return
        self.entry, self.rater = 3 - self.entry, None
        self.refresh()
