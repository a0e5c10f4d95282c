"""The kinds of matters of this run: handed in once at start, from what the plugins contribute."""

from collections.abc import Iterable, Iterator

from desk.core.calendar.arithmetic import UNITS
from desk.core.cases.kinds import CaseKind
from desk.core.dotted import later
from desk.core.errors import UserError
from desk.core.files.access import guard
from desk.core.i18n import Translator, _, translator


class CaseKinds:
    """Case kinds by code. A table that contradicts itself is refused with ValueError, naming the place."""

    def __init__(self, kinds: Iterable[CaseKind] = ()) -> None:
        self._kinds: dict[str, CaseKind] = {}
        for kind in kinds:
            self.register(kind)

    def register(self, kind: CaseKind) -> None:
        """Take a kind in."""
        wrong = mistakes(kind)
        if wrong:
            raise ValueError(f"{kind.code}: {'; '.join(wrong)}")
        self._kinds[kind.code] = kind

    def find(self, code: str) -> CaseKind | None:
        """The kind, None while its plugin is off."""
        return self._kinds.get(code)

    def get(self, code: str) -> CaseKind:
        """The kind; UserError while its plugin is off."""
        kind = self._kinds.get(code)
        if kind is None:
            raise UserError(_("This matter belongs to a plugin that is switched off."),
                            todo=_("Switch the plugin on (Settings, Plugins)."))
        return kind

    def __iter__(self) -> Iterator[CaseKind]:
        return iter(self._kinds.values())


_current = CaseKinds()


def case_kinds() -> CaseKinds:
    """The kinds in use."""
    return _current


def use_kinds(kinds: Iterable[CaseKind]) -> CaseKinds:
    """Use exactly these kinds from now on (bootstrap, tests); their files are guarded like the matters themselves."""
    global _current
    _current = CaseKinds(kinds)
    for kind in _current:
        guard(kind.code, later("desk.core.cases.access:visible_case"))
    return _current


def texts(kind_code: str) -> Translator:
    """Translates the titles of a kind's table, in the domain of its plugin."""
    return translator(kind_code.partition(".")[0])


def mistakes(kind: CaseKind) -> list[str]:
    """What is wrong with a kind's table, in words for its author."""
    states = [state.code for state in kind.states]
    found = [_("state {code} is there twice").format(code=code) for code in sorted(set(states)) if states.count(code) > 1]
    if not states:
        return [_("no states")]
    if kind.first not in states:
        found.append(_("first state {code} is no state").format(code=kind.first))
    named = [("move", move.code, (*move.sources, move.target)) for move in kind.moves]
    named += [("step", step.code, (*step.now_in, *step.done_in)) for step in kind.steps]
    named += [("limit", limit.code, (*filter(None, (limit.starts_in,)), *limit.stops_in)) for limit in kind.limits]
    unknown = _("{what} {name}: no state {code}; there are: {codes}")
    found += [unknown.format(what=what, name=name, code=code, codes=", ".join(states))
              for what, name, codes in named for code in codes if code not in states]
    foreign = _("limit {name}: no unit {unit}; there are: {units}")
    found += [foreign.format(name=limit.code, unit=limit.unit, units=", ".join(UNITS))
              for limit in kind.limits if limit.unit not in UNITS]
    return found
