"""What all plugins contribute, merged once when it is first asked for: sorted, and each name with exactly one owner."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Any, Generic, TypeVar

from desk.core.cases.takers import Taker
from desk.core.scores.schemes import ScoreScheme
from desk.core.search.indexer import Indexer
from desk.core.setupfile.part import SetupPart
from desk.core.tables.declared import Table
from desk.host.collect import Contribution
from desk.host.failures import PluginMistake, Where
from desk.host.lifecycle import DESK, PluginHost
from desk.host.screening import guard, screen
from desk.host.specs import (
    ActionSpec,
    CardSpec,
    CaseKind,
    IndicatorTable,
    NavEntry,
    PanelSpec,
    PaperSpec,
    SeriesSpec,
    SettingSpec,
)

T = TypeVar("T")
SECTIONS = ("work", "registers", "system")


class Registry(Generic[T]):
    """Items of one kind by name, in the order they are shown, each with the plugin it came from."""

    def __init__(self, contributions: list[Contribution[T]], key: Callable[[T], str]) -> None:
        self._all = tuple(contributions)
        self._by_key = {key(one.item): one for one in self._all}

    def __iter__(self) -> Iterator[Contribution[T]]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __contains__(self, name: str) -> bool:
        return name in self._by_key

    def find(self, name: str) -> Contribution[T] | None:
        """The contribution called `name`, None when nobody makes it (its plugin may be off)."""
        return self._by_key.get(name)

    def get(self, name: str) -> T:
        """The item called `name`; KeyError when there is none."""
        return self._by_key[name].item

    def owner(self, name: str) -> str:
        """Id of the plugin that contributes `name`; KeyError when nobody does."""
        return self._by_key[name].plugin_id

    def items(self) -> list[T]:
        """The items alone."""
        return [one.item for one in self._all]


class Contributions:
    """Everything declared. Settings go by key, case kinds and series by code, all others by id.

    Each kind is asked for when somebody first looks into it, once, whatever the thread.
    """

    nav: Registry[NavEntry]
    actions: Registry[ActionSpec]
    panels: Registry[PanelSpec]
    cards: Registry[CardSpec]
    settings: Registry[SettingSpec]
    papers: Registry[PaperSpec]
    case_kinds: Registry[CaseKind]
    series: Registry[SeriesSpec]
    schemes: Registry[ScoreScheme]
    indexers: Registry[Indexer]
    indicators: Registry[IndicatorTable]
    tables: Registry[Table]
    setup_parts: Registry[SetupPart]
    takers: Registry[Taker]

    def __init__(self, ask: "Callable[[Asked], Registry[Any]]", **known: Registry[Any]) -> None:
        """`known`: registries that need not be asked for."""
        self._ask, self._lock = ask, threading.RLock()
        self.__dict__.update(known)

    def __getattr__(self, name: str) -> Any:
        if name not in ASKED:
            raise AttributeError(name)
        with self._lock:
            if name not in self.__dict__:
                self.__dict__[name] = self._ask(ASKED[name])
        return self.__dict__[name]

    def gather(self) -> None:
        """Ask for everything that nobody has looked into yet."""
        for name in ASKED:
            getattr(self, name)

    def papers_of(self, record: str) -> list[Contribution[PaperSpec]]:
        """Papers of one kind of record, in their order."""
        return [one for one in self.papers if one.item.record == record]


@dataclass(frozen=True, slots=True)
class Asked:
    """The hook that is asked, what an item is called, and the order; without one a kind keeps the order of start and, within a
    plugin, of declaration."""

    hook: str
    key: Callable[[Any], str]
    order: Callable[[Any], Any] | None = None


def gather(host: PluginHost) -> Contributions:
    """What every plugin declares. Of two with one name the first stays, the later one is noted."""
    return Contributions(partial(_registry, host))


def _nav_order(entry: NavEntry) -> tuple[int, int, str]:
    section = SECTIONS.index(entry.section) if entry.section in SECTIONS else len(SECTIONS)
    return section, entry.order, entry.id


def _let_in(host: PluginHost, one: Contribution[Any], name: str, kept: dict[str, Contribution[Any]]) -> None:
    if name in kept:
        raise PluginMistake(f"{name!r} of {one.plugin_id} is already taken by {kept[name].plugin_id}")
    screen(one.item)
    kept[name] = one if one.plugin_id == DESK else Contribution(one.plugin_id, guard(host, one.plugin_id, one.item))


def _registry(host: PluginHost, asked: Asked) -> Registry[Any]:
    kept: dict[str, Contribution[Any]] = {}
    for one in host.collect(asked.hook):
        try:
            _let_in(host, one, asked.key(one.item), kept)
        except PluginMistake as mistake:
            host.note(one.plugin_id, Where.DECLARATION, asked.hook, mistake)
    found, order = list(kept.values()), asked.order
    return Registry(sorted(found, key=lambda one: order(one.item)) if order else found, asked.key)


_by_id, _by_code = attrgetter("id"), attrgetter("code")
ASKED = {
    "nav": Asked("desk_nav_entries", _by_id, _nav_order),
    "actions": Asked("desk_actions", _by_id),
    "panels": Asked("desk_person_panels", _by_id, attrgetter("order")),
    "cards": Asked("desk_home_cards", _by_id, attrgetter("order")),
    "settings": Asked("desk_settings", attrgetter("key")),
    "papers": Asked("desk_papers", _by_id, attrgetter("record", "order")),
    "case_kinds": Asked("desk_case_kinds", _by_code),
    "series": Asked("desk_number_series", _by_code),
    "schemes": Asked("desk_score_schemes", _by_code),
    "indexers": Asked("desk_indexers", attrgetter("kind")),
    "indicators": Asked("desk_indicators", _by_code),
    "tables": Asked("desk_tables", _by_code),
    "setup_parts": Asked("desk_setup_parts", _by_id),
    "takers": Asked("desk_takers", _by_id),
}
"""Registry → how it is asked for."""
