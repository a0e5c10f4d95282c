"""Declare what one bundled plugin contributes, as opening a data folder does, without opening one."""

from importlib import import_module
from typing import Any


def declare_plugin(plugin_id: str) -> None:
    """Its case kinds and number series; its texts' domain."""
    from desk.core.cases.registry import use_kinds
    from desk.core.documents.numbers import declare_series
    from desk.core.i18n import add_domain
    from desk.core.paths import BUNDLED_PLUGINS
    from desk.host.series import series_of

    add_domain(plugin_id, BUNDLED_PLUGINS / plugin_id / "locale")
    hooks: Any = import_module(f"plugins.{plugin_id}.hooks")
    use_kinds(hooks.desk_case_kinds() if hasattr(hooks, "desk_case_kinds") else [])
    declare_series(*map(series_of, hooks.desk_number_series() if hasattr(hooks, "desk_number_series") else []))
