"""Merging two records that are one person: both side by side, what stands after it, what goes over, and why."""

from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from desk.core.i18n import N_, _
from desk.core.people.merge import merge_people
from desk.host.pages import Field, Pick
from desk.shell.faults import told
from desk.shell.kit import bits
from desk.shell.kit.fields import PickerField
from desk.shell.kit.fields.base import line_edit
from desk.shell.kit.page import Page
from desk.shell.people.merging import Line, Pair, compare, load_pair, moving, silent_tables
from desk.shell.people.plugins import followers


class MergePage(Page):
    """`MergePage(ctx, record_id=7, other_id=9)`: 7 stays unless they are swapped; without other_id it is chosen first."""

    def __init__(self, ctx: Any, *, record_id: int, other_id: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "desk", parent)
        self.kept_id, self.gone_id = record_id, other_id
        self.pair: Pair | None = None
        self.picker = PickerField(ctx, Field("other", N_("The other record"), "person"), _)
        self.picker.changed.connect(self._on_picked)
        self._trouble, self._middle = bits.column(), bits.column()
        self.reason = line_edit(max_length=200)
        self.reason.setPlaceholderText(_("How it is known that both are the same person, such as: same card seen"))
        self.reason.setAccessibleName(_("Reason"))
        self.reason.returnPressed.connect(self.merge)
        self.swap_button = bits.button(_("&Swap the two"), self.swap, icon="refresh-cw")
        self.merge_button = bits.button(_("&Merge into the left one"), self.merge, icon="layers", main=True)
        self.back_button = bits.button(_("&Back"), self._leave)
        pick = bits.label(_("&The other record"))
        pick.setBuddy(self.picker.edit)
        why = bits.label(_("&Reason"))
        why.setBuddy(self.reason)
        head = bits.row(bits.label(_("Merge two records"), "title"), None)
        self._foot = bits.row(why, self.reason, self.swap_button, self.back_button, self.merge_button)
        layout = bits.column(head, bits.card(bits.row(pick, self.picker, None, margins=8)), self._trouble, self._middle, None,
                             self._foot, spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        self.setLayout(layout)
        self.name_page(_("Merge two records"))
        self.shortcut("Ctrl+Return", self.merge)
        self._ready(False)
        if other_id is not None:
            self._read()

    def first_focus(self) -> QWidget:
        return self.reason if self.gone_id is not None else self.picker.edit

    @Slot()
    def refresh(self) -> None:
        self._read()

    @Slot()
    def swap(self) -> None:
        """The right one stays instead."""
        if self.gone_id is not None:
            self.kept_id, self.gone_id = self.gone_id, self.kept_id
            self._read()

    @Slot()
    def merge(self) -> None:
        """Merge, with what plugins keep, in one transaction."""
        if self.pair is None or not self.merge_button.isEnabled():
            return
        self._ready(False)
        verb = partial(merge_people, follow=followers(self.ctx), silent=silent_tables())
        job = self.ctx.jobs.write(verb, self.kept_id, self.gone_id, self.reason.text()).by(self).labelled(_("Merging"))
        job.then(self._on_merged).otherwise(self._on_fault).start()

    @Slot()
    def _on_picked(self) -> None:
        self.gone_id = self.picker.picked.id if self.picker.picked else None
        self._read()

    def _read(self) -> None:
        self._clear()
        if self.gone_id is not None:
            self.ctx.jobs.read(load_pair, self.kept_id, self.gone_id).then(self._on_pair).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_pair(self, pair: Pair) -> None:
        self.pair = pair
        shown = pair.gone.card if self.picker.picked is None or self.picker.picked.id != pair.kept.card.id else pair.kept.card
        if self.picker.picked is None:
            self.picker.pick(Pick(shown.id, shown.name))
        going = bits.label(moving(pair, self.ctx.desk.plugin_title), "section", wrap=True)
        back = bits.label(_("The right record stays readable and points to the left one. The merge can be taken back from the "
                            "card's changes."), "muted", wrap=True)
        self._middle.addWidget(bits.card(bits.column(self._grid(compare(pair)), going, back, margins=12, spacing=12)))
        self._ready(True)
        self.reason.setFocus()

    def _grid(self, lines: list[Line]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for place, title in enumerate(("", _("This record stays"), _("This record goes"), _("Afterwards"))):
            grid.addWidget(bits.label(title, "section"), 0, place)
        for row, line in enumerate(lines, 1):
            grid.addWidget(bits.label(line.title, "muted"), row, 0)
            gone = bits.row(bits.label(line.gone or "—", wrap=True, select=True), spacing=4)
            gone.setStretch(0, 1)
            if line.differs:
                mark = bits.picture("triangle-alert", "waiting", 16)
                mark.setToolTip(_("The two differ; the left one stands."))
                mark.setAccessibleName(mark.toolTip())
                gone.insertWidget(0, mark)
            grid.addWidget(bits.label(line.kept or "—", wrap=True, select=True), row, 1)
            grid.addLayout(gone, row, 2)
            grid.addWidget(bits.label(line.after or "—", wrap=True, select=True), row, 3)
        for place in (1, 2, 3):
            grid.setColumnStretch(place, 1)
        return grid

    @Slot(object)
    def _on_merged(self, _merge_id: object) -> None:
        self.ctx.notify(_("The two records are one now"))
        self.ctx.back()
        self.ctx.open("people.person", record_id=self.kept_id)

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        self._ready(self.pair is not None)
        bits.empty(self._trouble)
        found = told(error)
        if found.family == "bug":
            self.ctx.jobs.faulted.emit(error)
        self._trouble.addWidget(bits.band(" ".join(filter(None, (found.text, found.advice))), "late"))

    def _clear(self) -> None:
        self.pair = None
        self._ready(False)
        bits.empty(self._trouble)
        bits.empty(self._middle)

    def _ready(self, on: bool) -> None:
        self.merge_button.setEnabled(on)
        self.swap_button.setEnabled(on)

    @Slot()
    def _leave(self) -> None:
        self.ctx.back()
