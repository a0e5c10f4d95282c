"""Verbs of moving in, and of taking a move back."""

from dataclasses import dataclass

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.people.dates import read_date
from desk.core.people.history import change_kept
from desk.core.people.model import Household, Person, Relocation
from desk.core.people.relocations import last_standing, mark_undone, note_relocation
from desk.core.people.rights import WRITE
from desk.core.people.service import changeable, needed
from desk.core.text import clean


@dataclass(frozen=True, slots=True)
class MoveInDraft:
    """Somebody who is known moved in. on: as typed, may be partial; place: where from; household_id None: as it is."""

    person_id: int
    on: str
    place: str = ""
    note: str = ""
    household_id: int | None = None


@verb("people.move_in", permission=WRITE)
def record_move_in(uow: UnitOfWork, draft: MoveInDraft) -> int:
    """She moved in, or in again; answers the id of the move. Raises UserError beside the field."""
    person = changeable(uow, draft.person_id)
    if person.state == "deceased":
        raise UserError(_("This person is noted as deceased."), todo=_("Take that back first, if it was a mistake."))
    on = str(read_date(draft.on, on=uow.clock.today(), field="on"))
    if draft.household_id is not None:
        uow.require_area(uow.get(Household, draft.household_id).area_id)
    values = {"moved_in": on, "moved_out": "", "state": "present",
              "household_id": draft.household_id or person.household_id}
    before = {name: getattr(person, name) for name in values}
    note = clean(draft.note, field="note")
    change_kept(uow, person, values, reason=note)
    uow.trace("people.move_in", "person", person.id)
    return note_relocation(uow, person, "in", on, before, clean(draft.place, field="place"), note)


@verb("people.undo_relocation", permission=WRITE)
def undo_relocation(uow: UnitOfWork, relocation_id: int, reason: str) -> int:
    """Take the last move of a person back: the register says again what it said before; answers the person's id.

    Raises UserError for one that was taken back before, or that a later move or a death stands on.
    """
    reason = needed(reason, _("Say why the move is taken back."))
    row: Relocation = uow.get(Relocation, relocation_id)
    person: Person = changeable(uow, row.person_id)
    if row.undone_at is not None:
        raise UserError(_("This move was taken back before."))
    last = last_standing(uow, person.id)
    if last is None or last.id != row.id or person.state == "deceased":
        raise UserError(_("Something was noted after this move."), todo=_("Take the later entry back first."))
    change_kept(uow, person, row.before, reason=reason)
    mark_undone(uow, row, reason)
    uow.trace("people.undo_relocation", "person", person.id, reason=reason)
    return int(person.id)
