"""Declare what one plugin contributes, as opening a data folder does, without opening one."""

from importlib import import_module
from pathlib import Path
from typing import Any


def declare_plugin(plugin_id: str, folder: Path | None = None) -> None:
    """Its case kinds, papers, number series, kinds of scoring and tables of figures; its texts' domain.

    folder: where it lies, among the bundled ones unless told.
    """
    from desk.core.cases.registry import use_kinds
    from desk.core.documents.declared import declare_all
    from desk.core.i18n import add_domain
    from desk.core.paths import BUNDLED_PLUGINS
    from desk.core.scores.schemes import use_schemes
    from desk.core.statistics.registry import use_tables
    from desk.core.tables.declared import use_registers

    add_domain(plugin_id, (folder or BUNDLED_PLUGINS / plugin_id) / "locale")
    hooks: Any = import_module(f"plugins.{plugin_id}.hooks")

    def said(hook: str) -> list[Any]:
        return list(getattr(hooks, hook, list)())

    use_registers(said("desk_tables"))
    use_kinds(said("desk_case_kinds"))
    declare_all(said("desk_papers"), said("desk_number_series"))
    use_schemes(said("desk_score_schemes"))
    use_tables(said("desk_indicators"))
