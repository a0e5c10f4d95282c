"""Forms of the legal side: lectures, ways of law shown to a party, tours of the mobile stop."""

from typing import Any

from desk.api import N_, translator
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Section
from plugins.mediation.grounds import TOLD_HOW
from plugins.mediation.kinds import NOT_COUNTED
from plugins.mediation.legal_kinds import LINES, way_choices
from plugins.mediation.models import Lecture, LegalReferral
from plugins.mediation.pages.forms_hazard import grids
from plugins.mediation.pages.pickers import rows_of
from plugins.mediation.queries import get_file
from plugins.mediation.service.appraisal import pause_appraisal, resume_appraisal
from plugins.mediation.service.legal import plan_stops, save_lecture, save_legal_referral

_ = translator("mediation")
Values = dict[str, Any]
WEEKDAYS = ((0, N_("Monday")), (1, N_("Tuesday")), (2, N_("Wednesday")), (3, N_("Thursday")), (4, N_("Friday")),
            (5, N_("Saturday")), (6, N_("Sunday")))


def lecture(uow: UnitOfWork, record_id: int | None) -> Values:
    """Today, or the stored one."""
    if record_id is None:
        return {"on_date": uow.clock.today(), "line": "education"}
    return rows_of(uow.get(Lecture, record_id), "id", "version", "on_date", "topic", "line", "speaker", "place", "audience",
                   "heads", "note")


LECTURE_FORM = FormSpec(
    id="mediation.lecture_form", title=N_("Lecture on law"), domain="mediation", after="mediation.lecture",
    sections=(Section("", (
        Field("topic", N_("Topic of the lecture"), required=True, max_length=120), Field("on_date", N_("Day"), "date", True),
        Field("line", N_("Line of the legal desk"), "choice", True, choices=LINES),
        Field("speaker", N_("Speaker"), max_length=120), Field("place", N_("At which place"), max_length=120),
        Field("audience", N_("For whom"), max_length=120),
        Field("heads", N_("Listeners"), "number", help=N_("Left empty until it was held.")),
        Field("note", N_("Remark"), "lines", rows=2)), help=N_("Pictures are kept on the lecture's page.")),),
    save=save_lecture, load=lecture)


def new_referral(uow: UnitOfWork, record_id: int | None) -> Values:
    """The applicant, today; labour disputes begin with arbitration."""
    file = get_file(uow, record_id or 0)
    labour = file.dispute.category in ("labour", "migrant_wages")
    first = next((party.name for party in file.parties if party.side == "applicant"), "")
    return {"dispute_id": file.dispute.id, "party": first, "way": "arbitration" if labour else "court",
            "on_date": uow.clock.today(), "how": "paper", "reason": file.dispute.ended_reason[:400]}


def stored_referral(uow: UnitOfWork, record_id: int | None) -> Values:
    """A stored one, to put it right."""
    row = uow.get(LegalReferral, record_id or 0)
    get_file(uow, row.dispute_id)
    return rows_of(row, "id", "version", "dispute_id", "party", "way", "office", "on_date", "how", "reason")


_REFERRAL = (Section("", (
    Field("party", N_("Which party"), required=True, max_length=120),
    Field("way", N_("Way of law"), "choice", True, choices=way_choices()),
    Field("office", N_("Where to turn"), max_length=120, help=N_("Court, arbitration commission, legal aid office.")),
    Field("on_date", N_("Told on"), "date", True), Field("how", N_("How they were told"), "choice", choices=TOLD_HOW),
    Field("reason", N_("Why mediation did not settle it"), max_length=400))),)
REFERRAL_FORM = FormSpec(id="mediation.legal_referral_form", title=N_("Show a party a way of law"), domain="mediation",
                         sections=_REFERRAL, save=save_legal_referral, load=new_referral)
REFERRAL_EDIT = FormSpec(id="mediation.legal_referral_edit", title=N_("Way of law shown"), domain="mediation",
                         sections=_REFERRAL, save=save_legal_referral, load=stored_referral)


def appraisal(uow: UnitOfWork, record_id: int | None) -> Values:
    """Of a case, today."""
    file = get_file(uow, record_id or 0)
    source = NOT_COUNTED.get(file.dispute.category, "")
    return {"dispute_id": file.dispute.id, "on": uow.clock.today(),
            "law": _("The time of an expert's appraisal does not count.({source})").format(source=source)}


PAUSE_FORM = FormSpec(
    id="mediation.appraisal_form", title=N_("Stop the clock for an appraisal"), domain="mediation",
    sections=(Section("", (
        Field("law", N_("Rule"), "note"), Field("reason", N_("Which appraisal, by whom"), "lines", True, rows=2),
        Field("on", N_("Day"), "date", True))),), save=pause_appraisal, load=appraisal)
RESUME_FORM = FormSpec(
    id="mediation.appraisal_over_form", title=N_("The appraisal is over"), domain="mediation",
    sections=(Section("", (Field("law", N_("Rule"), "note"), Field("on", N_("Day"), "date", True))),), save=resume_appraisal,
    load=appraisal)


def stops(uow: UnitOfWork, _record_id: int | None) -> Values:
    """Every fortnight on a Wednesday, from today."""
    return {"every": 2, "weekday": 2, "starts_on": uow.clock.today(), "ahead": 3}


STOP_PLAN_FORM = FormSpec(
    id="mediation.stop_plan_form", title=N_("Plan tours of the mobile stop"), domain="mediation",
    sections=(Section("", (
        Field("places", N_("Places"), "lines", True, rows=4, help=N_("One place a line.")),
        Field("weekday", N_("Day of the week"), "choice", True, choices=WEEKDAYS),
        Field("every", N_("Every so many weeks"), "number", True), Field("starts_on", N_("From"), "date", True),
        Field("area_id", N_("Area"), "choice", choices=grids), Field("who", N_("Who goes"), max_length=200),
        Field("ahead", N_("Remind days before"), "number")),
        help=N_("One schedule for each place; a tour that is due opens the form of mediation at the door. Change, pause or end "
                "it under Recurring schedules.")),),
    save=plan_stops, load=stops, make_draft=lambda values: dict(values))
