"""The list of who moved in and out, and the form of somebody who is known and moves in. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desk.core.cases.kinds import Tone
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.i18n import N_, _
from desk.core.people.moving import MoveInDraft, record_move_in, undo_relocation
from desk.core.people.queries import get_person
from desk.core.people.relocations import RelocationRow, count_relocations, list_relocations
from desk.core.people.rights import WRITE
from desk.core.registers.resident_papers import MOVES as PAPER
from desk.host.pages import Chip, Column, Field, FormSpec, ListSpec, RowAction, Section, StateCell
from desk.shell.doing import carry_out_with_reason
from desk.shell.people import words
from desk.shell.people.pickers import ASKS_HOME, find_homes, name_home, opened

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A move in the list; opening it opens the person."""

    id: int
    day: str
    way: StateCell
    person: str
    home: str
    place: str
    note: str
    by: str
    entry: str = "people.person"
    args: Mapping[str, int] = field(default_factory=dict)


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[MoveLine]:
    """One page, the latest first."""
    page = list_relocations(uow, request)
    return Page([_line(row) for row in page.rows], page.next, page.total)


def _line(row: RelocationRow) -> MoveLine:
    return MoveLine(row.id, words.day(row.moved_on), _way(row), row.person, row.home, row.place,
                    row.undone_reason or row.note, row.by, args={"record_id": row.person_id})


def _way(row: RelocationRow) -> StateCell:
    if row.undone_at is not None:
        return StateCell(_("Taken back"), Tone.MUTED)
    return StateCell(_("In"), Tone.DONE) if row.way == "in" else StateCell(_("Out"), Tone.OPEN)


def sentence(uow: UnitOfWork) -> str:
    """本月迁入 3 人，迁出 1 人."""
    first = uow.clock.today().replace(day=1)
    came, left = (count_relocations(uow, PageRequest(filters={"way": way, "undone": False, "since": first}))
                  for way in ("in", "out"))
    return _("{came} moved in this month, {left} moved out").format(came=came, left=left)


def take_back(ctx: Any, rows: Sequence[MoveLine]) -> None:
    """Ask why; the register then says again what it said before."""
    carry_out_with_reason(ctx, _("Why is this move taken back?"), _("The move is taken back"), undo_relocation, rows[:1])


MOVES = ListSpec(
    id="people.moves", title=N_("Moves in and out"), record="person",
    columns=(Column("day", N_("On"), 120, sort="day"), Column("way", N_("Move"), 110, "state"),
             Column("person", N_("Name"), 120), Column("home", N_("Household"), 0), Column("place", N_("From or to"), 200),
             Column("note", N_("Note"), 160), Column("by", N_("Noted by"), 100)),
    fetch=fetch, count=count_relocations, sentence=sentence,
    chips=(Chip(N_("In"), {"way": "in", "undone": False}), Chip(N_("Out"), {"way": "out", "undone": False}),
           Chip(N_("Taken back"), {"undone": True})),
    actions=(RowAction("take_back", N_("Take the move back"), "desk.shell.people.moves:take_back", "undo-2", WRITE),),
    opens="people.person", new="people.arrival_form", new_title=N_("Record a move in"), new_permission=WRITE, paper=PAPER,
    search_hint=N_("Name, address, where from or to"), default_sort="day", descending=True,
    empty=N_("No move noted yet. A resident's card records a move out, this page a move in."))


def load_arrival(uow: UnitOfWork, person_id: int | None) -> Values:
    """Today; her household as it is."""
    if person_id is None:
        return {"on": str(uow.clock.today())}
    card = get_person(uow, person_id)
    return {"person_id": card.id, "on": str(uow.clock.today()), "home": card.household_id}


@verb("people.save_arrival", permission=WRITE)
def save_arrival(uow: UnitOfWork, values: Values) -> int:
    """Into the household picked, a new one at the address typed, or the one she has; answers the person's id."""
    home = opened(uow, values.get("home"))
    record_move_in(uow, MoveInDraft(values["person_id"], values.get("on") or "", values.get("place") or "",
                                    values.get("note") or "", home))
    return int(values["person_id"])


ARRIVAL_FORM = FormSpec(
    id="people.arrival_form", title=N_("Record a move in"), save=save_arrival, load=load_arrival, after="people.person",
    sections=(Section("", (
        Field("person_id", N_("Resident"), "person", True), Field("on", N_("On"), "partial_date", required=True),
        Field("place", N_("Where from"), max_length=200),
        Field("home", N_("Household"), "organisation", search=find_homes, named=name_home, asks=ASKS_HOME,
              help=N_("Address or door number; an address that is not there yet opens a new file.")),
        Field("note", N_("Note"), "lines", rows=2, max_length=200)),
        help=N_("For somebody the register knows, also one who moved out before. Register everybody else; the day of moving in "
                "then stands in this list as well.")),))
