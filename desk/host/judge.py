"""What becomes of each plugin found, before a line of it is run: usable, fitting, with what it needs, switched on."""

from collections.abc import Collection, Sequence

from desk.core.i18n import _
from desk.host.discovery import Found
from desk.host.manifest import Manifest
from desk.host.ordering import in_circle
from desk.host.states import PluginRecord, State


def judge(found: Sequence[Found], enabled: Collection[str], *, api: str, safe_mode: bool = False) -> list[PluginRecord]:
    """A record each, in the order given (which is the order of start): READY for those that shall run."""
    records = [PluginRecord(one.id, State.READY, folder=one.folder, manifest=one.manifest, installed=one.installed)
               for one in found]
    for record, one in zip(records, found, strict=True):
        if one.manifest is None:
            record.becomes(State.INVALID, " ".join(one.errors))
        elif not fits(one.manifest.api, api):
            record.becomes(State.INCOMPATIBLE, _(
                "It needs version {needed} of the plugin interface; this desk has {have}.").format(
                needed=".".join(map(str, one.manifest.api)), have=api))
    _block(records)
    _switch(records, enabled, safe_mode=safe_mode)
    return records


def fits(needed: tuple[int, int], api: str) -> bool:
    """Same major number, and at least the minor number: new arguments never break old plugins."""
    major, minor = (int(part) for part in api.split("."))
    return needed[0] == major and needed[1] <= minor


def _block(records: Sequence[PluginRecord]) -> None:
    """Hold back those that require each other in a circle, or something that cannot run."""
    requires = {record.id: record.manifest.requires for record in records if record.manifest}
    usable = {record.id for record in records if record.state is State.READY}
    for record in records:
        if record.state is not State.READY or record.manifest is None:
            continue
        circle, lacking = in_circle(record.id, requires), _lacking(record.manifest, usable)
        if circle:
            record.becomes(State.BLOCKED, _("These require each other: {names}.").format(
                names=named(circle, records)))
        elif lacking:
            record.becomes(State.BLOCKED, _("It needs {names}, which cannot be used here.").format(
                names=named(lacking, records)))
        if circle or lacking:
            usable.discard(record.id)


def _switch(records: Sequence[PluginRecord], enabled: Collection[str], *, safe_mode: bool) -> None:
    on: set[str] = set()
    for record in records:
        if record.state is not State.READY or record.manifest is None:
            continue
        lacking = _lacking(record.manifest, on)
        if record.id not in enabled:
            record.becomes(State.DISABLED)
        elif safe_mode:
            record.becomes(State.DISABLED, _("The desk was started without plugins this time."))
        elif lacking:
            record.becomes(State.BLOCKED, _("It needs {names}, which is switched off.").format(
                names=named(lacking, records)))
        else:
            on.add(record.id)


def _lacking(manifest: Manifest, there: Collection[str]) -> list[str]:
    return [needed for needed in manifest.requires if needed not in there]


def named(ids: Sequence[str], records: Sequence[PluginRecord]) -> str:
    """Their names as a clerk knows them; the id of one that is nowhere."""
    titles = {record.id: record.title for record in reversed(records)}
    return "、".join(titles.get(plugin_id, plugin_id) for plugin_id in ids)
