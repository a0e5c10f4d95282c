"""Pieces of a resident's card: the head, what is known, the household with its people, matters, what changed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desk.core.clock import hall_time
from desk.core.i18n import _
from desk.core.people.cards import PersonCard, PersonRow
from desk.host.pages import Fact, FactSection
from desk.shell import theme
from desk.shell.kit import bits
from desk.shell.kit.record_parts import FactCard, Pill
from desk.shell.people import words
from desk.shell.people.card import Change, Matter, PersonView


def head(view: PersonView, *buttons: QWidget) -> QFrame:
    """Who it is: name, state, sex, age, masked number and phone, where she lives."""
    card = view.card
    state = words.state(card.state)
    title = bits.row(bits.label(card.name, "title", select=True), Pill(state.word, state.tone),
                     bits.label(words.word("resident_kind", card.resident_kind), "muted"), None)
    lines = [bits.label(_dotted(words.sex(card.sex), words.age(card.age), _born(card), card.pinyin), "muted", select=True),
             bits.label(_dotted(*(line.number for line in card.papers[:1]), *(line.number for line in card.phones[:1]),
                                card.address, view.area), "muted", wrap=True, select=True)]
    left = bits.column(title, *lines, spacing=4)
    made = bits.row(left, *buttons, margins=12)
    made.setStretch(0, 1)
    return bits.card(made)


def _born(card: PersonCard) -> str:
    return _("born {day}").format(day=words.day(card.birth)) if card.birth else ""


def _dotted(*parts: str) -> str:
    return "  ·  ".join(part for part in parts if part)


def papers_card(card: PersonCard, *, may_edit: bool = True) -> FactCard:
    """Identity papers, masked; beside each what was odd about it and why it was kept."""
    facts: list[Fact] = []
    for paper in card.papers:
        facts.append(Fact(words.paper_kind(paper.kind), paper.number or _("no number"), f"papers.{paper.id}"))
        facts.append(Fact(_("Valid until"), words.day(paper.expires) or _("long-term or unknown")))
        odd = words.findings(paper.findings, paper.reason)
        facts += [Fact(_("Noted"), odd)] if odd else []
    section = FactSection(_("Identity papers"), tuple(facts) or (Fact(_("None kept"), "—"),), "people.person_form",
                          {"record_id": card.id, "focus_field": "papers.0.number"})
    return FactCard(section, _, may_reveal=True, may_edit=may_edit)


def phones_card(card: PersonCard, *, may_edit: bool = True) -> FactCard:
    """Telephone numbers, masked, each with whose it is."""
    facts = tuple(Fact(_dotted(words.phone_owner(phone.owner), phone.label), phone.number, f"phones.{phone.id}")
                  for phone in card.phones)
    section = FactSection(_("Telephones"), facts or (Fact(_("None kept"), "—"),), "people.person_form",
                          {"record_id": card.id, "focus_field": "phones.0.number"})
    return FactCard(section, _, may_reveal=True, may_edit=may_edit)


def residence_card(view: PersonView, *, may_edit: bool = True) -> FactCard:
    """Where and since when; the days of leaving where there are any."""
    card = view.card
    facts = [Fact(_("Address"), card.address), Fact(_("Area"), view.area), Fact(_("Moved in"), words.day(card.moved_in))]
    facts += [Fact(words.field_title(name), words.day(value)) for name, value in (
        ("moved_out", card.moved_out), ("deceased_on", card.deceased_on)) if value]
    section = FactSection(_("Residence"), tuple(facts), "people.person_form", {"record_id": card.id,
                                                                              "focus_field": "address"})
    return FactCard(section, _, may_reveal=False, may_edit=may_edit)


class HomeCard(QFrame):
    """The household and the others in it; each is a way to her card. person(id); household(id)."""

    person = Signal(int)
    household = Signal(int)

    def __init__(self, view: PersonView) -> None:
        super().__init__()
        self.setProperty("role", "card")
        inside: list[Any] = [bits.label(_("Household"), "section")]
        if view.home is None:
            inside.append(bits.label(_("Not in a household yet."), "muted"))
        else:
            role = words.word("relation", view.card.relation)
            inside.append(bits.row(bits.link(view.home.address, view.home.id, self._on_household, icon="house"),
                                   bits.label(role, "muted"), None))
            inside += people_links(view.relatives, self._on_person, columns=2)
        self.setLayout(bits.column(*inside, margins=12, spacing=6))

    @Slot(object)
    def _on_household(self, household_id: int) -> None:
        self.household.emit(household_id)

    @Slot(object)
    def _on_person(self, person_id: int) -> None:
        self.person.emit(person_id)


def people_links(people: Sequence[PersonRow], slot: Any, *, columns: int = 2) -> list[QGridLayout]:
    """People as links with sex and age, in columns; [] for nobody."""
    if not people:
        return []
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(2)
    for place, one in enumerate(people):
        words_ = _dotted(words.sex(one.sex), words.age(one.age), one.phone)
        line = bits.row(bits.link(one.name, one.id, slot, icon="user"), bits.label(words_, "muted"), None, spacing=4)
        grid.addLayout(line, place // columns, place % columns)
    for place in range(columns):
        grid.setColumnStretch(place, 1)
    return [grid]


class MattersCard(QFrame):
    """The person's matters of every kind. opened(Matter)."""

    opened = Signal(object)

    def __init__(self, matters: Sequence[Matter]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        lines: list[Any] = [self._line(matter) for matter in matters]
        self.setLayout(bits.column(*lines or [bits.label(_("No matters with this person."), "muted")], margins=12, spacing=8))

    def _line(self, matter: Matter) -> Any:
        title = " ".join(part for part in (matter.number, matter.title) if part)
        shown = bits.link(title, matter, self.opened) if matter.entry else bits.label(title)
        return bits.row(bits.label(matter.opened_on.isoformat(), "small"), bits.label(matter.kind, "muted"), shown, None,
                        Pill(matter.state.word, matter.state.tone))


class ChangesCard(QFrame):
    """What fields said before, the newest first, and merges that can be taken back. unmerge(merge id)."""

    unmerge = Signal(object)

    def __init__(self, view: PersonView, *, may_unmerge: bool) -> None:
        super().__init__()
        self.setProperty("role", "card")
        inside: list[Any] = []
        for merge_id, name in view.merges:
            words_ = bits.label(_("The record of {name} was merged into this one.").format(name=name), wrap=True)
            take_back = [bits.link(_("Take the merge back"), merge_id, self.unmerge, icon="undo-2")] if may_unmerge else []
            line = bits.row(words_, *take_back)
            line.setStretch(0, 1)
            inside.append(line)
        inside.append(self._grid(view.changes) if view.changes else bits.label(_("Nothing was changed so far."), "muted"))
        last = _("Last changed {time} by {name}").format(time=f"{hall_time(view.card.updated_at):%Y-%m-%d %H:%M}",
                                                         name=view.card.updated_by)
        inside.append(bits.label(last, "small"))
        self.setLayout(bits.column(*inside, margins=12, spacing=8))

    def _grid(self, changes: Sequence[Change]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for place, title in enumerate((_("When"), _("Field"), _("Before"), _("Reason"), _("By"))):
            grid.addWidget(bits.label(title, "section"), 0, place)
        for row, change in enumerate(changes, 1):
            cells = (f"{hall_time(change.at):%Y-%m-%d %H:%M}", change.field, change.was, change.reason, change.by)
            for place, text in enumerate(cells):
                grid.addWidget(bits.label(text, "" if place == 2 else "muted", wrap=place in (2, 3), select=True), row, place)
        grid.setColumnStretch(2, 2)
        grid.setColumnStretch(3, 1)
        grid.setColumnMinimumWidth(2, theme.px(160))
        return grid
