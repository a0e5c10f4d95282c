"""Verbs of the work with others. Each takes a form's values; what is missing is said beside its field."""

from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.calendar import month_days
from desk.api.cases import get_case, move_case, visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.visits import VisitDraft, VisitorDraft, note_outcome, record_visit
from plugins.mediation.categories import CATEGORIES
from plugins.mediation.court_limits import BEFORE
from plugins.mediation.court_limits import until as court_limit
from plugins.mediation.drafts import DisputeDraft, PartyDraft
from plugins.mediation.drafts.hazard import HazardDraft
from plugins.mediation.hazard_kinds import HAZARD, OUTCOMES, SETTLED, word
from plugins.mediation.joint_kinds import (
    BODIES,
    BODY,
    CONSULT,
    CONSULT_OUTCOMES,
    COURT_MATTER,
    COURT_OUTCOMES,
    HANDOVER,
    LEGAL,
    RESULT_COPY,
    STUDY,
)
from plugins.mediation.kinds import ALL, DISPUTE, WRITE
from plugins.mediation.models import (
    CourtMatter,
    GridHandover,
    JointStudy,
    LeadBody,
    LegalConsult,
    MediationBody,
    ResultCopy,
)
from plugins.mediation.queries_hazard import last_limit, list_month
from plugins.mediation.service.hazards import save_hazard, seen_hazard
from plugins.mediation.service.intake import register_dispute, seen
from plugins.mediation.words import people_named

_ = translator("mediation")
Values = dict[str, Any]
NOTES = ("question", "analysis", "plan", "text", "reply", "result", "advice")


@verb("mediation.save_study", permission=WRITE)
def save_study(uow: UnitOfWork, values: Values) -> int:
    """Call a joint study or write down what came of it; answers its id. A hazard then stands in "joint study"."""
    units = [_unit(row) for row in values.get("units") or () if (row.get("unit") or "").strip()]
    tasks = [_task(row) for row in values.get("tasks") or () if (row.get("what") or "").strip()]
    marks = {}
    if not values.get("starts_at"):
        marks["starts_at"] = _("Say when it is.")
    if not units:
        marks["units.0.unit"] = _("Invite at least one department.")
    if values.get("held") and not (values.get("plan") or "").strip():
        marks["plan"] = _("Write down what was decided.")
    refuse_marked(marks)
    row = _row(uow, JointStudy, values)
    if not values.get("id"):
        _matter(uow, values["owner_kind"], values["owner_id"])
        row.owner_kind, row.owner_id = values["owner_kind"], values["owner_id"]
    else:
        _matter(uow, row.owner_kind, row.owner_id)
    _take(row, values, "starts_at", "place", "host", "question", "analysis", "plan")
    row.units, row.tasks, row.held = units, tasks, bool(values.get("held"))
    uow.add(row)
    if row.owner_kind == HAZARD and visible_case(uow, row.owner_id).state in ("found", "charged") and not row.held:
        move_case(uow, row.owner_id, "study")
    uow.touch(row.owner_kind, row.owner_id)
    uow.trace("mediation.save_study", STUDY, row.id, held=row.held)
    return int(row.id)


@verb("mediation.save_handover", permission=WRITE)
def save_handover(uow: UnitOfWork, values: Values) -> int:
    """Take a slip of the grid in, or write one back; answers its id. One from the grid becomes a line of the hazard ledger."""
    refuse_marked(_lacking(values, text=_("Describe the dispute."), worker=_("Name the grid worker.")))
    row = _row(uow, GridHandover, values)
    _take(row, values, "way", "event", "on_date", "grid", "worker", "phone", "category", "text", "until")
    row.on_date = row.on_date or uow.clock.today()
    uow.add(row)
    if row.way == "in" and row.hazard_id is None:
        row.hazard_id = save_hazard(uow, HazardDraft(row.category or "other", row.text, row.on_date, source="grid",
                                                     place=row.grid or "网格上报", area_id=values.get("area_id")))
    uow.trace("mediation.save_handover", HANDOVER, row.id, event=row.event)
    return int(row.id)


@verb("mediation.reply_handover", permission=WRITE)
def reply_handover(uow: UnitOfWork, values: Values) -> int:
    """Tell the other side what came of it."""
    refuse_marked(_lacking(values, reply=_("Write down what came of it.")))
    row = uow.get(GridHandover, values["id"])
    row.reply, row.replied_on = clean_note(values["reply"]), values.get("replied_on") or uow.clock.today()
    if row.hazard_id:  # whoever handed it over in the program is told by the line
        uow.touch(HAZARD, row.hazard_id)
    uow.trace("mediation.reply_handover", HANDOVER, row.id)
    return int(row.id)


