"""The list of residents. Its search finds what the box finds; its export takes what is shown, for those who may."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.exchange.rights import EXPORT, IMPORT
from desk.core.i18n import N_, _
from desk.core.people.cards import PersonRow
from desk.core.people.rights import MERGE, WRITE
from desk.core.search.people_list import count_people_found, list_people_found
from desk.host.pages import Chip, Column, ListSpec, RowAction, StateCell
from desk.shell.kit import bits, icons
from desk.shell.kit.list_page import ListPage
from desk.shell.people import words


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A resident as the list shows one; number and phone masked."""

    id: int
    name: str
    sex: str
    born: str
    age: int | None
    number: str
    phone: str
    address: str
    kind: str
    state: StateCell


def line(row: PersonRow) -> PersonLine:
    """In words."""
    return PersonLine(row.id, row.name, words.sex(row.sex), row.birth, row.age, row.number, row.phone, row.address,
                      words.word("resident_kind", row.resident_kind), words.state(row.state))


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[PersonLine]:
    """One page of residents."""
    page = list_people_found(uow, request)
    return Page([line(row) for row in page.rows], page.next, page.total)


def sentence(uow: UnitOfWork) -> str:
    """How many are here, and how many cannot be reached by telephone."""
    here = count_people_found(uow, PageRequest(filters={"state": "present"}))
    silent = count_people_found(uow, PageRequest(filters={"state": "present", "without_phone": True}))
    if not here:
        return ""
    return _("{here} in the register, {silent} of them without a telephone number").format(here=f"{here:,}",
                                                                                         silent=f"{silent:,}")


PEOPLE = ListSpec(
    id="people.list", title=N_("Register of residents"), record="person",
    columns=(Column("name", N_("Name"), 130, sort="pinyin"), Column("sex", N_("Sex"), 56),
             Column("age", N_("Age"), 60, "number", sort="birth"), Column("born", N_("Born"), 105, sort="birth", shown=False),
             Column("number", N_("Identity number"), 185), Column("phone", N_("Telephone"), 120),
             Column("address", N_("Address"), 0), Column("kind", N_("Kind of resident"), 90),
             Column("state", N_("State"), 100, "state")),
    fetch=fetch, count=count_people_found, sentence=sentence,
    chips=(Chip(N_("In the register"), {"state": "present"}),
           Chip(N_("60 and older"), {"state": "present", "age_from": 60}),
           Chip(N_("Floating"), {"state": "present", "resident_kind": "floating"}),
           Chip(N_("No telephone"), {"state": "present", "without_phone": True}),
           Chip(N_("Moved out"), {"state": "moved_out"}), Chip(N_("Deceased"), {"state": "deceased"})),
    actions=(RowAction("people.note", N_("Note a visit"), "desk.shell.people.people_list:note_visit", "message-square", WRITE),
             RowAction("people.merge", N_("Merge the two"), "desk.shell.people.people_list:merge", "layers", MERGE, many=True)),
    opens="people.person", new="people.person_form", new_title=N_("Register"), new_permission=WRITE,
    search_hint=N_("Name, pinyin, number, telephone, address"),
    empty=N_("Nobody is in the register yet. Bring in the roll the street office or the grid platform gave you as a "
             "spreadsheet; single residents are registered when they come to the counter."),
    export=False, default_sort="pinyin")


class PeoplePage(ListPage):
    """The list with its own export (masked, traced) and the way to bring in a spreadsheet."""

    _first_import: QWidget | None = None

    def __init__(self, ctx: Any, parent: QWidget | None = None, **args: Any) -> None:
        super().__init__(ctx, PEOPLE, parent=parent, **args)
        layout = self.empty.layout()
        assert isinstance(layout, QBoxLayout)
        self._first_import = self._import_button(main=True)
        for other in self.empty.findChildren(QPushButton):  # one main act: bringing the roll in
            other.setProperty("main", "false")
            icons.set_icon(other, "plus")
        layout.insertLayout(3, bits.row(None, self._first_import, None))
        self._offer_import()

    def _header(self) -> Any:
        header = super()._header()
        place = header.count() - (1 if self._may_make() else 0)
        if self.ctx.may(EXPORT):
            self.export_button = bits.button(_("&Export"), self.export, icon="download")
            header.insertWidget(place, self.export_button)
        if self.ctx.may(IMPORT):
            self.import_button = self._import_button()
            header.insertWidget(place, self.import_button)
        return header

    def _import_button(self, *, main: bool = False) -> QWidget:
        made = bits.button(_("Bring in a spreadsheet") if main else _("&Import"), self.bring_in, icon="upload", main=main)
        return made

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        super()._on_counted(count)
        self._offer_import()

    def _offer_import(self) -> None:
        """Only where nobody is there at all, not where a search finds nobody."""
        narrowed = bool(self.model.request.text or self.model.request.filters)
        if self._first_import is not None:
            self._first_import.setVisible(not narrowed and self.ctx.may(IMPORT))

    @Slot()
    def bring_in(self) -> None:
        """Open the import."""
        self.ctx.open("people.import")

    @Slot()
    def export(self) -> None:
        """Write what the list shows, numbers masked, to a file of her choice; the audit trail says who took how many."""
        suggested = _("Residents {date}").format(date=self.ctx.clock.today())
        path = self.ctx.asker.save_file(_("Export the list"), f"{suggested}.xlsx", _("Workbook (*.xlsx);;CSV (*.csv)"))
        if path is None:
            return
        self._export_path: Path = path
        request = self.model.request
        from desk.core.exchange.people_export import export_people

        job = self.ctx.jobs.write(export_people, path, dict(request.filters), request.text)
        job.by(self).labelled(_("Exporting {title}").format(title=_("Residents"))).then(self._on_exported).start()


def note_visit(ctx: Any, rows: list[PersonLine]) -> None:
    """Open the note for the chosen resident."""
    ctx.open("people.visit_form", person_id=rows[0].id)


def merge(ctx: Any, rows: list[PersonLine]) -> None:
    """Open the comparison of exactly two records."""
    if len(rows) != 2:
        ctx.notify(_("Choose exactly two records: hold Ctrl and click the second one."), "waiting")
        return
    ctx.open("people.merge", record_id=rows[0].id, other_id=rows[1].id)
