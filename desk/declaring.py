"""Plugins' declarations while a hall is being made, before any window: kinds, series and papers known to core, then let go."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from desk.core.paths import BUNDLED_PLUGINS
from desk.host.context import HostServices
from desk.host.discovery import discover
from desk.host.lifecycle import PluginHost


@contextmanager
def plugins_declared(uow: Any, plugins: Sequence[str]) -> Iterator[PluginHost]:
    """The named plugins loaded and asked; whoever needs a unit of work gets `uow`, the one that makes the hall."""
    from desk.core.clock import SystemClock
    from desk.core.events import EventBus
    from desk.host.contributions import gather
    from desk.running import Chosen, declare

    host = PluginHost(discover(BUNDLED_PLUGINS), Chosen(set(plugins)))
    host.load()
    host.start(HostServices(uow=_Same(uow), events=EventBus(), clock=SystemClock(), setting=lambda _key: None,
                            may=lambda _permission: True, data=BUNDLED_PLUGINS))
    declare(gather(host))
    try:
        yield host
    finally:
        host.stop()


def set_words(uow: Any, words: Mapping[str, tuple[str, int]]) -> None:
    """Number words and first numbers as the wizard asked them: series code → (word, first number of this year)."""
    from desk.core.documents.numbers import SeriesDraft, change_series
    from desk.core.documents.series_registry import declared_series

    known = {series.code: series for series in declared_series()}
    for code, (word, first) in words.items():
        if code in known:
            change_series(uow, SeriesDraft(code, known[code].template, word, next_serial=first if first > 1 else None))


class _Same:
    """Gives out the one unit of work that is at work."""

    def __init__(self, uow: Any) -> None:
        self._uow = uow

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """The one at work."""
        yield self._uow

    writing = reading