@verb("mediation.save_court_matter", permission=WRITE)
def save_court_matter(uow: UnitOfWork, values: Values) -> int:
    """A line of a court's list; answers its id. The same number of the same court stands once."""
    refuse_marked(_lacking(values, court=_("Name the court."), number=_("Enter the court's number.")))
    number = clean(values["number"], limit=80)
    known = uow.session.scalars(select(CourtMatter).where(CourtMatter.court == clean(values["court"], limit=120),
                                                          CourtMatter.number == number)).first()
    if known is not None and known.id != values.get("id"):
        raise UserError(_("This number of the court is entered already."), field="number")
    row = _row(uow, CourtMatter, values)
    _take(row, values, "court", "number", "cause", "plaintiff", "defendant", "category", "stage", "received_on", "until",
          "judge", "text")
    row.received_on = row.received_on or uow.clock.today()
    row.until = row.until or court_limit(row.stage or BEFORE, row.received_on)
    uow.add(row)
    uow.trace("mediation.save_court_matter", COURT_MATTER, row.id, number=number)
    return int(row.id)


@verb("mediation.accept_court_matter", permission=WRITE)
def accept_court_matter(uow: UnitOfWork, values: Values) -> int:
    """A mediation case opens out of it; answers the dispute's id."""
    row = uow.get(CourtMatter, values["id"])
    if row.dispute_id:
        raise UserError(_("It became a mediation case already."))
    refuse_marked({name: _("Name both sides.") for name in ("plaintiff", "defendant") if not getattr(row, name)})
    row.dispute_id = register_dispute(uow, DisputeDraft(
        row.category, (PartyDraft("applicant", name=row.plaintiff), PartyDraft("respondent", name=row.defendant)),
        summary=row.text or row.cause or row.number, source="transfer", transferred_by=row.court, transfer_number=row.number,
        applied_on=row.received_on))
    uow.trace("mediation.accept_court_matter", COURT_MATTER, row.id, dispute=row.dispute_id)
    return int(row.dispute_id)


@verb("mediation.return_court_matter", permission=WRITE)
def return_court_matter(uow: UnitOfWork, values: Values) -> int:
    """The court is told the result (复函)."""
    marks = _lacking(values, result=_("Write down the result."))
    if values.get("outcome") not in dict(COURT_OUTCOMES):
        marks["outcome"] = _("Choose how it ended.")
    refuse_marked(marks)
    row = uow.get(CourtMatter, values["id"])
    row.outcome, row.result = values["outcome"], clean_note(values["result"])
    row.returned_on = values.get("returned_on") or uow.clock.today()
    uow.trace("mediation.return_court_matter", COURT_MATTER, row.id, outcome=row.outcome)
    return int(row.id)


@verb("mediation.make_result_copy", permission=ALL)
def make_result_copy(uow: UnitOfWork, values: Values) -> int:
    """Copy a month's results as they stand now; answers the copy's id."""
    marks = _lacking(values, addressees=_("Name who gets it."))
    month = int(values.get("month") or 0)
    if not 200001 <= month <= 209912 or not 1 <= month % 100 <= 12:
        marks["month"] = _("Enter the month as 202611.")
    refuse_marked(marks)
    row = uow.add(ResultCopy(month=month, addressees=clean(values["addressees"], limit=400), made_on=uow.clock.today(),
                             lines=_result_lines(uow, month)))
    uow.trace("mediation.make_result_copy", RESULT_COPY, row.id, month=month)
    return int(row.id)


@verb("mediation.send_result_copy", permission=ALL)
def send_result_copy(uow: UnitOfWork, values: Values) -> int:
    """It was sent on a day; the receipt when it comes."""
    row = uow.get(ResultCopy, values["id"])
    row.sent_on, row.receipt = values.get("sent_on") or uow.clock.today(), clean(values.get("receipt") or "", limit=200)
    uow.trace("mediation.send_result_copy", RESULT_COPY, row.id)
    return int(row.id)


@verb("mediation.save_consult", permission=LEGAL)
def save_consult(uow: UnitOfWork, values: Values) -> int:
    """What somebody asked at the legal desk and what was done; a referral needs its place, a booking its day."""
    marks = _lacking(values, question=_("Write down the question."))
    if values.get("outcome") not in dict(CONSULT_OUTCOMES):
        marks["outcome"] = _("Choose how it ended.")
    if values.get("outcome") == "booked" and not values.get("booked_on"):
        marks["booked_on"] = _("Say on which day.")
    if values.get("outcome") in ("aid", "notary") and not (values.get("referred_to") or "").strip():
        marks["referred_to"] = _("Name the office.")
    refuse_marked(marks)
    row = _row(uow, LegalConsult, values)
    _take(row, values, "on_date", "person", "contact", "kind", "question", "advice", "lawyer", "outcome", "referred_to",
          "booked_on", "reply")
    row.on_date = row.on_date or uow.clock.today()
    uow.add(row)
    uow.trace("mediation.save_consult", CONSULT, row.id, outcome=row.outcome)
    return int(row.id)


@verb("mediation.save_body", permission=ALL)
def save_body(uow: UnitOfWork, values: Values) -> int:
    """A body that takes part in mediation; answers its id."""
    marks = _lacking(values, name=_("Enter a name."))
    if values.get("kind") not in dict(BODIES):
        marks["kind"] = _("Choose what it is.")
    refuse_marked(marks)
    row = _row(uow, MediationBody, values)
    _take(row, values, "kind", "name", "leader", "members", "contact", "task", "ended_on")
    uow.add(row)
    uow.trace("mediation.save_body", BODY, row.id)
    return int(row.id)


