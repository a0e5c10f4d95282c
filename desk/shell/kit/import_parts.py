"""Pieces of the import page: where the file is dropped, the columns, what each row will do, what was imported before."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QGridLayout, QHeaderView, QTableView, QTabWidget, QWidget

from desk.core.clock import hall_time
from desk.core.exchange.batch_queries import BatchRow
from desk.core.exchange.columns import ImportField
from desk.core.exchange.verdicts import CHANGED, MISSING, NEW, REJECTED, SAME, TITLES, FieldChange, Preview, RowVerdict
from desk.core.i18n import Translator, _, ngettext
from desk.host.import_pages import ImportSpec
from desk.shell import theme
from desk.shell.kit import bits
from desk.shell.kit.import_work import ReadList

Index = QModelIndex | QPersistentModelIndex
WRAPPED = 300
"""Rows up to which a table gives each its own height; longer ones show one line and the rest as a tooltip."""
SHOWN = (NEW, CHANGED, MISSING, REJECTED, SAME)
"""The tabs of a preview, in their order."""


class FilePane(QFrame):
    """Drop a file or choose one. choose()."""

    choose = Signal()

    def __init__(self, help: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.button = bits.button(_("&Choose the spreadsheet"), self.choose, icon="folder-open", main=True)
        help_ = bits.label(help, "muted", wrap=True)
        title = bits.label(_("Drop an .xlsx, .xls, .ods or .csv file here, or choose one"), "section")
        self.setLayout(bits.column(bits.row(None, bits.picture("upload", "accent", 40), None), bits.row(None, title, None),
                                   help_, bits.row(None, self.button, None), margins=24, spacing=12))


class ColumnsPane(QFrame):
    """For each thing the register keeps, the column that says it. changed()."""

    def __init__(self, found: ReadList, fields: Sequence[ImportField], tr: Translator) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._kinds = {field.name: field.kind for field in fields}
        self._found, self.boxes, self._samples = found, dict[str, QComboBox](), dict[str, Any]()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for place, title in enumerate((_("The register keeps"), _("Column of the list"), _("The first rows say"))):
            grid.addWidget(bits.label(title, "section"), 0, place)
        for row, field in enumerate(fields, 1):
            self._put(grid, row, field.name, tr(field.label), field.required)
        grid.setColumnStretch(2, 1)
        self.setLayout(bits.column(grid, margins=12))

    def _put(self, grid: QGridLayout, row: int, name: str, title: str, required: bool) -> None:
        box = QComboBox()
        box.setAccessibleName(title)
        box.setFixedWidth(theme.px(260))
        box.addItem(_("(not in this list)"), -1)
        for column in range(len(self._found.draft.sheet.labels)):
            box.addItem(self._found.heading(column), column)
        box.setCurrentIndex(self._found.draft.columns.get(name, -1) + 1)
        head = bits.label(f"{title} *" if required else title)
        head.setBuddy(box)
        grid.addWidget(head, row, 0)
        grid.addWidget(box, row, 1)
        self._samples[name] = bits.label(role="muted")
        grid.addWidget(self._samples[name], row, 2)
        self.boxes[name] = box
        box.currentIndexChanged.connect(self._on_chosen)
        self._show_sample(name)

    def columns(self) -> Mapping[str, int]:
        """Field → column, -1 for none."""
        return {name: box.currentData() for name, box in self.boxes.items()}

    @Slot()
    def _on_chosen(self) -> None:
        for name in self.boxes:
            self._show_sample(name)

    def _show_sample(self, name: str) -> None:
        column = self.boxes[name].currentData()
        text = self._found.sample(column, self._kinds[name]) if column >= 0 else ""
        self._samples[name].setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, theme.px(420)))


Cells = Callable[[Any], tuple[str, ...]]
"""The texts of one line."""


class RowsModel(QAbstractTableModel):
    """Lines that are all there; their texts are made when they are looked at, so that 100,000 cost nothing."""

    def __init__(self, heads: Sequence[str], lines: Sequence[Any], cells: Cells, parent: Any) -> None:
        super().__init__(parent)
        self._heads, self.lines, self._cells = heads, lines, cells

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """Every line as it is shown."""
        return [self._cells(line) for line in self.lines]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return self._cells(self.lines[index.row()])[index.column()] if shown else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._heads[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class RowsTable(QTableView):
    """A plain table; Enter or a double click opens the record of a row. opened(record id)."""

    opened = Signal(int)

    def __init__(self, name: str, heads: Sequence[str], widths: Sequence[int], lines: Sequence[Any], cells: Cells) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._model = RowsModel(heads, lines, cells, self)
        self.setModel(self._model)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(34))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(theme.px(38))
        for place, width in enumerate(widths):
            self.setColumnWidth(place, theme.px(width or 200))
            if not width:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        if len(lines) <= WRAPPED:
            self.setWordWrap(True)
            self.verticalHeader().setMinimumSectionSize(theme.px(34))
            self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.activated.connect(self._on_activated)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        line = self._model.lines[index.row()]
        record_id = (line[0] if isinstance(line, tuple) else line).record_id
        if record_id is not None:
            self.opened.emit(record_id)


class PreviewTabs(QTabWidget):
    """What each row will do: new, changed field by field, missing, rejected with reasons, unchanged. opened(record id)."""

    opened = Signal(int)

    def __init__(self, preview: Preview, spec: ImportSpec, tr: Translator) -> None:
        super().__init__()
        self._chosen, self._spec, self._tr = False, spec, tr
        self.setAccessibleName(_("What each row will do"))
        self.tabBar().setDrawBase(False)
        for verdict in SHOWN:
            rows = preview.of(verdict)
            if rows or verdict in (NEW, CHANGED, REJECTED):
                table = self._table(verdict, rows)
                table.opened.connect(self.opened)
                self.addTab(table, f"{_(TITLES[verdict])} {len(rows):,}")
                if rows and not self._chosen:
                    self._chosen = True
                    self.setCurrentWidget(table)


    def _table(self, verdict: str, rows: Sequence[RowVerdict]) -> RowsTable:
        made = _TABLES.get(verdict)
        return made(_(TITLES[verdict]), rows) if made else self._plain_table(_(TITLES[verdict]), rows)

    def _plain_table(self, name: str, rows: Sequence[RowVerdict]) -> RowsTable:
        spec = self._spec
        heads = (_("Row"), _("Name"), *(self._tr(title) for title, _width in spec.heads), _("To look at"))
        widths = (64, 110, *(width for _title, width in spec.heads), 0)
        return RowsTable(name, heads, widths, rows, lambda row: (_number(row), row.label, *spec.cells(row),
                                                                 " ".join(row.reasons)))


def _changed_table(name: str, rows: Sequence[RowVerdict]) -> RowsTable:
    heads = (_("Row"), _("Name"), _("Field"), _("Before"), _("After"), _("To look at"))
    lines = [(row, change) for row in rows for change in row.changes]
    return RowsTable(name, heads, (64, 110, 130, 220, 220, 0), lines, _changed)


def _changed(line: tuple[RowVerdict, FieldChange]) -> tuple[str, ...]:
    row, change = line
    return (_number(row), row.label, _(change.label), change.before or _("(empty)"), change.after or _("(empty)"),
            " ".join(row.reasons))


def _missing_table(name: str, rows: Sequence[RowVerdict]) -> RowsTable:
    return RowsTable(name, (_("Name"), _("To look at")), (140, 0), rows, _missing)


def _missing(row: RowVerdict) -> tuple[str, ...]:
    return row.label, _("In the last list of this kind, not in this one. Nothing is done; open the record if the person moved "
                        "away.")


def _rejected_table(name: str, rows: Sequence[RowVerdict]) -> RowsTable:
    heads = (_("Row"), _("Name"), _("Why it was not taken over"))
    return RowsTable(name, heads, (64, 140, 0), rows, lambda row: (_number(row), row.label, " ".join(row.reasons)))


_TABLES = {CHANGED: _changed_table, MISSING: _missing_table, REJECTED: _rejected_table}


def _number(row: RowVerdict) -> str:
    return str(row.number) if row.number else ""


def counts_text(counts: Mapping[str, int]) -> str:
    """ "12 new, 3 changed, …" for what there is any of."""
    return _(", ").join(f"{_(TITLES[verdict])} {counts[verdict]:,}" for verdict in SHOWN if counts.get(verdict))


class BatchesCard(QFrame):
    """The lists taken over so far. undo(BatchRow)."""

    undo = Signal(object)

    def __init__(self, batches: Sequence[BatchRow]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        title = ngettext("{count} list taken over so far", "{count} lists taken over so far", len(batches))
        inside: list[Any] = [bits.label(title.format(count=len(batches)), "section")]
        inside += [self._line(batch) for batch in batches]
        if not batches:
            inside = [bits.label(_("No list was taken over yet."), "muted")]
        self.setLayout(bits.column(*inside, margins=12, spacing=6))

    def _line(self, batch: BatchRow) -> Any:
        when = bits.label(f"{hall_time(batch.at):%Y-%m-%d %H:%M}", "small")
        name = bits.label(batch.file_name)
        facts = bits.label(counts_text(batch.counts), "muted")
        end: QWidget
        if batch.undone_at is not None:
            end = bits.label(_("Undone {time} by {name}").format(time=f"{hall_time(batch.undone_at):%Y-%m-%d %H:%M}",
                                                                 name=batch.undone_by), "muted")
        else:
            end = bits.link(_("Undo this import"), batch, self.undo, icon="undo-2")
        return bits.row(when, name, facts, None, bits.label(batch.by, "small"), end, spacing=12)
