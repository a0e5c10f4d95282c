"""What a plugin declares about its matters: states, moves between them, steps shown, papers, clock. Data, no behaviour."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desk.core.tones import Tone as Tone


@dataclass(frozen=True, slots=True)
class State:
    """One state of a matter. `final`: nothing is due any more and the clock stands still."""

    code: str
    title: str
    tone: Tone = Tone.OPEN
    final: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """A permitted change of state. `why_required`: the move needs a reason in words.

    complete: refused while the kind's `missing` still says something.
    """

    code: str
    title: str
    sources: tuple[str, ...]
    target: str
    permission: str = ""
    why_required: bool = False
    source: str = ""
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One lamp of the step bar; done when the state is in `done_in`, current when in `now_in`."""

    code: str
    title: str
    now_in: tuple[str, ...]
    done_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """A deadline started by a state: `amount` of `unit` ("day", "workday", "month", "year"), by rule `source`.

    starts_in: "" for one that a service starts itself. stops_in: states that end it; final states end all.
    setting: key of the setting that overrides the amount where the law leaves it open.
    """

    code: str
    title: str
    starts_in: str
    amount: int
    unit: str
    source: str
    setting: str = ""
    stops_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseKind:
    """A kind of numbered matter.

    code: "mediation.dispute", its first part is the plugin's id; series: number series code; missing: `(uow, case_id) ->
    [Missing]` says what is missing now. confidential: new ones are, unless the draft says otherwise. permission_confidential:
    who sees confidential ones besides their handlers, "" for nobody.
    """

    code: str
    title: str
    states: tuple[State, ...]
    moves: tuple[Move, ...]
    steps: tuple[Step, ...] = ()
    limits: tuple[Limit, ...] = ()
    series: str = ""
    first_state: str = ""
    confidential: bool = False
    permission_read: str = ""
    permission_write: str = ""
    permission_confidential: str = ""
    view: str = ""
    missing: Callable[[Any, int], list[Any]] | None = None

    def state(self, code: str) -> State:
        """The state named `code`; KeyError is a bug of the plugin's table."""
        return _named(self.states, code)

    def move(self, code: str) -> Move:
        """The move named `code`; KeyError is a bug of the caller."""
        return _named(self.moves, code)

    def limit(self, code: str) -> Limit:
        """The limit named `code`; KeyError is a bug of the caller."""
        return _named(self.limits, code)

    def moves_from(self, state: str) -> tuple[Move, ...]:
        """What may happen next, in the table's order."""
        return tuple(move for move in self.moves if state in move.sources)

    @property
    def first(self) -> str:
        """The state new matters are in."""
        return self.first_state or self.states[0].code


def _named(items: tuple[Any, ...], code: str) -> Any:
    for item in items:
        if item.code == code:
            return item
    raise KeyError(code)
