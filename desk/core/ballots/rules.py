"""What a rule of voting is made of: exact fractions over named bases, weights, proxies, periods. Integers only (rules 0.3).

以上 includes the number itself, 过半数 and 超过 exclude it (民法典 1259): that is `strict`.
"""

from dataclasses import dataclass, fields
from typing import Any

ROLL, PRESENT, CAST = "roll", "present", "cast"
BASES = {ROLL: "全体(应到)", PRESENT: "到会(参与表决)", CAST: "投票(有效票与无效票)"}
"""Base → as result sheets name it. CAST: ballots returned, valid or not."""

PERSONS, AREA, SHARES = "persons", "area", "shares"
MEASURES = {PERSONS: "人数", AREA: "面积", SHARES: "份额"}
"""What is weighed: heads (one each), area in 0.01 m², shares."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """`numerator/denominator` of `base`; strict: more than it (过半数), else at least it (三分之二以上)."""

    numerator: int
    denominator: int
    base: str
    strict: bool = False

    def met(self, part: int, whole: int) -> bool:
        """Whether `part` of `whole` reaches it; nothing reaches a share of nothing."""
        if whole <= 0:
            return False
        left, right = self.denominator * part, self.numerator * whole
        return left > right if self.strict else left >= right

    def needed(self, whole: int) -> int:
        """The least amount that reaches it: 过半数 of 301 is 151."""
        exact = self.numerator * whole
        return exact // self.denominator + 1 if self.strict else -(-exact // self.denominator)

    @property
    def words(self) -> str:
        """As papers say it: 全体(应到)三分之二以上."""
        return f"{BASES[self.base]}{self.share}"

    @property
    def share(self) -> str:
        """The share alone: 三分之二以上."""
        known = {(1, 2, True): "过半数", (2, 3, False): "三分之二以上", (3, 4, False): "四分之三以上", (1, 1, False): "全部",
                 (1, 3, False): "三分之一以上", (1, 2, False): "半数以上"}
        how = known.get((self.numerator, self.denominator, self.strict))
        return how or f"{self.numerator}/{self.denominator}{'(超过)' if self.strict else '以上'}"


@dataclass(frozen=True, slots=True)
class Share:
    """A further condition on attendance of a part of the roll (women's representatives, owners on a committee)."""

    group: str
    title: str
    threshold: Threshold


@dataclass(frozen=True, slots=True)
class Proxies:
    """Who may vote for another. cap: voters one proxy may stand for, 0 without a cap. household: inside it only.

    staff: whether staff of the property company may be proxies.
    """

    allowed: bool = True
    cap: int = 0
    household: bool = False
    staff: bool = True
    source: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """A rule of voting as law or custom has it; all data.

    electorate: who votes, in words. weight: "person", "household", "representative", "member", "owner", "share".
    quorum None: the rule names none. passing None: nobody has filled it in yet, no verdict is given. shown: looser
    readings that are only told. attendance: P is who came to the meeting, else whose ballot came back. unreturned:
    "absent" or "majority" (从多, only with `unreturned_clause`). unreadable: "abstain" or "invalid". mark: "sure", "likely",
    "unsure" — how well the source was read. days: notice and posting; convened: what it takes to call the meeting.
    election: a statutory election, which stays on paper.
    """

    code: str
    title: str
    electorate: str
    weight: str
    measures: tuple[str, ...] = (PERSONS,)
    quorum: Threshold | None = None
    passing: Threshold | None = None
    shares: tuple[Share, ...] = ()
    shown: tuple[Threshold, ...] = ()
    attendance: bool = True
    notice_days: int = 0
    posting_days: int = 0
    convened: str = ""
    proxies: Proxies = Proxies()
    unreturned: str = "absent"
    unreturned_clause: str = ""
    unreadable: str = "invalid"
    methods: tuple[str, ...] = ("hands", "secret", "named")
    source: str = ""
    note: str = ""
    mark: str = "sure"
    valid_from: str = ""
    valid_to: str = ""
    election: bool = False
    confirmed: bool = True

    @property
    def decides(self) -> bool:
        """Whether a legal verdict may be given: its numbers are there and stand confirmed."""
        return self.confirmed and self.passing is not None

    def in_force(self, day: str) -> bool:
        """Whether it is law on `day` (ISO date)."""
        return (not self.valid_from or self.valid_from <= day) and (not self.valid_to or day <= self.valid_to)


def as_data(profile: Profile) -> dict[str, Any]:
    """The profile as JSON keeps it with a finished vote."""
    return {one.name: _plain(getattr(profile, one.name)) for one in fields(profile)}


def from_data(data: dict[str, Any]) -> Profile:
    """A profile kept as JSON; what a later edition no longer knows is left out."""
    known = {one.name for one in fields(Profile)}
    values: dict[str, Any] = {name: value for name, value in data.items() if name in known}
    for name in ("quorum", "passing"):
        values[name] = Threshold(**values[name]) if values.get(name) else None
    values["shares"] = tuple(Share(one["group"], one["title"], Threshold(**one["threshold"]))
                             for one in values.get("shares", ()))
    values["shown"] = tuple(Threshold(**one) for one in values.get("shown", ()))
    values["proxies"] = Proxies(**values.get("proxies", {}))
    for name in ("measures", "methods"):
        values[name] = tuple(values.get(name, ()))
    return Profile(**values)


def _plain(value: Any) -> Any:
    if isinstance(value, (Threshold, Share, Proxies)):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
