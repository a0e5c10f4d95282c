"""Before the desk itself is updated: which plugins would be off under the new one, and why. Nothing is run."""

from dataclasses import replace

from desk.host.discovery import Found
from desk.host.judge import judge
from desk.host.lifecycle import PluginHost
from desk.host.manifest import Manifest
from desk.host.states import State


def off_after(host: PluginHost, api: str) -> list[tuple[str, str]]:
    """(name, reason) of each plugin that is switched on and would not run on a desk whose interface is `api`.

    Bundled ones come anew with the desk; they are judged only where an installed one needs them.
    """
    found = [Found(record.id, record.folder, _newest(record.manifest, api) if not record.installed else record.manifest,
                   (record.reason,) if record.manifest is None else (), record.installed)
             for record in host.records if record.folder is not None]
    judged = judge(found, host.switches.enabled, api=api)
    off = [(record.title, record.sentence) for record in judged
           if record.id in host.switches.enabled and record.state is not State.READY]
    gone = [(record.title, record.sentence) for record in host.records
            if record.state is State.MISSING and record.id in host.switches.enabled]
    return [*off, *gone]


def _newest(manifest: Manifest | None, api: str) -> Manifest | None:
    """A bundled plugin as the new desk would bring it: written for its interface."""
    major, minor = (int(part) for part in api.split("."))
    return replace(manifest, api=(major, min(minor, manifest.api[1]) if manifest.api[0] == major else 0)) if manifest else None
