"""[register.case] of tables.toml: states, steps and deadlines of a matter, judged as every kind of matter is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desk.core.calendar.arithmetic import UNITS
from desk.core.cases.kinds import CaseKind, Limit, Move, State, Step
from desk.core.i18n import _
from desk.core.tones import Tone
from desk.host.manifest_parts import NAME
from desk.host.manifest_parts import Table as Keys
from desk.host.tables.declarations import Asking

if TYPE_CHECKING:
    from desk.host.tables.reading import Reader

_TONES = {tone.value: tone for tone in Tone}


def read_case(reader: "Reader", register: Keys, code: str, title: str, template: str,
              fields: Sequence[str]) -> tuple[CaseKind | None, tuple[Asking, ...]]:
    """The kind of matter a register's records are, and what its steps ask for; (None, ()) for plain records."""
    if "case" not in register.data:
        return None, ()
    keys = register.table("case")
    states = tuple(_state(reader, inner) for inner in reader.each(keys, "state", 20))
    moves, askings = [], []
    for inner in reader.each(keys, "move", 40):
        move, asking = _move(reader, inner, fields)
        moves.append(move)
        askings.append(asking)
    limits = tuple(_limit(reader, inner) for inner in reader.each(keys, "limit", 20))
    keys.refuse_the_rest()
    kind = CaseKind(code, title, states, tuple(moves), _steps(states), limits, series=code if template else "",
                    permission_read=register.data.get("read", ""), permission_write=register.data.get("write", ""),
                    view=f"{code}_record")
    _judge(reader, keys, kind)
    return kind, tuple(askings)


def _state(reader: "Reader", keys: Keys) -> State:
    tone = keys.take("tone", str, Tone.OPEN.value)
    reader.among(keys, "tone", (tone,), tuple(_TONES))
    state = State(keys.take("id", str, ""), reader.say(keys, "title"), _TONES.get(tone, Tone.OPEN),
                  keys.take("final", bool, False))
    keys.refuse_the_rest()
    return state


def _move(reader: "Reader", keys: Keys, fields: Sequence[str]) -> tuple[Move, Asking]:
    asks, needs = keys.names("asks", NAME), keys.names("needs", NAME)
    reader.among(keys, "asks", asks, fields)
    reader.among(keys, "needs", needs, asks)
    right = reader.right(keys, "right") if "right" in keys.data else ""
    move = Move(keys.matching("id", NAME), reader.say(keys, "title"), keys.names("from", NAME), keys.take("to", str, ""), right,
                keys.take("reason", bool, False), keys.take("source", str, ""))
    keys.refuse_the_rest()
    return move, Asking(move.code, move.title, asks, needs, move.why_required)


def _limit(reader: "Reader", keys: Keys) -> Limit:
    unit = keys.take("unit", str, "day")
    reader.among(keys, "unit", (unit,), UNITS)
    limit = Limit(keys.matching("id", NAME), reader.say(keys, "title"), keys.take("from", str, ""), keys.take("amount", int, 0),
                  unit if unit in UNITS else "day", keys.take("source", str, ""), stops_in=keys.names("until", NAME))
    if limit.amount < 1:
        reader.wrong(keys, "amount", _("it must be 1 or more."))
    if not limit.source:
        reader.wrong(keys, "source", _("say where the deadline comes from."))
    keys.refuse_the_rest()
    return limit


def _steps(states: Sequence[State]) -> tuple[Step, ...]:
    """One lamp a state that goes on, in their order, and one for the end."""
    going, final = [one for one in states if not one.final], [one.code for one in states if one.final]
    steps = [Step(one.code, one.title, (one.code,), (*(later.code for later in going[place + 1:]), *final))
             for place, one in enumerate(going)]
    end = next((one for one in states if one.final), None)
    return (*steps, *((Step("end", end.title, (), tuple(final)),) if end else ()))


def _judge(reader: "Reader", keys: Keys, kind: CaseKind) -> None:
    from desk.core.cases.registry import mistakes

    reader.errors += [f"{keys.name}: {mistake}" for mistake in mistakes(kind)]
    if not any(state.final for state in kind.states):
        reader.wrong(keys, "state", _("no state is final, so the matter never ends."))
    left: set[Any] = {source for move in kind.moves for source in move.sources}
    for state in kind.states:
        if not state.final and state.code not in left:
            reader.wrong(keys, "state", _("{name} cannot be left.").format(name=state.code))
