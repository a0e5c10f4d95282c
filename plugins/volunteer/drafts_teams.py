"""What the forms of teams, stars, fairs, campaigns and recruitment hand to the verbs. Areas in 0.01 m²."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ConsentDraft:
    """id of the volunteer. what: "names" (published lists) or "data" (ends the registration)."""

    id: int
    what: str = "names"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ClosingDraft:
    """An activity is over. served: people served, counted."""

    id: int
    served: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AcceptDraft:
    """A claimed post: accepted until a day, or refused with a reason. id of the membership."""

    id: int
    accept: bool = True
    term_until: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """A line in a team's book; see models.TeamEntry. next_review: for a yearly review."""

    team_id: int
    kind: str = "visit"
    day: date | None = None
    heads: int = 0
    topic: str = ""
    note: str = ""
    next_review: date | None = None


@dataclass(frozen=True, slots=True)
class PlaqueDraft:
    """A named studio is approved and gets its plaque. id of the team; consent_on: the named person signed."""

    id: int
    consent_on: date | None = None
    approved_by: str = ""
    plaque_on: date | None = None
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class MenuDraft:
    """A trade on the menu."""

    title: str = ""
    skill: str = ""
    tools: str = ""
    note: str = ""
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class WishDraft:
    """So many residents wished for a trade."""

    item_id: int
    area_id: int | None = None
    heads: int = 1
    day: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class StallDraft:
    """A stall or stretch; id 0 is new. volunteer: as typed, "" for nobody yet."""

    id: int = 0
    title: str = ""
    volunteer: str = ""
    place: str = ""
    shift: str = ""
    tools: str = ""
    served: int = 0
    area: int = 0


@dataclass(frozen=True, slots=True)
class StallsDraft:
    """All stalls of an activity as they shall be; those left out are taken away."""

    id: int
    stalls: tuple[StallDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class ContributionDraft:
    """What a household gave up."""

    activity_id: int
    household: str = ""
    place: str = ""
    what: str = ""
    area: int = 0
    consent_on: date | None = None


@dataclass(frozen=True, slots=True)
class PhotoDraft:
    """A picture of a campaign. when: "before" or "after"."""

    activity_id: int
    when: str
    file_name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class CallDraft:
    """How calling an applicant back went. id of the applicant; outcome: "called", "declined"."""

    id: int
    outcome: str = "called"
    note: str = ""


@dataclass(frozen=True, slots=True)
class AdmitDraft:
    """An applicant becomes a volunteer. person_id: from the register, else a new person is registered."""

    id: int
    person_id: int | None = None
    sex: str = ""
    birth: str = ""
    address: str = ""
    skills: tuple[str, ...] = ()
    guardian: str = ""
    guardian_on: date | None = None
    consent_data: bool = False
    consent_names: bool = False


@dataclass(frozen=True, slots=True)
class LevelDraft:
    """A star level from `valid_from` on. hours: whole hours."""

    level: int = 1
    title: str = ""
    hours: int = 0
    conditions: str = ""
    approver: str = ""
    source: str = ""
    valid_from: date | None = None


@dataclass(frozen=True, slots=True)
class RoundDraft:
    """A list of those who may get a star is put together."""

    title: str = ""
    by: str = ""
    award_on: date | None = None


@dataclass(frozen=True, slots=True)
class PostRoundDraft:
    """The list is hung out. id of the round."""

    id: int
    approved_by: str = ""
    place: str = "社区公示栏"
    days: int = 5
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class StrikePlaceDraft:
    """Somebody is taken off a round's list; id of the place."""

    id: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DayDraft:
    """A volunteer day. how: "monthday" (each month on `day`), "weekday" (each month on the `nth` `weekday`, Monday 0, nth 0:
    the last), "year" (each year on `month`, `day`), "month" (each year the whole `month`). begins, ends: "9:00".
    """

    theme: str = ""
    how: str = "monthday"
    day: int = 5
    weekday: int = 5
    nth: int = 1
    month: int = 3
    kind: str = "community"
    team_id: int | None = None
    place: str = ""
    begins: str = "09:00"
    ends: str = "11:00"
    starts_on: date | None = None
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class HangDraft:
    """An activity is planned on a date of a volunteer day; nominal None: the next free one. id of the day."""

    id: int
    title: str = ""
    responsible: str = ""
    nominal: date | None = None
