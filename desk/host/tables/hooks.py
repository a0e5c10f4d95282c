"""What a tables-only plugin contributes, as hooks that the desk itself makes out of its declarations."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from desk.core.i18n import _, translator
from desk.core.tables.declared import Table
from desk.host.hookspecs import hookimpl
from desk.host.specs import ActionSpec, CardSpec, CaseKind, HomeItem, NavEntry, PaperSpec, SeriesSpec
from desk.host.tables.declarations import NOBODY, Declared, Register
from desk.host.tables.figures import table_of

SOON = 14
"""Days before something is due from which the home page names it."""


def hooks_of(declared: Declared) -> dict[str, Callable[..., Any]]:
    """Hook name → implementation."""
    answers: dict[str, Callable[[], list[Any]]] = {
        "desk_nav_entries": lambda: list(_entries(declared)), "desk_actions": lambda: list(_actions(declared)),
        "desk_papers": lambda: list(_papers(declared)), "desk_case_kinds": lambda: list(_kinds(declared)),
        "desk_number_series": lambda: list(_series(declared)), "desk_home_cards": lambda: list(_cards(declared)),
        "desk_indicators": lambda: [table_of(declared, count) for count in declared.counts],
        "desk_tables": lambda: [register.table for register in declared.registers]}
    hooks = {name: hookimpl(_named(name, answer)) for name, answer in answers.items()}
    return hooks | {"desk_person_timeline": hookimpl(_timeline(declared)), "desk_demo_data": hookimpl(_practice(declared)),
                    "desk_person_delete_blockers": hookimpl(_blockers(declared))}


def _named(name: str, answer: Callable[[], list[Any]]) -> Callable[[], list[Any]]:
    def hook() -> list[Any]:
        return answer()

    hook.__name__ = name
    return hook


def _entries(declared: Declared) -> Iterator[NavEntry]:
    home = f"plugins.{declared.plugin_id}.pages"
    for place, register in enumerate(declared.registers):
        table, own = register.table, register.id
        yield NavEntry(f"{table.code}_list", table.title, f"{home}:{own}_list", register.icon, register.section, 100 + place,
                       table.read)
        yield NavEntry(f"{table.code}_record", table.one, f"{home}:{own}_record", register.icon, register.section,
                       permission=table.read, hidden=True)
        yield NavEntry(f"{table.code}_form", table.one, f"{home}:{own}_form", register.icon, register.section,
                       permission=table.write, hidden=True)
        for asking in register.askings:
            if asking.asks or asking.reason:
                yield NavEntry(f"{table.code}_do_{asking.move}", asking.title, f"{home}:{own}_do_{asking.move}",
                               register.icon, register.section, permission=table.write, hidden=True)


def _actions(declared: Declared) -> Iterator[ActionSpec]:
    for register in declared.registers:
        table = register.table
        if table.write == NOBODY:
            continue
        yield ActionSpec(f"{table.code}_new", f"Register: {table.one}", f"{table.code}_form", icon=register.icon,
                         keywords=table.title, permission=table.write)


def _papers(declared: Declared) -> Iterator[PaperSpec]:
    home = f"plugins.{declared.plugin_id}.papers"
    for paper in declared.papers:
        table = declared.register(paper.register).table
        record = f"{table.code}_list" if paper.whole else table.code
        yield PaperSpec(f"{declared.plugin_id}.{paper.id}", paper.title, record, f"{home}:load_{paper.id}",
                        f"{home}:build_{paper.id}", permission=table.read,
                        find="" if paper.whole else f"{home}:find_{paper.id}")


def _kinds(declared: Declared) -> Iterator[CaseKind]:
    return (register.case for register in declared.registers if register.case is not None)


def _series(declared: Declared) -> Iterator[SeriesSpec]:
    return (SeriesSpec(register.table.code, register.table.title, register.template)
            for register in declared.registers if register.template)


def _cards(declared: Declared) -> Iterator[CardSpec]:
    for register in declared.registers:
        if register.case and register.case.limits:
            yield CardSpec(f"{register.table.code}_due", register.table.title, _matters_due(register),
                           permission=register.table.read)
        elif register.table.due:
            yield CardSpec(f"{register.table.code}_due", register.table.title, _records_due(register.table),
                           permission=register.table.read)


def _matters_due(register: Register) -> Callable[[Any], list[HomeItem]]:
    def load(uow: Any) -> list[HomeItem]:
        from desk.core.cases.queries import list_due

        table, until = register.table, uow.clock.today() + timedelta(days=SOON)
        say = translator(table.plugin_id)
        return [HomeItem(f"{say(row.clock)}: {row.title}", row.number, row.last_day, entry=f"{table.code}_record",
                         args={"record_id": row.case_id}) for row in list_due(uow, until, kind=table.code)]

    return load


def _records_due(table: Table) -> Callable[[Any], list[HomeItem]]:
    def load(uow: Any) -> list[HomeItem]:
        from desk.core.tables.queries import list_due

        say = translator(table.plugin_id)
        what = say(table.field(table.due).title)
        found = list_due(uow, table, uow.clock.today() + timedelta(days=SOON))
        return [HomeItem(f"{what}: {row.title}", f"{say(table.one)} {row.number}".strip(), row.due,
                         entry=f"{table.code}_record", args={"record_id": row.id}) for row in found]

    return load


def _timeline(declared: Declared) -> Callable[..., list[Any]]:
    def desk_person_timeline(person_id: int, uow: Any) -> list[Any]:
        """Records without a matter; matters tell of themselves as matters of the person."""
        from desk.core.tables.queries import list_of_person
        from desk.host.pages import TimelineItem

        found = []
        for register in declared.registers:
            table, say = register.table, translator(declared.plugin_id)
            if not table.case and uow.actor.may(table.read) and any(field.kind == "person" for field in table.fields):
                found += [TimelineItem(row.at, f"{say(table.one)}: {row.title}", detail=row.number)
                          for row in list_of_person(uow, table, person_id)]
        return found

    return desk_person_timeline


def _blockers(declared: Declared) -> Callable[..., list[str]]:
    def desk_person_delete_blockers(person_id: int, uow: Any) -> list[str]:
        from desk.core.tables.queries import count_of_person

        found = []
        for register in declared.registers:
            count = count_of_person(uow, register.table, person_id)
            if count:
                found.append(_("{register} names this person in {n} of its records.").format(
                    register=translator(declared.plugin_id)(register.table.title), n=count))
        return found

    return desk_person_delete_blockers


def _practice(declared: Declared) -> Callable[..., None]:
    def desk_demo_data(uow: Any, seed: int) -> None:
        from desk.host.tables.practice import fill

        fill(uow, declared, seed)

    return desk_demo_data
