"""Blank forms of every paper, for filling in by hand; local ones too, whatever the settings offer on cases."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.api import translator
from desk.api.qt import Page, bits
from plugins.mediation.early import PAPERS as EARLY
from plugins.mediation.joint import PAPERS as JOINT
from plugins.mediation.later import PAPERS as LATER
from plugins.mediation.paper_table import PAPERS, Paper

_ = translator("mediation")


class BlankForms(Page):
    """A link each: the papers of a case in the order of the dossier, the local ones, ledgers and the rest."""

    def __init__(self, ctx: Any, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "mediation", parent)
        self.name_page(_("Blank forms"))
        of_case = [paper for paper in PAPERS if paper.code != "agreement_next"]
        groups = ((_("National set"), [paper for paper in of_case if not paper.local]),
                  (_("Local papers"), [paper for paper in of_case if paper.local]),
                  (_("Ledgers and other papers"), [*EARLY, *JOINT, *LATER]))
        self.links: list[bits.CarryingButton] = []
        cards = [self._card(title, papers) for title, papers in groups]
        inside = QWidget()
        row = bits.row(*cards, spacing=16)
        for place in range(len(cards)):
            row.setStretch(place, 1)
        inside.setLayout(bits.column(row, None))
        layout = bits.column(bits.label(_("Blank forms"), "title"),
                             bits.label(_("For filling in by hand; nothing is stored."), "muted"), bits.scrolled(inside),
                             spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        self.setLayout(layout)

    def _card(self, title: str, papers: Sequence[Paper]) -> QWidget:
        links = [self._link(paper) for paper in papers]
        self.links += links
        return bits.card(bits.column(bits.label(title, "section"), *links, None, margins=16, spacing=4))

    def first_focus(self) -> QWidget:
        return self.links[0]

    def _link(self, paper: Paper) -> bits.CarryingButton:
        return bits.link(paper.title, paper, self._open, icon="printer")

    def _open(self, paper: Paper) -> None:
        self.ctx.papers.preview(paper.id, None, "blank")
