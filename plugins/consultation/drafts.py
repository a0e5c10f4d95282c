"""What the forms hand to the verbs: plain frozen data."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RaiserDraft:
    """Who raised a topic; kind: kinds.RAISER_KINDS. tell: the name may be told to others."""

    name: str = ""
    kind: str = "resident"
    contact: str = ""
    home: str = ""
    tell: bool = False
    told_on: date | None = None
    told_how: str = ""


@dataclass(frozen=True, slots=True)
class TopicDraft:
    """A topic as raised or changed; id 0 for a new one. major: kinds.MAJOR, land in mu. from_matter: of a gathering."""

    title: str
    content: str = ""
    id: int = 0
    version: int = 0
    field: str = ""
    channel: str = "counter"
    raised_on: date | None = None
    scope: str = ""
    raisers: tuple[RaiserDraft, ...] = ()
    urgency: str = ""
    area_id: int | None = None
    major: str = ""
    major_fen: int | None = None
    land: int | None = None
    major_households: int | None = None
    from_matter: int | None = None


@dataclass(frozen=True, slots=True)
class AcceptDraft:
    """The decision to take a topic up, with the answer to who raised it and the procedure it walks; its code followed by
    topics.AS_ONE: steps that may be held as one are.
    """

    topic_id: int
    procedure: str
    reply: str = ""
    field: str = ""
    lead: str = ""
    on: date | None = None
    sort: str = "self"
    lawful: str = ""
    concerned: str = ""
    form: str = ""
    party: str = ""


@dataclass(frozen=True, slots=True)
class TellDraft:
    """Who of those who raised a topic was told, when and how; in the order they stand."""

    topic_id: int
    raisers: tuple[RaiserDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class ReasonDraft:
    """A topic is refused, fails, is filed early: a reason that is told."""

    topic_id: int
    reason: str = ""
    on: date | None = None
    into: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class HandDraft:
    """A topic or matter is handed to another module. taker: id of a Taker."""

    record_id: int
    taker: str = ""
    reason: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class of topics as edited; code "" for a new one."""

    title: str
    code: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class ClassesDraft:
    """The whole list in its order."""

    rows: tuple[ClassRow, ...] = ()


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A step is finished, or goes back when `back` is true. ticks: conformities that hold."""

    topic_id: int
    step: str
    who: str = ""
    note: str = ""
    on: date | None = None
    back: bool = False
    ticks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextDraft:
    """A version of the plan or covenant. kind: "plan", "covenant". From `ground` on: what a plan says besides its clauses."""

    topic_id: int
    title: str
    text: str
    kind: str = "plan"
    author: str = ""
    made_on: date | None = None
    ground: str = ""
    aim: str = ""
    funding: str = ""
    stages: str = ""
    duty: str = ""
    watch: str = ""


@dataclass(frozen=True, slots=True)
class PostingDraft:
    """The newest version is hung up for comment. reason: why names stay in it."""

    topic_id: int
    places: tuple[str, ...]
    approved_by: str
    feedback: str = ""
    days: int = 7
    unit: str = "day"
    on: date | None = None
    body: str = ""
    title: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """An expert's opinion on the newest version."""

    topic_id: int
    expert: str
    opinion: str
    field: str = ""
    unit: str = ""
    text: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """A task; id 0 for a new one. done_on with result: it is done."""

    topic_id: int
    text: str
    who: str
    id: int = 0
    budget_fen: int | None = None
    due_on: date | None = None
    done_on: date | None = None
    result: str = ""


@dataclass(frozen=True, slots=True)
class ResolutionDraft:
    """A record of a resolution. body: the meeting that resolved it."""

    topic_id: int
    title: str = ""
    text: str = ""
    body: str = ""
    made_on: date | None = None
    vote_id: int | None = None


@dataclass(frozen=True, slots=True)
class FilingDraft:
    """Something sent to the street office to be filed; id 0 for a new one."""

    topic_id: int
    id: int = 0
    title: str = ""
    sent_to: str = ""
    sent_on: date | None = None
    enclosed: str = ""
    receipt: str = ""
    receipt_on: date | None = None


@dataclass(frozen=True, slots=True)
class DecisionDoneDraft:
    """A task given out by a meeting is done."""

    decision_id: int
    result: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ScoreDraft:
    """Residents' sheets, counted."""

    topic_id: int
    satisfied: int = 0
    fairly: int = 0
    dissatisfied: int = 0
    remark: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class BallotDraft:
    """A vote on a topic with its roll as typed: one voter a line, 姓名,户号[,面积]."""

    topic_id: int
    title: str
    profile: str
    method: str
    questions: tuple[str, ...]
    roll: str = ""
    held_on: date | None = None


@dataclass(frozen=True, slots=True)
class VoteActDraft:
    """Something done with a vote: ballots made (count), who came (roll_ids) and who did not after all (gone), the proxy
    (agent) of a voter (who: her number on the roll or her name), a change, a recount (text)."""

    vote_id: int
    count: int = 0
    by_unit: bool = False
    roll_ids: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()
    who: str = ""
    agent: str = ""
    household: bool = False
    staff: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReverseDraft:
    """A wrong entry put right. entry: whose; choices: digits as at the counter; both names answer for it."""

    vote_id: int
    mark: str
    choices: str
    entry: int = 1
    reason: str = ""
    first: str = ""
    second: str = ""
    why_invalid: str = ""


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A rule profile as edited. shares as "2/3"; strict: more than; base: "roll", "present", "cast"; "" asks for nothing.

    unreturned: "absent" or "majority" with the clause of the owners' own rules relied on; household, staff: as rules.Proxies.
    read_in: where the numbers were read; that confirms them. notice_days, posting_days: before the vote, of its result.
    valid_from, valid_to: days it is in force, None without an end. own: kept beside `code` as a rule of its own.
    """

    code: str
    title: str
    quorum: str = ""
    quorum_strict: bool = False
    passing: str = ""
    passing_strict: bool = False
    passing_base: str = "roll"
    cap: int = 0
    unreadable: str = "invalid"
    read_in: str = ""
    proxies: bool = True
    household: bool = False
    staff: bool = True
    unreturned: str = "absent"
    clause: str = ""
    electorate: str = ""
    convened: str = ""
    notice_days: int = 0
    posting_days: int = 0
    valid_from: date | None = None
    valid_to: date | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of a procedure as edited. needs: codes of procedures.NEEDS; papers: see pages.rules; back: title of a step."""

    title: str
    code: str = ""
    convener: str = ""
    needs: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    days: int = 0
    unit: str = "day"
    back: str = ""
    rule: str = ""
    joins: bool = False


@dataclass(frozen=True, slots=True)
class ProcedureDraft:
    """A procedure of the community's own. code: of the one that was opened, "" or `own` keeps it as one of its own."""

    title: str
    steps: tuple[StepRow, ...]
    code: str = ""
    posting_days: int = 7
    source: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class DrawDraft:
    """A draw: names one a line, how many, the seed everybody saw."""

    topic_id: int
    seed: str
    roll: str
    count: int = 1
    what: str = ""


@dataclass(frozen=True, slots=True)
class OutsideBackDraft:
    """A platform's file is taken back. sha256: of the file; both names answer for it."""

    vote_id: int
    sha256: str = ""
    reason: str = ""
    first: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class CountDraft:
    """Who counts: roles and names as signed."""

    vote_id: int
    supervisor: str = ""
    caller: str = ""
    teller: str = ""
