"""What the statistics contribute to the frame: the page of tables and the pages behind it."""

from typing import Any

from desk.core.i18n import N_
from desk.host.hookspecs import hookimpl
from desk.host.specs import ActionSpec, CardSpec, HomeItem, IndicatorTable, NavEntry, PaperSpec, SettingSpec

FREEZE = "desk.statistics.freeze"
ROOM = "desk.shell.statistics"


@hookimpl
def desk_nav_entries() -> list[NavEntry]:
    """Statistics in the sidebar; records and corrections behind them."""
    return [
        NavEntry("statistics.tables", N_("Statistics"), f"{ROOM}.page:StatisticsPage", "chart-column", "work", 180),
        NavEntry("statistics.communities", N_("Figures of communities"), f"{ROOM}.communities_page:CommunitiesPage", "layers",
                 "work", 181, FREEZE, hidden=True),
        NavEntry("statistics.records", N_("Records behind a number"), f"{ROOM}.records:records_page", "list-filter", "work",
                 hidden=True),
        NavEntry("statistics.calendar", N_("Reporting calendar"), f"{ROOM}.calendar_list:CALENDAR", "calendar-check", "work",
                 hidden=True),
        NavEntry("statistics.of_line", N_("Statistics"), f"{ROOM}.calendar_list:table_page", "chart-column", "work",
                 hidden=True),
        NavEntry("statistics.corrections", N_("Correction list"), f"{ROOM}.corrections:CorrectionsPage", "history", "work",
                 hidden=True),
    ]


@hookimpl
def desk_actions() -> list[ActionSpec]:
    """Statistics from the box."""
    return [ActionSpec("statistics.open", N_("Statistics"), "statistics.tables", icon="chart-column",
                       keywords=N_("statistics figures report month quarter year")),
            ActionSpec("statistics.open_communities", N_("Figures of communities"), "statistics.communities", icon="layers",
                       keywords=N_("street communities sum exchange file figures"), permission=FREEZE),
            ActionSpec("statistics.open_calendar", N_("Reporting calendar"), "statistics.calendar", icon="calendar-check",
                       keywords=N_("statistics report due frozen"))]


@hookimpl
def desk_papers() -> list[PaperSpec]:
    """The sums over communities."""
    papers = "desk.core.statistics.communities_paper"
    return [PaperSpec("desk.communities", "多社区汇总统计表", "figures_file", f"{papers}:load", f"{papers}:build",
                      permission=FREEZE, modes=("final",))]


@hookimpl
def desk_home_cards() -> list[CardSpec]:
    """Months that are to be frozen."""
    return [CardSpec("statistics.due", N_("Reporting calendar"), _due, "due", 850)]


def _due(uow: Any) -> list[HomeItem]:
    from desk.shell.statistics.due_items import due_items  # tables are loaded when somebody asks, not at the start

    return due_items(uow)


@hookimpl
def desk_settings() -> list[SettingSpec]:
    """When reports are due."""
    return [SettingSpec("desk.statistics.due_day", N_("Monthly figures are due on this day of the next month"), "number", 5,
                        source="各地规定不一（未能核实）", unsure=True, minimum=1, maximum=28)]


@hookimpl
def desk_indicators() -> list[IndicatorTable]:
    """Tables of the desk's own registers."""
    from desk.core.statistics import board_tables, import_tables, matters, register_tables

    return [*register_tables.TABLES, *board_tables.TABLES, *matters.TABLES, *import_tables.TABLES]
