"""Forms of the beginning: registration, the quick quarrel, acceptance, a paper case taken over."""

from typing import Any

from desk.api import N_
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.mediation.categories import CATEGORIES, EXCLUDED_SUBJECTS, SOURCES
from plugins.mediation.drafts import (
    AcceptanceDraft,
    DisputeDraft,
    NoteDraft,
    PartyDraft,
    QuickDraft,
    TakeOverDraft,
    ViewersDraft,
)
from plugins.mediation.grounds import DIFFICULTIES, PLACE_KINDS, POWERS, SCALES, TOLD_HOW
from plugins.mediation.pages import starting
from plugins.mediation.pages.drafting import picked, texts
from plugins.mediation.pages.pickers import colleagues, grids, name_unit, phrases, search_units
from plugins.mediation.service.acceptance import accept_dispute
from plugins.mediation.service.confidence import set_viewers, write_note
from plugins.mediation.service.intake import save_dispute
from plugins.mediation.service.quick import settle_quickly
from plugins.mediation.service.takeover import take_over_case
from plugins.mediation.words import people_named

RECORD = "mediation.dispute"
_PERSON, _UNIT = {"kind": ("person",)}, {"kind": ("organisation",)}
KINDS = tuple((one.code, one.title) for one in CATEGORIES)


def dispute_draft(values: dict[str, Any]) -> DisputeDraft:
    """From the form's values."""
    parties = tuple(picked(PartyDraft, row) for row in values.get("parties") or ())
    return picked(DisputeDraft, values, parties=parties, requests=texts(values.get("requests")),
                  category=values.get("category") or "")


PARTY_FIELDS = (
    Field("side", N_("Side"), "choice", choices=(("applicant", N_("Applicant")), ("respondent", N_("Respondent"))),
          default="applicant"),
    Field("kind", N_("Person or unit"), "choice", choices=(("person", N_("Person")), ("organisation", N_("Unit"))),
          default="person"),
    Field("person_id", N_("From the register"), "person", visible_when=_PERSON,
          help=N_("Name, pinyin, number or phone; what the register knows is filled in when saving.")),
    Field("organisation_id", N_("From the register"), "organisation", visible_when=_UNIT, search=search_units, named=name_unit),
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
    Field("limited", N_("Adult of limited capacity"), "bool", default=False, visible_when=_PERSON),
    Field("guardian", N_("Legal guardian"), visible_when=_PERSON, help=N_("Under 18 or of limited capacity: signs too.")),
    Field("guardian_relation", N_("Relation of the guardian"), visible_when=_PERSON),
    Field("agent", N_("Agent with a power of attorney"), help=N_("At most two, separated by 、")),
    Field("agent_powers", N_("The agent's powers"), "choice", choices=POWERS),
    Field("agent_matters", N_("What the agent is asked to do")),
    Field("representing", N_("Chosen to speak for its side"), "bool", default=False),
)

DISPUTE_SECTIONS = (
    Section(N_("The dispute"), (
        Field("category", N_("Kind of dispute"), "choice", True, choices=KINDS),
        Field("source", N_("How it came"), "choice", choices=SOURCES, default="application"),
        Field("transferred_by", N_("Handed over by"), visible_when={"source": ("transfer",)}),
        Field("transfer_number", N_("Number of its letter"), visible_when={"source": ("transfer",)}),
        Field("applied_on", N_("Day of the request"), "date"),
        Field("happened_on", N_("When it happened"), "date"), Field("place", N_("Where it happened")),
        Field("area_id", N_("Grid"), "choice", choices=grids, help=N_("For the figures by grid.")),
        Field("summary", N_("What happened"), "lines", rows=5, phrases="mediation.summary", phrase_source=phrases),
        Field("difficulty", N_("How difficult"), "choice", choices=DIFFICULTIES, default="ordinary"),
        Field("scale", N_("Scale of the event"), "choice", choices=SCALES, default="01"))),
    Section(N_("Parties"), (Repeat("parties", N_("Party"), PARTY_FIELDS, N_("Add a party"), minimum=2),)),
    Section(N_("What is asked for"), (
        Repeat("requests", N_("Request"), (Field("text", N_("Request"), "lines", rows=2),), N_("Add a request")),
        Field("excluded_subject", N_("Is it about one of these?"), "choice", choices=EXCLUDED_SUBJECTS,
              help=N_("A court does not accept confirmation of agreements about them.")),
        Field("privacy", N_("It touches privacy or business secrets"), "bool", default=False),
        Field("open_mediation", N_("All parties want it in public"), "bool", default=False),
        Field("written_wanted", N_("A party asks for a written agreement"), "bool", default=False))),
)

DISPUTE_FORM = FormSpec(
    id="mediation.dispute_form", title=N_("Register a dispute"), domain="mediation", after=RECORD,
    sections=DISPUTE_SECTIONS, save=save_dispute, load=starting.dispute, make_draft=dispute_draft)

