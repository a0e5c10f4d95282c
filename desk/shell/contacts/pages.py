"""Areas with who can be reached for them: whose sheet is out of date, the card, what to print and post."""

from dataclasses import dataclass
from datetime import date

from desk.core.cases.kinds import Tone
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.documents.chinese_dates import long_date
from desk.core.i18n import N_, _
from desk.core.meetings.contacts import NOTICE, OWNER, AreaContacts, get_contacts, list_contacts
from desk.core.meetings.gatherings import HOLD
from desk.core.organisations.service import CHANGE
from desk.core.places.kinds import AREA_KINDS
from desk.host.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    ListSpec,
    Missing,
    NextAct,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
)
from desk.shell.short_lists import short_page

_KINDS = {code: kind.title for code, kind in AREA_KINDS.items()}
PAPERS = ("contact_sheet", "contact_cards", "duty_plates", "badges")


@dataclass(frozen=True, slots=True)
class ContactLine:
    """An area in the list. phones: how many of its people agreed that their number is published."""

    id: int
    area: str
    kind: str
    people: int
    phones: int
    changed_on: date | None
    posted_on: date | None
    state: StateCell


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[ContactLine]:
    """All areas; filters: stale (bool)."""
    found = [one for one in list_contacts(uow) if not request.filters.get("stale") or (one.contacts and not one.current)]
    return short_page([_line(one) for one in found], request, lambda line: f"{line.area} {line.kind}")


def sentence(uow: UnitOfWork) -> str:
    """3 处联系表需更换."""
    return _("{n} areas have no current sheet").format(
        n=sum(bool(one.contacts) and not one.current for one in list_contacts(uow))
    )


def load(uow: UnitOfWork, area_id: int) -> RecordCard:
    """The card of one area."""
    one = get_contacts(uow, area_id)
    name = one.area.full_name or one.area.name
    people = tuple(Fact(f"{who.post} {who.name}", " · ".join(filter(None, (who.phone or _("phone not published"), who.where))))
                   for who in one.contacts)
    about = (Fact(_("Last change"), _day(one.changed_on)), Fact(_("Sheet posted on"), _day(one.posted_on)))
    missing = (
        [Missing(_("The sheet that hangs is out of date; print it and post it anew."))]
        if one.contacts and not one.current
        else []
    )
    return RecordCard(
        id=area_id,
        number="",
        title=name,
        state=_state(one),
        holder=None,
        missing=tuple(missing),
        acts=tuple(_acts(uow, one, name)),
        sections=(FactSection(_("Who can be reached"), people), FactSection(_("Contact sheet"), about)),
        papers=tuple(PaperLink(f"desk.{paper}") for paper in PAPERS),
    )


def _acts(uow: UnitOfWork, one: AreaContacts, name: str) -> list[NextAct]:
    found = []
    if uow.actor.may(HOLD) and one.contacts:
        found.append(NextAct(_("Post the sheet"), "notices.form", {
            "kind": NOTICE, "title": f"{name}联系方式公示", "body": "联系方式详见张贴的联系公示表。", "owner_kind": OWNER,
            "owner_id": one.area.id, "places": f"{name}入口", "amount": 366}, main=not one.current))
    if uow.actor.may(CHANGE):
        found.append(NextAct(_("Give somebody a post"), "organisations.appointment_form", {"area_id": one.area.id}))
    return [*found, NextAct(_("All appointments"), "organisations.appointments")]


def _line(one: AreaContacts) -> ContactLine:
    return ContactLine(
        one.area.id,
        one.area.full_name or one.area.name,
        _(_KINDS.get(one.area.kind, one.area.kind)),
        len(one.contacts),
        sum(bool(who.phone) for who in one.contacts),
        one.changed_on,
        one.posted_on,
        _state(one),
    )


def _state(one: AreaContacts) -> StateCell:
    if not one.contacts:
        return StateCell(_("Nobody named"), Tone.MUTED)
    if one.posted_on is None:
        return StateCell(_("Never posted"), Tone.WAITING)
    return StateCell(_("Current"), Tone.DONE) if one.current else StateCell(_("Changed since"), Tone.LATE)


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


CONTACTS = ListSpec(
    id="contacts.list", title=N_("Contact sheets"), record="appointment", fetch=fetch, sentence=sentence,
    columns=(Column("area", N_("Area or building"), 0),
             Column("kind", N_("Kind"), 100), Column("people", N_("Contacts named"), 100, "number"),
             Column("phones", N_("Published phones"), 120, "number"), Column("changed_on", N_("Last change"), 120, "date"),
             Column("posted_on", N_("Sheet posted on"), 120, "date"), Column("state", N_("State"), 140, "state")),
    chips=(Chip(N_("Without a current sheet"), {"stale": True}),), opens="contacts.card", search_hint=N_("Area or building"),
    empty=N_("No areas yet. Enter grids and buildings, then give grid workers and building heads their posts."))
CONTACT_CARD = RecordSpec("contacts.card", N_("Contact sheet"), "area", load)
