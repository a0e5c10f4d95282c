"""What the papers print. Lengths in minutes, points in tenths; dates civil, times aware."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import final


@dataclass(frozen=True, slots=True)
class ServedLine:
    """One activity somebody served at. place, responsible: as the record names them; training: it was one."""

    title: str
    day: date
    minutes: int
    place: str = ""
    responsible: str = ""
    training: bool = False


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """How somebody's service was judged: by a resident (stars 1 to 5) or at the end of a post or term (rating 0)."""

    day: date
    what: str
    rating: int
    words: str


@final
@dataclass(frozen=True, slots=True)
class VolunteerPaper:
    """A volunteer for registration form and record. id_number is masked on everything but certificates."""

    community: str
    number: str
    name: str
    sex: str
    birth: str
    id_kind: str
    id_number: str
    phone: str
    address: str
    joined_on: date
    station: str
    skills: tuple[str, ...]
    wishes: str
    times: str
    emergency: str
    guardian: str
    guardian_on: date | None
    served: tuple[ServedLine, ...]
    stars: tuple[str, ...]
    outside: tuple[tuple[str, int], ...]
    judged: tuple[JudgedLine, ...] = ()

    @property
    def minutes(self) -> int:
        """All served minutes."""
        return sum(line.minutes for line in self.served)


@dataclass(frozen=True, slots=True)
class PointsLine:
    """A line of the booklet."""

    day: date
    what: str
    amount: int
    after: int
    by: str


@dataclass(frozen=True, slots=True)
class PointsPaper:
    """The booklet of points, oldest first."""

    community: str
    number: str
    name: str
    lines: tuple[PointsLine, ...]
    balance: int


@final
@dataclass(frozen=True, slots=True)
class CertificatePaper:
    """A certificate as issued."""

    community: str
    number: str
    id_number: str
    code: str
    who: VolunteerPaper
    first: date
    last: date
    minutes: int
    lines: tuple[ServedLine, ...]
    purpose: str
    contact: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class SheetPaper:
    """The sign-in sheet of an activity with the names of those who signed up."""

    community: str
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    responsible: str
    unserved: int
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PostingPaper:
    """Hours on the notice board: (name, activity, day, minutes); names only of those who agreed."""

    community: str
    published_on: date
    last_day: date
    lines: tuple[tuple[str, ServedLine], ...]


@final
@dataclass(frozen=True, slots=True)
class SlipPaper:
    """Goods handed out for points."""

    community: str
    number: str
    name: str
    goods: str
    unit: str
    quantity: int
    points: int
    left: int
    day: date
    handler: str


@final
@dataclass(frozen=True, slots=True)
class OrderPaper:
    """What the helper takes along."""

    community: str
    number: str
    asker: str
    contact: str
    address: str
    wish: str
    taker: str
    wanted_at: datetime
    wanted_until: datetime
    praise: str = ""
    day: date | None = None
