"""From the file's tables to what its papers print; one loader a paper, by the id of the record it belongs to."""

from typing import Any

from sqlalchemy import select

from desk.api import hall_time
from desk.api.db import UnitOfWork
from desk.api.documents import figures, long_date
from plugins.mediation.documents.data import Instalment
from plugins.mediation.documents.data_file import (
    AskedLine,
    BindingPaper,
    ConfirmationPaper,
    ContentsPaper,
    ContentsRow,
    DeliveriesPaper,
    DeliveryRow,
    EscalationPaper,
    EvidencePaper,
    EvidenceRow,
    ExtensionPaper,
    InvestigationPaper,
    LetterPaper,
    PlanPaper,
    ReceiptPaper,
    ReminderPaper,
    VisitPaper,
)
from plugins.mediation.documents.loading import SEXES, case_paper
from plugins.mediation.forums import find_forum
from plugins.mediation.grounds import (
    DELIVERY_WAYS,
    EVIDENCE_KINDS,
    GRADES,
    HARMS,
    LEVELS,
    PAY_WAYS,
    PERFORMED,
    SATISFIED,
    VISIT_STATES,
    VISIT_WAYS,
    titled,
)
from plugins.mediation.models import (
    Agreement,
    Confirmation,
    Delivery,
    Escalation,
    Evidence,
    Extension,
    Investigation,
    Letter,
    Performance,
    Plan,
    ReturnVisit,
)
from plugins.mediation.queries import CaseFile, get_file, instalments
from plugins.mediation.service.numbering import agreement_number
from plugins.mediation.settings import setting


def load_binding(uow: UnitOfWork, dispute_id: int, pages: int | None = None) -> BindingPaper:
    """For cover, file note and back cover; pages: of the whole dossier, when it was counted."""
    file = get_file(uow, dispute_id)
    dispute, case = file.dispute, case_paper(uow, file)
    days = [hall_time(one.started_at).date() for one in file.sessions]
    last = max([one.effective_on for one in file.agreements if one.effective_on] or days, default=None)
    start = dispute.accepted_on or dispute.applied_on
    return BindingPaper(
        case.committee, case.number, str(start.year) if start else "", case.title, dispute.mediators, min(days, default=None),
        dispute.ended_on or last, dispute.filed_by, dispute.filed_on, dispute.checked_by, titled(GRADES, dispute.grade),
        _years(uow, dispute.grade), dispute.file_remark, dispute.file_note, pages)


load_cover = load_binding


def load_contents(uow: UnitOfWork, dispute_id: int) -> ContentsPaper:
    """The rows of the list as set, without pages: they are counted when the whole dossier is put together."""
    from plugins.mediation.service.dossier_check import dossier_rows

    case = case_paper(uow, get_file(uow, dispute_id))
    return ContentsPaper(case.number, case.committee, tuple(ContentsRow(row.title, "") for row in dossier_rows(uow)))


def _years(uow: UnitOfWork, grade: str) -> str:
    return {"short": f"{setting(uow, 'years_short')}年", "long": f"{setting(uow, 'years_long')}年"}.get(grade, "")


def load_investigation(uow: UnitOfWork, record_id: int) -> InvestigationPaper:
    """One investigation with everybody asked."""
    row, file = _of(uow, Investigation, record_id)
    asked = tuple(AskedLine(**{**one, "sex": SEXES.get(one.get("sex", ""), "")}) for one in row.asked)
    return InvestigationPaper(
        case_paper(uow, file), row.number, row.started_at, row.ended_at, row.place, tuple(row.attendants), asked,
        tuple((line["q"], line["a"]) for line in row.lines), tuple(row.investigators), row.recorder)


def load_evidence(uow: UnitOfWork, dispute_id: int) -> EvidencePaper:
    """The list of evidence."""
    file = get_file(uow, dispute_id)
    rows = uow.session.scalars(select(Evidence).where(Evidence.dispute_id == dispute_id).order_by(Evidence.place))
    return EvidencePaper(case_paper(uow, file), tuple(
        EvidenceRow(one.name, titled(EVIDENCE_KINDS, one.kind), one.given_by, one.pages, one.original, one.proves,
                    one.received_on) for one in rows))


