"""State tables of case kinds, beyond what core refuses outright: every state is reached, and the matter can come to an end."""

from collections.abc import Iterator

from desk.host.conformance.declared import own
from desk.host.conformance.subject import Subject
from desk.host.specs import CaseKind


def case_kinds_are_sound(examined: Subject) -> Iterator[str]:
    """One sentence a contradiction; tables that core refuses never get here, they are failures of the declaring hook."""
    settings = {setting.key for setting in own(examined, "settings")}
    for kind in own(examined, "case_kinds"):
        for problem in (*_dead_ends(kind), *_limits(kind, settings)):
            yield f"{kind.code}: {problem}"


def _dead_ends(kind: CaseKind) -> Iterator[str]:
    reached = {kind.first}
    while True:
        more = {move.target for move in kind.moves if set(move.sources) & reached} - reached
        if not more:
            break
        reached |= more
    yield from (f"the state {state.code} cannot be reached" for state in kind.states if state.code not in reached)
    if not any(state.final for state in kind.states):
        yield "no state is final, so the clock never stops"
    left = {source for move in kind.moves for source in move.sources}
    yield from (f"the state {state.code} cannot be left" for state in kind.states
                if not state.final and state.code not in left)


def _limits(kind: CaseKind, settings: set[str]) -> Iterator[str]:
    for limit in kind.limits:
        if not limit.source:
            yield f"limit {limit.code} does not say where it comes from"
        if limit.setting and limit.setting not in settings:
            yield f"limit {limit.code}: there is no setting {limit.setting}"
