"""The forms of estates, parts, owners' votes and committees."""

from typing import Any

from desk.api import N_, translator
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Repeat, Section
from desk.api.votes import find_profile
from plugins.consultation.estates import service
from plugins.consultation.estates.areas import show_area
from plugins.consultation.estates.drafts import (
    CommitteeDraft,
    EstateDraft,
    FilingDraft,
    OwnerDraft,
    OwnersVoteDraft,
    SeatChangeDraft,
    SeatDraft,
    UnitDraft,
)
from plugins.consultation.estates.kinds import POSTS, RULES, SOURCES
from plugins.consultation.estates.queries import get_committee, get_estate, get_unit
from plugins.consultation.estates.seat_changes import change_seat
from plugins.consultation.pages.common import picked

_ = translator("consultation")


def _form(form: str, title: str, save: Any, draft: type, *fields: Field | Repeat, load: Any, make: Any = None, help: str = "",
          after: str = "") -> FormSpec:
    return FormSpec(id=f"consultation.{form}", title=title, domain="consultation", save=save,
                    sections=(Section("", fields, help),),
                    load=load, after=after, make_draft=make or (lambda values: picked(draft, values)))


def _load_estate(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    if not record_id:
        return {"managed": True}
    row = get_estate(uow, record_id).row
    return {name: getattr(row, name) for name in ("id", "version", "name", "address", "firm", "managed", "developer", "note")}


def _load_unit(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    row = get_unit(uow, record_id or 0)
    found = {name: getattr(row, name) for name in ("id", "version", "estate_id", "building", "label", "area_source", "voter",
                                                   "parking", "unsold")}
    return found | {"area": show_area(row.area), "owners": [{"name": name, "tail": tail} for name, tail in row.owners]}


def _load_new_unit(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    return {"estate_id": get_estate(uow, record_id or 0).row.id, "area_source": "register", "owners": [{}]}


def _unit(values: dict[str, Any]) -> UnitDraft:
    owners = tuple(OwnerDraft(row.get("name") or "", row.get("tail") or "") for row in values.get("owners") or ())
    return picked(UnitDraft, values, owners=owners)


def _rules(uow: UnitOfWork) -> list[tuple[str, str]]:
    return [(code, find_profile(uow, code).title) for code in RULES]


def _load_vote(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    file = get_estate(uow, record_id or 0)
    return {"estate_id": file.row.id, "title": f"{file.row.name}业主大会", "profile": "owners_ordinary", "questions": [{}],
            "weight": _("{n} persons, {area} m²").format(n=file.voters, area=show_area(file.area))}


def _vote(values: dict[str, Any]) -> OwnersVoteDraft:
    questions = tuple(row.get("text") or "" for row in values.get("questions") or ())
    return picked(OwnersVoteDraft, values, questions=questions)


def _load_prepare(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    return {"estate_id": get_estate(uow, record_id or 0).row.id, "on": uow.clock.today()}


def _load_seats(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    row = get_committee(uow, record_id or 0)
    seats = [{"name": name, "post": post, "home": home} for name, post, home in row.seats]
    return {"id": row.id, "version": row.version, "on": row.elected_on or uow.clock.today(), "years": 5,
            "seats": seats or [{"post": "director" if place == 0 else "member"} for place in range(5)]}


def _seats(values: dict[str, Any]) -> CommitteeDraft:
    seats = tuple(SeatDraft(row.get("name") or "", row.get("post") or "member", row.get("home") or "")
                  for row in values.get("seats") or ())
    return picked(CommitteeDraft, values, seats=seats)


def _load_committee(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    return {"committee_id": get_committee(uow, record_id or 0).id, "on": uow.clock.today()}


_OWNERS = Repeat("owners", N_("Owner"), (
    Field("name", N_("Name"), "text", True),
    Field("tail", N_("End of the certificate number"), help=N_("Only to tell two people of one name apart."), max_length=6)),
    N_("Add a co-owner"), compact=True)
_UNIT = (Field("building", N_("Building")), Field("label", N_("Flat"), "text", True),
         Field("area", N_("Area (m²)"), "text", True),
         Field("area_source", N_("Where the area stands"), "choice", True, choices=SOURCES), _OWNERS,
         Field("voter", N_("Who votes for the co-owners")), Field("parking", N_("Parking space or garage"), "bool"),
         Field("unsold", N_("Not sold or not handed over: the developer's"), "bool"))

ESTATE_FORM = _form(
    "estate_form", N_("Estate"), service.save_estate, EstateDraft,
    Field("name", N_("Name of the estate"), "text", True),
    Field("address", N_("Address")), Field("firm", N_("Property company")),
    Field("managed", N_("Managed by a property company"), "bool", help=N_("Counts for the rate of committees.")),
    Field("developer", N_("Developer")), Field("note", N_("Note"), "lines", rows=2), load=_load_estate,
    after="consultation.estate")
UNIT_FORM = _form("unit_form", N_("Part of an estate"), service.save_unit, UnitDraft, *_UNIT, load=_load_unit, make=_unit)
NEW_UNIT_FORM = _form("new_unit_form", N_("Enter a part"), service.save_unit, UnitDraft, *_UNIT, load=_load_new_unit,
                      make=_unit)
OWNERS_VOTE_FORM = _form(
    "owners_vote_form", N_("Open an owners' vote"), service.open_owners_vote, OwnersVoteDraft,
    Field("title", N_("Title"), "text", True), Field("profile", N_("Rule"), "choice", True, choices=_rules),
    Field("noticed_on", N_("Notice posted on"), "date", True), Field("held_on", N_("Day"), "date", True),
    Repeat("questions", N_("Question"), (Field("text", N_("Question or candidate"), "lines", True, rows=2),),
           N_("Add a question"),
           minimum=1),
    Field("weight", N_("On the roll"), "note"), load=_load_vote, make=_vote, after="consultation.vote",
    help=N_("The register of today becomes the roll, and only the topics of the notice may be voted. Ballots are named: "
            "statutory elections stay on paper."))
PREPARE_FORM = _form(
    "prepare_form", N_("Prepare a committee"), service.prepare_committee, CommitteeDraft,
    Field("on", N_("Since"), "date", True),
    Field("preparers", N_("Who prepares it"), "lines", rows=2, help=N_("Names of the preparation group; its list is posted.")),
    load=_load_prepare)
SEATS_FORM = _form(
    "seats_form", N_("Who was elected"), service.seat_committee, CommitteeDraft, Field("on", N_("Elected on"), "date", True),
    Field("years", N_("Years of the term"), "number", True),
    Repeat("seats", N_("Member"),
           (Field("name", N_("Name"), "text", True), Field("post", N_("Post"), "choice", True, choices=POSTS),
            Field("home", N_("Flat"))), N_("Add a member")), load=_load_seats, make=_seats)
SEAT_CHANGE_FORM = _form(
    "seat_change_form", N_("A member leaves or comes"), change_seat, SeatChangeDraft,
    Field("leaving", N_("Who leaves"), help=N_("Name as on the committee's list; blank when nobody leaves.")),
    Field("reason", N_("Why")),
    Field("coming", N_("Who comes in her place"), help=N_("Blank when the place stays empty.")),
    Field("post", N_("Post"), "choice", choices=POSTS), Field("home", N_("Flat")),
    Field("how", N_("How the place was filled"),
          help=N_("Substitute moves up, or by-election of the owners' meeting of a day.")),
    Field("on", N_("Day"), "date", True), load=lambda uow, record_id: _load_committee(uow, record_id) | {"post": "member"},
    help=N_("Those who were elected stay in the record; the change is kept with its reason."))
FILING_FORM = _form(
    "filing_form", N_("Enter the filing"), service.file_committee, FilingDraft, Field("on", N_("Filed on"), "date", True),
    Field("filed_with", N_("Filed with"), "text", True), Field("number", N_("Filing number")), load=_load_committee,
    help=N_("Print the filing sheet first; the former committee's term ends with this day."))
END_FORM = _form("end_form", N_("The term ends early"), service.end_committee, FilingDraft,
                 Field("on", N_("Day"), "date", True),
                 Field("reason", N_("Why"), "lines", True, rows=2), load=_load_committee)
