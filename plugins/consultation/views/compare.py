"""Two versions of a draft side by side: lines that changed stand opposite each other, marked by colour and by sign."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from desk.api import translator
from desk.api.qt import Page, SideBySide, bits
from plugins.consultation.queries import DraftRow, get_file

_ = translator("consultation")


class ComparePage(Page):
    """`ComparePage(ctx, record_id=7)`: the two newest versions first; any two can be chosen."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "consultation", parent)
        self.record_id = record_id
        self.drafts: tuple[DraftRow, ...] = ()
        self.old, self.new = QComboBox(), QComboBox()
        self.old.setAccessibleName(_("Older version"))
        self.new.setAccessibleName(_("Newer version"))
        self.told = bits.label(role="small")
        self.sides = SideBySide()
        layout = bits.column(bits.row(bits.label(_("Versions side by side"), "title"), None, self.told),
                             bits.row(self.old, self.new, spacing=12), bits.scrolled(self.sides), spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        self.setLayout(layout)
        for box in (self.old, self.new):
            box.activated.connect(self._show)
        self.name_page(_("Versions side by side"))
        self.watch("consultation.topic", record_id)
        self.refresh()

    def first_focus(self) -> QWidget:
        return self.old

    @Slot()
    def refresh(self) -> None:
        self.ctx.jobs.read(_drafts, self.record_id).then(self._on_drafts).start()

    @Slot(object)
    def _on_drafts(self, drafts: tuple[DraftRow, ...]) -> None:
        self.drafts = drafts
        for box, place in ((self.old, len(drafts) - 2), (self.new, len(drafts) - 1)):
            box.clear()
            for one in drafts:
                box.addItem(_("Version {n}").format(n=one.number) + f" · {one.made_on} {one.author}")
            box.setCurrentIndex(max(place, 0))
        self._show()

    @Slot()
    def _show(self) -> None:
        if len(self.drafts) < 2:
            self.sides.say(_("There is only one version."))
            return
        old, new = (_text(self.drafts[box.currentIndex()]) for box in (self.old, self.new))
        changed = self.sides.show_texts(old, new)
        self.told.setText(_("{n} lines differ").format(n=changed) if changed else _("Both say the same."))


def _drafts(uow: Any, topic_id: int) -> tuple[DraftRow, ...]:
    return get_file(uow, topic_id).drafts


def _text(draft: DraftRow) -> str:
    """The title, the clauses, and what the plan says besides."""
    return "\n".join([draft.title, draft.text, *draft.parts.values()])
