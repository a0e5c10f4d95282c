"""Tables out and lists in: one gate for values that leave, dry run and undo for lists that come."""

from desk.core.exchange.batch import SourceRow, field_index, preview_list, read_list, take_over, undo_batch
from desk.core.exchange.columns import FieldIndex, ImportField, match_columns
from desk.core.exchange.export import ExportColumn, ExportTable, csv_cell, write_csv, write_table, write_whole, write_xlsx
from desk.core.exchange.heading import best_sheet
from desk.core.exchange.keyed import KeyedImporter, KeyedRow
from desk.core.exchange.list_import import ImportReport, ListImport, report_of
from desk.core.exchange.model import ImportBatch
from desk.core.exchange.people_along import PERSON_CHILDREN, take_people_back
from desk.core.exchange.progress import Progress, silent
from desk.core.exchange.reading import read_tables
from desk.core.exchange.table import Sheet
from desk.core.exchange.undoing import changes_of, ids_of, referred_to, refuse
from desk.core.exchange.verdicts import CHANGED, NEW, REJECTED, SAME, FieldChange, ListDraft, Preview, RowVerdict

__all__ = [
    "CHANGED", "NEW", "PERSON_CHILDREN", "REJECTED", "SAME", "ExportColumn", "ExportTable", "FieldChange", "FieldIndex",
    "ImportBatch", "ImportField", "ImportReport", "KeyedImporter", "KeyedRow", "ListDraft", "ListImport", "Preview",
    "Progress", "RowVerdict", "Sheet", "SourceRow", "best_sheet", "changes_of", "csv_cell", "field_index", "ids_of",
    "match_columns", "preview_list", "read_list", "read_tables", "referred_to", "refuse", "report_of", "silent",
    "take_over", "take_people_back", "undo_batch", "write_csv", "write_table", "write_whole", "write_xlsx",
]
