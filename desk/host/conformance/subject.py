"""The plugin under examination: loaded with what it requires, not started, and put away afterwards."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from desk.host import loader
from desk.host.contributions import Contributions, gather
from desk.host.discovery import Found
from desk.host.lifecycle import PluginHost
from desk.host.manifest import Manifest
from desk.host.states import State


@dataclass(slots=True)
class AllOn:
    """Switches for a desk on which exactly these are on."""

    enabled: Collection[str]


@dataclass(slots=True)
class Subject:
    """What the checks look at. complaints: why it cannot even be loaded."""

    id: str
    host: PluginHost
    manifest: Manifest | None
    complaints: tuple[str, ...] = ()
    _declared: list[Contributions] = field(default_factory=list)

    @property
    def usable(self) -> bool:
        """Whether there is anything to check."""
        return not self.complaints

    @property
    def declared(self) -> Contributions:
        """Everything this plugin and those it requires contribute."""
        if not self._declared:
            everything = gather(self.host)
            everything.gather()
            self._declared.append(everything)
        return self._declared[0]


@contextmanager
def subject(found: Sequence[Found], plugin_id: str) -> Iterator[Subject]:
    """Load one of `found` and what it requires. What was imported already stays; the rest is forgotten again."""
    needed = _with_requirements({one.id: one for one in found if one.manifest}, plugin_id)
    host = PluginHost([one for one in found if one.id in needed], AllOn(frozenset(needed)))
    before = {one for one in needed if loader.is_loaded(one)}
    try:
        host.load()
        record = host.record(plugin_id)
        complaints = () if record.state is State.READY else (
            record.sentence, *(failure.report() for failure in record.failures))
        yield Subject(plugin_id, host, record.manifest, complaints)
    finally:
        for one in needed - before:
            loader.unload(one)


def _with_requirements(usable: dict[str, Found], plugin_id: str) -> set[str]:
    needed, waiting = {plugin_id}, [plugin_id]
    while waiting:
        one = usable.get(waiting.pop())
        fresh = set(one.manifest.requires) - needed if one and one.manifest else set()
        needed |= fresh
        waiting += fresh
    return needed
