"""The work with others on the screen: short registers, each a list and a card, drawn from one table of facts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.api import N_, Tone, hall_time, translator
from desk.api.calendar import month_title
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
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
from plugins.mediation.categories import category_title
from plugins.mediation.court_limits import find_stage
from plugins.mediation.hazard_kinds import HAZARD, word
from plugins.mediation.joint_kinds import (
    BODIES,
    BODY,
    CONSULT,
    CONSULT_KINDS,
    CONSULT_OUTCOMES,
    COURT_MATTER,
    COURT_OUTCOMES,
    HANDOVER,
    HANDOVER_WAYS,
    LEGAL,
    MEANS,
    RESULT_COPY,
    STUDY,
)
from plugins.mediation.kinds import ALL, WRITE
from plugins.mediation.models import (
    CourtMatter,
    GridHandover,
    JointStudy,
    LegalConsult,
    MediationBody,
    ResultCopy,
)
from plugins.mediation.queries_joint import Share, matter_of, page_of, shares

_ = translator("mediation")
TITLE = Column("title", N_("Matter"), 0)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of one of these registers; each list shows the columns it needs."""

    id: int
    title: str
    on: date | None
    state: StateCell
    number: str = ""
    who: str = ""
    kind: str = ""
    lamp: LampCell = LampCell()


Words = Callable[[UnitOfWork, Any], Line | None]


def _fetcher(model: Any, texts: Sequence[str], line: Words) -> Callable[[UnitOfWork, PageRequest], Page[Line]]:
    """The fetch of a list: rows of `model` as lines; a row that gives None may not be seen."""
    def fetch(uow: UnitOfWork, request: PageRequest) -> Page[Line]:
        page = page_of(uow, model, request, texts, lambda row: line(uow, row) is not None)
        lines = [line(uow, row) for row in page.rows]
        return Page([one for one in lines if one is not None], page.next, page.total)

    return fetch


def _lamp(uow: UnitOfWork, day: date | None, over: bool) -> LampCell:
    return LampCell() if day is None or over else LampCell(day, (day - uow.clock.today()).days)


def _study(uow: UnitOfWork, row: JointStudy) -> Line | None:
    number, title = matter_of(uow, row.owner_id)
    if not title:
        return None
    state = StateCell(_("Held"), Tone.DONE) if row.held else StateCell(_("Study called together"), Tone.OPEN)
    return Line(row.id, title, hall_time(row.starts_at).date(), state, number, "、".join(one["unit"] for one in row.units))


def _handover(uow: UnitOfWork, row: GridHandover) -> Line:
    state = StateCell(_("Answered"), Tone.DONE) if row.replied_on else StateCell(_("To be answered"), Tone.WAITING)
    return Line(row.id, row.text[:60], row.on_date, state, row.event, row.worker, _(dict(HANDOVER_WAYS)[row.way]),
                _lamp(uow, row.until, row.replied_on is not None))


def _court(uow: UnitOfWork, row: CourtMatter) -> Line:
    state = (StateCell(_("Returned"), Tone.DONE) if row.returned_on else StateCell(_("In mediation"), Tone.OPEN)
             if row.dispute_id else StateCell(_("Received"), Tone.WAITING))
    return Line(row.id, "、".join(filter(None, (row.plaintiff, row.defendant))) or row.cause, row.received_on, state,
                row.number, row.court, row.cause, _lamp(uow, row.until, row.returned_on is not None))


def _copy(_uow: UnitOfWork, row: ResultCopy) -> Line:
    state = StateCell(_("Sent"), Tone.DONE) if row.sent_on else StateCell(_("To be sent"), Tone.WAITING)
    return Line(row.id, month_title(row.month), row.made_on, state, str(len(row.lines)), row.addressees)


def _consult(_uow: UnitOfWork, row: LegalConsult) -> Line:
    tone = Tone.DONE if row.outcome == "answered" or row.reply else Tone.WAITING
    return Line(row.id, row.question[:60], row.on_date, StateCell(_(dict(CONSULT_OUTCOMES)[row.outcome]), tone),
                "", row.person or _("anonymous"), word(CONSULT_KINDS, row.kind))


def _body(_uow: UnitOfWork, row: MediationBody) -> Line:
    state = StateCell(_("Ended"), Tone.MUTED) if row.ended_on else StateCell(_("Takes part"), Tone.DONE)
    return Line(row.id, row.name, row.ended_on, state, row.contact, "、".join(filter(None, (row.leader, row.members))),
                word(BODIES, row.kind))


