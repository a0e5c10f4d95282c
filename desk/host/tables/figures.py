"""Figures of declared registers: records by the day they name, apart by a choice."""

from collections.abc import Callable, Sequence
from typing import Any

from desk.core.i18n import translator
from desk.core.statistics.declared import Figure, IndicatorTable, RecordLine, Scope, Source, Split
from desk.host.tables.declarations import Count, Declared


def table_of(declared: Declared, count: Count) -> IndicatorTable:
    """The table of one declared figure."""
    register = declared.register(count.register)
    table = register.table
    home = f"plugins.{declared.plugin_id}.figures"
    source = Source(f"{declared.plugin_id}.{count.id}", f"{home}:facts_{count.id}", f"{home}:lines_{count.id}",
                    f"{table.code}_record", table.code)
    split = None
    if count.apart:
        field = table.field(count.apart)
        values = field.choices if field.kind == "choice" else f"{home}:values_{count.id}"
        split = Split("value", field.title, values)
    return IndicatorTable(f"{declared.plugin_id}.{count.id}", count.title, (Figure("count", count.title, source, when="day"),),
                          by=split, permission=table.read, domain=declared.plugin_id)


def facts_of(declared: Declared, count: Count) -> Callable[[Any, Scope], Sequence[Any]]:
    """`(uow, Scope) -> facts`, each with id, day and value."""
    table = declared.register(count.register).table

    def facts(uow: Any, scope: Scope) -> Sequence[Any]:
        from desk.core.tables.facts import list_facts

        return list_facts(uow, table, count.by, count.apart, scope.first, scope.last, scope.area_ids)

    return facts


def values_of(declared: Declared, count: Count) -> Callable[[Any, Scope], list[tuple[str, str]]]:
    """`(uow, Scope) -> values` of a place: those that occur, by their full names."""
    facts = facts_of(declared, count)

    def values(uow: Any, scope: Scope) -> list[tuple[str, str]]:
        from desk.core.tables.values import read_names

        ids = {int(fact.value) for fact in facts(uow, scope) if fact.value}
        return sorted(((str(area), name) for (_kind, area), name in read_names(uow, {"place": ids}).items()),
                      key=lambda one: one[1])

    return values


def lines_of(declared: Declared, count: Count) -> Callable[[Any, Sequence[int]], list[RecordLine]]:
    """`(uow, ids) -> lines` of the records behind a number."""
    table = declared.register(count.register).table

    def lines(uow: Any, ids: Sequence[int]) -> list[RecordLine]:
        from desk.core.tables.facts import list_by_ids

        say = translator(table.plugin_id)
        found = list_by_ids(uow, table, ids)
        return [RecordLine(row.id, row.number, row.title, say(table.one), row.at.date()) for row in found]

    return lines
