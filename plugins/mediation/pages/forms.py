"""The forms of a dispute: registration, acceptance, sitting, agreement, signatures, and the ways a case is left."""

from dataclasses import fields
from typing import Any

from desk.api import N_, translator
from desk.api.documents import both
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.mediation.categories import CATEGORIES, EXCLUDED_SUBJECTS, SOURCES
from plugins.mediation.drafts import (
    AcceptanceDraft,
    AgreementDraft,
    DisputeDraft,
    EndingDraft,
    InstalmentDraft,
    InvitedDraft,
    PartyDraft,
    SessionDraft,
    SigningDraft,
)
from plugins.mediation.pages import starting
from plugins.mediation.service.agreements import draft_agreement, sign_agreement
from plugins.mediation.service.closing import close_dispute, mark_performed, terminate, withdraw
from plugins.mediation.service.intake import accept_dispute, refuse_dispute, save_dispute
from plugins.mediation.service.sessions import OUTCOMES, save_session

_ = translator("mediation")
RECORD = "mediation.dispute"
_PERSON, _UNIT = {"kind": ("person",)}, {"kind": ("organisation",)}


def picked(kind: type, values: dict[str, Any], **more: Any) -> Any:
    """A draft of `kind` from the values it has fields for; None becomes the field's default."""
    known = {one.name for one in fields(kind)}
    return kind(**({name: value for name, value in values.items() if name in known and value is not None} | more))


def names(text: str | None) -> tuple[str, ...]:
    """Several names typed into one field: 沈建国、何苗."""
    return tuple(part.strip() for part in (text or "").replace(",", "、").replace(",", "、").split("、") if part.strip())


def dispute_draft(values: dict[str, Any]) -> DisputeDraft:
    """From the form's values."""
    parties = tuple(picked(PartyDraft, row) for row in values.get("parties") or ())
    requests = tuple(row["text"] for row in values.get("requests") or () if (row.get("text") or "").strip())
    return picked(DisputeDraft, values, parties=parties, requests=requests, category=values.get("category") or "")


PARTY_FIELDS = (
    Field("side", N_("Side"), "choice", choices=(("applicant", N_("Applicant")), ("respondent", N_("Respondent"))),
          default="applicant"),
    Field("kind", N_("Person or unit"), "choice", choices=(("person", N_("Person")), ("organisation", N_("Unit"))),
          default="person"),
    Field("person_id", N_("From the register"), "person", visible_when=_PERSON,
          help=N_("Name, pinyin, number or phone; what the register knows is filled in when saving.")),
    Field("name", N_("Name"), help=N_("Leave blank to take it from the register.")),
    Field("sex", N_("Sex"), "choice", choices=(("", "—"), ("1", N_("Male")), ("2", N_("Female"))), visible_when=_PERSON),
    Field("ethnic", N_("Ethnic group (the forms ask for it)"), visible_when=_PERSON),
    Field("birth", N_("Born"), "partial_date", visible_when=_PERSON),
    Field("occupation", N_("Occupation or post"), visible_when=_PERSON),
    Field("credit_code", N_("Unified social credit code"), visible_when=_UNIT),
    Field("representative", N_("Legal representative or head"), visible_when=_UNIT),
    Field("post", N_("Post"), visible_when=_UNIT),
    Field("contact", N_("Phone"), "phone"),
    Field("address", N_("Unit or address")),
    Field("guardian", N_("Legal guardian (under 18)"), visible_when=_PERSON),
    Field("guardian_relation", N_("Relation of the guardian"), visible_when=_PERSON),
    Field("agent", N_("Agent with a power of attorney")),
)

DISPUTE_FORM = FormSpec(
    id="mediation.dispute_form", title=N_("Register a dispute"), domain="mediation", after=RECORD,
    sections=(
        Section(N_("The dispute"), (
            Field("category", N_("Kind of dispute"), "choice", True,
                  choices=tuple((one.code, one.title) for one in CATEGORIES)),
            Field("source", N_("How it came"), "choice", choices=SOURCES, default="application"),
            Field("transferred_by", N_("Handed over by"), visible_when={"source": ("transfer",)}),
            Field("transfer_number", N_("Number of its letter"), visible_when={"source": ("transfer",)}),
            Field("applied_on", N_("Day of the request"), "date"),
            Field("summary", N_("What happened"), "lines", rows=5, phrases="mediation.summary"))),
        Section(N_("Parties"), (Repeat("parties", N_("Party"), PARTY_FIELDS, N_("Add a party"), minimum=2),)),
        Section(N_("What is asked for"), (
            Repeat("requests", N_("Request"), (Field("text", N_("Request"), "lines", rows=2),), N_("Add a request")),
            Field("excluded_subject", N_("Is it about one of these?"), "choice", choices=EXCLUDED_SUBJECTS,
                  help=N_("A court does not accept confirmation of agreements about them.")),
            Field("open_mediation", N_("All parties want it in public"), "bool", default=False))),
    ),
    save=save_dispute, load=starting.dispute, make_draft=dispute_draft)

ACCEPT_FORM = FormSpec(
    id="mediation.accept_form", title=N_("Accept the case"), domain="mediation", save_title=N_("Accept (Ctrl+S)"),
    sections=(Section("", (
        Field("all_agree", N_("All parties agree to mediation"), "bool", default=True),
        Field("accepted_on", N_("Accepted on"), "date", True),
        Field("mediators", N_("Mediators"), "text", True, help=N_("Several names are separated by 、")),
        Field("chosen_by", N_("Mediators were"), "choice",
              choices=(("assigned", N_("Assigned by the committee")), ("chosen", N_("Chosen by the parties")))),
        Field("recorder", N_("Recorder")),
        Field("rights_told_on", N_("Rights and duties told on"), "date"))),),
    save=accept_dispute, load=starting.acceptance,
    make_draft=lambda values: picked(AcceptanceDraft, values, mediators=names(values.get("mediators"))))


