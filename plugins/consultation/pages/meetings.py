"""Meetings of every kind, with or without a topic; what people brought to them; the card of one with its papers."""

from dataclasses import dataclass

from desk.api import N_, Tone, hall_time, translator
from desk.api.cases import find_taker
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.meetings import GATHERINGS, GatheringRow, attendee_paper, gathering_kind, get_gathering, list_gatherings
from desk.api.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    ListSpec,
    Missing,
    NextAct,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
)
from desk.api.scores import RoundRow
from plugins.consultation.estates.kinds import COMMITTEE
from plugins.consultation.estates.queries import get_committee
from plugins.consultation.kinds import OUTCOMES, TOPIC, title_in
from plugins.consultation.pages.common import day_text, joined
from plugins.consultation.pages.hearings import score_acts, score_sections, standing_rounds
from plugins.consultation.queries_matters import MatterRow, list_matters_of
from plugins.consultation.service.bodies import BODY

_ = translator("consultation")
CHIPS = ("stool", "talk_point", "hearing", "four_party", "party_mass", "deliberation")
WAITING = ("open", "assigned", "carried")
PAPERS = {"stool": ("opinions", "feedback"), "talk_point": ("visits",), "hearing": ("hearing",), "four_party": ("four_party",),
          "deliberation": ("problems",)}


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in the list. people: who came of those called, or the head count."""

    id: int
    when: str
    kind: str
    title: str
    place: str
    people: str
    state: StateCell


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[MeetingRow]:
    """One page, newest first."""
    page = list_gatherings(uow, request)
    return Page([MeetingRow(one.id, f"{hall_time(one.starts_at):%Y-%m-%d %H:%M}", gathering_kind(one.kind).paper, one.title,
                            one.place, _people(one), _state(one)) for one in page.rows], page.next, page.total)


def load(uow: UnitOfWork, gathering_id: int) -> RecordCard:
    """One meeting with its papers."""
    one = get_gathering(uow, gathering_id)
    matters, rounds = list_matters_of(uow, one.id), standing_rounds(uow, one.id)
    facts = (Fact(_("Begins"), f"{hall_time(one.starts_at):%Y-%m-%d %H:%M} {one.place}"), Fact(_("Called by"), one.convener),
             Fact(_("Chaired by"), one.host), Fact(_("Agenda"), one.agenda), Fact(_("Who came"), _people(one)),
             Fact(_("Agreed"), one.agreed), Fact(_("Not agreed"), one.open_points))
    roll = tuple(Fact(who.name, joined(attendee_paper(who.role), who.unit, _(STATE_WORDS[who.state]))) for who in one.attendees)
    said = tuple(Fact(who or _("anonymous"), text) for who, text in one.points if text)
    decided = tuple(Fact(item.text, joined(item.who, day_text(item.due_on), _("done on {day}: {result}").format(
        day=day_text(item.done_on), result=item.result) if item.done_on else _("open"))) for item in one.decisions)
    brought = tuple(Fact(item.who or _("anonymous"), joined(item.text, _(title_in(OUTCOMES, item.outcome)), item.answer,
                                                            item.does, day_text(item.promised_on))) for item in matters)
    sections = [FactSection(title, tuple(fact for fact in some if fact.value)) for title, some in (
        (gathering_kind(one.kind).paper, facts), (_("What was brought up"), brought), (_("What was said"), said),
        (_("Decisions"), decided), (_("Roll"), roll)) if some]
    return RecordCard(id=one.id, number="", title=one.title, state=_state(one),
                      sections=(*sections, *score_sections(uow, rounds)), holder=None,
                      missing=tuple(_missing(uow, one, matters)), acts=tuple(_acts(uow, one, matters, rounds)),
                      version=one.version, beside=tuple(("score.round", made.id) for made in rounds),
                      papers=tuple(PaperLink(f"consultation.{paper}") for paper in (
                          *PAPERS.get(one.kind, ()), "minutes", "sign_in", "notice")) + tuple(
                              PaperLink("consultation.routing", item.id, item.text[:16]) for item in matters
                              if item.outcome in ("passed", "assigned")))


STATE_WORDS = {"called": N_("Called"), "came": N_("Came"), "excused": N_("Excused"), "absent": N_("Absent")}


def _missing(uow: UnitOfWork, one: GatheringRow, matters: list[MatterRow]) -> list[Missing]:
    today = uow.clock.today()
    found = [Missing(_("Still open: {text}").format(text=item.text[:40]), "consultation.matter_form", {"record_id": item.id})
             for item in matters if item.outcome in WAITING and one.closed]
    return found + [Missing(_("Overdue since {day}: {task}").format(day=long_date(item.due_on), task=item.text),
                            "consultation.decision_form", {"record_id": item.id})
                    for item in one.decisions if item.due_on and not item.done_on and item.due_on < today]


def _acts(uow: UnitOfWork, one: GatheringRow, matters: list[MatterRow], rounds: list[RoundRow]) -> list[NextAct]:
    def act(title: str, form: str, record_id: int, main: bool = False) -> NextAct:
        return NextAct(title, f"consultation.{form}", {"record_id": record_id}, main=main)

    found = [] if one.closed else [act(_("Write the minutes"), "minutes_form", one.id, True),
                                   act(_("Change what was called"), "known_gathering_form", one.id)]
    found += score_acts(one, rounds)
    found += [act(_("Register as a topic: {text}").format(text=item.text[:16]), "matter_topic_form", item.id)
              for item in matters if item.topic_id is None and item.outcome in WAITING]
    found += [act(_("Hand to another module: {text}").format(text=item.text[:16]), "hand_matter_form", item.id)
              for item in matters if item.topic_id is None and item.handed_id is None and item.outcome in (*WAITING, "passed")]
    found += [NextAct(_("To what came of it: {text}").format(text=item.text[:16]), taker.entry, {"record_id": item.handed_id})
              for item in matters if item.handed_id and item.topic_id is None and (taker := find_taker(item.handed_kind))]
    found += [act(_("To the topic: {text}").format(text=item.text[:16]), "topic", item.topic_id)
              for item in matters if item.topic_id is not None]
    found += [act(_("Done: {task}").format(task=item.text[:16]), "decision_form", item.id)
              for item in one.decisions if one.closed and item.done_on is None]
    if one.owner_kind == TOPIC and one.owner_id:
        found.append(act(_("To the topic"), "topic", one.owner_id))
    if one.owner_kind == COMMITTEE and one.owner_id:
        found += [act(_("Enter a decision of the committee"), "decision_of_form", one.id)] if one.closed else []
        found.append(act(_("To the estate"), "estate", get_committee(uow, one.owner_id).estate_id))
    if one.owner_kind == BODY and one.owner_id:
        found.append(act(_("To the body"), "body", one.owner_id))
    return [*found, NextAct(_("Files and photos"), "files.of", {"owner_kind": "gathering", "owner_id": one.id,
                                                                "title": one.title})]


def _people(one: GatheringRow) -> str:
    if one.attendees:
        return _("{came} of {called} came").format(came=one.came, called=len(one.attendees))
    return _("about {n}").format(n=one.heads) if one.heads else ""


def _state(one: GatheringRow) -> StateCell:
    return StateCell(_("Minutes final"), Tone.DONE) if one.closed else StateCell(_("Minutes open"), Tone.WAITING)


MEETINGS = ListSpec(
    id="consultation.meetings", title=N_("Meetings"), record="gathering", domain="consultation", fetch=fetch,
    columns=(Column("when", N_("Begins"), 150), Column("kind", N_("Kind"), 170), Column("title", N_("Matter"), 0),
             Column("place", N_("Place"), 150), Column("people", N_("Who came"), 150), Column("state", N_("State"), 130,
                                                                                              "state")),
    chips=(Chip(N_("Minutes open"), {"closed": False}),
           *(Chip(kind.paper, {"kind": kind.code}) for kind in GATHERINGS if kind.code in CHIPS)),
    opens="consultation.meeting", new="consultation.gathering_form", new_title=N_("Call a meeting"),
    new_permission="desk.meetings.hold", search_hint=N_("Words of the matter"),
    empty=N_("Write down the first meeting: a council, a hearing or a stool meeting in the courtyard."))
MEETING = RecordSpec("consultation.meeting", N_("Meeting"), "gathering", load, domain="consultation")
