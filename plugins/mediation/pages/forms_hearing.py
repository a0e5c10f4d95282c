"""Forms of the sittings: planned, recorded, investigated; mediators, time and danger."""

from typing import Any

from desk.api import N_
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.mediation.drafts import (
    AskedDraft,
    EndingDraft,
    EscalationDraft,
    ExtensionDraft,
    HandOverDraft,
    InvestigationDraft,
    InvitedDraft,
    MediatorDraft,
    PlanDraft,
    RightsDraft,
    SessionDraft,
)
from plugins.mediation.grounds import HARMS, LEVELS, PLACE_KINDS, TOLD_HOW, WAYS
from plugins.mediation.pages import starting, starting_file
from plugins.mediation.pages.drafting import picked, ticked
from plugins.mediation.pages.pickers import colleagues, legal_workers, phrases, venues
from plugins.mediation.service.acceptance import tell_remedies, tell_rights
from plugins.mediation.service.escalations import save_escalation
from plugins.mediation.service.extending import extend
from plugins.mediation.service.investigations import save_investigation
from plugins.mediation.service.mediators import hand_over, replace_mediator
from plugins.mediation.service.plans import cancel_plan, save_plan
from plugins.mediation.service.sessions import OUTCOMES, save_session
from plugins.mediation.words import people_named

_NAMES = N_("Several names are separated by 、")


def session_draft(values: dict[str, Any]) -> SessionDraft:
    """From the form's values."""
    invited = tuple(picked(InvitedDraft, row) for row in values.get("invited") or ())
    refusing = next(iter(ticked(values.get("attendance"), "refuses")), None)
    return picked(SessionDraft, values, invited=invited, present=ticked(values.get("attendance"), "here"),
                  refused_by=refusing, mediators=people_named(values.get("mediators")), read_out=())


INVITED = Repeat("invited", N_("Invited person"), (
    Field("name", N_("Name")), Field("role", N_("Who she is")),
    Field("consent", N_("The parties agree to it"), "bool", default=False)), N_("Add an invited person"))

SESSION_SECTIONS = (
    Section(N_("The session"), (
        Field("started_at", N_("From"), "datetime", True), Field("ended_at", N_("To"), "datetime"),
        Field("place", N_("Place")),
        Field("place_kind", N_("Kind of place"), "choice", choices=PLACE_KINDS, default="room"), Field("matter", N_("Matter")),
        Field("way", N_("Way of mediating"), "choice", choices=WAYS, default="consultation"),
        Field("legal_worker", N_("Legal worker"), choices=legal_workers, visible_when={"way": ("law",)},
              help=N_("Who came.")),
        Field("legal_absent", N_("Why no legal worker came"), visible_when={"way": ("law",)}),
        Field("rights_told", N_("Rights and duties were told first"), "bool", default=False),
        Repeat("attendance", N_("Party"), (
            Field("name", N_("Name"), read_only=True), Field("here", N_("Was present"), "bool", default=True),
            Field("refuses", N_("Refuses mediation"), "bool", default=False)), ""),
        INVITED)),
    Section(N_("What was said"), (
        Field("record", N_("Record"), "lines", True, rows=9, phrases="mediation.record", phrase_source=phrases),
        Field("private_note", N_("Private note (never printed)"), "lines", rows=2))),
    Section(N_("How it ended"), (
        Field("outcome", N_("Outcome"), "choice", choices=OUTCOMES, default="continued"),
        Field("outcome_note", N_("Reason"), "lines", rows=2, visible_when={"outcome": ("failed", "refused")}),
        Field("remedies_told", N_("The parties were told about arbitration, administrative and court ways"), "bool",
              default=False, visible_when={"outcome": ("failed", "refused")}),
        Field("mediators", N_("Mediators")), Field("recorder", N_("Recorder")))),
)

SESSION_FORM = FormSpec(
    id="mediation.session_form", title=N_("Record a session"), domain="mediation", sections=SESSION_SECTIONS,
    save=save_session, load=starting.session, make_draft=session_draft)
SESSION_EDIT = FormSpec(
    id="mediation.session_edit", title=N_("Correct a session's record"), domain="mediation", sections=SESSION_SECTIONS,
    save=save_session, load=starting.stored_session, make_draft=session_draft)