_STATE, _ON = Column("state", N_("State"), 130, "state"), Column("on", N_("Day"), 110, "date")
STUDIES = ListSpec(
    id="mediation.studies", title=N_("Joint studies"), record=STUDY, domain="mediation",
    columns=(_ON, Column("number", N_("Number"), 160), TITLE, Column("who", N_("Departments"), 300), _STATE),
    fetch=_fetcher(JointStudy, ("question", "plan", "place"), _study), opens="mediation.study",
    chips=(Chip(N_("Study called together"), {"held": False}),), search_hint=N_("Question, plan"),
    empty=N_("No joint study yet. Open a hazard and choose “Call a joint study”."))
HANDOVERS = ListSpec(
    id="mediation.handovers", title=N_("Hand-overs with the grid"), record=HANDOVER, domain="mediation",
    columns=(_ON, Column("kind", N_("Direction"), 190), Column("number", N_("Event"), 170), TITLE,
             Column("who", N_("Grid worker"), 110), Column("lamp", N_("Answer by"), 200, "lamp"), _STATE),
    fetch=_fetcher(GridHandover, ("event", "text", "worker", "grid"), _handover), opens="mediation.handover",
    new="mediation.handover_form", new_title=N_("Enter a slip"), new_permission=WRITE,
    search_hint=N_("Event, words, grid worker"),
    chips=(Chip(N_("To be answered"), {"replied_on": None, "way": "in"}), Chip(N_("From the grid"), {"way": "in"}),
           Chip(N_("Back to the grid"), {"way": "out"})),
    empty=N_("No slips yet. Enter the first one that a grid worker brings; it becomes a line of the hazard ledger."))
COURT_MATTERS = ListSpec(
    id="mediation.court_matters", title=N_("Matters of the court"), record=COURT_MATTER, domain="mediation",
    columns=(_ON, Column("number", N_("Court's number"), 190), TITLE, Column("kind", N_("Cause"), 130),
             Column("who", N_("Court"), 150), Column("lamp", N_("Limit"), 200, "lamp"), _STATE),
    fetch=_fetcher(CourtMatter, ("number", "plaintiff", "defendant", "cause", "court"), _court), opens="mediation.court_matter",
    new="mediation.court_matter_form", new_title=N_("Enter a matter of the court"), new_permission=WRITE,
    search_hint=N_("Court's number, party, cause"),
    empty=N_("Nothing from the court yet. Enter a matter, or paste the court's list."))
RESULT_COPIES = ListSpec(
    id="mediation.result_copies", title=N_("Copies of results"), record=RESULT_COPY, domain="mediation",
    columns=(_ON, Column("title", N_("Month"), 0), Column("who", N_("Goes to"), 320), Column("number", N_("Lines"), 80),
             _STATE),
    fetch=_fetcher(ResultCopy, ("addressees", "receipt"), _copy), opens="mediation.result_copy",
    new="mediation.result_copy_form", new_title=N_("Copy a month's results"), new_permission=ALL, search_hint=N_("Goes to"),
    empty=N_("No copy yet. After the month has ended, copy its results to those who judge the departments."))
CONSULTS = ListSpec(
    id="mediation.consults", title=N_("Legal desk"), record=CONSULT, domain="mediation",
    columns=(_ON, Column("kind", N_("Kind"), 110), Column("title", N_("Question asked"), 0),
             Column("who", N_("Who asked"), 110), Column("state", N_("State"), 180, "state")),
    fetch=_fetcher(LegalConsult, ("question", "person", "referred_to", "lawyer"), _consult), opens="mediation.consult",
    new="mediation.consult_form", new_title=N_("Receive somebody"), new_permission=LEGAL, search_hint=N_("Question, name"),
    chips=(Chip(N_("Booked"), {"outcome": "booked"}), Chip(N_("Legal aid"), {"outcome": "aid"})),
    empty=N_("Nobody has asked yet. Note the first question; a name is not needed."))
BODIES_LIST = ListSpec(
    id="mediation.bodies", title=N_("Who takes part in mediation"), record=BODY, domain="mediation",
    columns=(Column("kind", N_("Kind of body"), 130), Column("title", N_("Called"), 0), Column("who", N_("Its people"), 320),
             Column("number", N_("How to reach it"), 150), _STATE),
    fetch=_fetcher(MediationBody, ("name", "leader", "members"), _body), opens="mediation.body", new="mediation.body_form",
    new_title=N_("Add a body"), new_permission=ALL, search_hint=N_("Name, people"),
    empty=N_("Enter the party branch, the mediation committee, the residents' committee, the property office and the lawyers."))


