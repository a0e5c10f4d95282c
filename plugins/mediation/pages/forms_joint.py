"""Forms of the work with others; their values go to the verbs as they stand."""

from datetime import date, timedelta
from typing import Any

from desk.api import N_
from desk.api.calendar import DutyDraft, list_duties, month_of, month_title, plan_turns, save_roster
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.mediation.categories import CATEGORIES
from plugins.mediation.court_limits import BEFORE, stage_choices
from plugins.mediation.hazard_kinds import HAZARD, OUTCOMES, word
from plugins.mediation.joint_kinds import (
    BODIES,
    CONSULT_KINDS,
    CONSULT_OUTCOMES,
    COURT_OUTCOMES,
    HANDOVER_WAYS,
    LEGAL_ROSTER,
    MEANS,
)
from plugins.mediation.models import (
    CourtMatter,
    GridHandover,
    Hazard,
    JointStudy,
    LegalConsult,
    MediationBody,
    ResultCopy,
)
from plugins.mediation.pages.forms_hazard import grids
from plugins.mediation.purposes import PURPOSES
from plugins.mediation.queries_joint import list_bodies
from plugins.mediation.service.court_list import take_court_list
from plugins.mediation.service.joint import (
    accept_court_matter,
    make_result_copy,
    reply_handover,
    return_court_matter,
    save_body,
    save_consult,
    save_court_matter,
    save_doorstep,
    save_handover,
    save_study,
    send_result_copy,
    set_lead_body,
)
from plugins.mediation.service.legal import touch_legal_months

Values = dict[str, Any]
KINDS = tuple((one.code, one.title) for one in CATEGORIES)
FOUND = tuple((one.code, one.title) for one in PURPOSES[1].findings)


def _loader(model: Any, start: Any) -> Any:
    """Starting values: `start(uow)` for a new record, the stored columns otherwise."""
    def load(uow: UnitOfWork, record_id: int | None) -> Values:
        if record_id is None:
            return dict(start(uow))
        row = uow.get(model, record_id)
        return {column.key: getattr(row, column.key) for column in model.__table__.columns
                if column.key not in ("community_id", "created_at", "created_by", "updated_at", "updated_by")}

    return load


def _closing(model: Any, day: str, asked: Any) -> Any:
    """Starting values of the act that ends a record: what it is about (`asked(row)`), and today as `day`."""
    def load(uow: UnitOfWork, record_id: int | None) -> Values:
        values = _loader(model, dict)(uow, record_id)
        values[day] = values.get(day) or uow.clock.today()
        return values | {"asked": asked(uow.get(model, record_id or 0))}

    return load


def _form(name: str, title: str, sections: tuple[Section, ...], save: Any, load: Any, after: str, makes: bool = False,
          ) -> FormSpec:
    return FormSpec(id=f"mediation.{name}", title=title, sections=sections, save=save, load=load, domain="mediation",
                    makes=makes, after=after if not after or "." in after else f"mediation.{after}")


def _study(uow: UnitOfWork) -> Values:
    at = uow.clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=2)
    return {"starts_at": at, "units": [{}], "tasks": [], "owner_kind": HAZARD, "held": False}


def stored_study(uow: UnitOfWork, record_id: int | None) -> Values:
    """Days of tasks are kept as text."""
    values = _loader(JointStudy, _study)(uow, record_id)
    values["tasks"] = [one | {name: date.fromisoformat(one[name]) if one.get(name) else None for name in ("due", "done")}
                       for one in values["tasks"]]
    return values


STUDY_FORM = _form("study_form", N_("Joint study"), (
    Section(N_("Joint study"), (
        Field("starts_at", N_("When"), "datetime", True), Field("place", N_("At which place"), max_length=120),
        Field("host", N_("Chair"), max_length=60), Field("question", N_("What is asked"), "lines", rows=2))),
    Section(N_("Departments"), (Repeat("units", N_("Department"), (
        Field("unit", N_("Department"), max_length=120), Field("person", N_("Name"), max_length=60),
        Field("phone", N_("Phone"), "phone"), Field("came", N_("Came"), "bool", default=False),
        Field("means", N_("Means"), "choice", choices=MEANS), Field("opinion", N_("Opinion"), "lines", rows=2)),
        N_("Invite a department")),)),
    Section(N_("What was decided"), (
        Field("held", N_("It was held"), "bool", default=False),
        Field("analysis", N_("Analysis"), "lines", rows=3, visible_when={"held": (True,)}),
        Field("plan", N_("Plan"), "lines", rows=3, visible_when={"held": (True,)}),
        Repeat("tasks", N_("Task"), (
            Field("what", N_("What is to be done"), max_length=200), Field("who", N_("Who sees to it"), max_length=60),
            Field("due", N_("To be done by"), "date"), Field("done", N_("Done on"), "date")), N_("Add a task")))),
), save_study, stored_study, "study")

