"""Figures at work: read a declared table, freeze and correct months, the records behind a number. Loads SQLAlchemy."""

from desk.core.statistics.comparing import Difference, MonthDifferences, list_differences
from desk.core.statistics.counting import Sum, count_months
from desk.core.statistics.freezing import CorrectionDraft, FreezeDraft, correct_month, freeze_month, make_report
from desk.core.statistics.frozen import CorrectionRow, MonthRow, list_frozen
from desk.core.statistics.records import CellRecords, CountedRecord, case_lines, count_records, read_records
from desk.core.statistics.registry import indicator_table, indicator_tables
from desk.core.statistics.table import CellValue, TableView, read_table

__all__ = ["CellRecords", "CellValue", "CorrectionDraft", "CorrectionRow", "CountedRecord", "Difference", "FreezeDraft",
           "MonthDifferences", "MonthRow", "Sum", "TableView", "case_lines", "correct_month", "count_months", "count_records",
           "freeze_month", "indicator_table", "indicator_tables", "list_differences", "list_frozen", "make_report",
           "read_records", "read_table"]
