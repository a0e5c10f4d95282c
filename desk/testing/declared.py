"""Declare what one plugin contributes, as opening a data folder does, without opening one."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any


def declare_plugin(plugin_id: str, folder: Path | None = None) -> None:
    """Its case kinds, papers, number series, kinds of scoring, tables of figures and takers; its texts' domain.

    folder: where it lies, among the bundled ones unless told.
    """
    from desk.core.cases.registry import use_kinds
    from desk.core.cases.takers import use_takers
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
    declare_all(lambda: said("desk_papers"), said("desk_number_series"))
    use_schemes(said("desk_score_schemes"))
    use_tables(said("desk_indicators"))
    use_takers(said("desk_takers"))


@contextmanager
def declare_items(*, kinds: Iterable[Any] = (), papers: Iterable[Any] = (), series: Iterable[Any] = (),
                  tables: Iterable[Any] = (), figures: Iterable[Any] = (), schemes: Iterable[Any] = (),
                  takers: Iterable[Any] = ()) -> Iterator[None]:
    """Declarations without a plugin, for one test, beside what is declared already: kinds of matters, papers, number series,
    registers (`tables`), tables of figures, score sheets (`schemes`), who takes matters."""
    from desk.core.cases.registry import case_kinds, use_kinds
    from desk.core.cases.takers import all_takers, use_takers
    from desk.core.documents.declared import declare_all
    from desk.core.documents.series_registry import forget_series
    from desk.core.scores.schemes import list_schemes, use_schemes
    from desk.core.statistics.registry import indicator_tables, use_tables
    from desk.core.tables.declared import tables as registers
    from desk.core.tables.declared import use_registers

    kinds_before, registers_before, numbered = list(case_kinds()), list(registers()), list(series)
    figures_before, schemes_before, takers_before = list(indicator_tables()), list(list_schemes()), all_takers()
    use_registers([*registers_before, *tables])
    use_tables([*figures_before, *figures])
    use_schemes([*schemes_before, *schemes])
    use_takers([*takers_before, *takers])
    use_kinds([*kinds_before, *kinds])
    declare_all(list(papers).copy, numbered)
    try:
        yield
    finally:
        use_registers(registers_before)
        use_tables(figures_before)
        use_schemes(schemes_before)
        use_takers(takers_before)
        use_kinds(kinds_before)
        forget_series(*(one.code for one in numbered))