def session_draft(values: dict[str, Any]) -> SessionDraft:
    """From the form's values."""
    invited = tuple(picked(InvitedDraft, row) for row in values.get("invited") or ())
    present = tuple(row["party_id"] for row in values.get("attendance") or () if row.get("here"))
    refusing = next((row["party_id"] for row in values.get("attendance") or () if row.get("refuses")), None)
    return picked(SessionDraft, values, invited=invited, present=present, refused_by=refusing,
                  mediators=names(values.get("mediators")))


SESSION_SECTIONS = (
        Section(N_("The session"), (
            Field("started_at", N_("From"), "datetime", True), Field("ended_at", N_("To"), "datetime"),
            Field("place", N_("Place")), Field("matter", N_("Matter")),
            Repeat("attendance", N_("Party"), (
                Field("name", N_("Name"), read_only=True), Field("here", N_("Was present"), "bool", default=True),
                Field("refuses", N_("Refuses mediation"), "bool", default=False)), ""),
            Repeat("invited", N_("Invited person"), (
                Field("name", N_("Name")), Field("role", N_("Who she is")),
                Field("consent", N_("The parties agree"), "bool", default=False)), N_("Add an invited person")))),
        Section(N_("What was said"), (
            Field("record", N_("Record"), "lines", True, rows=9, phrases="mediation.record"),
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


def agreement_draft(values: dict[str, Any]) -> AgreementDraft:
    """From the form's values."""
    clauses = tuple(row["text"] for row in values.get("clauses") or () if (row.get("text") or "").strip())
    instalments = tuple(picked(InstalmentDraft, row, due=row.get("due")) for row in values.get("instalments") or ()
                        if row.get("due") or row.get("fen") or row.get("what"))
    return picked(AgreementDraft, values, clauses=clauses, instalments=instalments, mediators=names(values.get("mediators")))


def amount_words(values: dict[str, Any]) -> str:
    """The amount in figures and capitals, as it will be printed."""
    fen = values.get("amount_fen")
    return both(fen) if isinstance(fen, int) else ""


AGREEMENT_FORM = FormSpec(
    id="mediation.agreement_form", title=N_("Write the agreement"), domain="mediation",
    sections=(
        Section(N_("Facts"), (Field("facts", N_("Main facts and what is in dispute"), "lines", True, rows=6,
                                    phrases="mediation.facts"),)),
        Section(N_("The parties agree"), (
            Repeat("clauses", N_("Clause"), (Field("text", N_("Clause"), "lines", rows=2, phrases="mediation.clause"),),
                   N_("Add a clause"), minimum=1),)),
        Section(N_("Performance"), (
            Field("performance", N_("How and where"), "lines", rows=2, phrases="mediation.performance"),
            Field("amount_fen", N_("Total amount"), "money"),
            Field("amount_words", N_("As printed"), "computed", computed=amount_words),
            Repeat("instalments", N_("Instalment"), (
                Field("due", N_("Due on"), "date"), Field("what", N_("What")), Field("fen", N_("Amount"), "money")),
                N_("Add an instalment")))),
        Section(N_("Signing"), (
            Field("made_on", N_("Agreed on"), "date", True), Field("mediators", N_("Mediators")),
            Field("recorder", N_("Recorder")))),
    ),
    save=draft_agreement, load=starting.agreement, make_draft=agreement_draft)

SIGNING_FORM = FormSpec(
    id="mediation.signing_form", title=N_("Enter signatures and seal"), domain="mediation",
    sections=(Section("", (
        Repeat("signed", N_("Party"), (Field("name", N_("Name"), read_only=True), Field("on", N_("Signed on"), "date")), ""),
        Field("mediator_on", N_("Mediator signed on"), "date"), Field("sealed_on", N_("Committee's seal on"), "date")),
        help=N_("The agreement takes effect on the last of these days; with the last one entered it is locked.")),),
    save=sign_agreement, load=starting.signing,
    make_draft=lambda values: picked(SigningDraft, values, signed=tuple(
        (row["party_id"], row["on"]) for row in values.get("signed") or () if row.get("on"))))


def _ending(form_id: str, title: str, save: Any, *more: Field, reason: bool = True) -> FormSpec:
    why = (Field("reason", N_("Reason"), "lines", True, rows=3),) if reason else ()
    return FormSpec(id=f"mediation.{form_id}", title=title, domain="mediation", save=save, load=starting.ending,
                    sections=(Section("", (Field("on", N_("Day"), "date", True), *why, *more)),),
                    make_draft=lambda values: picked(EndingDraft, values))


REFUSE_FORM = _ending("refuse_form", N_("Do not accept"), refuse_dispute)
WITHDRAW_FORM = _ending("withdraw_form", N_("Withdraw the case"), withdraw)
TERMINATE_FORM = _ending("terminate_form", N_("Terminate mediation"), terminate,
                         Field("remedies_told_on", N_("Other ways told to the parties on"), "date"))
PERFORMED_FORM = _ending("performed_form", N_("The agreement is performed"), mark_performed, reason=False)
CLOSE_FORM = _ending("close_form", N_("Close the case"), close_dispute, reason=False)
