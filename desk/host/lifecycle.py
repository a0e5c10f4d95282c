"""The plugins of one running desk: loaded, registered, started, asked, stopped; whatever fails is named and set aside.

Start-up, in order (bootstrap does it): discover → PluginHost → preflight and migrations (`fail`, `block`) → load →
start → gather contributions. Switches take effect at the next start: live unloading is more trouble than a restart.
"""

import logging
import os
import sys
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from types import ModuleType
from typing import Any, Protocol

import pluggy

from desk import API_VERSION
from desk.core.i18n import _, add_domain
from desk.host import hookspecs, loader
from desk.host.collect import Contribution, Guard
from desk.host.context import HostServices, PluginContext, context_for
from desk.host.discovery import Found
from desk.host.failures import WHERE_WORDS, Failure, PluginMistake, Where, failure
from desk.host.judge import judge, named
from desk.host.manifest import Manifest, Words
from desk.host.registering import free_name, register
from desk.host.specs import SettingSpec
from desk.host.states import PluginRecord, PluginStatus, State, status_of
from desk.host.views import ViewFault, resolve
from desk.host.watch import Watch

log = logging.getLogger("desk.host")

PATIENCE = 3
"""Failures of a running plugin after which it is set aside until the next start."""
_UNCOUNTED = (Where.DECLARATION, Where.STOP)
_LOADED = (State.RUNNING, State.FAILED)
"""States of a plugin whose code is, or was, in this process: another version waits for the next start."""
DESK = "desk"
"""Whose contributions are the shell's own."""


class Switches(Protocol):
    """Which plugins are switched on; kept in the data file by whoever hands this in."""

    @property
    def enabled(self) -> Collection[str]:
        """Ids of those switched on, also of ones that are not there; moves on with the switches while the desk runs."""
        ...


