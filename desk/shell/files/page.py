"""The files of one record: photos of a posting, scans of what was signed. Add, look, save, rename, take away with a reason."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, Qt, Slot
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from desk.core.clock import hall_time
from desk.core.db.uow import UnitOfWork
from desk.core.files.queries import AttachmentRow, get_bytes, list_attachments
from desk.core.files.service import ATTACH, attach, remove, rename_attachment
from desk.core.i18n import _
from desk.shell import theme
from desk.shell.doing import carry_out
from desk.shell.jobs import new_key
from desk.shell.kit import bits
from desk.shell.kit.page import Page

SIDE, PICTURES = 420, ("image/jpeg", "image/png", "image/gif", "image/bmp", "image/webp")
FILES = "*.jpg *.jpeg *.png *.pdf *.docx *.xlsx *.txt"


class FilesPage(Page):
    """`FilesPage(ctx, owner_kind="notice", owner_id=7, title="公示")`: files left, the chosen picture right.

    label: title of what is added here ("施工前"), so that papers tell such photos from others of the same record.
    """

    def __init__(self, ctx: Any, *, owner_kind: str, owner_id: int, title: str = "", label: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent=parent)
        self.owner_kind, self.owner_id, self.label = owner_kind, owner_id, label
        self.may = ctx.may(ATTACH)
        self.rows: list[AttachmentRow] = []
        self._list = bits.column(spacing=8)
        inside = QWidget()
        inside.setLayout(self._list)
        self.add_button = bits.button(_("&Add a file (Ctrl+N)"), self.add, icon="plus", main=True)
        bits.hide_unless(self.add_button, self.may)
        self.shown = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.shown.setMinimumWidth(theme.px(SIDE))
        head = bits.row(bits.label(_("Files of {title}").format(title=title) if title else _("Files"), "title"), None,
                        self.add_button)
        layout = bits.column(head, bits.row(bits.scrolled(inside), self.shown, spacing=12), spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        self.setLayout(layout)
        self.shortcut("Ctrl+N", self.add)
        self.name_page(_("Files of {title}").format(title=title) if title else _("Files"))
        self.watch(owner_kind, owner_id)
        self.refresh()

    def first_focus(self) -> QWidget:
        return self.add_button if self.may else self

    @Slot()
    def refresh(self) -> None:
        self.ctx.jobs.read(list_attachments, self.owner_kind, self.owner_id).then(self._on_rows).start()

    @Slot(object)
    def _on_rows(self, rows: list[AttachmentRow]) -> None:
        self.rows = rows
        bits.empty(self._list)
        for row in rows:
            self._list.addWidget(self._card(row))
        if not rows:
            self._list.addWidget(
                bits.label(_("No files yet. Add a photo of the posting or a scan of the signed paper."), "small", wrap=True)
            )
            self.shown.clear()
        self._list.addStretch(1)
        picture = next((row for row in reversed(rows) if row.mime in PICTURES), None)
        if picture is not None:
            self.look(picture)

    def _card(self, row: AttachmentRow) -> QWidget:
        words = bits.label(row.title or row.file_name, "section", wrap=True)
        about = bits.label(f"{hall_time(row.at):%Y-%m-%d %H:%M} {row.by} · {_size(row.size)}", "small")
        acts = [bits.link(title, row, slot) for title, slot in (
            (_("Look"), self.look), (_("Save as"), self.save), *(((_("Rename"), self.rename), (_("Take away"), self.take_away))
                                                                 if self.may else ()))
                if title != _("Look") or row.mime in PICTURES]
        return bits.card(bits.column(words, about, bits.row(*acts, None), margins=8, spacing=4))

    # Doing

    @Slot()
    def add(self) -> None:
        """Choose a file and keep it with the record."""
        path = self.ctx.asker.open_file(_("Which file?"), _("Pictures and documents ({files})").format(files=FILES))
        if path is not None and self.may:
            self.ctx.jobs.work(_read_file, Path(path)).then(self._on_read).start()

    @Slot(object)
    def _on_read(self, found: tuple[str, bytes]) -> None:
        owner = (self.owner_kind, self.owner_id)
        self.ctx.jobs.write(attach, *owner, *found, self.label, key=new_key()).then(self._on_kept).start()

    @Slot(object)
    def _on_kept(self, _id: object) -> None:
        self.ctx.notify(_("The file is kept."))

    @Slot(object)
    def look(self, row: AttachmentRow) -> None:
        """Show a picture beside the list."""
        self.ctx.jobs.read(get_bytes, row.id).then(self._on_picture).start()

    @Slot(object)
    def _on_picture(self, content: bytes) -> None:
        buffer = QBuffer()
        buffer.setData(content)
        reader = QImageReader(buffer)
        reader.setAutoTransform(True)
        picture = QPixmap.fromImage(reader.read())
        if picture.isNull():
            self.shown.setText(_("This picture is damaged and cannot be shown; save it to look at it elsewhere."))
            return
        width, height = theme.px(SIDE), max(self.height() - theme.px(90), theme.px(200))
        self.shown.setPixmap(picture.scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio,
                                            Qt.TransformationMode.SmoothTransformation))

    @Slot(object)
    def save(self, row: AttachmentRow) -> None:
        """Write the file where she says."""
        path = self.ctx.asker.save_file(_("Save as"), row.file_name)
        if path is not None:
            self.ctx.jobs.read(_write_file, row.id, Path(path)).then(self._on_saved).start()

    @Slot(object)
    def _on_saved(self, name: object) -> None:
        self.ctx.notify(_("Saved as {name}.").format(name=name))

    @Slot(object)
    def rename(self, row: AttachmentRow) -> None:
        """Give it another title."""
        title = self.ctx.asker.ask_text(_("What is the file called?"), row.title or row.file_name)
        if title and title.strip():
            carry_out(self.ctx, _("Renamed."), rename_attachment, row.id, title.strip())

    @Slot(object)
    def take_away(self, row: AttachmentRow) -> None:
        """Take it away with a reason; the trail keeps that it was there."""
        reason = self.ctx.asker.ask_text(_("Why is {name} taken away?").format(name=row.title or row.file_name))
        if reason and reason.strip():
            carry_out(self.ctx, _("Taken away."), remove, row.id, reason.strip())


def _read_file(_job: Any, path: Path) -> tuple[str, bytes]:
    return path.name, path.read_bytes()


def _write_file(uow: UnitOfWork, attachment_id: int, path: Path) -> str:
    path.write_bytes(get_bytes(uow, attachment_id))
    return path.name


def _size(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB" if size >= 1024 * 1024 else f"{max(size // 1024, 1)} KB"