_TOLD = Field("conflict_told", N_("The parties were told of a mediator's ties and agree all the same"), "bool")
ACCEPT_FORM = FormSpec(
    id="mediation.accept_form", title=N_("Accept the case"), domain="mediation", save_title=N_("Accept (Ctrl+S)"),
    sections=(Section("", (
        Field("all_agree", N_("All parties agree to mediation"), "bool", default=True),
        Field("no_court", N_("No court or special organ has the matter"), "bool", default=True),
        Field("accepted_on", N_("Accepted on"), "date", True),
        Field("mediators", N_("Mediators"), "text", True, help=N_("Several names are separated by 、")),
        _TOLD,
        Field("chosen_by", N_("Mediators were"), "choice",
              choices=(("assigned", N_("Assigned by the committee")), ("chosen", N_("Chosen by the parties")))),
        Field("recorder", N_("Recorder")),
        Field("rights_told_on", N_("Rights and duties told on"), "date"),
        Field("rights_told_how", N_("How they were told"), "choice", choices=TOLD_HOW, default="oral"))),),
    save=accept_dispute, load=starting.acceptance,
    make_draft=lambda values: picked(AcceptanceDraft, values, mediators=people_named(values.get("mediators"))))

QUICK_FORM = FormSpec(
    id="mediation.quick_form", title=N_("Settle a small quarrel at the counter"), domain="mediation",
    after="mediation.oral_preview", save_title=N_("Settle and preview (Ctrl+S)"),
    sections=(Section("", (
        Field("applicant", N_("First party"), required=True, width=200), Field("applicant_contact", N_("Phone"), "phone"),
        Field("respondent", N_("Second party"), required=True, width=200), Field("respondent_contact", N_("Phone"), "phone"),
        Field("category", N_("Kind of dispute"), "choice", True, choices=KINDS, default="neighbour"),
        Field("summary", N_("What it was about"), "lines", True, rows=3, phrases="mediation.summary", phrase_source=phrases),
        Field("settled", N_("What was agreed"), "lines", True, rows=3, phrases="mediation.clause", phrase_source=phrases,
              help=N_("One line a clause.")),
        Field("at_once", N_("Performed on the spot"), "bool", default=True),
        Field("place_kind", N_("Kind of place"), "choice", choices=PLACE_KINDS, default="room"),
        Field("place", N_("Place"), help=N_("Blank: at the counter.")),
        Field("mediators", N_("Mediators"), "text", True, help=N_("Several names are separated by 、")), _TOLD),
        help=N_("Registered, accepted and noted in one go; the register of oral agreements is shown next.")),),
    save=settle_quickly, load=starting.quick, make_draft=lambda values: picked(
        QuickDraft, values, category=values["category"], mediators=people_named(values.get("mediators"))))


def take_over_draft(values: dict[str, Any]) -> TakeOverDraft:
    """From the form's values."""
    return picked(TakeOverDraft, values, dispute=dispute_draft(values), mediators=people_named(values.get("mediators")),
                  number=values.get("number") or "", agreement_clauses=texts(values.get("agreement_clauses")))


_PERFORMING = {"stage": ("performing",)}
TAKE_OVER_FORM = FormSpec(
    id="mediation.take_over_form", title=N_("Enter a running paper case"), domain="mediation", after=RECORD,
    sections=(
        Section(N_("On paper so far"), (
            Field("number", N_("Number on paper"), required=True),
            Field("accepted_on", N_("Accepted on"), "date", True),
            Field("mediators", N_("Mediators"), "text", True, help=N_("Several names are separated by 、")), _TOLD,
            Field("recorder", N_("Recorder")),
            Field("rights_told_on", N_("Rights and duties told on"), "date"),
            Field("stage", N_("How far it has come"), "choice", True, choices=(
                ("accepted", N_("Accepted")), ("mediating", N_("In mediation")), ("performing", N_("Being performed")))),
            Field("agreement_number", N_("Number of the agreement"), visible_when=_PERFORMING),
            Field("agreement_on", N_("Signed and sealed on"), "date", visible_when=_PERFORMING),
            Field("amount_fen", N_("Total amount"), "money", visible_when=_PERFORMING),
            Field("performance", N_("How and where"), "lines", rows=2, visible_when=_PERFORMING),
            Field("note", N_("What the paper file holds"), "lines", rows=2))),
        Section(N_("Clauses of the agreement"), (
            Repeat("agreement_clauses", N_("Clause"), (Field("text", N_("Clause"), "lines", rows=2),), N_("Add a clause")),),
            help=N_("Only when it is being performed already.")),
        *DISPUTE_SECTIONS),
    save=take_over_case, load=starting.taken_over, make_draft=take_over_draft)

VIEWERS_FORM = FormSpec(
    id="mediation.viewers_form", title=N_("Who may see the case"), domain="mediation",
    sections=(Section("", (Field("viewers", N_("Colleagues"), "ticks", choices=colleagues),),
                      help=N_("Its handler and whoever may see every case see it in any way; every look is noted.")),),
    save=set_viewers, load=starting.viewers,
    make_draft=lambda values: ViewersDraft(values["dispute_id"], tuple(values.get("viewers") or ())))

NOTE_FORM = FormSpec(
    id="mediation.note_form", title=N_("Write a note"), domain="mediation",
    sections=(Section("", (
        Field("kind", N_("Kind of note"), "choice", True, choices=(
            ("private", N_("Private: never printed")), ("caucus", N_("Talk with one party alone: never printed")),
            ("plain", N_("Open to the file")))),
        Field("party", N_("With whom"), visible_when={"kind": ("caucus",)}), Field("on", N_("Day"), "date"),
        Field("text", N_("Note"), "lines", True, rows=5))),),
    save=write_note, load=starting.note, make_draft=lambda values: picked(NoteDraft, values, text=values.get("text") or ""))
