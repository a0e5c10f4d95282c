"""A record page out of a RecordSpec: what it is, where it stands, what to do next, what is missing, what to print."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desk.core.dotted import resolve
from desk.core.i18n import _, translator
from desk.host.pages import Fact, FactSection, Missing, NextAct, PaperLink, RecordCard, RecordSpec
from desk.shell import theme
from desk.shell.faults import told
from desk.shell.jobs import new_key
from desk.shell.kit import bits
from desk.shell.kit.next_column import NextColumn
from desk.shell.kit.page import Page
from desk.shell.kit.record_parts import FactCard, header_card
from desk.shell.kit.step_bar import StepBar

SIDE = 330


class RecordPage(Page):
    """`RecordPage(ctx, spec, record_id=7)`; further arguments are not wanted."""

    def __init__(self, ctx: Any, spec: RecordSpec, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, spec.domain, parent)
        self.spec, self.record_id = spec, record_id
        self.card: RecordCard | None = None
        self.side: NextColumn | None = None
        self._facts: list[FactCard] = []
        self._keys: list[Any] = []
        self._layout = bits.column(spacing=12)
        self._layout.setContentsMargins(16, 12, 16, 16)
        self.setLayout(self._layout)
        self.name_page(self.tr_(spec.title))
        self.watch(spec.record, record_id)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        self.ctx.jobs.read(self.spec.load, self.record_id).then(self._on_card).otherwise(self._on_fault).start()

    def first_focus(self) -> QWidget:
        """The main act, so that Enter goes on."""
        main = self.side.main if self.side is not None else None
        return main if main is not None and main.isEnabled() else self

    def conceal(self) -> None:
        for card in self._facts:
            card.conceal()

    # Drawing

    @Slot(object)
    def _on_card(self, card: RecordCard) -> None:
        had_focus = self.holds_focus()
        self.card = card
        self.watch_beside(card.beside)
        self._clear()
        self.name_page(card.title)
        self._layout.addWidget(header_card(card, self.tr_))
        if card.steps:
            self.steps = StepBar(card.steps, self.tr_)
            self._layout.addWidget(self.steps)
        body = bits.row(bits.scrolled(self._sections(card)), self._side(card), spacing=12)
        body.setStretch(0, 1)
        self._layout.addLayout(body, 1)
        if had_focus and self.isVisible():
            self.first_focus().setFocus()

    def _clear(self) -> None:
        for key in self._keys:
            key.setEnabled(False)
            key.deleteLater()
        self._keys, self._facts, self.side = [], [], None
        bits.empty(self._layout)

    def _sections(self, card: RecordCard) -> QWidget:
        for section in card.sections:
            made = FactCard(section, self.tr_, may_reveal=self.spec.reveal is not None)
            made.edit.connect(self._on_edit)
            made.reveal.connect(self._on_reveal)
            self._facts.append(made)
        inside = QWidget()
        inside.setLayout(bits.column(*self._facts, None, spacing=12))
        return inside

    def _side(self, card: RecordCard) -> QWidget:
        papers = []
        for link in card.papers:
            found = self.ctx.papers.find(link.paper)
            if found is not None and self.ctx.may(found.item.permission):
                title = translator(found.plugin_id)(found.item.title)
                papers.append((link, f"{title} · {link.note}" if link.note else title))
        self.side = NextColumn(card, papers, self.tr_)
        self.side.act.connect(self._on_act)
        self.side.mend.connect(self._on_mend)
        self.side.paper.connect(self._on_paper)
        for act in card.acts:
            if act.shortcut and act.enabled:
                self._keys.append(self.shortcut(act.shortcut, self._button(self.side, act).click))
        if self.side.main is not None and self.side.main.isEnabled():
            self._keys.append(self.shortcut("Ctrl+Return", self.side.main.click))
        if papers:
            self._keys.append(self.shortcut("Ctrl+P", self._print_first))
        area = bits.scrolled(self.side)
        theme.make_pane(area, SIDE)
        return area

    def _button(self, side: NextColumn, act: NextAct) -> bits.CarryingButton:
        return next(found for found in side.findChildren(bits.CarryingButton) if found.payload is act)

    # Doing

    @Slot(object)
    def _on_act(self, act: NextAct) -> None:
        if act.run:
            resolve(act.run)(self.ctx, self.record_id)
        elif act.entry:
            self.ctx.open(act.entry, **act.args)

    @Slot(object)
    def _on_mend(self, item: Missing) -> None:
        if item.paper is not None:
            self._on_paper(item.paper)
        elif item.run:
            resolve(item.run)(self.ctx, self.record_id, **item.args)
        else:
            focus = {"focus_field": item.field} if item.field else {}
            self.ctx.open(item.entry, **item.args, **focus)

    @Slot(object)
    def _on_paper(self, link: PaperLink) -> None:
        self.ctx.papers.preview(link.paper, link.record_id or self.record_id)

    @Slot()
    def _print_first(self) -> None:
        if self.side is not None and self.side.first_paper is not None:
            self._on_paper(self.side.first_paper)

    @Slot(object)
    def _on_edit(self, section: FactSection) -> None:
        self.ctx.open(section.edit, **section.args)

    @Slot(object, object)
    def _on_reveal(self, fact: Fact, card: FactCard) -> None:
        self._asked = (fact, card)
        self.ctx.jobs.write(self.spec.reveal, self.record_id, fact.reveal, key=new_key()).by(self).then(
            self._on_revealed).start()

    @Slot(object)
    def _on_revealed(self, value: Any) -> None:
        fact, card = self._asked
        if card in self._facts:
            card.show_revealed(fact, str(value))

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        self._clear()
        fault = told(error)
        again = bits.button(_("Try again"), self.refresh, icon="refresh-cw")
        self._layout.addWidget(bits.band(" ".join(filter(None, (fault.text, fault.advice))), "late", again))
        self._layout.addStretch(1)

