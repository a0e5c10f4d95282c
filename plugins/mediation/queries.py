"""Reads of the mediation room: list rows, the record card, starting values of forms. What one may not see is not there."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api.cases import Case, CaseRow, get_case, visible_cases
from desk.api.db import UnitOfWork
from desk.api.people import age_at
from plugins.mediation.models import Agreement, Dispute, Party, Session, Signature
from plugins.mediation.service.numbering import agreement_number, paper_of


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A sitting in the list of a case."""

    id: int
    number: int
    started_at: Any
    place: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Instalment:
    """A due act or payment; paid_on None while it is open."""

    due: date | None
    what: str
    fen: int | None
    paid_on: date | None


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """The agreement of a case. lacking: names of those who have not signed yet."""

    id: int
    version: int
    form: str
    state: str
    number: str
    amount_fen: int | None
    made_on: date | None
    effective_on: date | None
    confirm_until: date | None
    confirm_remind: date | None
    instalments: tuple[Instalment, ...]
    clauses: tuple[str, ...]
    lacking: tuple[str, ...]
    mediator_signed_on: date | None
    sealed_on: date | None
    supplement: bool = False
    at_once: bool = False
    performance: str = ""
    paper: str = "mediation.agreement"


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party; fields as in models.Party."""

    id: int
    side: str
    kind: str
    person_id: int | None
    organisation_id: int | None
    name: str
    sex: str
    ethnic: str
    birth: str
    occupation: str
    contact: str
    address: str
    limited: bool
    credit_code: str
    representative: str
    post: str
    guardian: str
    guardian_relation: str
    agent: str
    agent_powers: str
    agent_matters: str
    representing: bool


@dataclass(frozen=True, slots=True)
class DisputeCard:
    """A dispute; fields as in models.Dispute, lists as tuples."""

    id: int
    version: int
    category: str
    excluded_subject: str
    source: str
    transferred_by: str
    transfer_number: str
    difficulty: str
    scale: str
    summary: str
    requests: tuple[str, ...]
    happened_on: date | None
    applied_on: date | None
    accepted_on: date | None
    closed_on: date | None
    place: str
    open_mediation: bool
    privacy: bool
    written_wanted: bool
    mediators: tuple[str, ...]
    recorder: str
    rights_told_on: date | None
    rights_told_how: str
    refused_by: int | None
    remedies_told_on: date | None
    ended_on: date | None
    ended_ground: str
    ended_reason: str
    channel: str
    breach_note: str
    breach_told_on: date | None
    undisputed: str
    taken_over: bool
    grade: str
    filed_on: date | None
    filed_by: str
    checked_by: str
    file_note: str
    file_remark: str
    tracker: str = ""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything of a case, read in one go by the screens and papers of this plugin."""

    case: CaseRow
    dispute: DisputeCard
    parties: tuple[PartyRow, ...]
    sessions: tuple[SessionRow, ...]
    agreements: tuple[AgreementRow, ...]

    @property
    def agreement(self) -> AgreementRow | None:
        """The newest version, drafted or sealed."""
        return self.agreements[-1] if self.agreements else None

    @property
    def in_force(self) -> tuple[AgreementRow, ...]:
        """The sealed agreement and its supplements."""
        return tuple(one for one in self.agreements if one.state == "sealed")


def get_file(uow: UnitOfWork, dispute_id: int) -> CaseFile:
    """The whole case; NotFound unless the case may be seen."""
    dispute = uow.get(Dispute, dispute_id)
    case, parties = get_case(uow, dispute.case_id), list_parties(uow, dispute_id)
    return CaseFile(case, _frozen(DisputeCard, dispute), tuple(parties), tuple(list_sessions(uow, dispute_id)),
                    tuple(list_agreements(uow, dispute_id, parties)))


def find_dispute_of_case(uow: UnitOfWork, case_id: int) -> int | None:
    """The dispute that belongs to a core case."""
    return uow.session.scalars(select(Dispute.id).where(Dispute.case_id == case_id)).one_or_none()


def map_disputes(uow: UnitOfWork, case_ids: Sequence[int]) -> dict[int, int]:
    """Case id → dispute id, for a page of a list."""
    rows = uow.session.execute(select(Dispute.case_id, Dispute.id).where(Dispute.case_id.in_(case_ids)))
    return {case_id: dispute_id for case_id, dispute_id in rows}


