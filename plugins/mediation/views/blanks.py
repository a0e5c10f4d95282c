"""Blank forms of every paper, for filling in by hand; local ones too, whatever the settings offer on cases."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desk.api import translator
from desk.api.qt import Page, bits
from plugins.mediation.early import PAPERS as EARLY
from plugins.mediation.joint import PAPERS as JOINT
from plugins.mediation.paper_table import PAPERS, Paper

_ = translator("mediation")


class BlankForms(Page):
    """A link each, in the order of the dossier; national set left, local papers right."""

    def __init__(self, ctx: Any, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "mediation", parent)
        self.name_page(_("Blank forms"))
        self.links = [self._link(paper) for paper in (*PAPERS, *EARLY, *JOINT) if paper.code != "agreement_next"]
        halves = [bits.card(bits.column(bits.label(title, "section"),
                                        *(link for link in self.links if link.payload.local is local),
                                        None, margins=16, spacing=4))
                  for title, local in ((_("National set"), False), (_("Local papers"), True))]
        body = bits.row(*halves, spacing=16)
        for place in (0, 1):
            body.setStretch(place, 1)
        layout = bits.column(bits.label(_("Blank forms"), "title"),
                             bits.label(_("For filling in by hand; nothing is stored."), "muted"), body, None, spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        self.setLayout(layout)

    def first_focus(self) -> QWidget:
        return self.links[0]

    def _link(self, paper: Paper) -> bits.CarryingButton:
        return bits.link(paper.title, paper, self._open, icon="printer")

    def _open(self, paper: Paper) -> None:
        self.ctx.papers.preview(paper.id, None, "blank")
