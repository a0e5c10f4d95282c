"""The register of organisations and who holds which post, as plugins may use it."""

from desk.core.organisations.appointments import appoint, end_appointment
from desk.core.organisations.drafts import AppointmentDraft, OrganisationDraft
from desk.core.organisations.for_papers import organisation_for_papers
from desk.core.organisations.queries import (
    AppointmentRow,
    OrganisationRow,
    find_organisations,
    get_organisation,
    list_appointments,
    list_organisations,
)
from desk.core.organisations.service import register_organisation

__all__ = ["AppointmentDraft", "AppointmentRow", "OrganisationDraft", "OrganisationRow", "appoint", "end_appointment",
           "find_organisations", "get_organisation", "list_appointments", "list_organisations", "organisation_for_papers",
           "register_organisation"]
