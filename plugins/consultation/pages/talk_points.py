"""Talk points: the list with who is on duty, the card with its duty list and visits, the forms behind them."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from desk.api import N_, Tone, translator
from desk.api.calendar import DutyDraft, list_duties, plan_turns, save_roster
from desk.api.db import UnitOfWork
from desk.api.pages import (
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
    StateCell,
)
from desk.api.places import get_venue
from plugins.consultation.drafts_bodies import MatterDraft, VisitDraft
from plugins.consultation.kinds import OUTCOMES, title_in
from plugins.consultation.pages.common import day_text, form_of, joined, picked
from plugins.consultation.pages.handing import takers
from plugins.consultation.pages.meeting_forms import TYPED
from plugins.consultation.queries_points import AHEAD, get_point, list_point_duties, list_points, list_visits, roster_of
from plugins.consultation.service.talk_points import take_visit

_ = translator("consultation")
RECENT = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class PointLine:
    """A talk point in the list; id: of the venue."""

    id: int
    name: str
    hours: str
    keeper: str
    today: str
    visits: int
    settled: str
    state: StateCell


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[PointLine]:
    """All of them: a community has a dozen."""
    word = request.text.strip()
    rows = [PointLine(
        one.venue.id, one.venue.name, one.venue.hours, one.venue.keeper, one.today or "—", one.visits,
        f"{one.settled} / {one.visits}" if one.visits else "—",
        StateCell(_("{n} without an answer").format(n=one.open), Tone.WAITING) if one.open else StateCell(
            _("All answered or passed on"), Tone.DONE)) for one in list_points(uow)]
    found = [row for row in rows if word in f"{row.name}{row.keeper}{row.hours}"]
    return Page(found, None, len(found))


def sentence(uow: UnitOfWork) -> str:
    """2 处说事点,今年 31 件,当场解决 18 件."""
    points = list_points(uow)
    return _("{n} talk points, {visits} visits this year, {settled} settled on the spot").format(
        n=len(points), visits=sum(one.visits for one in points), settled=sum(one.settled for one in points))


def load(uow: UnitOfWork, venue_id: int) -> RecordCard:
    """One talk point."""
    point = get_point(uow, venue_id)
    venue, duties = point.venue, list_point_duties(uow, venue_id)
    visits = list_visits(uow, venue_id, uow.clock.today() - RECENT)
    facts = (Fact(_("Opening hours"), venue.hours), Fact(_("Keeper"), venue.keeper), Fact(_("Where it is"), venue.address),
             Fact(_("On duty today"), point.today),
             Fact(_("Visits this year"), _("{n}, {settled} settled on the spot").format(n=point.visits, settled=point.settled)))
    sections = [FactSection(_("Talk point"), tuple(fact for fact in facts if fact.value)),
                FactSection(_("Duty list"), tuple(Fact(joined(day_text(one.day), one.slot), joined(one.who, one.deputy))
                                                  for one in duties[:10])),
                FactSection(_("Visits"), tuple(Fact(joined(day_text(one.raised_on), one.who or _("anonymous")), joined(
                    one.text, _(title_in(OUTCOMES, one.outcome)), one.answer, one.does)) for one in visits[:10]))]
    here = {"record_id": venue_id}
    acts = (NextAct(_("Take down a visit"), "consultation.visit_form", here, main=True, shortcut="Ctrl+N"),
            NextAct(_("Write the duty list"), "consultation.point_duty_form", here),
            NextAct(_("Change place, hours, keeper"), "places.venue_form", here))
    return RecordCard(
        id=venue_id, number="", title=venue.name, state=StateCell(_("Talk point"), Tone.OPEN), holder=None,
        sections=tuple(section for section in sections if section.facts), acts=acts, version=venue.version,
        missing=tuple(_missing(venue.hours, venue.keeper, bool(duties), venue_id)),
        papers=tuple(PaperLink(f"consultation.point_{paper}") for paper in ("sign", "duty", "log")))


def _missing(hours: str, keeper: str, duties: bool, venue_id: int) -> list[Missing]:
    here = {"record_id": venue_id}
    found = [] if hours else [Missing(_("No opening hours yet: the sign cannot be printed."), "places.venue_form", here)]
    if not keeper:
        found.append(Missing(_("Nobody keeps this place yet."), "places.venue_form", here))
    if not duties:
        found.append(Missing(_("Nobody is on duty in the next four weeks."), "consultation.point_duty_form", here))
    return found


def _load_visit(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    point = get_point(uow, record_id or 0)
    return {"venue_id": point.venue.id, "name": point.venue.name, "host": point.today or point.venue.keeper,
            "at": uow.clock.now().replace(second=0, microsecond=0), "outcome": "solved"}


def _visit(values: dict[str, Any]) -> VisitDraft:
    return VisitDraft(values["venue_id"], picked(MatterDraft, values), values.get("host") or "", values.get("at"))


def _load_duties(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The next four weeks as they stand; with nobody on them, a proposal by turns from the people of the last weeks."""
    first = uow.clock.today()
    last, roster, venue = first + AHEAD, roster_of(record_id or 0), get_venue(uow, record_id or 0)
    rows = list_duties(uow, roster, first, last)
    before = [one.who for one in list_duties(uow, roster, first - timedelta(days=60), first)]
    people = list(dict.fromkeys(before)) or [venue.keeper]
    found = rows or plan_turns(uow, first, last, people, behind=before[-1] if before else "")
    return {"venue_id": venue.id, "name": venue.name, "first": first, "last": last,
            "duties": [{"day": one.day, "slot": one.slot, "who": one.who, "deputy": one.deputy} for one in found]}


