"""What the forms of small livelihood projects hand to the verbs. Amounts in fen."""

from dataclasses import dataclass
from datetime import date

from plugins.consultation.drafts import RaiserDraft


@dataclass(frozen=True, slots=True)
class ProjectDraft:
    """An idea with its estimate; topic_id 0 registers a topic with it."""

    topic_id: int = 0
    title: str = ""
    content: str = ""
    raiser: RaiserDraft = RaiserDraft()
    channel: str = "grid"
    area_id: int | None = None
    sort: str = "works"
    spot: str = ""
    estimate_fen: int | None = None
    households: int | None = None
    screening: str = ""
    screened_on: date | None = None


@dataclass(frozen=True, slots=True)
class GrantDraft:
    """Money granted and who does the work."""

    topic_id: int
    granted_fen: int | None = None
    granted_on: date | None = None
    fund: str = ""
    supplier: str = ""
    started_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PaymentDraft:
    """A payment; negative takes one back with the reason in `what`."""

    topic_id: int
    amount_fen: int | None = None
    on: date | None = None
    payee: str = ""
    voucher: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class CheckDraft:
    """The acceptance of the finished work."""

    topic_id: int
    finished_on: date | None = None
    checked_on: date | None = None
    checked_by: str = ""
    note: str = ""
    accepted: bool = True


@dataclass(frozen=True, slots=True)
class RoundDraft:
    """A choice among projects; id 0 for a new one. topics: ids of those that stand in it."""

    title: str
    id: int = 0
    version: int = 0
    held_on: date | None = None
    budget_fen: int | None = None
    per_sheet: int = 3
    topics: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DotsDraft:
    """Dots counted for one project of a round."""

    topic_id: int
    votes: int = 0


@dataclass(frozen=True, slots=True)
class ChoiceDraft:
    """The count of a round: sheets that came in, dots of each project; seed: what everybody saw, for a tie at the edge."""

    round_id: int
    sheets: int = 0
    dots: tuple[DotsDraft, ...] = ()
    tellers: str = ""
    seed: str = ""
