"""The card of a resident: who she is, a note in ten seconds, what to do next, what is known and what happened.

Numbers stand masked. Whole ones are shown for this view only, after a reason that goes into the audit trail; they are
hidden after a minute, on leaving and when the desk locks.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QScrollArea, QTabWidget, QWidget

from desk.core.dotted import resolve
from desk.core.i18n import _, translator
from desk.core.people.merge import unmerge_people
from desk.core.people.rights import ERASE, MERGE, REVEAL, WRITE
from desk.core.people.service import reveal
from desk.host.pages import Fact, ListSpec, NextAct, PaperLink, RecordCard, StateCell
from desk.shell import theme
from desk.shell.broken_page import BrokenPage
from desk.shell.faults import told
from desk.shell.kit import bits
from desk.shell.kit.list_page import ListPage
from desk.shell.kit.next_column import NextColumn
from desk.shell.kit.page import Page
from desk.shell.kit.record_parts import FactCard
from desk.shell.people.card import PersonView, load_person
from desk.shell.people.note_line import NoteLine
from desk.shell.people.person_parts import (
    ChangesCard,
    HomeCard,
    MattersCard,
    head,
    papers_card,
    phones_card,
    residence_card,
)
from desk.shell.people.plugins import followers, told_by_plugins

SIDE = 300


class PersonPage(Page):
    """`PersonPage(ctx, record_id=7)`."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "desk", parent)
        self.record_id = record_id
        self.view: PersonView | None = None
        self.side: NextColumn | None = None
        self._masked: list[FactCard] = []
        self._keys: list[Any] = []
        self._areas: list[QScrollArea] = []
        self._head, self._side = bits.column(), bits.column()
        self.note = NoteLine(ctx, "person", record_id)
        self.note.noted.connect(self.refresh)
        self.note.hide()
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(_("Parts of the card"))
        self.tabs.tabBar().setDrawBase(False)
        body = bits.row(self.tabs, self._side, spacing=12)
        body.setStretch(0, 1)
        layout = bits.column(self._head, self.note, body, spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.name_page(_("Resident"))
        self.watch("person", record_id)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        self.ctx.jobs.read(load_person, self.record_id, told_by_plugins(self.ctx)).then(self._on_view).otherwise(
            self._on_fault).start()

    def first_focus(self) -> QWidget:
        return self.note.edit if not self.note.isHidden() else self.tabs

    def keep(self) -> None:
        self.note.autosave.flush()

    def conceal(self) -> None:
        for card in self._masked:
            card.conceal()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whole numbers are for this look at the card only."""
        self.conceal()
        super().hideEvent(event)

    # Drawing

    @Slot(object)
    def _on_view(self, view: PersonView) -> None:
        first = self.view is None
        self.view = view
        self.name_page(view.card.name)
        self.note.setVisible(self._changeable(view))
        self._draw_head(view)
        self._draw_tabs(view)
        self._draw_side(view)
        if first:
            self._add_panels()
            if self.isVisible() and self.holds_focus():
                self.first_focus().setFocus()

    def _changeable(self, view: PersonView) -> bool:
        return view.card.state not in ("merged", "erased") and self.ctx.may(WRITE)

    def _draw_head(self, view: PersonView) -> None:
        bits.empty(self._head)
        buttons: list[QWidget] = []
        if self.ctx.may(REVEAL) and (view.card.papers or view.card.phones):
            self.reveal_button = bits.button(_("Show whole &numbers"), self.reveal, icon="eye")
            buttons.append(self.reveal_button)
        self._head.addWidget(head(view, *buttons))
        if view.card.merged_into_id:
            go = bits.button(_("Open that record"), self._open_kept)
            words_ = _("This record was merged into the one of {name}.").format(name=view.merged_into)
            self._head.addWidget(bits.band(words_, "waiting", go))

    def _draw_tabs(self, view: PersonView) -> None:
        home = HomeCard(view)
        home.person.connect(self._open_person)
        home.household.connect(self._open_household)
        may_edit = self._changeable(view)
        self._masked = [papers_card(view.card, may_edit=may_edit), phones_card(view.card, may_edit=may_edit)]
        cards = [*self._masked, residence_card(view, may_edit=may_edit)]
        for card in cards:
            card.edit.connect(self._on_edit)
            card.reveal.connect(self._on_eye)
        matters = MattersCard(view.matters)
        matters.opened.connect(self._open_matter)
        changes = ChangesCard(view, may_unmerge=self.ctx.may(MERGE))
        changes.unmerge.connect(self._on_unmerge)
        overview = [self._masked[0], self._masked[1], home, cards[2]]
        parts: tuple[tuple[str, Sequence[QWidget]], ...] = (
            (_("&Overview"), overview), (_with_count(_("&Matters"), len(view.matters)), [matters]),
            (_with_count(_("C&hanges"), len(view.changes)), [changes]))
        for place, (title, inside) in enumerate(parts):
            self._put(place, title, bits.column(*inside, None, spacing=12))

    def _put(self, place: int, title: str, layout: Any) -> None:
        """The tab at `place` shows `layout` from now on; the tab that is chosen stays chosen."""
        inside = QWidget()
        inside.setLayout(layout)
        layout.setContentsMargins(0, 8, 4, 0)
        if place < self.tabs.count():
            area = self._areas[place]
            area.takeWidget().deleteLater()
            inside.setObjectName("scrolled")
            area.setWidget(inside)
            self.tabs.setTabText(place, title)
        else:
            self._areas.append(bits.scrolled(inside))
            self.tabs.addTab(self._areas[-1], title)

    def _add_panels(self) -> None:
        for given in self.ctx.desk.contributions.panels:
            if self.ctx.may(given.item.permission):
                panel = _Panel(partial(self._panel, given), self.tabs)
                self.tabs.addTab(panel, translator(given.plugin_id)(given.item.title))

    def _panel(self, given: Any) -> QWidget:
        """A plugin's panel; a broken one breaks itself only."""
        desk, context = self.ctx.desk, self.ctx.sibling(given.plugin_id)
        try:
            view = desk.resolve(given.plugin_id, given.item.view)
            made = (ListPage(context, view, filters={"person_id": self.record_id}) if isinstance(view, ListSpec)
                    else view(context, person_id=self.record_id))
            if not isinstance(made, QWidget):
                raise TypeError(f"{given.item.view} made no widget")
        except Exception as error:  # noqa: BLE001 - whatever a plugin's panel raises
            return BrokenPage(told(error, desk.plugin_title(given.plugin_id)), context)
        return made

    def _draw_side(self, view: PersonView) -> None:
        for key in self._keys:
            key.setEnabled(False)
            key.deleteLater()
        bits.empty(self._side)
        card = RecordCard(self.record_id, "", view.card.name, StateCell(""), acts=tuple(self._acts(view)),
                          timeline=view.happened, papers=tuple(PaperLink(one.item.id) for one in self.ctx.papers.of("person")))
        papers = [(PaperLink(one.item.id), translator(one.plugin_id)(one.item.title))
                  for one in self.ctx.papers.of("person") if self.ctx.may(one.item.permission)]
        self.side = NextColumn(card, papers, _)
        self.side.act.connect(self._on_act)
        self.side.paper.connect(self._on_paper)
        self._keys = [self.shortcut("Ctrl+Return", self.side.main.click)] if self.side.main is not None else []
        area = bits.scrolled(self.side)
        theme.make_pane(area, SIDE)
        self._side.addWidget(area)

    def _acts(self, view: PersonView) -> list[NextAct]:
        """What can be done with this record, the likeliest first."""
        here, state = {"record_id": self.record_id}, view.card.state
        if state in ("merged", "erased"):
            return []
        acts = []
        if self.ctx.may(WRITE) and state == "present":
            acts += [NextAct(_("Change"), "people.person_form", here, main=True),
                     NextAct(_("Put into a household"), "people.move_in_form", here),
                     NextAct(_("Record the move out"), "people.move_out_form", here),
                     NextAct(_("Record a move in"), "people.arrival_form", here),
                     NextAct(_("Record the death"), "people.death_form", here)]
        elif self.ctx.may(WRITE):
            acts += [NextAct(_("Back in the register"), "people.return_form", here, main=True),
                     *([] if view.card.state == "deceased" else [
                         NextAct(_("Record a move in"), "people.arrival_form", here)]),
                     NextAct(_("Change"), "people.person_form", here)]
        if self.ctx.may(MERGE):
            acts.append(NextAct(_("Merge with another record"), "people.merge", here))
        if self.ctx.may(ERASE):
            acts.append(NextAct(_("Erase the data"), run="desk.shell.people.erasing:erase"))
        return acts

    # Doing

    @Slot(object)
    def _on_act(self, act: NextAct) -> None:
        if act.run:
            resolve(act.run)(self.ctx, self.record_id)
        else:
            self.ctx.open(act.entry, **act.args)

    @Slot(object)
    def _on_paper(self, link: PaperLink) -> None:
        self.ctx.papers.preview(link.paper, self.record_id)

    @Slot(object)
    def _on_edit(self, section: Any) -> None:
        self.ctx.open(section.edit, **section.args)

    @Slot(int)
    def _open_person(self, person_id: int) -> None:
        self.ctx.open("people.person", record_id=person_id)

    @Slot(int)
    def _open_household(self, household_id: int) -> None:
        self.ctx.open("people.household", record_id=household_id)

    @Slot()
    def _open_kept(self) -> None:
        assert self.view is not None
        assert self.view.card.merged_into_id is not None
        self._open_person(self.view.card.merged_into_id)

    @Slot(object)
    def _open_matter(self, matter: Any) -> None:
        self.ctx.open(matter.entry, record_id=matter.id)

    @Slot(object)
    def _on_unmerge(self, merge_id: int) -> None:
        why = self.ctx.asker.ask_text(_("Why are they two people after all?"))
        if why is None:
            return
        verb = partial(unmerge_people, follow=followers(self.ctx, "desk_person_unmerged"))
        job = self.ctx.jobs.write(verb, merge_id, why).labelled(_("Taking the merge back"))
        job.by(self).then(self._on_unmerged).otherwise(self._on_refused).start()

    @Slot(object)
    def _on_unmerged(self, _nothing: object) -> None:
        self.ctx.notify(_("They are two records again, each with what it had before."))
        self.refresh()

    # Whole numbers

    @Slot(object, object)
    def _on_eye(self, _fact: Fact, _card: FactCard) -> None:
        self.reveal()

    @Slot()
    def reveal(self) -> None:
        """Ask what for, note it in the audit trail, show the numbers for a minute."""
        purpose = self.ctx.asker.ask_text(_("What are the whole numbers needed for? The answer goes into the audit trail."))
        if purpose is None:
            return
        job = self.ctx.jobs.write(reveal, self.record_id, purpose).by(self)
        job.then(self._on_revealed).otherwise(self._on_refused).start()

    @Slot(object)
    def _on_revealed(self, found: dict[str, dict[int, str]]) -> None:
        assert self.view is not None
        card = self.view.card
        kept = ((paper.id for paper in card.papers), (phone.id for phone in card.phones))
        for shown, group, ids in zip(self._masked, ("papers", "phones"), kept, strict=True):
            for line_id in ids:
                if whole := found[group].get(line_id):
                    shown.show_revealed(Fact("", "", f"{group}.{line_id}"), whole)
        self.tabs.setCurrentIndex(0)

    @Slot(object)
    def _on_refused(self, error: BaseException) -> None:
        found = told(error)
        if found.family == "bug":
            self.ctx.jobs.faulted.emit(error)
        else:
            self.ctx.notify(found.text, "waiting")

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        bits.empty(self._head)
        found = told(error)
        again = bits.button(_("Try again"), self.refresh, icon="refresh-cw")
        self._head.addWidget(bits.band(" ".join(filter(None, (found.text, found.advice))), "late", again))


class _Panel(QWidget):
    """A tab that asks for its contents when it is first shown."""

    def __init__(self, make: Callable[[], QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._make: Callable[[], QWidget] | None = make
        self._column = bits.column()
        self.setLayout(self._column)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if self._make is not None:
            make, self._make = self._make, None
            self._column.addWidget(make())


def _with_count(title: str, count: int) -> str:
    return f"{title} {count}" if count else title
