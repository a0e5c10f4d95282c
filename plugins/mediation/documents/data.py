"""What the papers print, as frozen data: texts ready for print, dates as dates, amounts in fen."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import final


@final
@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party on paper. age: full years on the day of acceptance, "" when unknown; birth: 1960年5月1日, as far as known."""

    side: str
    name: str
    unit: bool = False
    sex: str = ""
    ethnic: str = ""
    age: str = ""
    occupation: str = ""
    contact: str = ""
    address: str = ""
    credit_code: str = ""
    representative: str = ""
    post: str = ""
    guardian: str = ""
    guardian_relation: str = ""
    agent: str = ""
    agent_powers: str = ""
    agent_matters: str = ""
    birth: str = ""


@final
@dataclass(frozen=True, slots=True)
class CasePaper:
    """The case as the application and the acceptance form print it. source: "application", "initiative", "transfer"."""

    committee: str
    number: str
    category: str
    source: str
    transferred_by: str
    summary: str
    requests: tuple[str, ...]
    parties: tuple[PartyLine, ...]
    applied_on: date | None
    accepted_on: date | None
    recorder: str = ""
    title: str = ""
    mediators: tuple[str, ...] = ()
    court: str = ""


@dataclass(frozen=True, slots=True)
class SessionPaper:
    """A sitting as the 人民调解记录 prints it. case: with the parties that were there, who sign; all when nobody was noted."""

    case: CasePaper
    number: int
    started_at: datetime
    ended_at: datetime | None
    place: str
    matter: str
    present: tuple[str, ...]
    invited: tuple[str, ...]
    record: str
    outcome: str
    outcome_note: str
    mediators: tuple[str, ...]
    recorder: str


@dataclass(frozen=True, slots=True)
class Instalment:
    """A line of the performance table."""

    due: date | None
    what: str
    fen: int | None


@dataclass(frozen=True, slots=True)
class AgreementPaper:
    """An agreement as it is signed. copies: parties and one for the committee. outcome: 已履行 or not, for the oral register.

    ask_signatures: the oral register has lines for the parties. heads: the hall's own, see wording.HEADS.
    """

    case: CasePaper
    number: str
    facts: str
    clauses: tuple[str, ...]
    performance: str
    amount_fen: int | None
    instalments: tuple[Instalment, ...]
    copies: int
    made_on: date | None
    mediators: tuple[str, ...]
    recorder: str
    supplement: bool = False
    at_once: bool = False
    ask_signatures: bool = True
    place: str = ""
    heads: dict[str, str] = field(default_factory=dict)


@final
@dataclass(frozen=True, slots=True)
class EndingPaper:
    """How a case ended, or did not begin. ground, channel: in words. result: 调解结果. clauses: of the agreement in force."""

    case: CasePaper
    number: str
    ended_on: date | None
    ground: str
    reason: str
    channel: str
    source: str
    undisputed: str
    difficulty: str
    closed_on: date | None
    result: str
    sessions: tuple[date, ...]
    today: date
    clauses: tuple[str, ...] = ()
