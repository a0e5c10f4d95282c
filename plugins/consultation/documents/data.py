"""What the papers print, as frozen data: texts ready for print."""

from dataclasses import dataclass
from datetime import date

from desk.api.meetings import GatheringRow, NoticeRow
from desk.api.votes import Result, VoteRow
from plugins.consultation.queries import TopicFile


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
class NoticePaper:
    """A notice as it hangs."""

    unit: str
    notice: NoticeRow


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
    """A counted round."""

    unit: str
    vote: VoteRow
    result: Result
    today: date


@dataclass(frozen=True, slots=True)
class BallotSheet:
    """Ballots to print, several to a sheet. ballots: (mark, name, label, area) — the last three are empty when secret."""

    unit: str
    vote: VoteRow
    ballots: tuple[tuple[str, str, str, str], ...]
