"""Forms of the agreement: drafted, signed, changed, performed, confirmed by the court."""

from typing import Any

from desk.api import N_
from desk.api.documents import both
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.mediation.drafts import (
    AgreementDraft,
    BreachDraft,
    ConfirmationDraft,
    DecisionDraft,
    InstalmentDraft,
    PerformedDraft,
    RevisionDraft,
    SigningDraft,
)
from plugins.mediation.forums import forum_choices
from plugins.mediation.grounds import COURT_RESULTS, PAY_WAYS
from plugins.mediation.pages import starting, starting_file
from plugins.mediation.pages.drafting import picked, texts, ticked
from plugins.mediation.pages.forms_wording import template_choices
from plugins.mediation.pages.pickers import phrases
from plugins.mediation.service.agreements import draft_agreement
from plugins.mediation.service.confirming import apply_confirmation, enter_decision
from plugins.mediation.service.performance import ADVICE, mark_instalment, note_breach
from plugins.mediation.service.signing import sign_agreement
from plugins.mediation.service.versions import revise_agreement, supplement_agreement
from plugins.mediation.words import people_named


def agreement_draft(values: dict[str, Any]) -> AgreementDraft:
    """From the form's values."""
    instalments = tuple(picked(InstalmentDraft, row, due=row.get("due")) for row in values.get("instalments") or ()
                        if row.get("due") or row.get("fen") or row.get("what"))
    return picked(AgreementDraft, values, clauses=texts(values.get("clauses")), instalments=instalments,
                  mediators=people_named(values.get("mediators")))


def amount_words(values: dict[str, Any]) -> str:
    """The amount in figures and capitals, as it will be printed."""
    fen = values.get("amount_fen")
    return both(fen) if isinstance(fen, int) else ""


