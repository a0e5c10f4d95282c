"""What registration, acceptance and the ways a case is left hand to the verbs."""

from dataclasses import dataclass
from datetime import date


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
    limited: bool = False
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
    representing: bool = False


@dataclass(frozen=True, slots=True)
class DisputeDraft:
    """A dispute as registered or changed; id 0 for a new one, version: of the record that was opened.

    area_id: the grid it belongs to, for figures by grid.
    """

    category: str
    parties: tuple[PartyDraft, ...]
    id: int = 0
    source: str = "application"
    summary: str = ""
    requests: tuple[str, ...] = ()
    happened_on: date | None = None
    applied_on: date | None = None
    transferred_by: str = ""
    transfer_number: str = ""
    difficulty: str = "ordinary"
    scale: str = "01"
    excluded_subject: str = ""
    place: str = ""
    open_mediation: bool = False
    privacy: bool = False
    written_wanted: bool = False
    area_id: int | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class AcceptanceDraft:
    """The decision to accept. mediators: names; chosen_by: "assigned" by the committee or "chosen" by the parties (R4).

    no_court: no court and no organ that alone may decide has taken the matter. conflict_told: the parties know of a mediator's
    conflict of interest and agree all the same. rights_told_how: "oral", "paper".
    """

    dispute_id: int
    accepted_on: date
    mediators: tuple[str, ...]
    chosen_by: str = "assigned"
    recorder: str = ""
    rights_told_on: date | None = None
    rights_told_how: str = "oral"
    all_agree: bool = True
    no_court: bool = True
    conflict_told: bool = False


@dataclass(frozen=True, slots=True)
class EndingDraft:
    """How a case is left: not accepted, withdrawn, terminated, performed or closed on a day, with the reason in words.

    ground: see grounds.NOT_ACCEPTED, TERMINATED. channel: where the parties were sent. refused_by: party id (R2).
    undisputed: facts nobody disputes, of a terminated mediation.
    """

    dispute_id: int
    on: date | None = None
    reason: str = ""
    remedies_told_on: date | None = None
    ground: str = ""
    channel: str = ""
    refused_by: int | None = None
    undisputed: str = ""


@dataclass(frozen=True, slots=True)
class RightsDraft:
    """Rights and duties were told, or the other ways after a failure: when and how ("oral", "paper")."""

    dispute_id: int
    on: date
    how: str = "oral"


@dataclass(frozen=True, slots=True)
class TakeOverDraft:
    """A running paper case, entered midway under its old number. stage: "accepted", "mediating", "performing".

    agreement_*: of the sealed agreement when it is being performed already.
    """

    dispute: DisputeDraft
    number: str
    accepted_on: date
    mediators: tuple[str, ...]
    recorder: str = ""
    rights_told_on: date | None = None
    stage: str = "mediating"
    note: str = ""
    agreement_number: str = ""
    agreement_on: date | None = None
    agreement_clauses: tuple[str, ...] = ()
    amount_fen: int | None = None
    performance: str = ""
    conflict_told: bool = False


@dataclass(frozen=True, slots=True)
class QuickDraft:
    """A small quarrel settled at the counter: two names, what it was, what was agreed orally and done on the spot.

    at_once False: something is still to be done, by `due`. place_kind: as of models.Session. mediators: (): whoever is signed
    in. conflict_told: the parties know of a mediator's ties and agree all the same.
    """

    applicant: str
    respondent: str
    category: str
    summary: str
    settled: str
    applicant_contact: str = ""
    respondent_contact: str = ""
    applicant_id: int | None = None
    respondent_id: int | None = None
    at_once: bool = True
    place: str = ""
    place_kind: str = "room"
    mediators: tuple[str, ...] = ()
    conflict_told: bool = False


@dataclass(frozen=True, slots=True)
class ViewersDraft:
    """Who may see a case besides those who may see all: account ids."""

    dispute_id: int
    viewers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note on a case. kind: "plain", "private" (the mediator's own), "caucus" (said by one party alone, `party`)."""

    dispute_id: int
    text: str
    kind: str = "private"
    party: str = ""
    on: date | None = None
