"""The declared tables, handed in once by the host; what contradicts itself is named before it gets here."""

from collections import Counter
from collections.abc import Callable, Iterable

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.putoff import PutOff
from desk.core.statistics.declared import COMPARED, Figure, IndicatorTable, Ratio
from desk.core.statistics.periods import MONTHS_IN

_tables: dict[str, IndicatorTable] = {}
_later = PutOff()


def use_tables(tables: Iterable[IndicatorTable]) -> None:
    """These tables there are from now on."""
    _later.drop()
    _fill(tables)


def use_tables_later(tables: Callable[[], Iterable[IndicatorTable]]) -> None:
    """These, asked for when somebody first looks for a table."""
    _later.drop()
    _later.put(lambda: _fill(tables()))


def _fill(tables: Iterable[IndicatorTable]) -> None:
    _tables.clear()
    _tables.update({table.code: table for table in tables})


def indicator_tables() -> tuple[IndicatorTable, ...]:
    """Every table, in the order declared."""
    _later.bring()
    return tuple(_tables.values())


def indicator_table(code: str) -> IndicatorTable:
    """The table; UserError when its plugin is off."""
    _later.bring()
    if code not in _tables:
        raise UserError(_("This table belongs to a module that is switched off."),
                        todo=_("What was printed before can still be opened and printed again."))
    return _tables[code]


def mistakes(table: IndicatorTable) -> list[str]:
    """What contradicts itself in a declaration, in English for whoever wrote it."""
    figures, known = table.figures, {one.code for one in table.figures}
    wrong = [f"{code!r} is declared twice" for code, times in Counter(one.code for one in figures).items() if times > 1]
    wrong += [f"{kind!r} is no kind of period" for kind in table.kinds if kind not in MONTHS_IN]
    wrong += ["a table needs a figure"] if not table.counted else []
    wrong += ["by and across together cross exactly one figure"] if table.by and table.across and len(figures) != 1 else []
    wrong += ["COMPARED needs figures as rows and masks nothing"] if table.across is COMPARED and (
        table.by or table.mask_below or table.chart) else []
    for one in figures:
        wrong += _ratio_mistakes(one, table) if isinstance(one, Ratio) else _figure_mistakes(one)
    if table.chart is not None:
        wrong += [f"the chart's figure {code!r} is not there" for code in table.chart.figures if code not in known]
    return wrong


def _ratio_mistakes(ratio: Ratio, table: IndicatorTable) -> list[str]:
    counted = {one.code for one in table.counted}
    needed = {ratio.part, *(code for base in ratio.bases for code in base.of)}
    wrong = [f"ratio {ratio.code!r} names {code!r}, which is not counted" for code in sorted(needed - counted)]
    return wrong if ratio.bases else [*wrong, f"ratio {ratio.code!r} has no base"]


def _figure_mistakes(figure: Figure) -> list[str]:
    paths = (figure.source.facts, figure.source.lines)
    return [f"{path!r} is no module:function" for path in paths if path.count(":") != 1]
