"""Councils and self-government groups: register, card with seats and meetings, forms."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desk.api import N_, Tone, hall_time, translator
from desk.api.calendar import add_months
from desk.api.db import UnitOfWork
from desk.api.meetings import gathering_kind, list_gatherings_of
from desk.api.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    Field,
    ListSpec,
    Missing,
    NextAct,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    Repeat,
    Section,
    StateCell,
)
from plugins.consultation.drafts_bodies import BodyDraft, SeatDraft, TermDraft
from plugins.consultation.kinds import BODIES, POSTS, SITTINGS, WRITE, paper_in, title_in
from plugins.consultation.pages.common import areas, day_text, form_of, joined, picked
from plugins.consultation.pages.meeting_forms import ROLES
from plugins.consultation.queries_matters import (
    BodyRow,
    SeatRow,
    count_grouped_buildings,
    get_body,
    list_bodies,
    list_carried,
)
from plugins.consultation.service.bodies import BODY, begin_term, end_body, save_body

_ = translator("consultation")
NOTICE = timedelta(days=60)
TERM_MONTHS = 36


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body in the list."""

    id: int
    name: str
    kind: str
    area: str
    head: str
    seats: int
    term_to: date
    state: StateCell


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[BodyLine]:
    """All bodies; filters: kind."""
    kind = request.filters.get("kind")
    found = [
        one for one in list_bodies(uow, (kind,) if kind else ()) if request.text.strip() in f"{one.name}{one.area}{one.head}"
    ]
    today = uow.clock.today()
    rows = [BodyLine(one.id, one.name, paper_in(BODIES, one.kind), one.area or _("whole community"), one.head,
                     len(one.sitting(today)), one.term_to, _state(one, today)) for one in found]
    return Page(rows, None, len(rows))


def sentence(uow: UnitOfWork) -> str:
    """有自治小组的楼栋占比; nothing while no building is registered."""
    served, all_ = count_grouped_buildings(uow)
    return _("{served} of {all} buildings have a self-government group ({share})").format(
        served=served, all=all_, share=f"{served * 100 / all_:.1f}%") if all_ else ""


def load(uow: UnitOfWork, body_id: int) -> RecordCard:
    """The card of one body."""
    one, today = get_body(uow, body_id), uow.clock.today()
    meetings = list_gatherings_of(uow, BODY, body_id)
    carried = list_carried(uow, SITTINGS[one.kind], BODY, body_id)
    about = (Fact(_("Estate or building"), one.area or _("whole community")), Fact(_("Founded on"), day_text(one.founded_on)),
             Fact(_("Founded by"), one.founded_by), Fact(_("Term"), f"{day_text(one.term_from)} — {day_text(one.term_to)}"),
             Fact(_("Rules"), one.rules), Fact(_("Ended"), joined(day_text(one.ended_on), one.ended_reason)))
    sitting = one.sitting(today)
    past = [seat for seat in one.seats if seat not in sitting]
    log = tuple(Fact(f"{hall_time(held.starts_at):%Y-%m-%d}", joined(
        gathering_kind(held.kind).paper, held.title, held.agreed[:60] if held.closed else _("Minutes open")))
        for held in reversed(meetings))
    sections = [FactSection(title, tuple(fact for fact in facts if fact.value)) for title, facts in (
        (_("About it"), about), (_("Who sits in it"), tuple(map(_seat, sitting))),
        (_("Left for the next meeting"), tuple(Fact(item.who or "—", item.text) for item in carried)),
        (_("Activities"), log), (_("Earlier members"), tuple(map(_seat, past)))) if facts]
    return RecordCard(id=one.id, number="", title=one.name, state=_state(one, today), subtitle=paper_in(BODIES, one.kind),
                      holder=None, sections=tuple(sections), missing=tuple(_missing(one, meetings, today)),
                      acts=tuple(_acts(one, meetings)), version=one.version,
                      papers=(PaperLink("consultation.body"), PaperLink("consultation.body_list")))


def _seat(one: SeatRow) -> Fact:
    span = joined(day_text(one.from_on), day_text(one.to_on)) if one.to_on else ""
    return Fact(one.name, joined(_(title_in(POSTS, one.post)), paper_in(ROLES, one.kind) if one.kind else "", one.unit, span))


def _missing(one: BodyRow, meetings: list[Any], today: date) -> list[Missing]:
    found = [Missing(_("The minutes of {title} are not final.").format(title=held.title), "consultation.minutes_form",
                     {"record_id": held.id}) for held in meetings if not held.closed and held.starts_at.date() < today]
    if one.ended_on is None and one.term_to - today <= NOTICE:
        found.append(Missing(_("Its term ends on {day}.").format(day=day_text(one.term_to)), "consultation.term_form",
                             {"record_id": one.id}))
    if one.ended_on is None and not one.head:
        found.append(Missing(_("Nobody leads it."), "consultation.body_form", {"record_id": one.id}))
    return found


