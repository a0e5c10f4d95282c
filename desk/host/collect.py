"""Guarded calls: one broken plugin is one broken plugin.

pluggy stops at the first exception, so each plugin is called on its own and what a failure means is the hook's policy:
skip (log it, go on), abort (the caller's operation rolls back), closed (it counts as a "no"), fail (the plugin is
FAILED).
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import pluggy

from desk.core.cases.takers import Taker
from desk.core.errors import Cancelled, DeskError, EnvironmentFault
from desk.core.i18n import _
from desk.core.scores.schemes import ScoreScheme
from desk.core.search.indexer import Indexer
from desk.core.setupfile.part import SetupPart
from desk.core.tables.declared import Table
from desk.host import hookspecs, specs
from desk.host.failures import PluginMistake, Where
from desk.host.registering import owner
from desk.host.watch import Watch

T = TypeVar("T")
log = logging.getLogger("desk.host.collect")

ITEMS: dict[str, type] = {
    "desk_nav_entries": specs.NavEntry, "desk_actions": specs.ActionSpec, "desk_person_panels": specs.PanelSpec,
    "desk_home_cards": specs.CardSpec, "desk_settings": specs.SettingSpec, "desk_papers": specs.PaperSpec,
    "desk_case_kinds": specs.CaseKind, "desk_number_series": specs.SeriesSpec, "desk_indexers": Indexer,
    "desk_score_schemes": ScoreScheme,
    "desk_indicators": specs.IndicatorTable, "desk_tables": Table,
    "desk_setup_parts": SetupPart, "desk_takers": Taker,
    "desk_person_timeline": object, "desk_person_delete_blockers": str, "desk_health": str,
}
"""What a hook's list holds; the hooks that are not here answer nothing."""


@dataclass(frozen=True, slots=True)
class Contribution(Generic[T]):
    """One item and the plugin it came from ("desk" for the shell's own)."""

    plugin_id: str
    item: T


class PluginFault(EnvironmentFault):
    """A plugin failed where nothing may be done by halves; names the plugin and says what to do."""

    def __init__(self, plugin_id: str, title: str) -> None:
        super().__init__(
            _("The plugin {name} failed while taking part, so nothing was changed.").format(name=title),
            advice=_("Switch it off under Plugins and try again, or send the details to whoever supplied it."))
        self.plugin_id = plugin_id


class Guard:
    """Calls plugins' hooks one by one. on_failure: told of each failure, (plugin id, where, hook, exception)."""

    def __init__(self, manager: pluggy.PluginManager, watch: Watch, *, title: Callable[[str], str],
                 on_failure: Callable[[str, Where, str, BaseException], object]) -> None:
        self._manager, self._watch, self._title, self._on_failure = manager, watch, title, on_failure

    def collect(self, hook: str, **arguments: Any) -> list[Contribution[Any]]:
        """Every plugin's answers to `hook`, in the order the plugins were started.

        Raises PluginFault for a hook whose policy is "abort"; an error the plugin raised on purpose (UserError and the
        like) passes as it is there. Cancelled always passes.
        """
        found: list[Contribution[Any]] = []
        for name in self._names_with(hook):
            found += self._ask(name, hook, arguments)
        return found

    def tell(self, plugin_id: str, hook: str, **arguments: Any) -> None:
        """Call `hook` of one plugin, when it has it; whatever it raises passes."""
        if plugin_id in self._names_with(hook):
            self._call(plugin_id, hook, arguments)

    def _ask(self, name: str, hook: str, arguments: dict[str, Any]) -> list[Contribution[Any]]:
        policy = hookspecs.POLICIES[hook]
        try:
            with savepoint(arguments.get("uow") if policy in ("skip", "closed") else None):
                return self._call(name, hook, arguments)
        except (KeyboardInterrupt, Cancelled):
            raise
        except BaseException as problem:  # noqa: BLE001 - also SystemExit: a plugin must not end the desk
            return self._failed(owner(name), hook, policy, problem)

    def _call(self, name: str, hook: str, arguments: dict[str, Any]) -> list[Contribution[Any]]:
        others = [plugin for other, plugin in self._manager.list_name_plugin() if plugin and other != name]
        only_this, plugin_id = self._manager.subset_hook_caller(hook, others), owner(name)
        with self._watch.over(plugin_id, hook) as items:
            for answer in only_this(**arguments):
                items.extend(_checked(hook, answer))
        return [Contribution(plugin_id, item) for item in items]

    def _failed(self, plugin_id: str, hook: str, policy: str, problem: BaseException) -> list[Contribution[Any]]:
        if isinstance(problem, DeskError):
            log.info("plugin %s: %s ended with %s", plugin_id, hook, type(problem).__name__)
        else:
            self._on_failure(plugin_id, Where.HOOK, hook, problem)
        if policy == "closed":
            return [Contribution(plugin_id, self._cannot_say(plugin_id))]
        if policy == "skip":
            return []
        if isinstance(problem, DeskError):
            raise problem
        raise PluginFault(plugin_id, self._title(plugin_id)) from problem

    def _cannot_say(self, plugin_id: str) -> str:
        return _("The plugin {name} could not say whether it minds.").format(name=self._title(plugin_id))

    def _names_with(self, hook: str) -> list[str]:
        having = {implementation.plugin_name for implementation in getattr(self._manager.hook, hook).get_hookimpls()}
        return [name for name, _plugin in self._manager.list_name_plugin() if name in having]


def _checked(hook: str, answer: Any) -> Iterator[Any]:
    """The items of one answer; PluginMistake when they are not what the hook asks for."""
    kind = ITEMS.get(hook)
    if kind is None:
        return
    if not isinstance(answer, (list, tuple)):
        raise PluginMistake(f"{hook} must answer a list, not {type(answer).__name__}")
    for item in answer:
        if not isinstance(item, kind):
            raise PluginMistake(f"{hook} must list {kind.__name__}, not {type(item).__name__}")
        yield item


def savepoint(uow: Any) -> AbstractContextManager[Any]:
    """A failed statement of one plugin must not spoil the caller's transaction for the next (PostgreSQL)."""
    session = getattr(uow, "session", None)
    return session.begin_nested() if session is not None else nullcontext()