@verb("mediation.set_lead_body", permission=WRITE)
def set_lead_body(uow: UnitOfWork, values: Values) -> int:
    """Which body leads and which join in; answers the matter's id."""
    _matter(uow, values["owner_kind"], values["owner_id"])
    if not values.get("lead_id"):
        raise UserError(_("Choose the body that leads."), field="lead_id")
    found = uow.session.scalars(select(LeadBody).where(LeadBody.owner_kind == values["owner_kind"],
                                                       LeadBody.owner_id == values["owner_id"])).one_or_none()
    row = found or LeadBody(owner_kind=values["owner_kind"], owner_id=values["owner_id"])
    row.lead_id = values["lead_id"]
    row.joined = [one for one in values.get("joined") or () if one != row.lead_id]
    uow.add(row)
    uow.touch(row.owner_kind, row.owner_id)
    uow.trace("mediation.set_lead_body", row.owner_kind, row.owner_id)
    return int(row.owner_id)


@verb("mediation.save_doorstep", permission=WRITE)
def save_doorstep(uow: UnitOfWork, values: Values) -> int:
    """Mediation at a door, a shop or a mobile legal stop: the two-minute form. Answers the visit's id.

    What is not settled is entered in the hazard ledger and linked.
    """
    settled = values.get("finding") != "mediation.goes_on"
    marks = _lacking(values, place=_("Say where it was."), text=_("Describe the quarrel."), result=_("Write down the result."))
    refuse_marked(marks)
    visit = record_visit(uow, VisitDraft(
        "mediation.doorstep", values["at"], way="spot", area_id=values.get("area_id"), place=values["place"],
        met=values.get("parties") or "", findings=(values.get("finding") or "mediation.agreed",), words=values["text"],
        handled=values["result"], solved=settled,
        visitors=tuple(VisitorDraft(name) for name in people_named(values.get("people")) or (uow.actor.name,)),
        schedule_id=values.get("schedule_id"), nominal=values.get("nominal")))
    if not settled:
        hazard = save_hazard(uow, HazardDraft(
            values.get("category") or "other", values["text"], source="doorstep", place=values["place"],
            parties=values.get("parties") or "", area_id=values.get("area_id"), measures=values["result"]))
        note_outcome(uow, visit, HAZARD, hazard, values["text"][:100])
    uow.trace("mediation.save_doorstep", "visit", visit, settled=settled)
    return visit


def _result_lines(uow: UnitOfWork, month: int) -> list[dict[str, Any]]:
    """Lines of the month without a name of a party: number, kind, unit, limit, outcome, whether late, whether settled."""
    titles, (_first, last) = {one.code: one.title for one in CATEGORIES}, month_days(month)
    end, found = min(last, uow.clock.today()), []
    for one in list_month(uow, month):
        case, struck = get_case(uow, one.case_id), one.struck_on if one.struck_on and one.struck_on <= last else None
        limit = last_limit(uow, one)
        running = limit if one.struck_on else case.due_on  # a clock that stands still is not late
        found.append({
            "number": case.number, "category": titles.get(one.category, one.category),
            "unit": one.unit or one.person, "limit": _iso(limit), "outcome": word(OUTCOMES, one.outcome) if struck else "",
            "struck": _iso(struck), "late": bool(running and (struck or end) > running),
            "settled": bool(struck and one.outcome in SETTLED)})
    return found


def _matter(uow: UnitOfWork, kind: str, owner_id: int) -> None:
    if kind == HAZARD:
        seen_hazard(uow, owner_id)
    elif kind == DISPUTE:
        seen(uow, owner_id)
    else:
        raise UserError(_("Choose the hazard or the dispute."), field="owner_id")


def _row(uow: UnitOfWork, model: Any, values: Values) -> Any:
    """The stored row of a form, or a new one; Conflict when somebody saved it first."""
    if not values.get("id"):
        return model()
    row = uow.get(model, values["id"])
    if values.get("version"):
        uow.expect_version(row, values["version"])
    return row


def _take(row: Any, values: Values, *names: str) -> None:
    for name in names:
        value = values.get(name)
        if isinstance(value, str):
            limit = getattr(row.__table__.c[name].type, "length", None) or 400
            value = clean_note(value) if name in NOTES else clean(value, limit=limit, field=name)
        if value is None and not row.__table__.c[name].nullable:
            continue
        setattr(row, name, value)


def _unit(row: Values) -> dict[str, Any]:
    return {name: clean_note(row.get(name) or "") for name in ("unit", "person", "phone", "opinion", "means")} | {
        "came": bool(row.get("came"))}


def _task(row: Values) -> dict[str, Any]:
    return {"what": clean(row.get("what") or "", limit=200), "who": clean(row.get("who") or "", limit=60)} | {
        name: _iso(row.get(name)) for name in ("due", "done")}


def _iso(day: Any) -> str:
    return day.isoformat() if isinstance(day, date) else str(day or "")


def _lacking(values: Values, **sentences: str) -> dict[str, str]:
    return {name: sentence for name, sentence in sentences.items() if not str(values.get(name) or "").strip()}

