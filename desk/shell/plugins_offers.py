"""What a folder or stick offers: updates and plugins that are not here, each installed as from a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.core.i18n import _
from desk.shell.context import HouseContext
from desk.shell.kit import bits

if TYPE_CHECKING:
    from desk.host.repository import Offer, Repository

FOLDER = "desk.plugins.folder"
"""Setting: the folder that was looked at last."""


class Offers(QObject):
    """`choose()` or `look(folder)` begins; `found` is told what was read."""

    found = Signal(object)

    def __init__(self, ctx: HouseContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._folder = ctx, Path()

    @Slot()
    def choose(self) -> None:
        """Ask for the folder by its index."""
        file = self._ctx.asker.open_file(_("Choose the index.json of the folder"), _("Index of plugins") + " (index.json)")
        if file is not None:
            self.look(file.parent)

    def look(self, folder: Path) -> None:
        """Read the index; nothing is unpacked."""
        self._folder = folder
        job = self._ctx.jobs.work(_read, self._ctx.desk, folder).labelled(_("Looking through the folder")).by(self)
        job.then(self._read).start()

    @Slot(object)
    def _read(self, repository: "Repository") -> None:
        self.found.emit(repository)
        if self._ctx.settings.get(FOLDER) != str(self._folder):
            from desk.core.settings.service import change_settings

            self._ctx.jobs.write(change_settings, {FOLDER: str(self._folder)}).by(self).start()


class OfferCard(QWidget):
    """One offer: what it is, what is new in it, one button."""

    wanted = Signal(object)

    def __init__(self, offer: "Offer", *, may: bool) -> None:
        super().__init__()
        from desk.host.repository import STANDING_WORDS, Standing

        self.offer = offer
        words = [bits.row(bits.label(offer.name, "section"), bits.label(_versions(offer), "small"),
                          bits.label(_(STANDING_WORDS[offer.standing]), "muted"), None)]
        words += [bits.label(text, wrap=True) for text in (offer.summary, offer.notes) if text]  # type: ignore[misc]
        row = bits.row(spacing=16)
        row.addLayout(bits.column(*words, None, spacing=4), 1)
        act = {Standing.NEW: _("Install"), Standing.UPDATE: _("Update")}.get(offer.standing)
        self.button = bits.button(act or "", self._take, icon="download")
        self.button.setVisible(False)
        if act and may:
            row.addWidget(self.button)
            self.button.setVisible(True)
        frame = bits.card(row)
        row.setContentsMargins(16, 12, 16, 12)
        self.setLayout(bits.column(frame))

    @Slot()
    def _take(self) -> None:
        self.wanted.emit(self.offer)


def _versions(offer: "Offer") -> str:
    return f"{offer.have} → {offer.version}" if offer.have and offer.have != offer.version else offer.version


def _read(_context: Any, desk: Any, folder: Path) -> "Repository":
    from desk.host.repository import read_repository

    return read_repository(folder, desk.plugin_places())
