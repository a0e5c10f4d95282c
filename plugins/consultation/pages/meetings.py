"""Meetings of every kind, with or without a topic, and the notice board: what hangs now and until when."""

from dataclasses import dataclass
from datetime import date

from desk.api import N_, Tone, hall_time, translator
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.meetings import GATHERINGS, GatheringRow, gathering_kind, get_gathering, list_gatherings, list_hanging
from desk.api.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    LampCell,
    ListSpec,
    NextAct,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
)
from plugins.consultation.kinds import TOPIC

_ = translator("consultation")


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


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A notice that hangs. id: of its topic, 0 without one."""

    id: int
    title: str
    places: str
    posted_on: date | None
    lamp: LampCell
    comments: str


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[MeetingRow]:
    """One page, newest first."""
    page = list_gatherings(uow, request)
    return Page([MeetingRow(one.id, f"{hall_time(one.starts_at):%Y-%m-%d %H:%M}", gathering_kind(one.kind).paper, one.title,
                            one.place, _people(one), _state(one)) for one in page.rows], page.next, page.total)


def fetch_board(uow: UnitOfWork, request: PageRequest) -> Page[BoardRow]:
    """What hangs, soonest to come down first."""
    today = uow.clock.today()
    rows = [BoardRow(one.owner_id or 0 if one.owner_kind == TOPIC else 0, one.title, "、".join(one.places), one.posted_on,
                     LampCell(one.until, (one.until - today).days if one.until else None),
                     _("{n} comments").format(n=len(one.comments)) if one.comments else "")
            for one in list_hanging(uow) if request.text.strip() in one.title]
    return Page(rows, None, len(rows))


def load(uow: UnitOfWork, gathering_id: int) -> RecordCard:
    """One meeting with its papers."""
    one = get_gathering(uow, gathering_id)
    acts = [] if one.closed else [NextAct(_("Write the minutes"), "consultation.minutes_form", {"record_id": one.id},
                                          main=True)]
    if one.owner_kind == TOPIC and one.owner_id:
        acts.append(NextAct(_("To the topic"), "consultation.topic", {"record_id": one.owner_id}))
    facts = (Fact(_("Begins"), f"{hall_time(one.starts_at):%Y-%m-%d %H:%M} {one.place}"), Fact(_("Called by"), one.convener),
             Fact(_("Chaired by"), one.host), Fact(_("Who came"), _people(one)), Fact(_("Agreed"), one.agreed),
             Fact(_("Not agreed"), one.open_points))
    said = tuple(Fact(who or _("anonymous"), text) for who, text in one.points)
    decided = tuple(Fact(item.text, " · ".join(filter(None, (item.who, long_date(item.due_on) if item.due_on else "",
                                                             item.result)))) for item in one.decisions)
    sections = [FactSection(gathering_kind(one.kind).paper, facts)]
    sections += [FactSection(title, some) for title, some in ((_("What was said"), said), (_("Decisions"), decided)) if some]
    return RecordCard(id=one.id, number="", title=one.title, state=_state(one), sections=tuple(sections), acts=tuple(acts),
                      papers=tuple(PaperLink(f"consultation.{paper}") for paper in ("minutes", "sign_in", "notice")),
                      version=one.version)


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
           *(Chip(kind.paper, {"kind": kind.code}) for kind in GATHERINGS if kind.code in ("stool", "hearing", "party_mass"))),
    opens="consultation.meeting", new="consultation.gathering_form", new_title=N_("Call a meeting"),
    new_permission="desk.meetings.hold", search_hint=N_("Words of the matter"),
    empty=N_("Write down the first meeting: a council, a hearing or a stool meeting in the courtyard."))
MEETING = RecordSpec("consultation.meeting", N_("Meeting"), "gathering", load, domain="consultation")
BOARD = ListSpec(
    id="consultation.board", title=N_("Notice board"), record="notice", domain="consultation", fetch=fetch_board,
    columns=(Column("title", N_("Title"), 0), Column("places", N_("Where it hangs"), 260),
             Column("posted_on", N_("Posted on"), 120, "date"), Column("lamp", N_("Until"), 200, "lamp"),
             Column("comments", N_("Comments"), 110)),
    opens="consultation.topic", search_hint=N_("Words of the title"), empty=N_("Nothing hangs at the moment."))
