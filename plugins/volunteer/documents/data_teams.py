"""What the papers of teams, recruitment, fairs, campaigns and stars print. Areas in 0.01 m², lengths in minutes."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import final


@final
@dataclass(frozen=True, slots=True)
class CardPaper:
    """A volunteer's card; code: what a reader types at the door."""

    community: str
    name: str
    number: str
    since: date
    skills: str


@dataclass(frozen=True, slots=True)
class CardsPaper:
    """Cards of several people."""

    community: str
    cards: tuple[CardPaper, ...]


@final
@dataclass(frozen=True, slots=True)
class GuardianPaper:
    """A volunteer and her guardian."""

    community: str
    number: str
    name: str
    birth: str
    guardian: str
    guardian_on: date | None


@final
@dataclass(frozen=True, slots=True)
class PostPaper:
    """Who serves at a post. number: of the card; code: the volunteer's number."""

    community: str
    post: str
    duty: str
    area: str
    place: str
    hours: str
    name: str
    number: str
    code: str
    since: date
    until: date | None
    review: str


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member on a roster. phone: masked."""

    name: str
    number: str
    role: str
    since: date
    until: date | None
    phone: str


@final
@dataclass(frozen=True, slots=True)
class TeamPaper:
    """A team with its members. book: (day, topic, people, note). sessions: activities of a project (day, title, hours)."""

    community: str
    name: str
    kind: str
    theme: str
    above: str
    below: tuple[str, ...]
    area: str
    duty: str
    venue: str
    hours: str
    worker: str
    host: str
    since: date
    plaque_on: date | None
    members: tuple[MemberLine, ...]
    book: tuple[tuple[date, str, int, str], ...]
    sessions: tuple[tuple[date, str, int], ...]

    @property
    def leader(self) -> str:
        """Who leads it now."""
        return next((one.name for one in self.members if one.role == "队长"), "")


@dataclass(frozen=True, slots=True)
class TurnLine:
    """Who of a team is on duty on a day; deputy stands in."""

    day: date
    slot: str
    who: str
    deputy: str


@final
@dataclass(frozen=True, slots=True)
class BoardPaper:
    """What a team hangs out: names only of who agreed, others by number; styles of what it did; the turns from `first` on."""

    community: str
    name: str
    kind: str
    theme: str
    area: str
    duty: str
    venue: str
    hours: str
    leader: str
    members: tuple[str, ...]
    styles: tuple[tuple[str, int], ...]
    first: date
    last: date
    turns: tuple[TurnLine, ...]


@dataclass(frozen=True, slots=True)
class StallLine:
    """A stall or stretch."""

    place: str
    title: str
    helper: str
    shift: str
    tools: str
    served: int
    area: int


@final
@dataclass(frozen=True, slots=True)
class ActivityPaper:
    """An activity as it is announced and told of. people: (name, number, minutes), applicants: (name, phone, wishes, until).

    wished: (trade, residents) of the menu. gave: (household, what, place, area, signed on). photos: (caption, bytes).
    """

    community: str
    title: str
    kind: str
    starts_at: datetime
    ends_at: datetime
    place: str
    area: str
    team: str
    content: str
    risks: str
    insurance: str
    minors: bool
    responsible: str
    contact: str
    tools: str
    wanted: int
    served: int
    summary: str
    roles: tuple[tuple[str, int, int], ...]
    stalls: tuple[StallLine, ...]
    people: tuple[tuple[str, str, int], ...]
    applicants: tuple[tuple[str, str, str, date], ...]
    gave: tuple[tuple[str, str, str, int, date | None], ...]
    photos: tuple[tuple[str, bytes], ...]

    @property
    def minutes(self) -> int:
        """Served minutes of everybody."""
        return sum(minutes for _name, _number, minutes in self.people)


@dataclass(frozen=True, slots=True)
class StarPaper:
    """A star that was granted."""

    community: str
    name: str
    number: str
    title: str
    minutes: int
    granted_on: date
    by: str


@dataclass(frozen=True, slots=True)
class RoundPaper:
    """A round's list: (name or number, level, minutes, outcome). until: of the notice."""

    community: str
    title: str
    counted_on: date
    by: str
    posted_on: date | None
    until: date | None
    feedback: str
    award_on: date | None
    lines: tuple[tuple[str, str, int, str], ...]
