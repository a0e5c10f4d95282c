"""What switching a plugin on or off means for the others; the verb that does it is in `desk.host.switch_verbs`."""

from dataclasses import dataclass
from pathlib import Path

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.host.judge import named
from desk.host.lifecycle import PluginHost
from desk.host.states import State
from desk.host.trial import try_out

_CANNOT = (State.INVALID, State.INCOMPATIBLE, State.MISSING)


@dataclass(frozen=True, slots=True)
class SwitchPlan:
    """What one switch turns: `ids` all go the same way, requirements first. titles: the others' names, for the question asked.

    roles: (plugin, role, permissions the role gets when that plugin is switched on for the first time).
    """

    on: bool
    ids: tuple[str, ...]
    titles: tuple[str, ...] = ()
    roles: tuple[tuple[str, str, tuple[str, ...]], ...] = ()


def plan_switch(host: PluginHost, plugin_id: str, *, on: bool) -> SwitchPlan:
    """The plan for one plugin's switch; UserError when it cannot be switched on. No data is touched either way."""
    ids = needed_by_switching_on(host, plugin_id) if on else stopped_by_switching_off(host, plugin_id)
    roles = [(manifest.id, role, tuple(rights)) for manifest in host.manifests() if on and manifest.id in ids
             for role, rights in manifest.roles.items()]
    others = tuple(named([one], host.records) for one in ids if one != plugin_id)
    return SwitchPlan(on, ids, others, tuple(roles))


def refuse_unfit(data: Path, host: PluginHost, plan: SwitchPlan) -> None:
    """UserError when an installed plugin that the plan switches on fails its trial; nothing was switched then."""
    for plugin_id in plan.ids if plan.on else ():
        if host.record(plugin_id).installed:
            refuse_findings(host.title(plugin_id), try_out(data, plugin_id))


def refuse_findings(title: str, findings: list[str]) -> None:
    """UserError that names what a trial found."""
    if findings:
        raise UserError(_("“{name}” did not pass its trial and stays off: {findings}").format(
            name=title, findings=" ".join(findings[:3])), todo=_("Send this to whoever supplied it."))


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
    if record is None or record.manifest is None or record.state in _CANNOT or record.barred or plugin_id in above:
        reason = f" {record.sentence}" if record else ""
        raise UserError(_("“{name}” cannot be switched on here.").format(name=named([plugin_id], host.records)) + reason)
    for needed in record.manifest.requires:
        _gather_required(host, needed, wanted, (*above, plugin_id))
    if plugin_id not in wanted:
        wanted.append(plugin_id)
