"""What a plugin is handed at its start: services, a bin for clean-ups. No window, no engine, no plugin manager."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from desk.core.clock import Clock
from desk.core.events import EventBus
from desk.core.i18n import Translator, translator
from desk.host.manifest import Manifest


class Units(Protocol):
    """Opens units of work for whoever is signed in; one per job, in the thread that uses it."""

    def reading(self) -> AbstractContextManager[Any]:
        """A unit of work that cannot write."""
        ...

    def writing(self) -> AbstractContextManager[Any]:
        """A unit of work that commits at the end of the block."""
        ...


@dataclass(frozen=True, slots=True)
class HostServices:
    """What the composition root lends to plugins.

    setting: full key → value in force. may: whether the signed-in person has a permission. data: the data folder's
    place for plugins' own files.
    """

    uow: Units
    events: EventBus
    clock: Clock
    setting: Callable[[str], Any]
    may: Callable[[str], bool]
    data: Path


class Bin:
    """Clean-ups, undone in reverse order; one that raises does not keep the others from being done."""

    def __init__(self) -> None:
        self._clean_ups: list[Callable[[], object]] = []

    def put(self, clean_up: Callable[[], object]) -> None:
        """Remember `clean_up` for the plugin's stop."""
        self._clean_ups.append(clean_up)

    def empty(self) -> list[BaseException]:
        """Do all of them, last first; what they raised is answered."""
        raised: list[BaseException] = []
        while self._clean_ups:
            try:
                self._clean_ups.pop()()
            except KeyboardInterrupt:
                raise
            except BaseException as problem:  # noqa: BLE001 - clean-ups are a plugin's code
                raised.append(problem)
        return raised


class PluginSettings:
    """The plugin's own settings, by their short names."""

    def __init__(self, plugin_id: str, setting: Callable[[str], Any]) -> None:
        self._plugin_id, self._setting = plugin_id, setting

    def get(self, name: str) -> Any:
        """Value of "<plugin>.<name>": what was set, else the declared default. KeyError when never declared."""
        return self._setting(f"{self._plugin_id}.{name}")


@dataclass(frozen=True, slots=True)
class PluginContext:
    """One running plugin's view of the desk.

    folder: its program, not to be written to. data_dir: for files of its own, made on first use by the plugin.
    failed: tells the host of an error in something the plugin does unasked, (what, exception).
    """

    id: str
    version: str
    folder: Path
    data_dir: Path
    log: logging.Logger
    settings: PluginSettings
    tr: Translator
    uow: Units
    events: EventBus
    clock: Clock
    may: Callable[[str], bool]
    failed: Callable[[str, BaseException], object]
    bin: Bin = field(default_factory=Bin)

    def on_stop(self, clean_up: Callable[[], object]) -> None:
        """Have `clean_up` called when the plugin stops or fails; last given, first called."""
        self.bin.put(clean_up)

    def subscribe(self, kind: type, listener: Callable[[Any], None]) -> None:
        """Tell `listener` of each event of `kind` until the plugin stops."""
        def guarded(event: Any) -> None:
            try:
                listener(event)
            except Exception as problem:  # noqa: BLE001 - what is committed stays committed
                self.failed(kind.__name__, problem)

        self.on_stop(self.events.subscribe(kind, guarded))


def context_for(manifest: Manifest, services: HostServices,
                failed: Callable[[str, BaseException], object]) -> PluginContext:
    """The context of a plugin about to start."""
    return PluginContext(
        id=manifest.id, version=manifest.version, folder=manifest.folder, data_dir=services.data / manifest.id,
        log=logging.getLogger(f"plugins.{manifest.id}"), settings=PluginSettings(manifest.id, services.setting),
        tr=translator(manifest.id), uow=services.uow, events=services.events, clock=services.clock, may=services.may,
        failed=failed)
