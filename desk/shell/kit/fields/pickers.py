"""Choosing a person, a place or an organisation: type a few letters, pick with the arrow keys and Enter, or click."""

from typing import Any, cast

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter

from desk.core.errors import UserError
from desk.core.i18n import Translator, _
from desk.host.pages import Field, Pick
from desk.shell import theme
from desk.shell.jobs import Latest
from desk.shell.kit import bits, icons
from desk.shell.kit.fields.base import FieldControl, line_edit
from desk.shell.kit.fields.providers import provider

PAUSE = 150
"""Milliseconds without a key before the search starts."""
_PICK = Qt.ItemDataRole.UserRole


class PickerField(FieldControl):
    """Value: the id of the record picked, None when nothing is; typed text without a pick is refused in words."""

    def __init__(self, ctx: Any, field: Field, tr: Translator) -> None:
        super().__init__(ctx, field, tr)
        self._provider, self._latest = provider(field), Latest()
        self._picked: Pick | None = None
        self.edit = line_edit(read_only=field.read_only)
        self.edit.setPlaceholderText(tr(field.asks) if field.asks else _(self._provider.asks))
        icons.lead_with(self.edit, "search")
        self.edit.setClearButtonEnabled(not field.read_only)
        self.take(self.edit, 420)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.textChanged.connect(self._on_cleared)
        self._build_list()
        self.setLayout(bits.row(self.edit, None))

    def _build_list(self) -> None:
        self.finds = QStandardItemModel(self)
        self.completer = QCompleter(self.finds, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setWidget(self.edit)
        self.completer.setMaxVisibleItems(10)
        self.completer.activated[QModelIndex].connect(self._on_pick)  # type: ignore[index] # two signals of one name
        self._popup = cast(QAbstractItemView, self.completer.popup())
        self._popup.setAlternatingRowColors(True)

    @property
    def picked(self) -> Pick | None:
        """What is picked now."""
        return self._picked

    def pick(self, pick: Pick | None) -> None:
        """Take `pick`, as if it had been chosen from the list; tells nobody."""
        self._picked = pick
        self.edit.setText(pick.title if pick else "")
        self.edit.setCursorPosition(0)

    def value(self) -> Any:
        if self._picked is None and self.edit.text().strip():
            raise UserError(_("Choose an entry from the list: “{text}” alone does not say which one is meant.").format(
                text=self.edit.text().strip()), field=self.field.name)
        return self._picked.id if self._picked else None

    def set_value(self, value: Any) -> None:
        self.pick(None if value is None else Pick(value, "…"))
        if value is not None:
            self.ctx.jobs.read(self._provider.named, value).then(self._on_name).start()

    def raw(self) -> Any:
        if self._picked is not None:
            return {"id": self._picked.id, "title": self._picked.title, "detail": self._picked.detail}
        return self.edit.text()

    def set_raw(self, raw: Any) -> None:
        self.pick(Pick(raw["id"], raw["title"], raw.get("detail", "")) if isinstance(raw, dict) else None)
        if isinstance(raw, str):
            self.edit.setText(raw)

    def hint(self) -> str:
        return self._picked.detail if self._picked else ""

    @Slot()
    def _on_typed(self) -> None:
        self._picked = None
        self._pause.start()
        self.changed.emit()

    @Slot(str)
    def _on_cleared(self, text: str) -> None:
        if not text and self._picked is not None:
            self._picked = None
            self.changed.emit()

    @Slot()
    def _search(self) -> None:
        text = self.edit.text().strip()
        if text:
            job = self.ctx.jobs.read(self._provider.search, text)
            self._latest.start(job.then(self._on_finds).otherwise(self._on_fault))
        else:
            self._latest.drop()
            self._popup.hide()

    @Slot(object)
    def _on_finds(self, finds: Any) -> None:
        self.finds.clear()
        for pick in finds:
            item = QStandardItem(f"{pick.title}    {pick.detail}" if pick.detail else pick.title)
            item.setData(pick, _PICK)
            self.finds.appendRow(item)
        if not finds:
            self._say(_("Nobody and nothing found. Check the spelling, or register it first."))
        if self.edit.hasFocus():
            self._popup.setMinimumWidth(max(self.edit.width(), theme.px(420)))
            self.completer.complete()
            if finds:
                self._popup.setCurrentIndex(self.completer.completionModel().index(0, 0))

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        from desk.shell.faults import told

        self.finds.clear()
        self._say(told(error).text)
        self.completer.complete()

    def _say(self, text: str) -> None:
        item = QStandardItem(text)
        item.setEnabled(False)
        self.finds.appendRow(item)

    @Slot(QModelIndex)
    def _on_pick(self, index: QModelIndex) -> None:
        pick = index.data(_PICK)
        if pick is not None:
            self.pick(pick)
            self.changed.emit()

    @Slot(object)
    def _on_name(self, title: str) -> None:
        if self._picked is not None:
            self.pick(Pick(self._picked.id, title, self._picked.detail))
