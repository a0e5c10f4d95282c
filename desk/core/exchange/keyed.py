"""Lists whose rows are told apart by a key (a number, a court with its number): what stands already is left as it is.

An importer of such a list says how a row is read, which keys are known and how a new one is added; the judging is here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.core.db.base import Record
from desk.core.db.uow import UnitOfWork
from desk.core.exchange.batch import SourceRow
from desk.core.exchange.columns import ImportField
from desk.core.exchange.progress import Progress, tell
from desk.core.exchange.verdicts import NEW, REJECTED, SAME, ListDraft, RowVerdict
from desk.core.i18n import _


@dataclass(frozen=True, slots=True)
class KeyedRow:
    """A row as read. label: as shown; draft: what a new one is made of; problems: why it cannot be taken over."""

    number: int
    key: Any
    label: str
    draft: Any
    problems: tuple[str, ...] = ()


class KeyedImporter:
    """An `Importer` but for its attributes, `labels`, `undo`, and the three calls below."""

    kind: str
    record_kind: str
    fields: tuple[ImportField, ...]
    children: tuple[type[Record], ...] = ()

    def row(self, source: SourceRow, today: date) -> KeyedRow:
        """A row for itself; raises for none."""
        raise NotImplementedError

    def known(self, uow: UnitOfWork, keys: Sequence[Any]) -> Mapping[Any, int]:
        """Key → id of those that stand already."""
        raise NotImplementedError

    def add(self, uow: UnitOfWork, draft: Any) -> int:
        """Write a new one; answers its id."""
        raise NotImplementedError

    def read(self, rows: Sequence[SourceRow], today: date, progress: Progress) -> list[KeyedRow]:
        """Each row for itself."""
        return [self.row(source, today) for source in rows]

    def judge(self, uow: UnitOfWork, draft: ListDraft, read: Sequence[KeyedRow]) -> list[RowVerdict]:
        """New, known by its key, or rejected with the reasons; of a key that stands twice the first counts."""
        known, seen, verdicts = self.known(uow, [row.key for row in read]), set[Any](), []
        for row in read:
            twice = (_("The number stands in the list twice."),) if row.key in seen else ()
            seen.add(row.key)
            verdicts.append(_verdict(row, known.get(row.key), row.problems + twice))
        return verdicts

    def write(self, uow: UnitOfWork, verdicts: Sequence[RowVerdict], progress: Progress) -> dict[str, Sequence[int]]:
        """The new ones, one by one through the verbs that every record goes through."""
        for place, row in enumerate(verdicts, 1):
            if row.verdict == NEW:
                row.record_id = self.add(uow, row.draft)
            tell(progress, place, len(verdicts))
        return {}


def _verdict(row: KeyedRow, known: int | None, problems: tuple[str, ...]) -> RowVerdict:
    if problems:
        return RowVerdict(row.number, REJECTED, row.label, reasons=problems)
    if known is not None:
        return RowVerdict(row.number, SAME, row.label, known)
    return RowVerdict(row.number, NEW, row.label, draft=row.draft)
