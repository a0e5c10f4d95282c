"""State tables of case kinds: every state named exists, can be reached, and the matter can come to an end."""

from collections.abc import Iterator

from desk.host.conformance.declared import own
from desk.host.conformance.subject import Subject
from desk.host.specs import CaseKind

_UNITS = ("day", "workday", "month")


def case_kinds_are_sound(examined: Subject) -> Iterator[str]:
    """One sentence a contradiction in a state table."""
    settings = {setting.key for setting in own(examined, "settings")}
    for kind in own(examined, "case_kinds"):
        for problem in (*_unknown_states(kind), *_dead_ends(kind), *_limits(kind, settings)):
            yield f"{kind.code}: {problem}"


def _unknown_states(kind: CaseKind) -> Iterator[str]:
    states = [state.code for state in kind.states]
    named = {
        "first_state": [kind.first_state],
        **{f"move {move.code}": [*move.sources, move.target] for move in kind.moves},
        **{f"step {step.code}": [*step.now_in, *step.done_in] for step in kind.steps},
        **{f"limit {limit.code}": [limit.starts_in] for limit in kind.limits},
    }
    yield from (f"{where} names the state {state!r}, which is not there"
                for where, codes in named.items() for state in codes if state not in states)
    for what, codes in (("state", states), ("move", [move.code for move in kind.moves])):
        yield from (f"the {what} {code} is there twice" for code in sorted({code for code in codes if codes.count(code) > 1}))


def _dead_ends(kind: CaseKind) -> Iterator[str]:
    reached = {kind.first_state}
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
        if limit.unit not in _UNITS:
            yield f"limit {limit.code}: {limit.unit!r} is none of {', '.join(_UNITS)}"
        if not limit.source:
            yield f"limit {limit.code} does not say where it comes from"
        if limit.setting and limit.setting not in settings:
            yield f"limit {limit.code}: there is no setting {limit.setting}"
