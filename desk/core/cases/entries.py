"""The timeline: what is written into it, and how a line is called."""

from datetime import date

from desk.core.cases.kinds import CaseKind
from desk.core.cases.model import Case, CaseEntry
from desk.core.cases.registry import texts
from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.i18n import N_, _

ENTRIES: dict[str, str] = {
    "open": N_("Registered"), "move": N_("State changed"), "note": N_("Note"), "assign": N_("Handed to"),
    "change": N_("Details changed"), "number": N_("Number given"), "clock.start": N_("Deadline started"),
    "clock.pause": N_("Deadline paused"), "clock.resume": N_("Deadline runs again"), "clock.stop": N_("Deadline ended"),
    "clock.extend": N_("Deadline extended"), "party": N_("Taking part"), "link": N_("Linked"),
}
MEANINGS: dict[str, str] = {
    "from": N_("taken over from where it was found"), "handed": N_("handed over"), "merged": N_("merged with another matter"),
}
"""Meanings of links that are codes for the program; any other is in the words of who linked."""


def write_entry(uow: UnitOfWork, case: Case, code: str, *, what: str = "", text: str = "", reason: str = "",
                from_state: str = "", to_state: str = "", on: date | None = None, private: bool = False) -> None:
    """Add a line to the matter's timeline; on: the day it happened, today when not told."""
    uow.add(CaseEntry(case_id=case.id, at=uow.clock.now(), who=uow.actor.name, code=code, what=what, text=text, reason=reason,
                      from_state=from_state, to_state=to_state, on_date=on or uow.clock.today(), private=private))


def happened_on(uow: UnitOfWork, case: Case | None, on: date | None, *, field: str = "on") -> date:
    """The day something happened, today when not told; UserError for a day to come or before the matter began."""
    day = on or uow.clock.today()
    if day > uow.clock.today():
        raise UserError(_("{day} is still to come.").format(day=day), field=field)
    if case is not None and day < case.opened_on:
        raise UserError(_("{day} is before the matter was registered ({opened}).").format(day=day, opened=case.opened_on),
                        field=field)
    return day


def words_of(entry: CaseEntry) -> str:
    """What a line says, as one reads it: the code of a link in words."""
    return _(MEANINGS[entry.text]) if entry.code == "link" and entry.text in MEANINGS else str(entry.text)


def state_title(kind: CaseKind | None, code: str) -> str:
    """The state in words; the bare code while the plugin is off."""
    found = next((state for state in kind.states if state.code == code), None) if kind else None
    return texts(kind.code)(found.title) if kind and found else code