def _acts(one: BodyRow, meetings: list[Any]) -> list[NextAct]:
    def act(title: str, form: str, main: bool = False, record_id: int = 0) -> NextAct:
        return NextAct(title, f"consultation.{form}", {"record_id": record_id or one.id}, main=main)

    if one.ended_on is not None:
        return []
    return [act(_("Call a meeting of the body"), "sitting_form", True),
            *(act(_("Write the minutes: {title}").format(title=held.title), "minutes_form", False, held.id)
              for held in meetings if not held.closed),
            *(act(_("Meeting of {day}").format(day=f"{hall_time(held.starts_at):%Y-%m-%d}"), "meeting", False, held.id)
              for held in reversed(meetings[-3:]) if held.closed),
            act(_("Change it"), "body_form"), act(_("Begin a new term"), "term_form"), act(_("It ends"), "end_body_form")]


def _state(one: BodyRow, today: date) -> StateCell:
    if one.ended_on is not None:
        return StateCell(_("Ended"), Tone.MUTED)
    if one.term_to < today:
        return StateCell(_("Term is over"), Tone.LATE)
    return (
        StateCell(_("Term ends soon"), Tone.WAITING)
        if one.term_to - today <= NOTICE
        else StateCell(_("In its term"), Tone.DONE)
    )


def _load_body(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    today = uow.clock.today()
    if record_id is None:
        return {"kind": "group", "founded_on": today, "term_from": today, "term_to": add_months(today, TERM_MONTHS),
                "seats": [{"post": "head", "kind": "resident"}]}
    one = get_body(uow, record_id)
    return {name: getattr(one, name) for name in ("id", "version", "kind", "name", "area_id", "founded_on", "founded_by",
                                                  "term_from", "term_to", "rules")} | {
        "seats": [_row(seat) for seat in one.seats if seat.to_on is None]}


def _load_term(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    one, today = get_body(uow, record_id or 0), uow.clock.today()
    start = max(today, one.term_from + timedelta(days=1))
    return {"body_id": one.id, "term_from": start, "term_to": add_months(start, TERM_MONTHS), "on": today,
            "seats": [_row(seat) | {"id": 0} for seat in one.seats if seat.to_on is None]}


def _row(seat: SeatRow) -> dict[str, Any]:
    return {name: getattr(seat, name) for name in ("id", "name", "post", "kind", "unit", "phone", "from_on", "to_on")}


def _with_seats(draft: type) -> Any:
    def make(values: dict[str, Any]) -> Any:
        return picked(
            draft, values, seats=tuple(picked(SeatDraft, row) for row in values.get("seats") or () if row.get("name"))
        )

    return make


_SEATS = Repeat("seats", N_("Seat"), (
    Field("name", N_("Name")), Field("post", N_("Post"), "choice", choices=POSTS, default="member"),
    Field("kind", N_("As"), "choice", choices=ROLES), Field("unit", N_("Unit or household")), Field("phone", N_("Phone")),
    Field("to_on", N_("Left on"), "date")), N_("Add a person"))
BODY_FORM = form_of("body_form", N_("Council or group"), save_body, BodyDraft, load=_load_body, make=_with_seats(BodyDraft),
                    after="consultation.body", sections=(
                        Section("", (
                            Field("kind", N_("Kind"), "choice", True, choices=BODIES),
                            Field("name", N_("Name of the body"), "text", True),
                            Field("area_id", N_("Estate or building"), "choice", choices=areas),
                            Field("founded_on", N_("Founded on"), "date"), Field("founded_by", N_("Founded by")),
                            Field("term_from", N_("Term from"), "date", True), Field("term_to", N_("Term to"), "date", True),
                            Field("rules", N_("Rules"), "lines", rows=3))),
                        Section(N_("Who sits in it"), (_SEATS,))))
TERM_FORM = form_of("term_form", N_("Begin a new term"), begin_term, TermDraft,
                    Field("term_from", N_("Term from"), "date", True), Field("term_to", N_("Term to"), "date", True), _SEATS,
                    load=_load_term, make=_with_seats(TermDraft), help=N_("All seats of the old term end the day before."))
END_BODY_FORM = form_of("end_body_form", N_("It ends"), end_body, TermDraft, Field("reason", N_("Why"), "lines", True, rows=2),
                        Field("on", N_("Day"), "date", True),
                        load=lambda uow, record_id: {"body_id": record_id, "on": uow.clock.today()})
BODIES_LIST = ListSpec(
    id="consultation.bodies", title=N_("Councils and groups"), record=BODY, domain="consultation", fetch=fetch,
    sentence=sentence,
    columns=(Column("name", N_("Name of the body"), 0),
             Column("kind", N_("Kind"), 150), Column("area", N_("Estate or building"), 180),
             Column("head", N_("Head"), 110), Column("seats", N_("Members"), 90, "number"),
             Column("term_to", N_("Term to"), 110, "date"), Column("state", N_("State"), 130, "state")),
    chips=tuple(Chip(title, {"kind": code}) for code, title in BODIES), opens="consultation.body", new="consultation.body_form",
    new_title=N_("Register a council or group"), new_permission=WRITE, search_hint=N_("Name, area, head"),
    empty=N_("Register the council of the community and the self-government groups of its buildings."))
BODY_CARD = RecordSpec("consultation.body", N_("Council or group"), BODY, load, domain="consultation")
