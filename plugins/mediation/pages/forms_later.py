"""Forms of what comes after: a quarrel that comes back, the phrase library."""

from typing import Any

from desk.api import N_
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.mediation.drafts.later import AgainDraft, PhraseDraft
from plugins.mediation.pages.drafting import texts
from plugins.mediation.phrase_uses import USES
from plugins.mediation.queries import get_file
from plugins.mediation.service.again import register_again
from plugins.mediation.service.phrases import list_phrases, set_phrases

Values = dict[str, Any]


def again(uow: UnitOfWork, record_id: int | None) -> Values:
    """Today, of the earlier case that record_id names."""
    file = get_file(uow, record_id or 0)
    return {"earlier_id": file.dispute.id, "applied_on": uow.clock.today(), "requests": [{"text": ""}],
            "earlier": " ".join(filter(None, (file.case.number, file.case.title)))}


AGAIN_FORM = FormSpec(
    id="mediation.again_form", title=N_("It came back"), domain="mediation", save=register_again, load=again,
    after="mediation.dispute", makes=True,
    sections=(Section("", (
        Field("earlier", N_("Earlier case"), "note"), Field("summary", N_("What happened this time"), "lines", True, rows=4),
        Repeat("requests", N_("Asked for"), (Field("text", N_("Asked for"), "lines", rows=2),), N_("Add a request")),
        Field("applied_on", N_("Requested on"), "date", True)),
        help=N_("The parties are taken over; the new case and the earlier one name each other.")),),
    make_draft=lambda values: AgainDraft(values["earlier_id"], values.get("summary") or "", values.get("applied_on"),
                                         texts(values.get("requests"))))


def phrases_now(uow: UnitOfWork, _record_id: int | None) -> Values:
    """The library as it stands."""
    return {"phrases": [{"id": one.id, "use": one.use, "text": one.text} for one in list_phrases(uow)]}


def phrase_drafts(values: Values) -> tuple[PhraseDraft, ...]:
    """From the form's values."""
    return tuple(PhraseDraft(row.get("use") or "", row.get("text") or "", row.get("id") or 0)
                 for row in values.get("phrases") or ())


PHRASES_FORM = FormSpec(
    id="mediation.phrases_form", title=N_("Phrases"), domain="mediation", save=set_phrases, load=phrases_now,
    sections=(Section("", (Repeat("phrases", N_("Phrase"), (
        Field("use", N_("Offered beside"), "choice", True, choices=USES),
        Field("text", N_("Words"), "lines", True, rows=2)), N_("Add a phrase")),),
        help=N_("Everybody of the room is offered these beside the field; what somebody keeps for herself is not here.")),),
    make_draft=phrase_drafts)
