"""The legal side on the screen: months of the legal desk with duties, tours and lectures; lectures as a list and a card."""

from dataclasses import dataclass
from datetime import date

from desk.api import N_, Tone, translator
from desk.api.calendar import month_title, months_around
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    ListSpec,
    NextAct,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
    short_page,
)
from plugins.mediation.hazard_kinds import word
from plugins.mediation.joint_kinds import LEGAL
from plugins.mediation.kinds import WRITE
from plugins.mediation.legal_kinds import LECTURE, LEGAL_MONTH, LINES
from plugins.mediation.models import Lecture
from plugins.mediation.queries_joint import page_of
from plugins.mediation.queries_legal import LegalMonth, read_legal_month

_ = translator("mediation")


@dataclass(frozen=True, slots=True)
class LectureLine:
    """A lecture in the list."""

    id: int
    on: date
    line: str
    topic: str
    speaker: str
    heads: int | None
    state: StateCell


def _lecture(uow: UnitOfWork, row: Lecture) -> LectureLine:
    state = StateCell(_("Was held"), Tone.DONE) if row.heads is not None else (
        StateCell(_("To come"), Tone.OPEN) if row.on_date >= uow.clock.today() else StateCell(_("Listeners not noted"),
                                                                                              Tone.WAITING))
    return LectureLine(row.id, row.on_date, word(LINES, row.line), row.topic, row.speaker, row.heads, state)


def fetch_lectures(uow: UnitOfWork, request: PageRequest) -> Page[LectureLine]:
    """The newest first."""
    page = page_of(uow, Lecture, request, ("topic", "speaker", "place"))
    return Page([_lecture(uow, row) for row in page.rows], page.next, page.total)


LECTURES = ListSpec(
    id="mediation.lectures", title=N_("Lectures on law"), record=LECTURE, domain="mediation",
    columns=(Column("on", N_("Day"), 120, "date"), Column("line", N_("Line of the legal desk"), 140),
             Column("topic", N_("Topic of the lecture"), 0), Column("speaker", N_("Speaker"), 140),
             Column("heads", N_("Listeners"), 100, "number"), Column("state", N_("State"), 140, "state")),
    fetch=fetch_lectures, opens="mediation.lecture", new="mediation.lecture_form", new_title=N_("Enter a lecture"),
    new_permission=LEGAL, search_hint=N_("Topic, speaker, place"),
    chips=(Chip(N_("Education in law"), {"line": "education"}), Chip(N_("Quarrels about estates"), {"line": "property"})),
    empty=N_("No lecture yet. Enter the first one; how many came is noted afterwards."))


def load_lecture(uow: UnitOfWork, lecture_id: int) -> RecordCard:
    """The card of a lecture."""
    row = uow.get(Lecture, lecture_id)
    line = _lecture(uow, row)
    here = {"record_id": row.id}
    title = _("Note how many came") if row.heads is None else _("Put the lecture right")
    acts = (NextAct(title, "mediation.lecture_form", here, main=True), NextAct(
        _("Pictures and papers"), "files.of", {"owner_kind": LECTURE, "owner_id": row.id, "title": row.topic},
    )) if uow.actor.may(LEGAL) else ()
    return RecordCard(
        id=row.id, number="", title=row.topic, subtitle=line.line, state=line.state, holder=None, acts=acts,
        papers=(PaperLink("mediation.lecture_sheet"),), version=row.version,
        sections=(FactSection(_("Lecture"), (
            Fact(_("Day"), long_date(row.on_date)), Fact(_("At which place"), row.place), Fact(_("Speaker"), row.speaker),
            Fact(_("For whom"), row.audience), Fact(_("Listeners"), "" if row.heads is None else str(row.heads)),
            Fact(_("Remark"), row.note)), *(("mediation.lecture_form", here) if acts else ("", {}))),))


LECTURE_RECORD = RecordSpec("mediation.lecture", N_("Lecture"), LECTURE, load_lecture, domain="mediation")


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A month of the legal desk in the list."""

    id: int
    month: str
    duties: int
    gaps: int
    stops: int
    lectures: int


def fetch_months(uow: UnitOfWork, request: PageRequest) -> Page[MonthLine]:
    """The month to come, this one, and the ten before."""
    today, rows = uow.clock.today(), []
    for month in months_around(today, 10, 1):
        found = read_legal_month(uow, month)
        rows.append(MonthLine(month, month_title(month), len(found.duties), len(found.gaps), len(found.stops),
                              len(found.lectures)))
    return short_page(rows, request, lambda row: row.month)


MONTHS = ListSpec(
    id="mediation.legal_months", title=N_("Legal desk month by month"), record=LEGAL_MONTH, domain="mediation",
    columns=(Column("month", N_("Month"), 0), Column("duties", N_("Duties"), 110, "number"),
             Column("gaps", N_("Working days without a lawyer"), 210, "number"),
             Column("stops", N_("Tours of the mobile stop"), 170, "number"),
             Column("lectures", N_("Lectures"), 110, "number")),
    fetch=fetch_months, opens=LEGAL_MONTH, empty=N_("Nothing is planned yet."))


def load_month(uow: UnitOfWork, month: int) -> RecordCard:
    """A month: who is on duty, where the stop goes, what is lectured; its sheets for the wall."""
    found = read_legal_month(uow, month)
    state = StateCell(_("Somebody every working day"), Tone.DONE) if not found.gaps else StateCell(
        _("{n} working days without a lawyer").format(n=len(found.gaps)), Tone.WAITING)
    return RecordCard(
        id=month, number="", title=month_title(month), subtitle=_("Legal desk"), state=state, holder=None,
        sections=_month_sections(found), acts=_month_acts(uow),
        papers=(PaperLink("mediation.duty_sheet"), PaperLink("mediation.stop_sheet")))


def _month_sections(found: LegalMonth) -> tuple[FactSection, ...]:
    nothing = (Fact(_("None yet"), ""),)
    return (
        FactSection(_("Duty lawyers"), tuple(Fact(long_date(one.day), " · ".join(filter(None, (
            one.who, one.slot, one.deputy and _("stands in: {name}").format(name=one.deputy), one.note))))
            for one in found.duties) or nothing),
        FactSection(_("Tours of the mobile stop"), tuple(Fact(long_date(one.due_on), " · ".join(filter(None, (
            one.title, one.who, "✓" if one.done_on else "")))) for one in found.stops) or nothing),
        *(FactSection(_("Lecture"), (Fact(long_date(one.on_date), f"{one.topic} {one.speaker}".strip()),),
                      "mediation.lecture", {"record_id": one.id}) for one in found.lectures))


def _month_acts(uow: UnitOfWork) -> tuple[NextAct, ...]:
    found = []
    if uow.actor.may(LEGAL):
        found += [NextAct(_("Fill the duty roster"), "mediation.duty_form", main=True),
                  NextAct(_("Enter a lecture"), "mediation.lecture_form")]
    if uow.actor.may(WRITE):
        found.append(NextAct(_("Plan tours of the mobile stop"), "mediation.stop_plan_form"))
    return tuple(found)


MONTH_RECORD = RecordSpec(LEGAL_MONTH, N_("Month of the legal desk"), LEGAL_MONTH, load_month, domain="mediation")
