"""Backups: is there a good one, make one now, take one to a stick, and how to get one back."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desk.core.actor import Actor
from desk.core.backup.archive import REASONS
from desk.core.clock import hall_time
from desk.core.i18n import _
from desk.shell import theme
from desk.shell.context import HouseContext
from desk.shell.faults import told
from desk.shell.jobs import JobContext
from desk.shell.kit import bits
from desk.shell.ports import BackupRow, Desk

STALE_DAYS = 3
SUFFIX, RESTORE = ".deskbackup", "desk.backup.restore"


class BackupPage(QWidget):
    """Backups lie in the data folder; one on another medium is what survives a broken disk, and the page says so."""

    def __init__(self, ctx: HouseContext, start: bool = False) -> None:
        super().__init__()
        self.setObjectName("page")
        self.ctx = ctx
        self.rows: list[BackupRow] = []
        self.lead = bits.label(_("Reading…"), "muted", wrap=True)
        self.make = bits.button(_("Back up now"), self._make, icon="database", main=True)
        self.copy = bits.button(_("Copy to another disk…"), self._copy, icon="hard-drive")
        self.copy.setEnabled(False)
        self.table = self._table()
        self.trouble = bits.label("", "mark", wrap=True)
        self.trouble.hide()
        self.restore = bits.button(_("&Get this one back…"), self._restore, icon="undo-2")
        self.restore_file = bits.button(_("Get one back from a &file…"), self._restore_file, icon="folder-open")
        self.restore.setEnabled(False)
        advice = bits.label(_("A backup on this computer does not survive its disk. Copy one to a stick or another computer "
                              "every week."), "muted", wrap=True)
        foot = bits.row(advice, self.restore, self.restore_file)
        foot.setStretch(0, 1)
        for button in (self.restore, self.restore_file):
            bits.hide_unless(button, ctx.actor.may(RESTORE) and ctx.desk.backup_folder is not None)
        head = bits.row(bits.column(bits.label(_("Backups"), "title"), self.lead, spacing=4), None, self.copy, self.make)
        self.setLayout(bits.column(head, self.trouble, self.table, foot, margins=16, spacing=12))
        self.refresh()
        if start:
            QTimer.singleShot(0, self, self._make)

    def first_focus(self) -> QWidget:
        return self.make

    @Slot()
    def refresh(self) -> None:
        """Look into the folder again."""
        self.ctx.jobs.work(_list, self.ctx.desk).then(self._listed).otherwise(self._failed).start()

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setHorizontalHeaderLabels([_("Made"), _("Why"), _("Size"), _("State")])
        table.setAccessibleName(_("Backups"))
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.px(34))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setHighlightSections(False)
        table.itemSelectionChanged.connect(self._selected)
        return table

    @Slot(object)
    def _listed(self, rows: list[BackupRow]) -> None:
        self.rows = rows
        self.lead.setText(self._sentence())
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            at = hall_time(row.at)
            cells = (f"{at:%Y-%m-%d %H:%M}", _(REASONS.get(row.reason, row.reason)), _size(row.size),
                     _("Checked") if row.checked else _("Not checked"))
            for column, text in enumerate(cells):
                self.table.setItem(place, column, QTableWidgetItem(text))
        if rows:
            self.table.selectRow(0)

    def _sentence(self) -> str:
        if not self.rows:
            return _("There is no backup yet. Make the first one now.")
        newest = self.rows[0].at
        days = (self.ctx.clock.today() - hall_time(newest).date()).days
        if days >= STALE_DAYS:
            return _("The newest backup is {n} days old. Make one now.").format(n=days)
        return _("The newest backup is of {time}.").format(time=f"{hall_time(newest):%Y-%m-%d %H:%M}")

    @Slot()
    def _selected(self) -> None:
        self.copy.setEnabled(bool(self.table.selectedItems()))
        self.restore.setEnabled(bool(self.table.selectedItems()))

    @Slot()
    def _make(self) -> None:
        if not self.make.isEnabled():
            return
        self.make.setEnabled(False)
        self.trouble.hide()
        job = self.ctx.jobs.work(_back_up, self.ctx.desk, self.ctx.actor).labelled(_("Backing up"))
        job.then(self._made).otherwise(self._failed).whenever(self._ready).start()

    @Slot(object)
    def _made(self, row: BackupRow) -> None:
        self.ctx.notify(_("Backed up and checked: {name}").format(name=row.name))
        self.refresh()

    @Slot()
    def _ready(self) -> None:
        self.make.setEnabled(True)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        found = told(error)
        self.trouble.setText(f"{found.text} {found.advice}".strip())
        self.trouble.show()

    @Slot()
    def _restore(self) -> None:
        folder = self.ctx.desk.backup_folder
        if folder is not None:
            self._rehearse(folder / self.rows[self.table.currentRow()].name)

    @Slot()
    def _restore_file(self) -> None:
        path = self.ctx.asker.open_file(_("Which backup?"), f"*{SUFFIX}")
        if path is not None:
            self._rehearse(path)

    def _rehearse(self, path: Path) -> None:
        """First see whether it can be restored at all; only then ask."""
        self.trouble.hide()
        self._wanted = path
        job = self.ctx.jobs.work(_rehearse, self.ctx.desk, self.ctx.actor, path).labelled(_("Trying the backup"))
        job.then(self._rehearsed).otherwise(self._failed).start()

    @Slot(object)
    def _rehearsed(self, rows: int) -> None:
        sure = self.ctx.asker.confirm(
            _("Get {name} back?").format(name=self._wanted.name), yes=_("Get it back and start again"), danger=True,
            detail=_("It is whole and holds {rows:,} rows. Whatever was entered since it was made will not be in the data any "
                     "more. The data of now are backed up first, and can be got back the same way.").format(rows=rows))
        if sure:
            self.ctx.desk.wish_restore(self.ctx.actor, self._wanted)
            self.ctx.leave("restart")

    @Slot()
    def _copy(self) -> None:
        row = self.rows[self.table.currentRow()]
        target = self.ctx.asker.save_file(_("Copy the backup to"), row.name)
        folder = self.ctx.desk.backup_folder
        if target is not None and folder is not None:
            job = self.ctx.jobs.work(_copy_file, folder / row.name, target).labelled(_("Copying the backup"))
            job.then(self._copied).otherwise(self._failed).start()

    @Slot(object)
    def _copied(self, target: Path) -> None:
        self.ctx.notify(_("Copied to {path}").format(path=target))


def _list(_context: JobContext, desk: Desk) -> list[BackupRow]:
    return list(desk.backups())


def _back_up(context: JobContext, desk: Desk, actor: Actor) -> BackupRow:
    return desk.back_up(actor, context.progress)


def _rehearse(_context: JobContext, desk: Desk, actor: Actor, path: Path) -> int:
    return desk.rehearse_restore(actor, path)


def _copy_file(_context: JobContext, source: Path, target: Path) -> Path:
    """Beside first, then in place: a stick pulled out leaves no half backup under the right name."""
    beside = target.with_name(target.name + ".part")
    try:
        shutil.copyfile(source, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    return target


def _size(count: int) -> str:
    return f"{count / 1_000_000:,.1f} MB" if count >= 100_000 else f"{count / 1000:,.0f} KB"
