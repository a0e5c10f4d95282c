"""What forms hand to the verbs. Plain data; amounts of points in tenths, times aware, lengths in minutes."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class VolunteerDraft:
    """consent_data: agreed to the keeping of data (needed). consent_names: may stand in lists. consent_share: may be
    handed to other volunteer systems.
    """

    person_id: int = 0
    id: int = 0
    version: int = 0
    joined_on: date | None = None
    state: str = "active"
    station: str = ""
    skills: tuple[str, ...] = ()
    skills_note: str = ""
    wishes: str = ""
    times: str = ""
    emergency: str = ""
    guardian: str = ""
    guardian_on: date | None = None
    own_income: bool = False
    consent_data: bool = False
    consent_names: bool = False
    consent_share: bool = False


@dataclass(frozen=True, slots=True)
class TeamDraft:
    """kind, theme: see kinds. host: of a studio, as typed (number or name); worker: social worker of a project."""

    name: str = ""
    kind: str = "team"
    theme: str = ""
    parent_id: int | None = None
    area_id: int | None = None
    duty: str = ""
    seats: int = 0
    venue: str = ""
    hours: str = ""
    worker: str = ""
    host: str = ""
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """Somebody joins a team or claims a post. term_until: planned end; partner: who works with her. claim: it still has to
    be accepted.
    """

    team_id: int
    volunteer: str = ""
    role: str = "member"
    since: date | None = None
    term_until: date | None = None
    partner: str = ""
    claim: bool = False


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """seats: 0 without limit."""

    title: str = ""
    seats: int = 0
    least_age: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """Fields as in models.Activity."""

    title: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    kind: str = "community"
    form: str = "service"
    team_id: int | None = None
    project_id: int | None = None
    area_id: int | None = None
    style: str = ""
    tools: str = ""
    contact: str = ""
    wanted: int = 0
    place: str = ""
    content: str = ""
    risks: str = ""
    responsible: str = ""
    unserved: int = 0
    hazard: str = "none"
    insurance: str = ""
    insured_from: date | None = None
    minors: bool = True
    roles: tuple[RoleDraft, ...] = ()
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class SignUpDraft:
    """volunteer: number, card, telephone or name, as typed."""

    activity_id: int
    volunteer: str = ""
    role_id: int = 0


@dataclass(frozen=True, slots=True)
class SheetDraft:
    """A paper sheet: one line a person, "number-or-name 8:00 11:30". witness, late_reason: for old sheets."""

    activity_id: int
    lines: str = ""
    witness: str = ""
    late_reason: str = ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A line of a paper sheet: who as typed, from and to as typed ("8:00", "830")."""

    who: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class RowsDraft:
    """A paper sheet typed into a table; blank rows are left out. witness, late_reason: for old sheets."""

    activity_id: int
    rows: tuple[SheetRow, ...] = ()
    witness: str = ""
    late_reason: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionDraft:
    """The served minutes of an entered pair shall be `minutes`."""

    pair_id: int
    minutes: int
    reason: str = ""
    witness: str = ""


@dataclass(frozen=True, slots=True)
class CertificateDraft:
    """organisation: who recorded the hours, "" for this community."""

    volunteer_id: int
    first: date | None = None
    last: date | None = None
    purpose: str = ""
    responsible: str = ""
    handler: str = ""
    contact: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class StarDraft:
    """A decision to grant a star."""

    volunteer_id: int
    level: int
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A rule that holds from `valid_from`; fields as in models.PointRule."""

    kind: str = ""
    per_hour: int = 10
    step: int = 10
    cap_activity: int = 0
    cap_day: int = 0
    months: int = 36
    year_end: bool = False
    valid_from: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class AdjustmentDraft:
    """amount: tenths of a point, signed."""

    volunteer_id: int
    amount: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """id of the adjustment, whether it is granted."""

    id: int
    grant: bool = True


@dataclass(frozen=True, slots=True)
class GoodsDraft:
    """points: tenths for one piece from today on."""

    code: str = ""
    name: str = ""
    unit: str = "件"
    points: int = 0
    limit: int = 0
    limit_days: int = 90
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class DonationDraft:
    """Goods that came in."""

    goods_id: int
    donor: str = ""
    quantity: int = 0
    value_fen: int | None = None
    best_before: date | None = None


@dataclass(frozen=True, slots=True)
class StocktakeDraft:
    """What was counted."""

    goods_id: int
    counted: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OrderDraft:
    """A resident's wish."""

    wish: str = ""
    asker: str = ""
    contact: str = ""
    address: str = ""
    skill: str = ""
    style: str = ""
    person_id: int | None = None
    area_id: int | None = None
    wanted_at: datetime | None = None
    wanted_until: datetime | None = None
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class EndingDraft:
    """id of the record and why."""

    id: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DoneDraft:
    """When an order was served."""

    id: int
    started_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TimesDraft:
    """Other times of a line of a sheet. unserved: minutes of travel and breaks."""

    id: int
    started_at: datetime | None = None
    ended_at: datetime | None = None
    unserved: int = 0
    reason: str = ""
    witness: str = ""


@dataclass(frozen=True, slots=True)
class RatingDraft:
    """rating: 1 to 5."""

    id: int
    rating: int = 5
    praise: str = ""