AGREEMENT_FORM = FormSpec(
    id="mediation.agreement_form", title=N_("Write the agreement"), domain="mediation",
    sections=(
        Section(N_("Facts"), (
            Field("form", N_("Form"), "choice", True, choices=(("written", N_("Written")), ("oral", N_("Oral"))),
                  default="written"),
            Field("template_id", N_("Template"), "choice", choices=template_choices, visible_when={"has_templates": (True,)},
                  help=N_("Its standing clauses stand in a new draft already; its heads are printed.")),
            Field("facts", N_("Main facts and what is in dispute"), "lines", True, rows=6, phrases="mediation.facts",
                  phrase_source=phrases))),
        Section(N_("The parties agree"), (
            Repeat("clauses", N_("Clause"), (Field("text", N_("Clause"), "lines", rows=2, phrases="mediation.clause",
                                                   phrase_source=phrases),), N_("Add a clause"), minimum=1),)),
        Section(N_("Performance"), (
            Field("at_once", N_("Performed on the spot"), "bool", default=False),
            Field("performance", N_("How and where"), "lines", rows=2, phrases="mediation.performance", phrase_source=phrases),
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


def signing_draft(values: dict[str, Any]) -> SigningDraft:
    """From the form's values."""
    rows = values.get("signed") or ()
    return picked(SigningDraft, values, signed=tuple((row["party_id"], row["on"]) for row in rows if row.get("on")),
                  by_agent=ticked(rows, "by_agent"),
                  unit_seals=tuple((row["party_id"], row["unit_seal_on"]) for row in rows if row.get("unit_seal_on")))


SIGNING_FORM = FormSpec(
    id="mediation.signing_form", title=N_("Enter signatures and seal"), domain="mediation",
    sections=(Section("", (
        Repeat("signed", N_("Party"), (
            Field("name", N_("Name"), read_only=True), Field("on", N_("Signed on"), "date"),
            Field("by_agent", N_("The agent signed"), "bool", default=False, visible_when={"has_agent": (True,)}),
            Field("unit_seal_on", N_("Unit's seal on"), "date", visible_when={"kind": ("organisation",)})), ""),
        Field("mediator_on", N_("Mediator signed on"), "date"), Field("sealed_on", N_("Committee's seal on"), "date")),
        help=N_("The agreement takes effect on the last of these days; with the last one entered it is locked.")),),
    save=sign_agreement, load=starting.signing, make_draft=signing_draft)

REVISE_FORM = FormSpec(
    id="mediation.revise_form", title=N_("Mediate the agreement anew"), domain="mediation",
    sections=(Section("", (Field("on", N_("Day"), "date", True), Field("reason", N_("Reason"), "lines", True, rows=3)),
                      help=N_("A second version begins as a copy; the first is marked as changed when it takes effect.")),),
    save=revise_agreement, load=starting_file.version, make_draft=lambda values: picked(RevisionDraft, values))
SUPPLEMENT_FORM = FormSpec(
    id="mediation.supplement_form", title=N_("Supplementary agreement"), domain="mediation",
    sections=(Section("", (Field("reason", N_("What is to be put right"), "lines", True, rows=3),),
                      help=N_("The sealed agreement stays as it was signed; the supplement is signed like it.")),),
    save=supplement_agreement, load=starting_file.version, make_draft=lambda values: picked(RevisionDraft, values))

PAID_FORM = FormSpec(
    id="mediation.paid_form", title=N_("An instalment was performed"), domain="mediation",
    sections=(Section("", (
        Field("instalment", N_("Number of the instalment"), "number", True), Field("listed", N_("Open instalments"), "note"),
        Field("on", N_("Performed on"), "date", True),
        Field("fen", N_("Amount"), "money", help=N_("Blank: as it was due.")), Field("payer", N_("Who performed")),
        Field("payee", N_("Who received")), Field("way", N_("How"), "choice", choices=PAY_WAYS, default="transfer"))),),
    save=mark_instalment, load=starting_file.instalment,
    make_draft=lambda values: picked(PerformedDraft, values, instalment=int(values.get("instalment") or 0) - 1))

BREACH_FORM = FormSpec(
    id="mediation.breach_form", title=N_("It is not performed"), domain="mediation",
    sections=(Section("", (
        Field("advice", N_("What to tell the parties"), "note"), Field("on", N_("Told on"), "date", True),
        Field("what", N_("What was not performed, what was done"), "lines", True, rows=4),
        Field("ends", N_("It will not be performed; end supervision"), "bool", default=False))),),
    save=note_breach, load=lambda uow, record_id: starting.ending(uow, record_id) | {"advice": ADVICE},
    make_draft=lambda values: picked(BreachDraft, values))

CONFIRMATION_FORM = FormSpec(
    id="mediation.confirmation_form", title=N_("Apply for confirmation by the court"), domain="mediation",
    sections=(Section("", (
        Field("court", N_("Court"), required=True),
        Field("forum", N_("Why this court"), "choice", True, choices=forum_choices()),
        Field("applied_on", N_("Applied on"), "date", True),
        Field("agents", N_("Agents in the proceedings")),
        Repeat("joint", N_("Party"), (Field("name", N_("Name"), read_only=True),
                                      Field("applies", N_("Applies"), "bool", default=True)), "")),
        help=N_("All parties apply together within 30 days of the day of effect.")),),
    save=apply_confirmation, load=starting_file.confirmation,
    make_draft=lambda values: picked(ConfirmationDraft, values, joint=ticked(values.get("joint"), "applies")))
DECISION_FORM = FormSpec(
    id="mediation.decision_form", title=N_("The court's answer"), domain="mediation",
    sections=(Section("", (
        Field("result", N_("Result"), "choice", True, choices=COURT_RESULTS[1:]), Field("decided_on", N_("Decided on"), "date",
                                                                                        True),
        Field("number", N_("Number of the ruling")), Field("reason", N_("The court's reason"), "lines", rows=3))),),
    save=enter_decision, load=starting_file.decision, make_draft=lambda values: picked(DecisionDraft, values))
