"""What switching a plugin on or off means for the others; the switch itself is a verb of core, in force at the next start."""

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.host.judge import named
from desk.host.lifecycle import PluginHost
from desk.host.states import State

_CANNOT = (State.INVALID, State.INCOMPATIBLE, State.MISSING)


def needed_by_switching_on(host: PluginHost, plugin_id: str) -> tuple[str, ...]:
    """The plugin and everything it requires that is still off, requirements first.

    UserError when it, or one of those, cannot run on this desk however the switches stand.
    """
    wanted: list[str] = []
    _gather_required(host, plugin_id, wanted, ())
    return tuple(one for one in wanted if one not in host.switches.enabled)


def stopped_by_switching_off(host: PluginHost, plugin_id: str) -> tuple[str, ...]:
    """The plugin and those switched on that require it, directly or through others; they stop with it."""
    off = [plugin_id]
    for manifest in host.manifests():
        if manifest.id in host.switches.enabled and set(manifest.requires) & set(off):
            off.append(manifest.id)
    return tuple(off)


def _gather_required(host: PluginHost, plugin_id: str, wanted: list[str], above: tuple[str, ...]) -> None:
    record = next((record for record in host.records if record.id == plugin_id), None)
    if record is None or record.manifest is None or record.state in _CANNOT or plugin_id in above:
        reason = f" {record.sentence}" if record else ""
        raise UserError(_("“{name}” cannot be switched on here.").format(name=named([plugin_id], host.records)) + reason)
    for needed in record.manifest.requires:
        _gather_required(host, needed, wanted, (*above, plugin_id))
    if plugin_id not in wanted:
        wanted.append(plugin_id)
