"""What the correction list shows: for each frozen month the records that changed, with the figures they change. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk.core.db.uow import UnitOfWork
from desk.core.i18n import _, translator
from desk.core.statistics.comparing import Difference, MonthDifferences, fingerprint, list_differences, narrowed
from desk.core.statistics.declared import ALL, MONTHS, Figure, IndicatorTable
from desk.core.statistics.figures import figure_text
from desk.core.statistics.frozen import CorrectionRow, MonthRow, list_frozen
from desk.core.statistics.periods import ReportPeriod
from desk.core.statistics.records import lines_of
from desk.core.statistics.scopes import begun


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """A record whose change is not yet in the frozen figures. record None: a large register, nobody knows which one.

    effects: "受理 邻里纠纷 12 → 13".
    """

    record: tuple[str, int] | None
    title: str
    entry: str
    effects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangedMonth:
    """A frozen month with its changed records and the corrections entered so far. seen: what a correction must name."""

    month: MonthRow
    title: str
    records: tuple[ChangedRecord, ...]
    corrections: tuple[CorrectionRow, ...]
    seen: str


def read_changes(uow: UnitOfWork, table: IndicatorTable, period: ReportPeriod, area_id: int | None) -> list[ChangedMonth]:
    """The frozen months of the period that changed or were corrected."""
    changed = {one.month.id: one for one in list_differences(uow, table, period, area_id)}
    frozen = list_frozen(uow, table.code, begun(period.months, uow.clock.today()), area_id)
    found = []
    for code, month in sorted(frozen.items()):
        if month.id in changed or month.corrections:
            one = changed.get(month.id, MonthDifferences(month, ()))
            title = next(each.title for each in period.months if each.code == code)
            found.append(ChangedMonth(month, title, tuple(_records(uow, table, one)), month.corrections,
                                      fingerprint(one.differences)))
    return found


def _records(uow: UnitOfWork, table: IndicatorTable, one: MonthDifferences) -> Iterable[ChangedRecord]:
    records = dict.fromkeys(record for difference in one.differences for record in difference.records)
    for source, record_id in records:
        figure = next(figure for figure in table.counted if figure.source.code == source)
        line = lines_of(uow, figure, [record_id]).get(record_id)
        parts = narrowed(one.differences, [(source, record_id)])
        effects = tuple(_effect(table, one.month, part) for part in parts if _is_plain(table, part))
        title = f"{line.number} {line.title}".strip() if line else _("A confidential record, or one that was taken out")
        yield ChangedRecord((source, record_id), title, (line.entry or figure.source.entry) if line else "", effects)
    unknown = [difference for difference in one.differences if not difference.records]
    if unknown:
        yield ChangedRecord(None, _("The register changed; which records is not kept"), "",
                            tuple(_effect(table, one.month, part) for part in unknown if _is_plain(table, part)))


def _is_plain(table: IndicatorTable, one: Difference) -> bool:
    """Totals follow from their parts, so only the parts are told."""
    _figure, by, across = one.key
    return all((key == ALL) == (split is None or split is MONTHS) for split, key in ((table.by, by), (table.across, across)))


def _effect(table: IndicatorTable, month: MonthRow, one: Difference) -> str:
    figure = table.figure(one.key[0])
    assert isinstance(figure, Figure)
    tr = translator(table.domain)
    names = [tr(figure.title)]
    for split, name, key in ((table.by, "by", one.key[1]), (table.across, "across", one.key[2])):
        if split is not None and key != ALL:
            known = dict(month.lines.get(name, ()))
            declared = dict(split.values) if not isinstance(split.values, str) else {}
            names.append(known.get(key) or tr(declared.get(key, key) or split.other))
    return f"{' '.join(names)} {figure_text(one.frozen, figure.unit)} → {figure_text(one.now, figure.unit)}"
