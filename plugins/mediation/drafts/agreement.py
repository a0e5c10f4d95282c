"""What agreements, signatures, performance and confirmation hand to the verbs."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class InstalmentDraft:
    """A payment or act that is due. fen: amount in fen, None for an act; paid_on: when it was performed."""

    due: date | None
    what: str = ""
    fen: int | None = None
    paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class AgreementDraft:
    """An agreement as drafted; version: of the draft that was opened, 0 for a new one. at_once: performed on the spot.

    template_id: whose heads it takes; 0 the official ones, None leaves them as they are.
    """

    dispute_id: int
    facts: str = ""
    clauses: tuple[str, ...] = ()
    performance: str = ""
    amount_fen: int | None = None
    instalments: tuple[InstalmentDraft, ...] = ()
    form: str = "written"
    at_once: bool = False
    made_on: date | None = None
    mediators: tuple[str, ...] = ()
    recorder: str = ""
    version: int = 0
    template_id: int | None = None


@dataclass(frozen=True, slots=True)
class SigningDraft:
    """Signature dates: (party id, day), the mediator's and the committee's seal; None for what is still lacking.

    by_agent: ids of parties whose agent signed (R21); unit_seals: (party id, day) of units' own seals (R23).
    """

    agreement_id: int
    signed: tuple[tuple[int, date], ...]
    mediator_on: date | None = None
    sealed_on: date | None = None
    by_agent: tuple[int, ...] = ()
    unit_seals: tuple[tuple[int, date], ...] = ()


@dataclass(frozen=True, slots=True)
class RevisionDraft:
    """Why an agreement gets another version: after the court's answer, or because the parties agree anew."""

    agreement_id: int
    reason: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class PerformedDraft:
    """An instalment was performed. instalment: its place from 0."""

    agreement_id: int
    instalment: int
    on: date
    fen: int | None = None
    payer: str = ""
    payee: str = ""
    way: str = "transfer"


@dataclass(frozen=True, slots=True)
class BreachDraft:
    """Somebody does not perform; the parties were told that they may sue (R17)."""

    dispute_id: int
    on: date
    what: str
    ends: bool = False


@dataclass(frozen=True, slots=True)
class ConfirmationDraft:
    """A joint application to the court. joint: ids of the parties that apply, all of them (R18).

    forum: why this court, see forums.FORUMS; "": the likeliest one.
    """

    agreement_id: int
    court: str
    applied_on: date
    joint: tuple[int, ...]
    agents: str = ""
    forum: str = ""


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """What the court answered. result: see grounds.COURT_RESULTS."""

    confirmation_id: int
    result: str
    decided_on: date
    number: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TakeBackDraft:
    """Something entered by mistake is taken back, with the reason. record_id: of the scan or of the performance."""

    record_id: int
    reason: str
