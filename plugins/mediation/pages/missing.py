"""What is missing on a case now, each with the place where it is put right and the law that wants it."""

from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api import translator
from desk.api.cases import list_clocks
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.pages import Missing
from plugins.mediation.grounds import REPORTED_LEVELS
from plugins.mediation.kinds import limit_of, limit_source
from plugins.mediation.law import source
from plugins.mediation.models import Escalation
from plugins.mediation.pages.dossier_missing import dossier_missing
from plugins.mediation.queries import AgreementRow, CaseFile, get_file
from plugins.mediation.service.signing_clock import SIGN

_ = translator("mediation")
_RUNNING = ("accepted", "mediating", "agreed")


def list_missing(uow: UnitOfWork, dispute_id: int) -> list[Missing]:
    """As the step bar asks for it."""
    return missing(uow, get_file(uow, dispute_id))


def missing(uow: UnitOfWork, file: CaseFile) -> list[Missing]:
    """In the order of the way of a case."""
    today = uow.clock.today()
    return [*_intake(file), *_telling(file), *_over_time(uow, file), *_agreement(file), *_unsigned_late(uow, file),
            *_performance(file, today), *_danger(uow, file), *dossier_missing(uow, file)]


def _intake(file: CaseFile) -> list[Missing]:
    dispute, found = file.dispute, []
    edit: dict[str, Any] = {"entry": "mediation.dispute_form", "args": {"record_id": dispute.id}}
    if not dispute.summary:
        found.append(Missing(_("What happened is not written down."), field="summary", **edit))
    if not dispute.requests and dispute.source == "application":
        found.append(Missing(_("What the applicant asks for is not written down."), **edit))
    return found


def _telling(file: CaseFile) -> list[Missing]:
    dispute, state, here = file.dispute, file.case.state, {"record_id": file.dispute.id}
    found = []
    if state in _RUNNING and dispute.rights_told_on is None:
        found.append(Missing(_("Rights and duties were not told yet."), "mediation.rights_form", here, source=source("R7")))
    if state == "terminated" and dispute.remedies_told_on is None:
        found.append(Missing(_("The parties were not told about other ways."), "mediation.remedies_form", here,
                             source=source("R9")))
    return found


def _over_time(uow: UnitOfWork, file: CaseFile) -> list[Missing]:
    """The limit passed without an agreement: more time with everybody's consent, or the end (rules 1.8)."""
    if file.case.state not in ("accepted", "mediating"):
        return []
    late = [clock for clock in list_clocks(uow, file.case.id) if clock.code == limit_of(file.dispute.category)
            and clock.stopped_on is None and clock.last_day < uow.clock.today()]
    return [Missing(_("The limit ended on {day}: agree on more time with all parties, or terminate.").format(
        day=long_date(clock.last_day)), "mediation.extension_form", {"record_id": file.dispute.id},
                    source=limit_source(file.dispute.category)) for clock in late]


def _agreement(file: CaseFile) -> list[Missing]:
    agreement, here = file.agreement, {"record_id": file.dispute.id}
    if file.case.state == "agreed" and (agreement is None or agreement.state == "replaced"):
        return [Missing(_("The agreement is not written yet."), "mediation.agreement_form", here)]
    if agreement is None or agreement.state != "draft":
        return []
    found = []
    if not agreement.performance and not agreement.instalments and not agreement.at_once:
        found.append(Missing(_("How and by when it is performed is not written."), "mediation.agreement_form", here,
                             field="performance", source=source("R12")))
    return found + (_unsigned(agreement) if agreement.form == "written" else [])


def _unsigned(agreement: AgreementRow) -> list[Missing]:
    where: dict[str, Any] = {"entry": "mediation.signing_form", "args": {"record_id": agreement.id}}
    found = []
    if agreement.lacking:
        found.append(Missing(_("Not signed yet: {names}.").format(names="、".join(agreement.lacking)), **where))
    if agreement.mediator_signed_on is None:
        found.append(Missing(_("The mediator has not signed yet."), **where))
    if agreement.sealed_on is None:
        found.append(Missing(_("The committee's seal is not on it yet."), **where, source=source("R13")))
    return found


def _unsigned_late(uow: UnitOfWork, file: CaseFile) -> list[Missing]:
    """The hall's own reminder ran out while the draft waits for signatures."""
    draft = file.agreement
    if draft is None or draft.state != "draft":
        return []
    form, record = ("agreement_form", file.dispute.id) if draft.form == "oral" else ("signing_form", draft.id)
    sentence = _("It was to be signed by {day}: have it signed, or go on mediating.")
    return [Missing(sentence.format(day=long_date(clock.last_day)), f"mediation.{form}", {"record_id": record})
            for clock in list_clocks(uow, file.case.id)
            if clock.code == SIGN and clock.stopped_on is None and clock.last_day < uow.clock.today()]


def _performance(file: CaseFile, today: date) -> list[Missing]:
    """Late instalments: to be urged, and advice given (R16, R17)."""
    if file.case.state not in ("performing", "unperformed"):
        return []
    found = []
    for agreement in file.in_force:
        for number, one in enumerate(agreement.instalments, 1):
            if one.paid_on is None and one.due and one.due < today:
                found.append(Missing(_("Instalment {n} was due on {day}: urge it, and advise the parties.").format(
                    n=number, day=long_date(one.due)), "mediation.breach_form", {"record_id": file.dispute.id},
                                     source=source("R16")))
    if file.case.state == "unperformed" and file.dispute.breach_told_on is None:
        found.append(Missing(_("The parties were not told that they may sue."), "mediation.breach_form",
                             {"record_id": file.dispute.id}, source=source("R17")))
    return found


def _danger(uow: UnitOfWork, file: CaseFile) -> list[Missing]:
    rows = uow.session.scalars(select(Escalation).where(Escalation.dispute_id == file.dispute.id, Escalation.result == ""))
    return [Missing(_("What came of the reported danger is not noted."), "mediation.escalation_edit", {"record_id": row.id},
                    source=source("R8")) for row in rows if row.level in REPORTED_LEVELS]
