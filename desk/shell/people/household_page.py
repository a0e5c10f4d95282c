"""The card of a household: its door, who lives there, what the last visits brought."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desk.core.documents.prints import PRINT
from desk.core.i18n import _
from desk.core.people.cards import HouseholdCard
from desk.core.people.household_paper import PAPER
from desk.core.people.household_queries import get_household
from desk.core.people.rights import WRITE
from desk.core.places.queries import get_area
from desk.host.pages import Fact, FactSection, NextAct, PaperLink, RecordCard, StateCell, TimelineItem
from desk.shell import theme
from desk.shell.faults import told
from desk.shell.kit import bits
from desk.shell.kit.next_column import NextColumn
from desk.shell.kit.page import Page
from desk.shell.kit.record_parts import FactCard
from desk.shell.people import words
from desk.shell.people.note_line import NoteLine
from desk.shell.people.person_parts import people_links

SIDE = 300


def load_household(uow: Any, household_id: int) -> tuple[HouseholdCard, str]:
    """(card, full name of its area). Raises NotFound, NotAllowed."""
    card = get_household(uow, household_id)
    return card, get_area(uow, card.area_id).full_name if card.area_id else ""


class HouseholdPage(Page):
    """`HouseholdPage(ctx, record_id=3)`."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "desk", parent)
        self.record_id = record_id
        self.card: HouseholdCard | None = None
        self.note = NoteLine(ctx, "household", record_id)
        bits.hide_unless(self.note, ctx.may(WRITE))
        self.note.noted.connect(self.refresh)
        self._head, self._body = bits.column(), bits.row(spacing=12)
        layout = bits.column(self._head, self.note, self._body, spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.name_page(_("Household"))
        self.watch("household", record_id)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        self.ctx.jobs.read(load_household, self.record_id).then(self._on_card).otherwise(self._on_fault).start()

    def first_focus(self) -> QWidget:
        return self.note.edit if self.ctx.may(WRITE) else self

    def keep(self) -> None:
        self.note.autosave.flush()

    @Slot(object)
    def _on_card(self, found: tuple[HouseholdCard, str]) -> None:
        card, area = found
        self.card = card
        self.name_page(card.address)
        bits.empty(self._head)
        bits.empty(self._body)
        facts = "  ·  ".join(part for part in (area, words.word("tenure", card.tenure) if card.tenure else "", card.code,
                                               _("{count} present").format(count=len(card.members))) if part)
        self._head.addWidget(bits.card(bits.column(bits.label(card.address, "title", wrap=True, select=True),
                                                   bits.label(facts, "muted"), margins=12, spacing=4)))
        self._body.addWidget(bits.scrolled(self._left(card, area)), 1)
        self._body.addWidget(self._right(card))

    def _left(self, card: HouseholdCard, area: str) -> QWidget:
        inside: list[Any] = [bits.label(_("Who lives here"), "section")]
        for one in card.members:
            inside += people_links((one,), self._open_person, columns=1)
        if not card.members:
            inside.append(bits.label(_("Nobody is kept here yet."), "muted"))
        section = FactSection(_("The household"), (
            Fact(_("Area"), area), Fact(_("Tenure"), words.word("tenure", card.tenure)), Fact(_("Contact"), card.contact),
            Fact(_("Last visited"), words.day(card.visited_on)), Fact(_("Note"), card.note)),
            "people.household_form", {"record_id": card.id})
        facts = FactCard(section, _, may_reveal=False, may_edit=self.ctx.may(WRITE))
        facts.edit.connect(self._on_edit)
        holder = QWidget()
        holder.setLayout(bits.column(bits.card(bits.column(*inside, margins=12, spacing=2)), facts, None, spacing=12))
        return holder

    def _right(self, card: HouseholdCard) -> QWidget:
        acts = (NextAct(_("Register somebody here"), "people.person_form", {"home": card.id}, main=True),
                NextAct(_("Change"), "people.household_form", {"record_id": card.id})) if self.ctx.may(WRITE) else ()
        visits = tuple(TimelineItem(visit.at, visit.text, visit.by) for visit in card.visits)
        found = self.ctx.papers.find(PAPER)
        papers = ((PaperLink(PAPER), found.item.title),) if found is not None and self.ctx.may(PRINT) else ()
        side = NextColumn(RecordCard(card.id, "", card.address, StateCell(""), acts=acts, timeline=visits), papers, _)
        side.act.connect(self._on_act)
        side.paper.connect(self._on_paper)
        area = bits.scrolled(side)
        theme.make_pane(area, SIDE)
        return area

    @Slot(object)
    def _on_act(self, act: NextAct) -> None:
        self.ctx.open(act.entry, **act.args)

    @Slot(object)
    def _on_paper(self, link: PaperLink) -> None:
        self.ctx.papers.preview(link.paper, self.record_id)

    @Slot(object)
    def _on_edit(self, section: FactSection) -> None:
        self.ctx.open(section.edit, **section.args)

    @Slot(object)
    def _open_person(self, person_id: int) -> None:
        self.ctx.open("people.person", record_id=person_id)

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        bits.empty(self._head)
        found = told(error)
        again = bits.button(_("Try again"), self.refresh, icon="refresh-cw")
        self._head.addWidget(bits.band(" ".join(filter(None, (found.text, found.advice))), "late", again))
