"""Tables of figures as declarations: indicators by period and area, breakdowns, shares, pictures. Loads no database."""

from desk.core.statistics.declared import (
    ALL,
    COMPARED,
    MONTHS,
    Base,
    ChartSpec,
    Figure,
    IndicatorTable,
    Ratio,
    RecordLine,
    Scope,
    Source,
    Split,
)
from desk.core.statistics.periods import ReportPeriod, parse_period, period_of

__all__ = ["ALL", "COMPARED", "MONTHS", "Base", "ChartSpec", "Figure", "IndicatorTable", "Ratio", "RecordLine", "ReportPeriod",
           "Scope", "Source", "Split", "parse_period", "period_of"]
