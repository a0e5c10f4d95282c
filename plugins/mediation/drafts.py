"""What the forms hand to the verbs: plain frozen data."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class PartyDraft:
    """A party as typed; see models.Party for the fields. `id` 0: a new one."""

    side: str
    kind: str = "person"
    id: int = 0
    person_id: int | None = None
    organisation_id: int | None = None
    name: str = ""
    sex: str = ""
    ethnic: str = ""
    birth: str = ""
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


@dataclass(frozen=True, slots=True)
class DisputeDraft:
    """A dispute as registered or changed; id 0 for a new one, version: of the record that was opened."""

    category: str
    parties: tuple[PartyDraft, ...]
    id: int = 0
    source: str = "application"
    summary: str = ""
    requests: tuple[str, ...] = ()
    applied_on: date | None = None
    transferred_by: str = ""
    transfer_number: str = ""
    excluded_subject: str = ""
    place: str = ""
    open_mediation: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True)
class AcceptanceDraft:
    """The decision to accept. mediators: names; chosen_by: "assigned" by the committee or "chosen" by the parties (R4)."""

    dispute_id: int
    accepted_on: date
    mediators: tuple[str, ...]
    chosen_by: str = "assigned"
    recorder: str = ""
    rights_told_on: date | None = None
    all_agree: bool = True


@dataclass(frozen=True, slots=True)
class InvitedDraft:
    """Somebody invited to take part; only with the parties' consent (R5)."""

    name: str
    role: str = ""
    consent: bool = False


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """A sitting as recorded; id 0 for a new one. present: party ids; refused_by: party id (R2).

    outcome: see sessions.OUTCOMES.
    """

    dispute_id: int
    started_at: datetime
    id: int = 0
    version: int = 0
    ended_at: datetime | None = None
    place: str = ""
    matter: str = ""
    present: tuple[int, ...] = ()
    invited: tuple[InvitedDraft, ...] = ()
    record: str = ""
    outcome: str = "continued"
    outcome_note: str = ""
    refused_by: int | None = None
    remedies_told: bool = False
    mediators: tuple[str, ...] = ()
    recorder: str = ""
    private_note: str = ""


@dataclass(frozen=True, slots=True)
class InstalmentDraft:
    """A payment or act that is due. fen: amount in fen, None for an act; paid_on: when it was performed."""

    due: date | None
    what: str = ""
    fen: int | None = None
    paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class AgreementDraft:
    """An agreement as drafted; version: of the draft that was opened, 0 for a new one."""

    dispute_id: int
    facts: str = ""
    clauses: tuple[str, ...] = ()
    performance: str = ""
    amount_fen: int | None = None
    instalments: tuple[InstalmentDraft, ...] = ()
    form: str = "written"
    made_on: date | None = None
    mediators: tuple[str, ...] = ()
    recorder: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class SigningDraft:
    """Signature dates: (party id, day), the mediator's and the committee's seal; None for what is still lacking."""

    agreement_id: int
    signed: tuple[tuple[int, date], ...]
    mediator_on: date | None = None
    sealed_on: date | None = None


@dataclass(frozen=True, slots=True)
class EndingDraft:
    """How a case is left: not accepted, withdrawn, terminated, performed or closed on a day, with the reason in words."""

    dispute_id: int
    on: date | None = None
    reason: str = ""
    remedies_told_on: date | None = None