def plan_draft(values: dict[str, Any]) -> PlanDraft:
    """From the form's values."""
    invited = tuple(picked(InvitedDraft, row) for row in values.get("invited") or ())
    return picked(PlanDraft, values, invited=invited, mediators=people_named(values.get("mediators")))


_PROPOSED = tuple(Field(f"for_{way}", N_("Proposed for it"), "note", visible_when={"way": (way,)}) for way, _title in WAYS)
_PLAN = (Section("", (
    Field("way", N_("Way of mediating"), "choice", True, choices=WAYS, default="consultation"), *_PROPOSED,
    Field("starts_at", N_("From"), "datetime", True), Field("ends_at", N_("To"), "datetime", True),
    Field("venue_id", N_("Room"), "choice", choices=venues, help=N_("It is booked; a room that is taken is refused.")),
    Field("place", N_("Another place")), Field("mediators", N_("Mediators"), help=_NAMES),
    Field("bring", N_("What the parties bring"), default="身份证件及与纠纷有关的证据材料"),
    Field("contact", N_("Phone for questions"), "phone"),
    Field("legal_worker", N_("Legal worker invited"), choices=legal_workers, max_length=120,
          help=N_("One is invited to every mediation by law; the invitation is printed on the case's page.")), INVITED)),)
PLAN_FORM = FormSpec(id="mediation.plan_form", title=N_("Plan a session"), domain="mediation", sections=_PLAN,
                     save=save_plan, load=starting_file.new_plan, make_draft=plan_draft)
PLAN_EDIT = FormSpec(id="mediation.plan_edit", title=N_("Move a planned session"), domain="mediation", sections=_PLAN,
                     save=save_plan, load=starting_file.stored_plan, make_draft=plan_draft)
PLAN_CANCEL = FormSpec(
    id="mediation.plan_cancel", title=N_("Call a planned session off"), domain="mediation",
    sections=(Section("", (Field("reason", N_("Reason"), "lines", rows=2),)),), save=cancel_plan,
    load=starting_file.plan_to_cancel, make_draft=lambda values: picked(EndingDraft, values))


def investigation_draft(values: dict[str, Any]) -> InvestigationDraft:
    """From the form's values."""
    asked = tuple(picked(AskedDraft, row, name=row.get("name") or "") for row in values.get("asked") or ())
    lines = tuple((row.get("q") or "", row.get("a") or "") for row in values.get("lines") or () if row.get("q") or row.get("a"))
    return picked(InvestigationDraft, values, asked=asked, lines=lines, attendants=people_named(values.get("attendants")),
                  investigators=people_named(values.get("investigators")))


_INVESTIGATION = (
    Section(N_("When, where, who"), (
        Field("started_at", N_("From"), "datetime", True), Field("ended_at", N_("To"), "datetime"), Field("place", N_("Place")),
        Field("attendants", N_("Others present"), help=_NAMES),
        Field("investigators", N_("Investigators"), help=N_("Two are recommended.")), Field("recorder", N_("Recorder")))),
    Section(N_("Who was asked"), (Repeat("asked", N_("Person asked"), (
        Field("name", N_("Name"), required=True),
        Field("sex", N_("Sex"), "choice", choices=(("", "—"), ("1", N_("Male")), ("2", N_("Female")))),
        Field("age", N_("Age")), Field("ethnic", N_("Ethnic group (the forms ask for it)")),
        Field("occupation", N_("Occupation or post")), Field("address", N_("Unit or address")),
        Field("contact", N_("Phone"), "phone"), Field("relation", N_("Relation to the parties"))),
        N_("Add a person"), minimum=1),)),
    Section(N_("Questions and answers"), (Repeat("lines", N_("Question"), (
        Field("q", N_("Question"), "lines", rows=2, phrases="mediation.question", phrase_source=phrases),
        Field("a", N_("Answer"), "lines", rows=2)), N_("Add a question"), minimum=1),)),
)
INVESTIGATION_FORM = FormSpec(
    id="mediation.investigation_form", title=N_("Record an investigation"), domain="mediation", sections=_INVESTIGATION,
    save=save_investigation, load=starting_file.new_investigation, make_draft=investigation_draft)
INVESTIGATION_EDIT = FormSpec(
    id="mediation.investigation_edit", title=N_("Correct an investigation"), domain="mediation", sections=_INVESTIGATION,
    save=save_investigation, load=starting_file.stored_investigation, make_draft=investigation_draft)

