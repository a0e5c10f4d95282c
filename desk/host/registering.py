"""Register a plugin's hooks; an unknown hook or argument is refused by name instead of being silently ignored."""


import pluggy

from desk.host.failures import PluginMistake
from desk.host.hookspecs import POLICIES


def register(manager: pluggy.PluginManager, plugin_id: str, plugin: object) -> None:
    """Register `plugin` under its id. PluginMistake for an unknown hook, PluginValidationError for an unknown argument.

    After an error nothing of it stays registered.
    """
    try:
        manager.register(plugin, name=plugin_id)
        _refuse_unknown_hooks(manager, plugin)
    except BaseException:
        if manager.has_plugin(plugin_id):
            manager.unregister(name=plugin_id)
        raise


def free_name(manager: pluggy.PluginManager, plugin_id: str) -> str:
    """A name to register one more object of `plugin_id` under; `owner` finds the way back."""
    taken = {name for name, _plugin in manager.list_name_plugin()}
    names = (plugin_id if number == 1 else f"{plugin_id}#{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def owner(name: str) -> str:
    """Id of the plugin that a registered name stands for."""
    return name.partition("#")[0]


def _refuse_unknown_hooks(manager: pluggy.PluginManager, plugin: object) -> None:
    """As pluggy's check_pending, for this plugin alone and without paths of the machine in the text."""
    for caller in manager.get_hookcallers(plugin) or ():
        if not caller.has_spec():
            import difflib

            near = difflib.get_close_matches(caller.name, POLICIES, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise PluginMistake(f"there is no hook {caller.name}{hint}")
