"""Handing hours over on screens: the list of files, one file with the answers to its lines."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from desk.api import N_, Tone, translator
from desk.api.db import UnitOfWork
from desk.api.pages import (
    Column,
    Fact,
    FactSection,
    Field,
    ListSpec,
    NextAct,
    Page,
    PageRequest,
    RecordCard,
    RecordSpec,
    StateCell,
    history_of,
    keyset_page,
)
from plugins.volunteer.exchange.handing import HandOverDraft, hand_over
from plugins.volunteer.kinds import HOURS
from plugins.volunteer.models import HandOver, HandOverLine
from plugins.volunteer.pages.more_forms import simple
from plugins.volunteer.service.attendance import hours_text, served_text
from plugins.volunteer.who import names_of

_ = translator("volunteer")
LINE_STATES = {"sent": (N_("No answer yet"), Tone.WAITING), "accepted": (N_("Accepted"), Tone.DONE),
               "refused": (N_("Not accepted"), Tone.LATE)}


@dataclass(frozen=True, slots=True)
class HandRow:
    """A file, or a line of one."""

    id: int
    title: str
    day: date | None = None
    count: str = ""
    note: str = ""
    state: StateCell = StateCell("")


def hand_overs(uow: UnitOfWork, request: PageRequest) -> Page[HandRow]:
    """Files, newest first."""
    rows, after = keyset_page(uow.session, select(HandOver), [HandOver.id], PageRequest(
        request.size, after=request.after, offset=request.offset, backwards=request.backwards, descending=True))
    return Page([HandRow(one.id, one.system, one.day, str(one.lines), f"{one.first} – {one.last}", _state(_counts(uow, one.id)))
                 for one in rows], after)


def lines(uow: UnitOfWork, request: PageRequest) -> Page[HandRow]:
    """Lines of a file (filters: "hand_over_id", "state"), in its order; a row opens the volunteer."""
    statement = select(HandOverLine)
    for name in ("hand_over_id", "state"):
        if name in request.filters:
            statement = statement.where(getattr(HandOverLine, name) == request.filters[name])
    rows, after = keyset_page(uow.session, statement, [HandOverLine.id], request)
    names = names_of(uow, [one.volunteer_id for one in rows])
    return Page([HandRow(one.volunteer_id, f"{one.code} {names.get(one.volunteer_id, '')}", None, served_text(one.minutes),
                         one.said, StateCell(_(LINE_STATES[one.state][0]), LINE_STATES[one.state][1])) for one in rows], after)


def load_hand_over(uow: UnitOfWork, record_id: int) -> RecordCard:
    """A file: how many lines were accepted, refused, not answered; what to do next."""
    found = uow.get(HandOver, record_id)
    counts = _counts(uow, found.id)
    minutes = uow.session.scalar(select(func.coalesce(func.sum(HandOverLine.minutes), 0)).where(
        HandOverLine.hand_over_id == found.id)) or 0
    refused = uow.session.scalars(select(HandOverLine).where(
        HandOverLine.hand_over_id == found.id, HandOverLine.state == "refused").order_by(HandOverLine.id).limit(30)).all()
    waiting = counts.get("sent", 0) > 0
    return RecordCard(
        id=found.id, number="", title=f"{found.system} {found.day}", state=_state(counts), holder=None,
        subtitle=f"{found.first} – {found.last} · {hours_text(int(minutes))}",
        sections=(FactSection(_("Lines"), tuple(Fact(_(LINE_STATES[name][0]), str(counts.get(name, 0)))
                                            for name in LINE_STATES),
                              "volunteer.hand_over_lines", {"filters": {"hand_over_id": found.id}}),
                  *((FactSection(_("Not accepted"), tuple(Fact(one.code, one.said or "—") for one in refused)),)
                    if refused else ())),
        acts=(NextAct(_("Write the files"), run="plugins.volunteer.views.handing:write_files", main=waiting),
              NextAct(_("Read the answer"), "volunteer.answers_import", {"record_id": found.id})), version=found.version,
        timeline=history_of(uow, "volunteer.hand_over", found.id))


def start(uow: UnitOfWork, _record_id: int | None) -> dict[str, Any]:
    """The system of last time, this year till today."""
    last = uow.session.scalars(select(HandOver).order_by(HandOver.id.desc()).limit(1)).one_or_none()
    today = uow.clock.today()
    return {"system": last.system if last else "", "first": today.replace(month=1, day=1), "last": today}


def _counts(uow: UnitOfWork, hand_over_id: int) -> dict[str, int]:
    rows: Any = uow.session.execute(select(HandOverLine.state, func.count(HandOverLine.id)).where(
        HandOverLine.hand_over_id == hand_over_id).group_by(HandOverLine.state))
    return dict(rows.all())


def _state(counts: dict[str, int]) -> StateCell:
    if counts.get("sent"):
        return StateCell(_("{n} without an answer").format(n=counts["sent"]), Tone.WAITING)
    if counts.get("refused"):
        return StateCell(_("{n} refused").format(n=counts["refused"]), Tone.LATE)
    return StateCell(_("Accepted"), Tone.DONE)


HAND_OVERS = ListSpec(
    id="volunteer.hand_overs", title=N_("Hours for other systems"), record="volunteer.hand_over", domain="volunteer",
    columns=(Column("day", N_("Day"), 110, "date"), Column("title", N_("System"), 0), Column("note", N_("Period"), 200),
             Column("count", N_("Lines"), 80, "number"), Column("state", N_("State"), 160, "state")),
    fetch=hand_overs, opens="volunteer.hand_over", new="volunteer.hand_over_form", new_title=N_("Hand hours over"),
    new_permission=HOURS, empty=N_("Nothing was handed over yet. Choose a period; each entry goes out once."))
LINES = ListSpec(
    id="volunteer.hand_over_lines", title=N_("Lines handed over"), record="volunteer.hand_over_line", domain="volunteer",
    columns=(Column("title", N_("Line"), 0), Column("count", N_("Hours"), 90, "number"), Column("state", N_("State"), 130,
                                                                                                 "state"),
             Column("note", N_("Why"), 260)), fetch=lines, opens="volunteer.volunteer")
HAND_OVER_RECORD = RecordSpec("volunteer.hand_over", N_("Hand-over"), "volunteer.hand_over", load_hand_over, domain="volunteer")
HAND_OVER_FORM = simple("hand_over_form", N_("Hand hours over"), hand_over, HandOverDraft,
                        Field("system", N_("For which system"), required=True), Field("first", N_("From"), "date"),
                        Field("last", N_("To"), "date"), load=start, after="volunteer.hand_over",
                        help=N_("Entered hours of volunteers who agreed to it; what this system was sent before stays out."))
