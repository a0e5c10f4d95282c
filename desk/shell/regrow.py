"""Windows that stand already take another type size at once.

What a widget was measured for when it was made (`theme.px`) is measured again; what layouts, the style sheet and delegates
measure follows by itself. Whole pixels at ordinary type survive every way there and back: `px` is undone exactly.
"""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMainWindow, QTableView, QWidget

GROWTH = "deskGrowth"
"""Property of a widget whose size follows the type by half (PANE) or not at all (STILL)."""
PANE, STILL = "pane", "still"
_UNSET, _HAIR = 16_777_215, 2
"""What Qt calls no largest size, and widths of lines, which never grow."""

Measure = Callable[[int], int]
"""A size in pixels as it was → as it is now."""


def regrow(widgets: Iterable[QWidget], old: float, new: float) -> None:
    """Measure `widgets` again: they were made for type of the scale `old`. One that has `regrown()` is told besides."""
    whole, half = _measure(old, new), _measure((1 + old) / 2, (1 + new) / 2)
    for widget in widgets:
        growth = widget.property(GROWTH)
        if not isinstance(widget, QMainWindow) and growth != STILL:
            _measure_again(widget, whole, half if growth == PANE else whole)
        again = getattr(widget, "regrown", None)
        if callable(again):
            again()
        widget.updateGeometry()


def _measure_again(widget: QWidget, measure: Measure, own: Measure) -> None:
    _limits(widget, own)
    if isinstance(widget, QHeaderView):
        _sections(widget, measure)
    elif isinstance(widget, QAbstractItemView):
        widget.scheduleDelayedItemsLayout()


def _measure(old: float, new: float) -> Measure:
    def measured(size: int) -> int:
        return size if size <= _HAIR or size >= _UNSET else round(round(size / old) * new)

    return measured


def _limits(widget: QWidget, measure: Measure) -> None:
    """Smallest and largest size, but for those that the style sheet set: Qt has put them right already."""
    if widget.property("_q_stylesheet_minw") is None:
        _widen(widget.minimumWidth, widget.setMinimumWidth, measure)
    if widget.property("_q_stylesheet_minh") is None:
        _widen(widget.minimumHeight, widget.setMinimumHeight, measure)
    if widget.property("_q_stylesheet_maxw") is None:
        _widen(widget.maximumWidth, widget.setMaximumWidth, measure)
    if widget.property("_q_stylesheet_maxh") is None:
        _widen(widget.maximumHeight, widget.setMaximumHeight, measure)


def _widen(get: Callable[[], int], put: Callable[[int], None], measure: Measure) -> None:
    size = get()
    if measure(size) != size:
        put(measure(size))


def _sections(header: QHeaderView, measure: Measure) -> None:
    """Rows that stand at their ordinary height, and columns as wide as somebody made them."""
    given = header.minimumSectionSize()
    header.setMinimumSectionSize(-1)
    if given != header.minimumSectionSize():  # otherwise it is the style's own, which knows the type in force
        header.setMinimumSectionSize(measure(given))
    table = header.parentWidget()
    if isinstance(table, QTableView) and header is table.verticalHeader():
        header.setDefaultSectionSize(measure(header.defaultSectionSize()))
        return
    for place in range(header.count()):
        movable = header.sectionResizeMode(place) in (QHeaderView.ResizeMode.Interactive, QHeaderView.ResizeMode.Fixed)
        if movable and not header.isSectionHidden(place):
            header.resizeSection(place, measure(header.sectionSize(place)))
