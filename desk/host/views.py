"""Views and functions by dotted path, "package.module:Name", resolved when first used: a broken one breaks itself only."""

import importlib
import re
from typing import Any

from desk.core.errors import EnvironmentFault
from desk.core.i18n import _
from desk.host.failures import PluginMistake
from desk.host.loader import package_name

_PATH = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*:[A-Za-z_]\w*")


class ViewFault(EnvironmentFault):
    """A page (or another named part) of a plugin cannot be had; names the plugin and says what to do."""

    def __init__(self, plugin_id: str, title: str, path: str) -> None:
        super().__init__(
            _("This part of the plugin {name} could not be opened.").format(name=title),
            advice=_("Everything else works on. The details are under Plugins; send them to whoever supplied it."))
        self.plugin_id, self.path = plugin_id, path


def resolve(path: str, plugin_id: str) -> Any:
    """What `path` names inside the plugin's own package (inside `desk` for "desk").

    PluginMistake for a path of the wrong shape, of somebody else's package or without such a name; what the module
    raises while it is imported passes.
    """
    if not _PATH.fullmatch(path):
        raise PluginMistake(f"{path!r} is not of the form package.module:Name")
    module_name, _colon, name = path.partition(":")
    home = "desk" if plugin_id == "desk" else package_name(plugin_id)
    if module_name != home and not module_name.startswith(f"{home}."):
        raise PluginMistake(f"{path!r} does not lie in {home}")
    module = importlib.import_module(module_name)
    if not hasattr(module, name):
        raise PluginMistake(f"{module_name} has no {name}")
    return getattr(module, name)
