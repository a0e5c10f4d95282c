"""Two versions of a draft side by side: lines that changed stand opposite each other, marked by colour and by sign."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from desk.api import translator
from desk.api.qt import Page, bits, px
from plugins.consultation.pages.differences import side_by_side
from plugins.consultation.queries import DraftRow, get_file

_ = translator("consultation")
SIGNS = {"same": "", "changed": "≠", "gone": "−", "new": "+"}
TONES = {"changed": "waiting", "gone": "late", "new": "done"}


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
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(px(12))
        self.grid.setVerticalSpacing(px(4))
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(3, 1)
        inside = QWidget()
        inside.setLayout(bits.column(self.grid, None))
        layout = bits.column(bits.row(bits.label(_("Versions side by side"), "title"), None, self.told),
                             bits.row(self.old, self.new, spacing=12), bits.scrolled(inside), spacing=12)
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
        while self.grid.count():
            item = self.grid.takeAt(0).widget()
            if item is not None:
                item.deleteLater()
        if len(self.drafts) < 2:
            self.grid.addWidget(bits.label(_("There is only one version."), "small"), 0, 1)
            return
        lines = side_by_side(_text(self.drafts[self.old.currentIndex()]), _text(self.drafts[self.new.currentIndex()]))
        for row, (kind, before, after) in enumerate(lines):
            self.grid.addWidget(QLabel(SIGNS[kind]), row, 0)
            self.grid.addWidget(_line(before, "" if kind == "new" else TONES.get(kind, "")), row, 1)
            self.grid.addWidget(_line(after, "" if kind == "gone" else TONES.get(kind, "")), row, 3)
        changed = sum(kind != "same" for kind, _before, _after in lines)
        self.told.setText(_("{n} lines differ").format(n=changed) if changed else _("Both say the same."))


def _line(text: str, tone: str) -> QWidget:
    return bits.band(text, tone) if tone and text else bits.label(text, wrap=True, select=True)


def _drafts(uow: Any, topic_id: int) -> tuple[DraftRow, ...]:
    return get_file(uow, topic_id).drafts


def _text(draft: DraftRow) -> str:
    """The title, the clauses, and what the plan says besides."""
    return "\n".join([draft.title, draft.text, *draft.parts.values()])
