"""What all plugins contribute, merged once after the start: sorted, and each name with exactly one owner."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Contributions:
    """Everything declared, built once. Settings go by key, case kinds and series by code, all others by id."""

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

    def papers_of(self, record: str) -> list[Contribution[PaperSpec]]:
        """Papers of one kind of record, in their order."""
        return [one for one in self.papers if one.item.record == record]


def gather(host: PluginHost) -> Contributions:
    """Ask every plugin for everything it declares. Of two with one name the first stays, the later one is noted."""
    return Contributions(
        nav=_registry(host, "desk_nav_entries", lambda entry: entry.id, _nav_order),
        actions=_registry(host, "desk_actions", lambda action: action.id),
        panels=_registry(host, "desk_person_panels", lambda panel: panel.id, lambda panel: panel.order),
        cards=_registry(host, "desk_home_cards", lambda card: card.id, lambda card: card.order),
        settings=_registry(host, "desk_settings", lambda setting: setting.key),
        papers=_registry(host, "desk_papers", lambda paper: paper.id, lambda paper: (paper.record, paper.order)),
        case_kinds=_registry(host, "desk_case_kinds", lambda kind: kind.code),
        series=_registry(host, "desk_number_series", lambda series: series.code),
        schemes=_registry(host, "desk_score_schemes", lambda scheme: scheme.code),
        indexers=_registry(host, "desk_indexers", lambda indexer: indexer.kind),
        indicators=_registry(host, "desk_indicators", lambda table: table.code),
        tables=_registry(host, "desk_tables", lambda table: table.code),
        setup_parts=_registry(host, "desk_setup_parts", lambda part: part.id),
        takers=_registry(host, "desk_takers", lambda taker: taker.id))


def _nav_order(entry: NavEntry) -> tuple[int, int, str]:
    section = SECTIONS.index(entry.section) if entry.section in SECTIONS else len(SECTIONS)
    return section, entry.order, entry.id


def _let_in(host: PluginHost, one: Contribution[Any], name: str, kept: dict[str, Contribution[Any]]) -> None:
    if name in kept:
        raise PluginMistake(f"{name!r} of {one.plugin_id} is already taken by {kept[name].plugin_id}")
    screen(one.item)
    kept[name] = one if one.plugin_id == DESK else Contribution(one.plugin_id, guard(host, one.plugin_id, one.item))


def _registry(host: PluginHost, hook: str, key: Callable[[Any], str],
              order: Callable[[Any], Any] | None = None) -> Registry[Any]:
    """Without an order of its own a kind keeps the order of start and, within a plugin, of declaration."""
    kept: dict[str, Contribution[Any]] = {}
    for one in host.collect(hook):
        try:
            _let_in(host, one, key(one.item), kept)
        except PluginMistake as mistake:
            host.note(one.plugin_id, Where.DECLARATION, hook, mistake)
    found = list(kept.values())
    return Registry(sorted(found, key=lambda one: order(one.item)) if order else found, key)