def _recorder(name: str, title: str, record: str, model: Any, line: Words, facts: Callable[[Any], tuple[FactSection, ...]],
              acts: Callable[[Any], tuple[NextAct, ...]], papers: tuple[str, ...], *, right: str) -> RecordSpec:
    """A card: its facts, what to do next, its papers. right: what its acts need."""
    def load(uow: UnitOfWork, record_id: int) -> RecordCard:
        uow.require(LEGAL if model is LegalConsult else "mediation.case.read")
        row = uow.get(model, record_id)
        shown = line(uow, row) or Line(row.id, "", None, StateCell(_("Confidential"), Tone.MUTED))
        seen = bool(shown.title)
        return RecordCard(
            id=row.id, number=shown.number, title=shown.title, state=shown.state, holder=None, lamp=shown.lamp,
            sections=facts(row) if seen else (), acts=acts(row) if seen and uow.actor.may(right) else (),
            papers=tuple(PaperLink(f"mediation.{paper}") for paper in papers) if seen else (), version=row.version)

    return RecordSpec(f"mediation.{name}", title, record, load, domain="mediation")


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _study_facts(row: JointStudy) -> tuple[FactSection, ...]:
    return (FactSection(_("Joint study"), (
        Fact(_("When"), f"{hall_time(row.starts_at):%Y-%m-%d %H:%M}"),
        Fact(_("At which place"), row.place), Fact(_("Chair"), row.host),
        Fact(_("What is asked"), row.question)), "mediation.study_form", {"record_id": row.id}),
        FactSection(_("Opinions"), tuple(Fact(one["unit"], " · ".join(filter(None, (
            one["person"], _came(row, one), "、".join(word(MEANS, code) for code in one["means"].split()), one["opinion"]))))
            for one in row.units)),
        FactSection(_("Plan"), (Fact(_("Analysis"), row.analysis), Fact(_("Plan"), row.plan), *(
            Fact(one["who"] or "—", f"{one['what']} {one['due']} {'✓' if one['done'] else ''}") for one in row.tasks))))


def _came(row: JointStudy, unit: dict[str, Any]) -> str:
    """Whether a unit came; nobody has stayed away from a meeting that has not been held."""
    return (_("came") if unit["came"] else _("did not come")) if row.held else ""


def _study_acts(row: JointStudy) -> tuple[NextAct, ...]:
    matter = "mediation.hazard" if row.owner_kind == HAZARD else "mediation.dispute"
    title = _("Correct the minutes") if row.held else _("Write down opinions and plan")
    return (NextAct(title, "mediation.study_form", {"record_id": row.id}, main=True),
            NextAct(_("Open the matter"), matter, {"record_id": row.owner_id}))


def _handover_facts(row: GridHandover) -> tuple[FactSection, ...]:
    return (FactSection(_("Slip"), (
        Fact(_("Direction"), _(dict(HANDOVER_WAYS)[row.way])), Fact(_("Event"), row.event), Fact(_("Grid"), row.grid),
        Fact(_("Grid worker"), " ".join(filter(None, (row.worker, row.phone)))), Fact(_("Kind"), category_title(row.category)),
        Fact(_("What happened"), row.text), Fact(_("Answer by"), _day(row.until)), Fact(_("Reply to the grid"), row.reply),
        Fact(_("Answered on"), _day(row.replied_on))), "mediation.handover_form", {"record_id": row.id}),)


def _handover_acts(row: GridHandover) -> tuple[NextAct, ...]:
    reply = NextAct(_("Reply to the grid"), "mediation.handover_reply_form", {"record_id": row.id}, main=True)
    found = [] if row.replied_on else [reply]
    if row.hazard_id:
        found.append(NextAct(_("Open the line of the ledger"), "mediation.hazard", {"record_id": row.hazard_id}))
    return tuple(found)


def _court_facts(row: CourtMatter) -> tuple[FactSection, ...]:
    return (FactSection(_("Matter of the court"), (
        Fact(_("Court"), row.court), Fact(_("Court's number"), row.number), Fact(_("Cause"), row.cause),
        Fact(_("Plaintiff"), row.plaintiff), Fact(_("Defendant"), row.defendant), Fact(_("Judge"), row.judge),
        Fact(_("Sent by the court"), find_stage(row.stage).title), Fact(_("Received on"), _day(row.received_on)),
        Fact(_("Limit"), _day(row.until)), Fact(_("What happened"), row.text),
        Fact(_("How it ended"), word(COURT_OUTCOMES, row.outcome) if row.outcome else ""), Fact(_("Account of it"), row.result),
        Fact(_("Returned on"), _day(row.returned_on))), "mediation.court_matter_form", {"record_id": row.id}),)


