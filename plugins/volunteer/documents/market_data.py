"""What the papers of market and points print. Points in tenths, values in fen; dates civil."""

from dataclasses import dataclass
from datetime import date
from typing import final


@dataclass(frozen=True, slots=True)
class CountLine:
    """Goods on a counting sheet; counted None: to be written by hand."""

    code: str
    name: str
    unit: str
    expected: int
    counted: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class CountPaper:
    """A counting sheet, out or booked."""

    community: str
    day: date
    lines: tuple[CountLine, ...]
    first: str
    second: str
    booked: bool


@dataclass(frozen=True, slots=True)
class OfferLine:
    """Goods on the price list and the poster. picture: PNG or JPEG, None without."""

    code: str
    name: str
    unit: str
    points: int
    stock: int
    limit: str
    donors: str
    picture: bytes | None = None


@dataclass(frozen=True, slots=True)
class MarketPaper:
    """What is offered on a day."""

    community: str
    day: date
    lines: tuple[OfferLine, ...]


@dataclass(frozen=True, slots=True)
class HandLine:
    """A hand-out in the register."""

    day: date
    name: str
    number: str
    goods: str
    quantity: str
    price: int
    points: int
    left: int
    handler: str
    returned: bool


@final
@dataclass(frozen=True, slots=True)
class GiftLine:
    """What somebody donated."""

    day: date
    donor: str
    goods: str
    quantity: str
    value_fen: int | None
    best_before: date | None
    handler: str


@dataclass(frozen=True, slots=True)
class TurnoverLine:
    """Whom the posted sheet calls how; points that came and went in the month, and what is left."""

    name: str
    came: int
    went: int
    held: int


@dataclass(frozen=True, slots=True)
class MonthPaper:
    """A month of the market."""

    community: str
    title: str
    last_day: date
    given: tuple[HandLine, ...] = ()
    donated: tuple[GiftLine, ...] = ()
    points: tuple[TurnoverLine, ...] = ()


@dataclass(frozen=True, slots=True)
class DonationPaper:
    """The receipt of one donation."""

    community: str
    line: GiftLine


@final
@dataclass(frozen=True, slots=True)
class CardPaper:
    """A volunteer's card: the code is what a reader types."""

    community: str
    name: str
    number: str
    joined_on: date
    star: str
    teams: str
