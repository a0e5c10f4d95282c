"""What the papers print, as frozen data: texts ready for print."""

from dataclasses import dataclass
from datetime import date

from desk.api.meetings import GatheringRow, NoticeRow
from desk.api.votes import Result, VoteRow
from plugins.consultation.queries import FilingRow, ResolutionRow, TopicFile
from plugins.consultation.queries_covenants import CovenantRow
from plugins.consultation.queries_matters import BodyRow, MatterRow, SeatRow
from plugins.consultation.queries_projects import ProjectRow, RoundRow


@dataclass(frozen=True, slots=True)
class TopicPaper:
    """A topic; unit: the issuing committee."""

    unit: str
    file: TopicFile
    field: str
    channel: str


@dataclass(frozen=True, slots=True)
class GatheringPaper:
    """A meeting; kind: its Chinese name."""

    unit: str
    kind: str
    meeting: GatheringRow
    today: date


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A topic in the ledger. supporters: how many raised it."""

    number: str
    title: str
    field: str
    channel: str
    raised_on: date
    supporters: int
    state: str
    reply: str


@dataclass(frozen=True, slots=True)
class LedgerPaper:
    """The topics of a year."""

    unit: str
    year: int
    rows: tuple[LedgerLine, ...]


@dataclass(frozen=True, slots=True)
class ResolutionPaper:
    """A record of a resolution. vote: how it was passed, "" without a vote."""

    unit: str
    topic: str
    procedure: str
    vote: str
    resolution: ResolutionRow


@dataclass(frozen=True, slots=True)
class FilingPaper:
    """A filing. body: the meeting that passed what is filed."""

    unit: str
    body: str
    filing: FilingRow


@dataclass(frozen=True, slots=True)
class MattersPaper:
    """A gathering with what was brought to it. earlier: of earlier sittings at the same place. scores: results of its judgement
    on score sheets, a line each.
    """

    unit: str
    meeting: GatheringRow
    matters: tuple[MatterRow, ...]
    earlier: tuple[MatterRow, ...]
    scores: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoutingPaper:
    """A matter that goes to somebody else. meeting, place: where it was brought up."""

    unit: str
    matter: MatterRow
    meeting: str
    place: str
    today: date


@dataclass(frozen=True, slots=True)
class PointPaper:
    """A talk point. duties: (day, part of the day, who, stands in) of the next four weeks; visits: of this month."""

    unit: str
    name: str
    address: str
    hours: str
    keeper: str
    duties: tuple[tuple[date, str, str, str], ...]
    visits: tuple[MatterRow, ...]
    today: date


@dataclass(frozen=True, slots=True)
class BodyPaper:
    """A body with who sits in it today."""

    unit: str
    body: BodyRow
    seats: tuple[SeatRow, ...]


@dataclass(frozen=True, slots=True)
class BodiesPaper:
    """All bodies that work."""

    unit: str
    today: date
    bodies: tuple[BodyRow, ...]


@dataclass(frozen=True, slots=True)
class CovenantPaper:
    """A covenant."""

    unit: str
    covenant: CovenantRow


@dataclass(frozen=True, slots=True)
class ProjectPaper:
    """A small project. photos: (title, PNG or JPEG bytes)."""

    unit: str
    project: ProjectRow
    photos: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class FundsPaper:
    """The money of a small project. lines: (day, in words, amount signed, what is left after), in fen."""

    unit: str
    title: str
    fund: str
    estimate: int
    lines: tuple[tuple[date, str, int, int], ...]


@dataclass(frozen=True, slots=True)
class ChoicePaper:
    """A choice among projects."""

    unit: str
    round: RoundRow


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One line of the registers. mark is empty in a secret vote: no serial stands beside a name. returned: 收回时间; valid: 有效,
    无效 or empty before the count."""

    place: int
    name: str
    label: str
    mark: str = ""
    proxy: str = ""
    area: str = ""
    delivery: str = ""
    given: str = ""
    returned: str = ""
    valid: str = ""


@dataclass(frozen=True, slots=True)
class VotePaper:
    """A vote with its registers."""

    unit: str
    vote: VoteRow
    lines: tuple[RegisterLine, ...]


@dataclass(frozen=True, slots=True)
class ResultPaper:
    """A counted round. posting: the notice that hangs of it, None before it was posted."""

    unit: str
    vote: VoteRow
    result: Result
    today: date
    posting: NoticeRow | None = None


@dataclass(frozen=True, slots=True)
class BallotSheet:
    """Ballots to print, several to a sheet. ballots: (mark, name, label, area) — the last three are empty when secret."""

    unit: str
    vote: VoteRow
    ballots: tuple[tuple[str, str, str, str], ...]