_TOLD = (Section("", (Field("on", N_("Told on"), "date", True),
                      Field("how", N_("How they were told"), "choice", choices=TOLD_HOW, default="oral"))),)
RIGHTS_FORM = FormSpec(
    id="mediation.rights_form", title=N_("Rights and duties were told"), domain="mediation", sections=_TOLD, save=tell_rights,
    load=starting.ending, make_draft=lambda values: picked(RightsDraft, values))
REMEDIES_FORM = FormSpec(
    id="mediation.remedies_form", title=N_("Other ways were told"), domain="mediation", sections=_TOLD, save=tell_remedies,
    load=starting.ending, make_draft=lambda values: picked(RightsDraft, values))

MEDIATOR_FORM = FormSpec(
    id="mediation.mediator_form", title=N_("Replace a mediator"), domain="mediation",
    sections=(Section("", (
        Field("before", N_("Steps back"), required=True), Field("after", N_("Takes over"), required=True),
        Field("on", N_("Accepted on"), "date", True), Field("reason", N_("Reason"), "lines", True, rows=2),
        Field("conflict_told", N_("The parties were told of a mediator's ties and agree all the same"), "bool"),
        Repeat("attendance", N_("Party"), (Field("name", N_("Name"), read_only=True),
                                           Field("wishes", N_("Wished it"), "bool", default=False)), "")),
        help=N_("Both names stay in the file; the parties may refuse a mediator.")),),
    save=replace_mediator, load=starting_file.mediator, make_draft=lambda values: picked(
        MediatorDraft, values, asked_by=next(iter(ticked(values.get("attendance"), "wishes")), None)))

HAND_OVER_FORM = FormSpec(
    id="mediation.hand_over_form", title=N_("Hand all cases of a mediator over"), domain="mediation",
    sections=(Section("", (
        Field("from_id", N_("Hands over"), "choice", True, choices=colleagues), Field("to_id", N_("Takes over"), "choice", True,
                                                                                choices=colleagues),
        Field("names", N_("Also as mediator on the papers to come"), "bool", default=True),
        Field("conflict_told", N_("The parties were told of a mediator's ties and agree all the same"), "bool"),
        Field("reason", N_("Reason"), "lines", True, rows=2))),),
    save=hand_over, make_draft=lambda values: picked(HandOverDraft, values))

EXTENSION_FORM = FormSpec(
    id="mediation.extension_form", title=N_("More time"), domain="mediation",
    sections=(Section("", (
        Field("until", N_("New last day"), "date", True), Field("reason", N_("Reason"), "lines", True, rows=2),
        Field("on", N_("Consented on"), "date"),
        Repeat("consents", N_("Party"), (Field("name", N_("Name"), read_only=True),
                                         Field("agrees", N_("Consents"), "bool", default=False)), ""))),),
    save=extend, load=starting_file.extension,
    make_draft=lambda values: picked(ExtensionDraft, values, agreed=ticked(values.get("consents"), "agrees")))

_ESCALATION = (Section("", (
    Field("noticed_on", N_("Noticed on"), "date", True), Field("level", N_("How dangerous"), "choice", True, choices=LEVELS),
    Field("harm", N_("What was prevented"), "choice", choices=HARMS, default=""),
    Field("people", N_("People concerned"), "number"), Field("what", N_("What was noticed"), "lines", True, rows=3),
    Field("measures", N_("What was done at once"), "lines", rows=3),
    Field("reported_to", N_("Reported to")), Field("reported_on", N_("Reported on"), "date"),
    Field("result", N_("What came of it"), "lines", rows=2)),
    help=N_("What may become a matter of the police or a crime is reported in time.")),)
ESCALATION_FORM = FormSpec(
    id="mediation.escalation_form", title=N_("Note a danger of escalation"), domain="mediation", sections=_ESCALATION,
    save=save_escalation, load=starting_file.new_escalation, make_draft=lambda values: picked(EscalationDraft, values))
ESCALATION_EDIT = FormSpec(
    id="mediation.escalation_edit", title=N_("Danger of escalation"), domain="mediation", sections=_ESCALATION,
    save=save_escalation, load=starting_file.stored_escalation, make_draft=lambda values: picked(EscalationDraft, values))
