"""The step bar: which lamps are lit, from the kind's table and what is still missing."""

from dataclasses import dataclass

from desk.core.cases.kinds import CaseKind
from desk.core.cases.registry import texts


@dataclass(frozen=True, slots=True)
class Lamp:
    """One lamp. state: "done", "now" or "next"; missing: sentences shown when the current one is clicked."""

    code: str
    title: str
    state: str
    missing: tuple[str, ...] = ()


def step_lamps(kind: CaseKind, state: str, missing: tuple[str, ...] = ()) -> tuple[Lamp, ...]:
    """The lamps of a matter in `state`; `missing` belongs to the lamp that is lit now."""
    say, lamps = texts(kind.code), []
    for step in kind.steps:
        lit = "now" if state in step.now_in else "done" if state in step.done_in else "next"
        lamps.append(Lamp(step.code, say(step.title), lit, missing if lit == "now" else ()))
    return tuple(lamps)