def load_visit(uow: UnitOfWork, record_id: int) -> VisitPaper:
    """One return visit; instalments that are not performed are named, measures are asked for."""
    row, file = _of(uow, ReturnVisit, record_id)
    unpaid = tuple(f"{long_date(one.due) if one.due else ''}{one.what}{figures(one.fen) if one.fen is not None else ''}"
                   for agreement in file.in_force for one in agreement.instalments
                   if one.paid_on is None and one.due and one.due <= row.visited_on)
    number = file.in_force[0].number if file.in_force else ""
    return VisitPaper(case_paper(uow, file), number, row.visited_on, row.party, titled(VISIT_WAYS, row.way),
                      titled(VISIT_STATES, row.state), titled(PERFORMED, row.performed), titled(SATISFIED, row.satisfied),
                      row.findings, row.measures, row.visitor, unpaid)


def load_confirmation(uow: UnitOfWork, record_id: int) -> ConfirmationPaper:
    """One application to the court."""
    row, file = _of(uow, Confirmation, record_id)
    agreement = uow.get(Agreement, row.agreement_id)
    return ConfirmationPaper(case_paper(uow, file), row.court, row.applied_on, agreement_number(uow, agreement),
                             agreement.made_on, agreement.effective_on, row.agents, agreement.facts, _forum(row))


def _forum(row: Confirmation) -> str:
    forum = find_forum(row.forum, row.applied_on)
    return forum.title if forum else ""


def load_plan(uow: UnitOfWork, record_id: int) -> PlanPaper:
    """One planned sitting."""
    row, file = _of(uow, Plan, record_id)
    return PlanPaper(case_paper(uow, file), row.starts_at, row.ends_at, row.place, row.bring, row.contact,
                     tuple(row.mediators), uow.clock.today(), row.legal_worker)


def load_letter(uow: UnitOfWork, record_id: int) -> LetterPaper:
    """One letter."""
    row, file = _of(uow, Letter, record_id)
    return LetterPaper(case_paper(uow, file), row.office, row.on_date, row.text)


def load_extension(uow: UnitOfWork, record_id: int) -> ExtensionPaper:
    """One extension."""
    row, file = _of(uow, Extension, record_id)
    return ExtensionPaper(case_paper(uow, file), row.before, row.until, row.reason, row.on_date)


def load_escalation(uow: UnitOfWork, record_id: int) -> EscalationPaper:
    """One danger and its report."""
    row, file = _of(uow, Escalation, record_id)
    return EscalationPaper(case_paper(uow, file), row.noticed_on, titled(LEVELS, row.level), titled(HARMS, row.harm), row.people,
                           row.what, row.measures, row.reported_to, row.reported_on, row.result)


def load_receipt(uow: UnitOfWork, record_id: int) -> ReceiptPaper:
    """What was performed."""
    row, file = _of(uow, Performance, record_id)
    number = agreement_number(uow, uow.get(Agreement, row.agreement_id))
    return ReceiptPaper(case_paper(uow, file), number, row.on_date, row.what, row.fen, row.payer, row.payee,
                        titled(PAY_WAYS, row.way))


def load_deliveries(uow: UnitOfWork, dispute_id: int) -> DeliveriesPaper:
    """All deliveries of a case."""
    file = get_file(uow, dispute_id)
    rows = uow.session.scalars(select(Delivery).where(Delivery.dispute_id == dispute_id).order_by(Delivery.place))
    return DeliveriesPaper(case_paper(uow, file), tuple(
        DeliveryRow(one.paper, one.recipient, titled(DELIVERY_WAYS, one.way), one.on_date, one.address, one.taken_by, one.note)
        for one in rows))


def _of(uow: UnitOfWork, model: Any, record_id: int) -> tuple[Any, CaseFile]:
    """The record and its case, which must be one that may be seen."""
    row = uow.get(model, record_id)
    return row, get_file(uow, row.dispute_id)


def load_reminder(uow: UnitOfWork, agreement_id: int) -> ReminderPaper:
    """What of an agreement is still open; without instalments its clauses, due by no day."""
    found = uow.get(Agreement, agreement_id)
    file = get_file(uow, found.dispute_id)
    rows = [Instalment(one.due, one.what, one.fen) for one in instalments(found) if one.paid_on is None]
    rest = () if found.instalments else tuple(Instalment(None, text, None) for text in found.clauses)
    return ReminderPaper(case_paper(uow, file), agreement_number(uow, found), found.made_on, (*rows, *rest), uow.clock.today())