def _court_acts(row: CourtMatter) -> tuple[NextAct, ...]:
    found = []
    if row.dispute_id is None and not row.returned_on:
        found.append(NextAct(_("Open a mediation case"), "mediation.court_accept_form", {"record_id": row.id}, main=True))
    if row.dispute_id:
        found.append(NextAct(_("Open the case"), "mediation.dispute", {"record_id": row.dispute_id}))
    if not row.returned_on:
        found.append(NextAct(_("Tell the court the result"), "mediation.court_return_form", {"record_id": row.id},
                             main=row.dispute_id is not None))
    return tuple(found)


def _copy_facts(row: ResultCopy) -> tuple[FactSection, ...]:
    done = sum(bool(one["struck"]) for one in row.lines)
    return (FactSection(_("Copy of results"), (
        Fact(_("Month"), month_title(row.month)), Fact(_("Goes to"), row.addressees), Fact(_("Lines"), str(len(row.lines))),
        Fact(_("Struck off"), str(done)), Fact(_("Overdue"), str(sum(one["late"] for one in row.lines))),
        Fact(_("Sent on"), _day(row.sent_on)), Fact(_("Receipt"), row.receipt))),
        FactSection(_("By department"), tuple(map(_shared, shares(row.lines)))))


def _shared(one: Share) -> Fact:
    """What one department did, in words."""
    told = _("{lines} lines, {struck} struck off, {settled} settled ({share}), {in_time} in time ({kept})")
    return Fact(one.unit or _("nobody named"), told.format(
        lines=one.lines, struck=one.struck, settled=one.settled, share=one.settled_share, in_time=one.in_time,
        kept=one.in_time_share))


def _copy_acts(row: ResultCopy) -> tuple[NextAct, ...]:
    title = _("Enter the receipt") if row.sent_on else _("It was sent")
    return (NextAct(title, "mediation.result_sent_form", {"record_id": row.id}, main=True),)


def _consult_facts(row: LegalConsult) -> tuple[FactSection, ...]:
    return (FactSection(_("Reception"), (
        Fact(_("Who asked"), row.person or _("anonymous")), Fact(_("How to reach them"), row.contact),
        Fact(_("Kind"), word(CONSULT_KINDS, row.kind)), Fact(_("Question asked"), row.question), Fact(_("Advice"), row.advice),
        Fact(_("Lawyer"), row.lawyer), Fact(_("Sent to"), row.referred_to), Fact(_("Booked for"), _day(row.booked_on)),
        Fact(_("What came of it"), row.reply)), "mediation.consult_form", {"record_id": row.id}),)


def _consult_acts(row: LegalConsult) -> tuple[NextAct, ...]:
    return (NextAct(_("Add what came of it"), "mediation.consult_form", {"record_id": row.id}, main=True),)


def _body_facts(row: MediationBody) -> tuple[FactSection, ...]:
    return (FactSection(_("Body"), (
        Fact(_("Kind of body"), word(BODIES, row.kind)), Fact(_("Called"), row.name), Fact(_("Head"), row.leader),
        Fact(_("Members"), row.members), Fact(_("How to reach it"), row.contact), Fact(_("Its task"), row.task),
        Fact(_("Ended on"), _day(row.ended_on))), "mediation.body_form", {"record_id": row.id}),)


STUDY_RECORD = _recorder("study", N_("Joint study"), STUDY, JointStudy, _study, _study_facts, _study_acts,
                         ("study_notice", "study_minutes"), right=WRITE)
HANDOVER_RECORD = _recorder("handover", N_("Slip"), HANDOVER, GridHandover, _handover, _handover_facts, _handover_acts,
                            ("handover_slip", "handover_return"), right=WRITE)
COURT_RECORD = _recorder("court_matter", N_("Matter of the court"), COURT_MATTER, CourtMatter, _court, _court_facts,
                         _court_acts, ("court_letter", "court_return"), right=WRITE)
COPY_RECORD = _recorder("result_copy", N_("Copy of results"), RESULT_COPY, ResultCopy, _copy, _copy_facts, _copy_acts,
                        ("result_copy",), right=ALL)
CONSULT_RECORD = _recorder("consult", N_("Reception"), CONSULT, LegalConsult, _consult, _consult_facts, _consult_acts,
                           ("referral", "appointment_slip"), right=LEGAL)
BODY_RECORD = _recorder("body", N_("Body"), BODY, MediationBody, _body, _body_facts, lambda _row: (),
                         ("bodies_sheet", "house_room", "house_mediator", "house_parties"),
                        right=ALL)
