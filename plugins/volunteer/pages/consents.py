"""Taking a consent back; a list of volunteers that comes in."""

from desk.api import N_
from desk.api.exchange import RowVerdict
from desk.api.pages import Field, FormSpec, ImportSpec, Section
from desk.api.people import mask_number, mask_phone
from plugins.volunteer.drafts_teams import ConsentDraft
from plugins.volunteer.lists.volunteers import (
    LIST_NAME,
    VOLUNTEER_LIST,
    import_volunteers,
    preview_volunteers,
    undo_volunteers,
)
from plugins.volunteer.pages import starting
from plugins.volunteer.pages.forms import picked
from plugins.volunteer.service.consenting import withdraw_consent


def cells(verdict: RowVerdict) -> tuple[str, ...]:
    """Number and telephone masked, skills."""
    row = getattr(verdict.draft, "row", None)
    if row is None:
        return "", "", ""
    return mask_number(row.id_number) if row.id_number else "", mask_phone(row.phone) if row.phone else "", row.skills_note


CONSENT_FORM = FormSpec(
    id="volunteer.consent_form", title=N_("Take a consent back"), domain="volunteer", after="volunteer.volunteer",
    sections=(Section("", (
        Field("what", N_("Which"), "choice", choices=(
            ("names", N_("To stand in published lists")), ("data", N_("To the keeping of data: ends the registration"))),
            default="names"),
        Field("reason", N_("Note"))),
        help=N_("When data may not be kept any more, skills, times and contacts are erased; hours, certificates and stars "
                "stay, for the law has them kept.")),),
    save=withdraw_consent, load=starting.just_id, make_draft=lambda values: picked(ConsentDraft, values))
IMPORT = ImportSpec(
    id="volunteer.import", title=N_("Bring in a list of volunteers"), importer=VOLUNTEER_LIST, list_name=LIST_NAME,
    preview=preview_volunteers, take=import_volunteers, undo=undo_volunteers,
    help=N_("One row a volunteer: name, identity number or telephone, and what is there of skills, wishes, free times, "
            "emergency contact, guardian, day of registration, consents. Who is in the register already is found there; "
            "nothing is written before you have seen what each row will do."),
    heads=((N_("Identity number"), 180), (N_("Phone"), 120), (N_("Other skills"), 140)), cells=cells,
    opens="volunteer.volunteer", register="volunteer.volunteers", domain="volunteer")
