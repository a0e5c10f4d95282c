"""What the statistics contribute to the frame: the page of tables, the pages behind it, the paper."""

from desk.core.i18n import N_
from desk.host.hookspecs import hookimpl
from desk.host.specs import ActionSpec, NavEntry, PaperSpec

ROOM = "desk.shell.statistics"


@hookimpl
def desk_nav_entries() -> list[NavEntry]:
    """Statistics in the sidebar; records and corrections behind them."""
    return [
        NavEntry("statistics.tables", N_("Statistics"), f"{ROOM}.page:StatisticsPage", "chart-column", "work", 180),
        NavEntry("statistics.records", N_("Records behind a number"), f"{ROOM}.records:records_page", "list-filter", "work",
                 hidden=True),
        NavEntry("statistics.corrections", N_("Correction list"), f"{ROOM}.corrections:CorrectionsPage", "history", "work",
                 hidden=True),
    ]


@hookimpl
def desk_actions() -> list[ActionSpec]:
    """Statistics from the box."""
    return [ActionSpec("statistics.open", N_("Statistics"), "statistics.tables", icon="chart-column",
                       keywords=N_("statistics figures report month quarter year"))]


@hookimpl
def desk_papers() -> list[PaperSpec]:
    """Every table prints as one kind of paper."""
    return [PaperSpec("statistics.table", "统计表", "statistics_report", "desk.core.statistics.paper:load",
                      "desk.core.statistics.paper:build", modes=("final",))]
