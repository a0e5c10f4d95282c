"""What the papers of the file print: binding, investigations, evidence, visits, letters, receipts."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import final

from plugins.mediation.documents.data import CasePaper, Instalment


@dataclass(frozen=True, slots=True)
class BindingPaper:
    """Cover, file note and back cover. first_on, last_on: of mediation. years: what the grade means here, e.g. "30年"."""

    committee: str
    number: str
    year: str
    title: str
    mediators: tuple[str, ...]
    first_on: date | None
    last_on: date | None
    filed_by: str
    filed_on: date | None
    checked_by: str
    grade: str
    years: str
    remark: str
    note: str
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A row of the contents: pages as "1-3", "" when the paper is not in the file."""

    title: str
    pages: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ContentsPaper:
    """卷内目录."""

    number: str
    committee: str
    rows: tuple[ContentsRow, ...]


@final
@dataclass(frozen=True, slots=True)
class AskedLine:
    """Somebody who was asked."""

    name: str
    sex: str
    age: str
    ethnic: str
    occupation: str
    address: str
    contact: str
    relation: str


@dataclass(frozen=True, slots=True)
class InvestigationPaper:
    """人民调解调查记录."""

    case: CasePaper
    number: int
    started_at: datetime
    ended_at: datetime | None
    place: str
    attendants: tuple[str, ...]
    asked: tuple[AskedLine, ...]
    lines: tuple[tuple[str, str], ...]
    investigators: tuple[str, ...]
    recorder: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A line of the evidence list."""

    name: str
    kind: str
    given_by: str
    pages: int | None
    original: bool
    proves: str
    received_on: date | None


@dataclass(frozen=True, slots=True)
class EvidencePaper:
    """证据清单."""

    case: CasePaper
    rows: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class VisitPaper:
    """人民调解回访记录; agreement: its number."""

    case: CasePaper
    agreement: str
    visited_on: date
    party: str
    way: str
    state: str
    performed: str
    satisfied: str
    findings: str
    measures: str
    visitor: str
    unpaid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConfirmationPaper:
    """司法确认申请书."""

    case: CasePaper
    court: str
    applied_on: date | None
    agreement: str
    made_on: date | None
    effective_on: date | None
    agents: str
    facts: str
    forum: str = ""


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """调解通知书, one sheet a party."""

    case: CasePaper
    start: datetime
    end: datetime
    place: str
    bring: str
    contact: str
    mediators: tuple[str, ...]
    on: date
    legal_worker: str = ""


@final
@dataclass(frozen=True, slots=True)
class ReminderPaper:
    """人民调解协议履行提醒书. open: what is not performed yet."""

    case: CasePaper
    number: str
    made_on: date | None
    open: tuple[Instalment, ...]
    today: date


@dataclass(frozen=True, slots=True)
class LetterPaper:
    """委托(移送)调解函 and its answer."""

    case: CasePaper
    office: str
    on: date
    text: str


@dataclass(frozen=True, slots=True)
class ExtensionPaper:
    """延期调解同意书."""

    case: CasePaper
    before: date
    until: date
    reason: str
    on: date


@final
@dataclass(frozen=True, slots=True)
class EscalationPaper:
    """纠纷激化报告单."""

    case: CasePaper
    noticed_on: date
    level: str
    harm: str
    people: int | None
    what: str
    measures: str
    reported_to: str
    reported_on: date | None
    result: str


@dataclass(frozen=True, slots=True)
class ReceiptPaper:
    """收条(履行凭证). fen: None for an act."""

    case: CasePaper
    agreement: str
    on: date
    what: str
    fen: int | None
    payer: str
    payee: str
    way: str


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """A line of 送达回证."""

    paper: str
    recipient: str
    way: str
    on: date | None
    address: str
    taken_by: str
    note: str


@dataclass(frozen=True, slots=True)
class DeliveriesPaper:
    """送达回证 of a case."""

    case: CasePaper
    rows: tuple[DeliveryRow, ...]