def find_dispute_by_number(uow: UnitOfWork, number: str) -> int | None:
    """The dispute with this case number, as the command line names it."""
    return uow.session.scalars(select(Dispute.id).join(Case, Case.id == Dispute.case_id).where(
        Case.number == number)).one_or_none()


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A sealed agreement whose time for the joint request is running out. until: the unmoved, earlier day."""

    dispute_id: int
    title: str
    until: date


def list_confirmations(uow: UnitOfWork, until: date) -> list[Confirmation]:
    """Agreements whose confirmation deadline lies between today and `until`, of cases that may be seen."""
    today = uow.clock.today()
    rows = uow.session.execute(
        select(Dispute.id, Case.title, Agreement.confirm_remind).join(Agreement, Agreement.dispute_id == Dispute.id)
        .join(Case, Case.id == Dispute.case_id)
        .where(Agreement.confirm_remind.between(today, until), *visible_cases(uow)).order_by(Agreement.confirm_remind))
    return [Confirmation(dispute_id, title, day) for dispute_id, title, day in rows if day is not None]


def find_agreement_by_number(uow: UnitOfWork, number: str) -> int | None:
    """The newest agreement of the case with this number."""
    dispute_id = find_dispute_by_number(uow, number)
    if dispute_id is None:
        return None
    newest = select(Agreement.id).where(Agreement.dispute_id == dispute_id).order_by(Agreement.revision.desc()).limit(1)
    return uow.session.scalars(newest).one_or_none()


def find_session_by_number(uow: UnitOfWork, number: str) -> int | None:
    """The newest sitting of the case with this number."""
    dispute_id = find_dispute_by_number(uow, number)
    if dispute_id is None:
        return None
    newest = select(Session.id).where(Session.dispute_id == dispute_id).order_by(Session.number.desc()).limit(1)
    return uow.session.scalars(newest).one_or_none()


def list_parties(uow: UnitOfWork, dispute_id: int) -> list[PartyRow]:
    """Applicants first, then in the order they were entered."""
    found = uow.session.scalars(select(Party).where(Party.dispute_id == dispute_id).order_by(Party.place)).all()
    found = sorted(found, key=lambda party: (party.side != "applicant", party.place))
    return [_frozen(PartyRow, party) for party in found]


def list_sessions(uow: UnitOfWork, dispute_id: int) -> list[SessionRow]:
    """The sittings in order."""
    found = uow.session.scalars(select(Session).where(Session.dispute_id == dispute_id).order_by(Session.number))
    return [SessionRow(one.id, one.number, one.started_at, one.place, one.outcome) for one in found]


def list_agreements(uow: UnitOfWork, dispute_id: int, parties: Sequence[PartyRow]) -> list[AgreementRow]:
    """All versions, the oldest first, with who has not signed each."""
    found = uow.session.scalars(select(Agreement).where(Agreement.dispute_id == dispute_id).order_by(Agreement.revision))
    return [_agreement(uow, one, parties) for one in found]


def _agreement(uow: UnitOfWork, found: Agreement, parties: Sequence[PartyRow]) -> AgreementRow:
    signed = signatures(uow, found.id)
    lacking = [party.name for party in parties if party.id not in signed]
    lacking += [f"{party.name}(单位印章)" for party in parties
                if party.kind == "organisation" and party.id in signed and not signed[party.id].unit_seal_on]
    return AgreementRow(found.id, found.revision, found.form, found.state, agreement_number(uow, found), found.amount_fen,
                        found.made_on, found.effective_on, found.confirm_until, found.confirm_remind, instalments(found),
                        tuple(found.clauses), tuple(lacking) if found.form == "written" else (), found.mediator_signed_on,
                        found.sealed_on, found.supplement, found.at_once, found.performance, paper_of(uow, found))


def signatures(uow: UnitOfWork, agreement_id: int) -> dict[int, Signature]:
    """Party id → her signature."""
    return {row.party_id: row for row in uow.session.scalars(
        select(Signature).where(Signature.agreement_id == agreement_id))}


def age_text(birth: str, on: date | None) -> str:
    """Full years on a day as papers print them, "" when birth or day is unknown."""
    return str(age_at(birth, on)) if birth and on else ""


def instalments(agreement: Agreement) -> tuple[Instalment, ...]:
    """The agreement's instalments in order."""
    return tuple(_instalment(row) for row in agreement.instalments)


def _instalment(row: dict[str, Any]) -> Instalment:
    return Instalment(_day(row.get("due")), row.get("what", ""), row.get("fen"), _day(row.get("paid_on")))


def _frozen(kind: type, row: Any) -> Any:
    """The attributes `kind` names, taken from a table row; lists become tuples."""
    values = {one.name: getattr(row, one.name) for one in fields(kind)}
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