def _save_duties(uow: UnitOfWork, values: dict[str, Any]) -> int:
    """See `save_roster`; the roster of this talk point. Answers the venue's id."""
    rows = [row for row in values.get("duties") or () if row.get("day")]
    save_roster(uow, roster_of(values["venue_id"]), values["first"], values["last"], [
        DutyDraft(row["day"], row.get("who") or "", row.get("slot") or "", row.get("deputy") or "") for row in rows])
    uow.touch("venue", values["venue_id"])
    return int(values["venue_id"])


_save_duties.verb_name = "roster.save"  # type: ignore[attr-defined]
POINTS = ListSpec(
    id="consultation.talk_points", title=N_("Talk points"), record="venue", domain="consultation", fetch=fetch,
    columns=(Column("name", N_("Talk point"), 180), Column("hours", N_("Opening hours"), 0),
             Column("keeper", N_("Keeper"), 110),
             Column("today", N_("On duty today"), 130), Column("visits", N_("Visits this year"), 110, "number"),
             Column("settled", N_("Settled on the spot"), 130), Column("state", N_("State"), 180, "state")),
    sentence=sentence, opens="consultation.talk_point", new="places.venue_form", new_title=N_("Add a talk point"),
    new_permission="desk.places.change", search_hint=N_("Name or keeper"),
    empty=N_("No talk points yet. Add a venue and choose “talk point” as its kind."))
POINT = RecordSpec("consultation.talk_point", N_("Talk point"), "venue", load, domain="consultation")
VISIT_FORM = form_of(
    "visit_form", N_("Take down a visit"), take_visit, VisitDraft,
    Field("name", N_("Talk point"), read_only=True), Field("host", N_("Who listened")),
    Field("at", N_("When"), "datetime", True),
    Field("who", N_("Who brought it"), help=N_("Left blank: anonymous.")), Field("contact", N_("Phone")),
    Field("text", N_("What it is about"), "lines", True, rows=3),
    Field("outcome", N_("What becomes of it"), "choice", True, choices=TYPED),
    Field("taker", N_("Hand it to a module at once"), "choice", choices=takers, default="", visible_when={
        "outcome": ("passed",)}, help=N_("It is entered there at once; otherwise print the routing slip.")),
    Field("answer", N_("Answer"), "lines", rows=2), Field("does", N_("Who takes it on"), visible_when={
        "outcome": ("passed", "assigned")}), Field("promised_on", N_("Answer promised for"), "date"),
    load=_load_visit, make=_visit, help=N_("What is not settled on the spot is passed on, so that nothing is lost."))
POINT_DUTY_FORM = form_of(
    "point_duty_form", N_("Write the duty list"), _save_duties, dict,
    Field("name", N_("Talk point"), read_only=True), Field("first", N_("From"), "date", True),
    Field("last", N_("Until"), "date", True),
    Repeat("duties", N_("Duty"), (
        Field("day", N_("Day"), "date"), Field("who", N_("On duty")), Field("slot", N_("Part of the day")),
        Field("deputy", N_("Stands in"))), N_("Add a duty")),
    load=_load_duties, make=dict, help=N_("Where nobody stands yet, the people of the last weeks are proposed by turns."))