class PluginHost:
    """Everything the desk knows and does about its plugins; bundled ones and strangers' come through the same door."""

    def __init__(self, found: Sequence[Found], switches: Switches, *, safe_mode: bool = False, api: str = API_VERSION,
                 watch: Watch | None = None) -> None:
        self.switches, self.safe_mode, self.api = switches, safe_mode, api
        self.records = judge(found, switches.enabled, api=api, safe_mode=safe_mode)
        self.manager = pluggy.PluginManager("desk")
        self.manager.add_hookspecs(hookspecs)
        self.watch = watch or Watch(trace=os.environ.get("DESK_TRACE_HOOKS") == "1")
        self.watch.on_hang = self._hung
        self._guard = Guard(self.manager, self.watch, title=self.title, on_failure=self.note)
        self._contexts: dict[str, PluginContext] = {}
        self._modules: dict[str, ModuleType] = {}
        self._settings: dict[str, SettingSpec] = {}
        self._kept: dict[str, ModuleType] = {}
        self._lock = threading.RLock()

    # ---- what there is ----

    def record(self, plugin_id: str) -> PluginRecord:
        """The record of a plugin; KeyError for one that nothing is known of."""
        for record in self.records:
            if record.id == plugin_id:
                return record
        raise KeyError(plugin_id)

    def title(self, plugin_id: str) -> str:
        """Its name as shown."""
        return next((record.title for record in self.records if record.id == plugin_id), plugin_id)

    def statuses(self) -> list[PluginStatus]:
        """What the plugin page shows, by title."""
        enabled = self.switches.enabled
        shown = [status_of(record, switched_on=record.id in enabled) for record in self.records]
        return sorted(shown, key=lambda status: (status.title, status.installed))

    def manifests(self, *states: State) -> list[Manifest]:
        """Manifests of the plugins in one of `states` (all when none is named), in the order of start."""
        return [record.manifest for record in self.records
                if record.manifest is not None and (not states or record.state in states)]

    def notice(self, found: Sequence[Found]) -> list[str]:
        """Take note of what was installed or removed since the start: it is listed and can be switched; what runs goes on.

        Answers those that are gone: MISSING from now on, unless `forget` is told that they left nothing.
        """
        with self._lock:
            known = {record.id: record for record in self.records}
            for fresh in judge(found, self.switches.enabled, api=self.api):
                old = known.get(fresh.id)
                if old is not None and old.state in _LOADED and old.manifest and fresh.manifest:
                    other = fresh.manifest.version != old.manifest.version
                    old.waiting = fresh.manifest.version if other else ""
                elif old is None or fresh.installed and old.state not in (*_LOADED, State.BLOCKED):
                    self.records = [*(one for one in self.records if one is not old), fresh]
            there = {one.id for one in found}
            gone = [record for record in self.records if record.installed and record.id not in there
                    and record.state not in (State.RUNNING, State.MISSING)]
            for record in gone:
                record.becomes(State.MISSING)
            return [record.id for record in gone]

    def forget(self, plugin_ids: Collection[str]) -> None:
        """Those left nothing here."""
        with self._lock:
            self.records = [record for record in self.records if record.id not in plugin_ids]

    # ---- before the start: preflight and migrations speak here ----

    def block(self, plugin_id: str, reason: str) -> None:
        """Hold a plugin back, and those that require it; reason: a translated sentence."""
        self.record(plugin_id).becomes(State.BLOCKED, reason)
        self._hold_back_dependants()

    def bar(self, plugin_id: str, reason: str) -> None:
        """Hold a plugin back that the block list names."""
        self.record(plugin_id).barred = True
        self.block(plugin_id, reason)

    def add_missing(self, plugin_id: str, reason: str = "", names: Mapping[str, str] | None = None,
                    told: Mapping[str, Any] | None = None) -> None:
        """Note a plugin whose tables are in the data file while its folder is not here. names: its name by language; told:
        what was kept of its declarations."""
        rights = tuple((right, Words(title)) for right, title in (told or {}).get("permissions", {}).items())
        self.records.append(PluginRecord(plugin_id, State.MISSING, reason, name=Words(names) if names else None, rights=rights))

    def keep_readable(self, plugin_id: str, made: Mapping[str, ModuleType]) -> None:
        """A plugin whose program is gone: `made` (import name → module) shows what it left, and nothing can be changed."""
        sys.modules.update(made)
        home = loader.package_name(plugin_id)
        self._kept[plugin_id] = made[home]
        register(self.manager, plugin_id, made[f"{home}.hooks"])

    def fail(self, plugin_id: str, where: Where, detail: str, problem: BaseException) -> Failure:
        """Set a plugin aside as FAILED: its hooks, clean-ups and modules are gone when this returns."""
        told = failure(plugin_id, where, detail, problem)
        with self._lock:
            record = self.record(plugin_id)
            record.failures.append(told)
            record.becomes(State.FAILED, _("It failed {when} ({what}).").format(
                when=_(WHERE_WORDS[where]), what=told.message))
            self._set_aside(plugin_id)
            loader.unload(plugin_id)
        log.error("plugin set aside: %s", told.in_code())
        self._hold_back_dependants()
        return told

    # ---- the start ----

    def add_builtin(self, plugin: object, plugin_id: str = DESK) -> None:
        """Register contributions of the desk's own, from as many modules as it likes; mistakes in them are bugs and pass."""
        register(self.manager, free_name(self.manager, plugin_id), plugin)

    def load(self) -> None:
        """Import and register every READY plugin; those that fail are FAILED and those that require them BLOCKED."""
        for record in self.records:
            if record.state is not State.READY or record.manifest is None:
                continue
            if self._attempt(record, Where.IMPORT, "hooks.py", partial(self._import, record.manifest)):
                module = self._modules[record.id]
                self._attempt(record, Where.REGISTER, "hooks.py", partial(register, self.manager, record.id, module))

    def start(self, services: HostServices) -> None:
        """Call each loaded plugin's desk_start with a context of its own; from then on it is RUNNING."""
        for record in self.records:
            if record.state is not State.READY or record.manifest is None or record.id not in self._modules:
                continue
            context = context_for(record.manifest, services, self._failed_unasked(record.id))
            self._contexts[record.id] = context
            hook = "desk_start"
            if self._attempt(record, Where.START, hook, partial(self._guard.tell, record.id, hook, ctx=context)):
                record.becomes(State.RUNNING)

    def stop(self) -> None:
        """Call desk_stop and empty the bins, last started first; failures are noted, nothing keeps the desk open."""
        for record in reversed(self.records):
            context = self._contexts.get(record.id)
            if record.state is State.RUNNING and context is not None:
                try:
                    self._guard.tell(record.id, "desk_stop", ctx=context)
                except KeyboardInterrupt:
                    raise
                except BaseException as problem:  # noqa: BLE001 - also SystemExit: the others must be stopped too
                    self.note(record.id, Where.STOP, "desk_stop", problem)
                self._set_aside(record.id)
                record.becomes(State.READY)
        for plugin_id in self._kept:
            self._set_aside(plugin_id)
            loader.unload(plugin_id)
        self._kept.clear()

    # ---- while it runs ----

    def collect(self, hook: str, **arguments: Any) -> list[Contribution[Any]]:
        """Every plugin's answers to `hook`; see Guard.collect."""
        return self._guard.collect(hook, **arguments)

    def tell(self, plugin_id: str, hook: str, **arguments: Any) -> None:
        """Call `hook` of one running plugin, when it has it; whatever it raises passes."""
        self._guard.tell(plugin_id, hook, **arguments)

    def declared_setting(self, key: str) -> SettingSpec:
        """The declaration of a setting, also while plugins are being started; KeyError when nobody declares it."""
        if key not in self._settings:
            self._settings = {one.item.key: one.item for one in reversed(self.collect("desk_settings"))}
        return self._settings[key]

    def resolve(self, plugin_id: str, path: str) -> Any:
        """The view or function `path` of a running plugin; ViewFault, after noting it, when it cannot be had."""
        if plugin_id not in (DESK, *self._kept) and self.record(plugin_id).state is not State.RUNNING:
            raise ViewFault(plugin_id, self.title(plugin_id), path)
        try:
            with self.watch.over(plugin_id, path):
                return resolve(path, plugin_id)
        except KeyboardInterrupt:
            raise
        except BaseException as problem:  # noqa: BLE001 - also SystemExit at import
            self.note(plugin_id, Where.VIEW, path, problem)
            raise ViewFault(plugin_id, self.title(plugin_id), path) from problem

    def note(self, plugin_id: str, where: Where, detail: str, problem: BaseException) -> Failure:
        """Remember a failure; after PATIENCE of them the plugin is set aside (open pages stay, hooks are gone)."""
        told = failure(plugin_id, where, detail, problem)
        log.warning("plugin failed: %s", told.in_code())
        if plugin_id == DESK:
            return told
        with self._lock:
            record = self.record(plugin_id)
            record.failures.append(told)
            counted = [failure for failure in record.failures if failure.where not in _UNCOUNTED]
            if record.state is State.RUNNING and len(counted) >= PATIENCE and where not in _UNCOUNTED:
                record.becomes(State.FAILED, _(
                    "It failed {count} times and was set aside until the next start.").format(
                    count=len(counted)))
                self._set_aside(plugin_id)
        return told

    def blame(self, problem: BaseException) -> str:
        """The plugin in whose own code `problem` arose outside any hook (painting, a click, a job), noted; "" for nobody's.

        Its code must be where it arose, not merely on the way there: a mistake of the desk's is the desk's.
        """
        frame, names = problem.__traceback__, list[str]()
        while frame is not None:
            names.append(str(frame.tb_frame.f_globals.get("__name__", "")))
            frame = frame.tb_next
        inner = next((name for name in reversed(names) if name.startswith(("desk.", "plugins."))), "")
        plugin_id = inner.split(".")[1] if inner.startswith("plugins.") else ""
        if not any(record.id == plugin_id and record.state is State.RUNNING for record in self.records):
            return ""
        self.note(plugin_id, Where.VIEW, inner, problem)
        return plugin_id

    # ---- inner ----

    def _hung(self, plugin_id: str, what: str) -> None:
        """Count a call that does not come back; the plugin cannot be set aside while it is inside it."""
        record = next((one for one in self.records if one.id == plugin_id), None)
        if record is not None:
            record.failures.append(failure(plugin_id, Where.HOOK, what, PluginMistake("it does not come back")))

    def _import(self, manifest: Manifest) -> None:
        add_domain(manifest.id, manifest.locale)
        with self.watch.over(manifest.id, "import"):
            self._modules[manifest.id] = loader.load_hooks(manifest.id, manifest.folder)

    def _attempt(self, record: PluginRecord, where: Where, detail: str, step: Callable[[], None]) -> bool:
        try:
            step()
        except KeyboardInterrupt:
            raise
        except BaseException as problem:  # noqa: BLE001 - also SystemExit: a plugin must not end the desk
            self.fail(record.id, where, detail, problem)
            return False
        return True

    def _set_aside(self, plugin_id: str) -> None:
        if self.manager.has_plugin(plugin_id):
            self.manager.unregister(name=plugin_id)
        self._modules.pop(plugin_id, None)
        context = self._contexts.pop(plugin_id, None)
        for problem in context.bin.empty() if context is not None else ():
            told = failure(plugin_id, Where.STOP, "on_stop", problem)
            self.record(plugin_id).failures.append(told)
            log.warning("plugin failed: %s", told.in_code())

    def _hold_back_dependants(self) -> None:
        """Those READY ones that require something which no longer will run."""
        will_run = {record.id for record in self.records if record.state in (State.READY, State.RUNNING)}
        for record in self.records:
            if record.state is not State.READY or record.manifest is None:
                continue
            lacking = [needed for needed in record.manifest.requires if needed not in will_run]
            if lacking:
                record.becomes(State.BLOCKED, _("It needs {names}, which does not run.").format(
                    names=named(lacking, self.records)))
                will_run.discard(record.id)
                self._set_aside(record.id)

    def _failed_unasked(self, plugin_id: str) -> Callable[[str, BaseException], Failure]:
        return lambda what, problem: self.note(plugin_id, Where.EVENT, what, problem)