HANDOVER_FORM = _form("handover_form", N_("Slip"), (Section("", (
    Field("way", N_("Direction"), "choice", True, choices=HANDOVER_WAYS), Field("event", N_("Event"), max_length=60,
                                                                               help=N_("The grid platform's number.")),
    Field("on_date", N_("Day"), "date", True), Field("grid", N_("Grid"), max_length=120),
    Field("worker", N_("Grid worker"), required=True, max_length=60), Field("phone", N_("Phone"), "phone"),
    Field("category", N_("Kind"), "choice", choices=KINDS), Field("text", N_("What happened"), "lines", True, rows=4),
    Field("until", N_("Answer by"), "date"))),), save_handover,
    _loader(GridHandover, lambda uow: {"way": "in", "on_date": uow.clock.today(), "category": "neighbour",
                                       "until": uow.clock.today() + timedelta(days=15)}), "handover")
def _reply(uow: UnitOfWork, record_id: int | None) -> Values:
    """Today; with what came of the line, once it is struck off."""
    values = _closing(GridHandover, "replied_on", lambda row: f"{row.event} {row.text}".strip())(uow, record_id)
    line = uow.get(Hazard, values["hazard_id"]) if values.get("hazard_id") else None
    if line is not None and line.struck_on and not values["reply"]:
        values["reply"] = f"{word(OUTCOMES, line.outcome)}。{line.result}"
    return values


HANDOVER_REPLY_FORM = _form("handover_reply_form", N_("Reply to the grid"), (Section("", (
    Field("asked", N_("Slip"), "note"), Field("reply", N_("Reply to the grid"), "lines", True, rows=4),
    Field("replied_on", N_("Day"), "date"))),), reply_handover,
    _reply, "handover")

COURT_MATTER_FORM = _form("court_matter_form", N_("Matter of the court"), (Section("", (
    Field("court", N_("Court"), required=True, max_length=120), Field("number", N_("Court's number"), required=True,
                                                                     max_length=80),
    Field("cause", N_("Cause"), max_length=120), Field("plaintiff", N_("Plaintiff"), max_length=120),
    Field("defendant", N_("Defendant"), max_length=120), Field("category", N_("Kind"), "choice", choices=KINDS),
    Field("stage", N_("Sent by the court"), "choice", True, choices=stage_choices()),
    Field("received_on", N_("Received on"), "date", True),
    Field("until", N_("Limit"), "date", help=N_("Left empty, it is reckoned by how the court sent it; both parties may agree "
                                               "on a later day.")),
    Field("judge", N_("Judge"), max_length=60), Field("text", N_("What happened"), "lines", rows=3))),), save_court_matter,
    _loader(CourtMatter, lambda uow: {"received_on": uow.clock.today(), "category": "other", "stage": BEFORE}),
    "court_matter")
COURT_LIST_FORM = _form("court_list_form", N_("Bring the court's list in"), (Section("", (
    Field("court", N_("Court"), required=True, max_length=120),
    Field("table", N_("The court's table"), "lines", True, rows=12, table=True,
          help=N_("Copy the table out of the court's spreadsheet with its headings (案号, 案由, 原告, 被告…) and paste it "
                  "here."))),
    help=N_("Numbers that stand already are left alone.")),), take_court_list, None, "")
COURT_ACCEPT_FORM = _form("court_accept_form", N_("Open a mediation case"), (Section("", (
    Field("plaintiff", N_("Plaintiff"), "note"), Field("defendant", N_("Defendant"), "note"),
    Field("cause", N_("Cause"), "note")), help=N_("Both sides are taken over; their data are added on the case.")),),
    accept_court_matter, _loader(CourtMatter, lambda _uow: {}), "dispute", makes=True)
COURT_RETURN_FORM = _form("court_return_form", N_("Tell the court the result"), (Section("", (
    Field("asked", N_("Matter of the court"), "note"),
    Field("outcome", N_("How it ended"), "choice", True, choices=COURT_OUTCOMES),
    Field("result", N_("Account of it"), "lines", True, rows=4), Field("returned_on", N_("Day"), "date"))),),
    return_court_matter,
    _closing(CourtMatter, "returned_on", lambda row: f"{row.number} {row.plaintiff}、{row.defendant}"), "court_matter")

RESULT_COPY_FORM = _form("result_copy_form", N_("Copy a month's results"), (Section("", (
    Field("month", N_("Month"), "number", True, help=N_("As 202611.")),
    Field("addressees", N_("Goes to"), required=True, max_length=400)),
    help=N_("The lines are kept as they stand now, with numbers of cases and without names of parties.")),), make_result_copy,
    _loader(ResultCopy, lambda uow: {"month": _last_month(uow.clock.today()), "addressees": "街道平安办、司法所"}),
    "result_copy")
RESULT_SENT_FORM = _form("result_sent_form", N_("It was sent"), (Section("", (
    Field("asked", N_("Copy of results"), "note"), Field("sent_on", N_("Sent on"), "date"),
    Field("receipt", N_("Receipt"), max_length=200))),), send_result_copy,
    _closing(ResultCopy, "sent_on", lambda row: f"{month_title(row.month)} → {row.addressees}"), "result_copy")

