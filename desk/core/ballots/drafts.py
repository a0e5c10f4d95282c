"""What screens and plugins hand to the verbs of votes."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class VoteDraft:
    """A vote as prepared. profile: code of a rule profile; questions: texts, voted one by one; method as in the model.

    owner_kind, owner_id: the record it belongs to (a topic).
    """

    title: str
    profile: str
    questions: tuple[str, ...]
    method: str = "secret"
    held_on: date | None = None
    owner_kind: str = ""
    owner_id: int | None = None


@dataclass(frozen=True, slots=True)
class UnitDraft:
    """A flat or other separate part. area: 0.01 m²; area_source: "register", "survey", "contract" (区分解释 8).

    owners: (name, key) of each co-owner; who owns several parts has the same key on each. parking: counted only when the
    owners' own rules say so. group: building, for results by part of the roll; voter: the co-owner they agreed on.
    """

    label: str
    area: int
    owners: tuple[tuple[str, str], ...]
    area_source: str = "register"
    parking: bool = False
    group: str = ""
    voter: str = ""


@dataclass(frozen=True, slots=True)
class VoterDraft:
    """Somebody for the roll. key: what tells her from others, "" takes her person or her place."""

    name: str
    label: str = ""
    key: str = ""
    group: str = ""
    person_id: int | None = None
    area: int = 0
    units: tuple[tuple[str, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ProxyDraft:
    """A written authority. agent_key: what tells one agent from another; household: she lives in the same household."""

    roll_id: int
    agent: str
    agent_key: str = ""
    household: bool = False
    staff: bool = False
    written: bool = True
    scope: str = ""


@dataclass(frozen=True, slots=True)
class SlipDraft:
    """A ballot as keyed in: one choice a question; an invalid one needs a reason and two names."""

    mark: str
    choices: tuple[str, ...]
    opinion: str = ""
    reason: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandsDraft:
    """A show of hands as one teller counted it: (agree, against, abstain) a question."""

    vote_id: int
    entry: int
    counts: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class BoxDraft:
    """What the box and the table hold after voting: ballots returned, spoiled (exchanged), unused.

    reason: why a vote with more ballots back than were given out is really to be declared void.
    """

    vote_id: int
    returned: int
    spoiled: int = 0
    unused: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OutsideDraft:
    """What an e-voting platform reports of a named vote. lines: (voter's id on the roll, one choice a question).

    source: the platform as papers name it; sha256: of its file, which is kept by whoever received it.
    """

    vote_id: int
    source: str
    sha256: str
    lines: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ElectionDraft:
    """Questions are candidates: those with most votes for them take the seats. measure: what is compared.

    seed: what everybody saw (dice, a headline); needed only when a tie stands across the last seat.
    """

    vote_id: int
    seats: int
    seed: str = ""
    measure: str = "persons"
