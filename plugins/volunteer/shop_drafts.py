"""What the forms of market, points and time bank hand to the verbs. Points in tenths, times in minutes."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CountedLine:
    """goods_id and how many were counted; counted None: not counted this time."""

    goods_id: int = 0
    counted: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CountDraft:
    """A sheet that comes back: who counted, who watched, line by line."""

    id: int
    first: str = ""
    second: str = ""
    note: str = ""
    lines: tuple[CountedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PriceDraft:
    """points: tenths for one piece, from day to day; valid_to None: until another price begins."""

    goods_id: int
    points: int = 0
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class GiftDraft:
    """Points from one volunteer to another, or to the common good. to: number, card, phone or name."""

    volunteer_id: int
    amount: int = 0
    to: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DepositDraft:
    """Entered hours from `first` to `last` go into the time bank; None: whatever there is."""

    volunteer_id: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class DrawDraft:
    """Minutes for service received. relation: see timebank.RELATIONS."""

    volunteer_id: int
    minutes: int = 0
    served: str = ""
    relation: str = "self"
    what: str = ""


@dataclass(frozen=True, slots=True)
class TimeGiftDraft:
    """Minutes from one volunteer to another. to: number, card, phone or name."""

    volunteer_id: int
    minutes: int = 0
    to: str = ""
    relation: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ShareDraft:
    """A volunteer puts her points together with her household's, or (reason) takes herself out again."""

    volunteer_id: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GrantDraft:
    """Minutes that a fund grants to somebody in the register. basis: see timefund.BASES."""

    person_id: int = 0
    minutes: int = 0
    fund: str = ""
    basis: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GrantDrawDraft:
    """Granted minutes paid out for service received."""

    person_id: int
    minutes: int = 0
    what: str = ""