CONSULT_FORM = _form("consult_form", N_("Reception"), (
    Section("", (
        Field("question", N_("Question asked"), "lines", True, rows=3), Field("kind", N_("Kind"), "choice", True,
                                                                       choices=CONSULT_KINDS),
        Field("person", N_("Who asked"), max_length=60, help=N_("May stay empty.")),
        Field("contact", N_("How to reach them"), max_length=60), Field("on_date", N_("Day"), "date", True))),
    Section(N_("What was done"), (
        Field("outcome", N_("Handled how"), "choice", True, choices=CONSULT_OUTCOMES),
        Field("advice", N_("Advice"), "lines", rows=3, help=N_("For the legal desk only; it is never printed.")),
        Field("lawyer", N_("Lawyer"), max_length=60),
        Field("booked_on", N_("Booked for"), "date", visible_when={"outcome": ("booked",)}),
        Field("referred_to", N_("Sent to"), max_length=120, visible_when={"outcome": ("aid", "notary", "court", "mediation")}),
        Field("reply", N_("What came of it"), max_length=400))),
), save_consult, _loader(LegalConsult, lambda uow: {"on_date": uow.clock.today(), "kind": "advice", "outcome": "answered"}),
    "consult")

BODY_FORM = _form("body_form", N_("Body"), (Section("", (
    Field("kind", N_("Kind of body"), "choice", True, choices=BODIES),
    Field("name", N_("Called"), required=True, max_length=120),
    Field("leader", N_("Head"), max_length=60), Field("members", N_("Members"), max_length=400),
    Field("contact", N_("How to reach it"), max_length=60), Field("task", N_("Its task"), max_length=400),
    Field("ended_on", N_("Ended on"), "date"))),), save_body,
    _loader(MediationBody, lambda _uow: {"kind": "committee"}), "body")


def bodies(uow: UnitOfWork) -> list[tuple[int, str]]:
    """Bodies that take part now."""
    return [(one.id, one.name) for one in list_bodies(uow)]


LEAD_BODY_FORM = _form("lead_body_form", N_("Who leads"), (Section("", (
    Field("lead_id", N_("Leads"), "choice", True, choices=bodies), Field("joined", N_("Join in"), "ticks", choices=bodies)),
    help=N_("One body leads each matter, the others join in.")),), set_lead_body, None, "")


def _doorstep(uow: UnitOfWork, _record_id: int | None) -> Values:
    return {"at": uow.clock.now().replace(second=0, microsecond=0), "people": uow.actor.name, "finding": "mediation.agreed",
            "category": "neighbour"}


DOORSTEP_FORM = _form("doorstep_form", N_("Mediation at the door or shop"), (Section("", (
    Field("place", N_("At which place"), required=True, max_length=200), Field("parties", N_("Between whom"), max_length=120),
    Field("text", N_("What happened"), "lines", True, rows=2), Field("result", N_("Account of it"), "lines", True, rows=2),
    Field("finding", N_("How it ended"), "choice", True, choices=FOUND), Field("category", N_("Kind"), "choice", choices=KINDS),
    Field("area_id", N_("Area"), "choice", choices=grids), Field("people", N_("Mediators")),
    Field("at", N_("When"), "datetime", True)),
    help=N_("What is to be mediated further is entered in the hazard ledger.")),), save_doorstep, _doorstep, "visits.card")


def _duties(uow: UnitOfWork, _record_id: int | None) -> Values:
    """The next four weeks as they stand; with nobody on them, a proposal from the people of the last weeks."""
    first = uow.clock.today()
    last = first + timedelta(days=27)
    rows = list_duties(uow, LEGAL_ROSTER, first, last)
    people = list(dict.fromkeys(one.who for one in list_duties(uow, LEGAL_ROSTER, first - timedelta(days=60), first)))
    shown: list[Any] = list(rows) or plan_turns(uow, first, last, people)
    return {"first": first, "last": last, "duties": [
        {name: getattr(one, name) for name in ("day", "who", "slot", "deputy", "phone", "note")} for one in shown] or [{}]}


def _save_duties(uow: UnitOfWork, values: Values) -> int:
    """See `save_roster`; the roster of the duty lawyers."""
    rows = [row for row in values.get("duties") or () if row.get("day")]
    drafts = [DutyDraft(row["day"], row.get("who") or "", row.get("slot") or "", row.get("deputy") or "",
                        row.get("phone") or "", row.get("note") or "") for row in rows]
    count = save_roster(uow, LEGAL_ROSTER, values["first"], values["last"], drafts)
    touch_legal_months(uow, values["first"], values["last"])
    return count


_save_duties.verb_name = "roster.save"  # type: ignore[attr-defined]
DUTY_FORM = _form("duty_form", N_("Duty lawyers"), (Section("", (
    Field("first", N_("From"), "date", True), Field("last", N_("Until"), "date", True),
    Repeat("duties", N_("Duty"), (
        Field("day", N_("Day"), "date"), Field("who", N_("Lawyer")), Field("slot", N_("Part of the day")),
        Field("deputy", N_("Stands in")), Field("phone", N_("Phone"), "phone")), N_("Add a duty")))),),
    _save_duties, _duties, "")


def _last_month(today: date) -> int:
    before = today.replace(day=1) - timedelta(days=1)
    return month_of(before)
