"""Forms of the ways a case is left."""

from typing import Any

from desk.api import N_
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.mediation.drafts import EndingDraft, TakeBackDraft
from plugins.mediation.grounds import NOT_ACCEPTED, TERMINATED, choices
from plugins.mediation.pages import starting, starting_file
from plugins.mediation.pages.drafting import picked, ticked
from plugins.mediation.service.acceptance import refuse_dispute
from plugins.mediation.service.closing import close_dispute, reopen, terminate, withdraw
from plugins.mediation.service.performance import mark_performed, resume_performance, take_instalment_back
from plugins.mediation.service.scans import remove_scan


def _ending(form_id: str, title: str, save: Any, *fields: Field | Repeat, load: Any = starting.ending,
            make: Any = None) -> FormSpec:
    return FormSpec(id=f"mediation.{form_id}", title=title, domain="mediation", save=save, load=load,
                    sections=(Section("", (Field("on", N_("Day"), "date", True), *fields)),),
                    make_draft=make or (lambda values: picked(EndingDraft, values)))


def termination(values: dict[str, Any]) -> EndingDraft:
    """From the form's values: the party that is ticked refuses."""
    return picked(EndingDraft, values, refused_by=next(iter(ticked(values.get("attendance"), "refuses")), None))


_WHY = Field("reason", N_("Reason"), "lines", True, rows=3)
REFUSE_FORM = _ending("refuse_form", N_("Do not accept"), refuse_dispute,
                      Field("ground", N_("Ground"), "choice", True, choices=choices(NOT_ACCEPTED)),
                      Field("reason", N_("In words"), "lines", rows=3),
                      Field("channel", N_("Where the parties should turn"), help=N_("Blank: as usual for this ground.")))
WITHDRAW_FORM = _ending("withdraw_form", N_("Withdraw the case"), withdraw, _WHY)
TERMINATE_FORM = _ending("terminate_form", N_("Terminate mediation"), terminate,
                         Field("ground", N_("Ground"), "choice", True, choices=choices(TERMINATED)),
                         Repeat("attendance", N_("Party"), (
                             Field("name", N_("Name"), read_only=True),
                             Field("refuses", N_("Refuses mediation"), "bool", default=False)), ""),
                         Field("reason", N_("In words"), "lines", rows=3),
                         Field("channel", N_("Where the parties should turn"),
                               default="可以依法通过仲裁、行政、司法等途径维护自己的权利"),
                         Field("remedies_told_on", N_("Other ways told to the parties on"), "date"),
                         Field("undisputed", N_("Facts nobody disputes"), "lines", rows=3,
                               help=N_("Written down and signed where the hall prints that paper.")),
                         load=starting_file.termination, make=termination)
PERFORMED_FORM = _ending("performed_form", N_("The agreement is performed"), mark_performed)
RESUME_FORM = _ending("resume_form", N_("It is not all performed"), resume_performance, _WHY)
CLOSE_FORM = _ending("close_form", N_("Close the case"), close_dispute)
REOPEN_FORM = _ending("reopen_form", N_("Open the case again"), reopen, _WHY)


def _taking_back(form_id: str, title: str, save: Any, load: Any) -> FormSpec:
    return FormSpec(
        id=f"mediation.{form_id}", title=title, domain="mediation", save=save, load=load,
        sections=(Section("", (Field("what", N_("What is taken back"), "note"), _WHY),
                          help=N_("It goes; the reason stays on the case and in the audit trail.")),),
        make_draft=lambda values: TakeBackDraft(values["record_id"], values.get("reason") or ""))


SCAN_BACK_FORM = _taking_back("scan_back_form", N_("Take a scan back"), remove_scan, starting_file.scan)
UNPERFORM_FORM = _taking_back("unperform_form", N_("Take a performed instalment back"), take_instalment_back,
                              starting_file.performed)
