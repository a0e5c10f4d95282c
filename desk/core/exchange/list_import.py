"""A kind of list as its page needs it: look at a file, take over what was shown, take the whole back.

What a row means is the importer's business; who may do it is said by the plugin's two verbs, which hand on to `take` and
`undo` here. A page draws itself from it (`api.pages.ImportSpec`), a script looks at a file with `look`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desk.core.db.uow import UnitOfWork
from desk.core.exchange.batch import Importer, preview_list, read_list, take_over, undo_batch
from desk.core.exchange.model import ImportBatch
from desk.core.exchange.progress import Progress, silent
from desk.core.exchange.verdicts import ListDraft, Preview


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. counts: verdict → rows."""

    batch_id: int
    counts: Mapping[str, int]


def report_of(batch: ImportBatch) -> ImportReport:
    """An import as its page tells of it."""
    return ImportReport(batch.id, dict(batch.counts))


@dataclass(frozen=True, slots=True)
class ListImport:
    """name: what lists of this kind are called, so that the next one is compared with this one. permission: who may look.

    check: what must hold before a list of this kind can be looked at; raises UserError.
    """

    importer: Importer
    name: str
    permission: str
    check: Callable[[UnitOfWork], None] | None = None

    def preview(self, uow: UnitOfWork, draft: ListDraft, progress: Progress = silent) -> Preview:
        """The dry run: nothing is written. Raises UserError, NotAllowed, Cancelled."""
        uow.require(self.permission)
        if self.check is not None:
            self.check(uow)
        return preview_list(uow, self.importer, draft, progress)

    def look(self, uow: UnitOfWork, path: Path) -> Preview:
        """The dry run of a file whose columns are told by their headings."""
        uow.require(self.permission)
        return self.preview(uow, read_list(uow, self.importer, path, self.name))

    def take(self, uow: UnitOfWork, seen: Preview, progress: Progress = silent) -> ImportReport:
        """Write what the preview showed; raises UserError when the outcome would be another one by now."""
        return report_of(take_over(uow, self.importer, seen, progress))

    def undo(self, uow: UnitOfWork, batch_id: int, progress: Progress = silent) -> ImportReport:
        """Take a whole import back; raises UserError naming what later work stands in the way."""
        return report_of(undo_batch(uow, self.importer, batch_id, progress))
