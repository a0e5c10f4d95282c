"""The small acts on a resident, each a form of one or two fields: visit note, move out, death, back, household. No Qt."""

from collections.abc import Callable
from typing import Any

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import N_, _
from desk.core.people.households import NOTE_LIMIT, note_visit
from desk.core.people.queries import get_person
from desk.core.people.rights import WRITE
from desk.core.people.service import put_in_household, record_death, record_move_out, record_return
from desk.host.pages import Field, FormSpec, Section
from desk.shell.people import words
from desk.shell.people.pickers import ASKS_HOME, find_homes, name_home, opened

Values = dict[str, Any]


def whose(uow: UnitOfWork, person_id: int | None) -> Values:
    """Whom the form is about, and today."""
    if person_id is None:
        return {}
    card = get_person(uow, person_id)
    shown = " · ".join(part for part in (card.name, words.age(card.age), card.address) if part)
    return {"person_id": card.id, "who": shown, "on": str(uow.clock.today()), "home": card.household_id,
            "relation": card.relation}


@verb("people.save_visit", permission=WRITE)
def save_visit(uow: UnitOfWork, values: Values) -> int:
    """See `note_visit`."""
    return note_visit(uow, values.get("text") or "", values.get("person_id"))


@verb("people.save_move_out", permission=WRITE)
def save_move_out(uow: UnitOfWork, values: Values) -> int:
    """See `record_move_out`; answers the person's id."""
    record_move_out(uow, values["person_id"], values.get("on") or "", values.get("note") or "",
                    values.get("place") or "")
    return int(values["person_id"])


@verb("people.save_death", permission=WRITE)
def save_death(uow: UnitOfWork, values: Values) -> int:
    """See `record_death`; answers the person's id."""
    record_death(uow, values["person_id"], values.get("on") or "", values.get("note") or "")
    return int(values["person_id"])


@verb("people.save_return", permission=WRITE)
def save_return(uow: UnitOfWork, values: Values) -> int:
    """See `record_return`; answers the person's id."""
    record_return(uow, values["person_id"], values.get("note") or "")
    return int(values["person_id"])


@verb("people.save_move_in", permission=WRITE)
def save_move_in(uow: UnitOfWork, values: Values) -> int:
    """Into the household picked, a new one at the address typed, or none; answers the person's id."""
    home = opened(uow, values.get("home"))
    if home is None and values.get("relation"):
        raise UserError(_("Without a household there is no relation to its head."), field="relation")
    put_in_household(uow, values["person_id"], home, values.get("relation") or "")
    return int(values["person_id"])


_WHO = Field("who", N_("Resident"), "note")
_DAY = Field("on", N_("On"), "partial_date", required=True, help=N_("The month or the year alone will do."))
_NOTE = Field("note", N_("Note"), "lines", rows=2, max_length=200)


def _form(form_id: str, title: str, save: Callable[..., Any], *fields: Field, help_: str = "") -> FormSpec:
    return FormSpec(id=f"people.{form_id}", title=title, sections=(Section("", (_WHO, *fields), help_),), save=save, load=whose)


MOVE_OUT_FORM = _form("move_out_form", N_("Record the move out"), save_move_out, _DAY,
                      Field("place", N_("Where to"), max_length=200), _NOTE,
                      help_=N_("The file stays and can be read; lists of those present leave the person out."))
DEATH_FORM = _form("death_form", N_("Record the death"), save_death, _DAY, _NOTE,
                   help_=N_("The file stays and can be read; lists of those present leave the person out."))
RETURN_FORM = _form("return_form", N_("Back in the register"), save_return,
                    Field("note", N_("Reason"), "lines", True, rows=2, max_length=200,
                          help=N_("The entry was a mistake; who moved in again has a move in of her own.")))
MOVE_IN_FORM = _form("move_in_form", N_("Put into a household"), save_move_in,
                     Field("home", N_("Household"), "organisation", search=find_homes, named=name_home, asks=ASKS_HOME,
                           help=N_("Address or door number; an address that is not there yet opens a new file.")),
                     Field("relation", N_("Relation"), "choice", choices=words.choices("relation"), width=180,
                           help=N_("To the head of the household.")))
VISIT_FORM = FormSpec(
    id="people.visit_form", title=N_("Note a visit"), save=save_visit, save_title=N_("&Keep the note (Ctrl+S)"),
    sections=(Section("", (
        Field("person_id", N_("Resident"), "person", True),
        Field("text", N_("What was seen or said"), "lines", True, rows=4, max_length=NOTE_LIMIT))),))
