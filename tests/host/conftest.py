"""A host over some of the zoo's plugins, put away after the test."""

import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest

from desk.core.clock import FixedClock
from desk.core.events import EventBus
from desk.host import loader
from desk.host.context import HostServices
from desk.host.discovery import discover
from desk.host.lifecycle import PluginHost

ZOO = Path(__file__).resolve().parents[1] / "zoo"


@dataclass
class Switched:
    """Switches in memory."""

    enabled: set[str] = field(default_factory=set)


def services(folder: Path, **settings: object) -> HostServices:
    """What the composition root would lend, without a database."""
    units = SimpleNamespace(reading=nullcontext, writing=nullcontext)
    return HostServices(units, EventBus(), FixedClock(), settings.__getitem__, lambda permission: True, folder)


@pytest.fixture
def zoo() -> Iterator[Callable[..., PluginHost]]:
    """`zoo("good", "brokenview")`: a host that found these and has all of them switched on."""
    hosts: list[PluginHost] = []

    def make(*ids: str, off: tuple[str, ...] = (), **options: object) -> PluginHost:
        found = [one for one in discover(ZOO) if one.id in ids]
        hosts.append(PluginHost(found, Switched(set(ids) - set(off)), **options))
        return hosts[-1]

    yield make
    for host in hosts:
        host.stop()
    for name in [name for name in sys.modules if name.startswith("plugins.")]:
        if (ZOO / name.split(".")[1]).is_dir():
            loader.unload(name.split(".")[1])


@pytest.fixture
def running(zoo: Callable[..., PluginHost], tmp_path: Path) -> Callable[..., PluginHost]:
    """As `zoo`, loaded and started."""

    def make(*ids: str, **options: object) -> PluginHost:
        host = zoo(*ids, **options)
        host.load()
        host.start(services(tmp_path))
        return host

    return make
