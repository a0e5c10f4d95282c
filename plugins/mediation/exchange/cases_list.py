"""What the two old ledgers share: rows known by the number of their case, taken back whole while nobody worked on one."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from desk.api import UserError, translator
from desk.api.cases import CASE_CHILDREN, Case, take_back, worked_on_since
from desk.api.db import UnitOfWork
from desk.api.exchange import NEW, ImportBatch, KeyedImporter, ids_of

_ = translator("mediation")


class CasesList(KeyedImporter):
    """A list of cases of one kind. stuck, todo: what is said of those that were worked on, in English."""

    children = CASE_CHILDREN
    stuck: str
    todo: str

    def known(self, uow: UnitOfWork, keys: Sequence[str]) -> Mapping[str, int]:
        """By the number; a row without one is rejected anyway."""
        return {number or "": case_id for number, case_id in uow.session.execute(
            select(Case.number, Case.id).where(Case.kind == self.record_kind, Case.number.in_([key for key in keys if key])))}

    def labels(self, uow: UnitOfWork, record_ids: Sequence[int]) -> dict[int, str]:
        """Titles of those that are still there."""
        return {case_id: title for case_id, title in uow.session.execute(
            select(Case.id, Case.title).where(Case.id.in_(record_ids)))}

    def undo(self, uow: UnitOfWork, batch: ImportBatch, progress: Any) -> None:
        """Take the cases back, unless somebody worked on one since."""
        ids = [case_id for case_id in uow.session.scalars(ids_of(batch, NEW)) if case_id is not None]
        grown = self.with_own_rows(uow, ids)
        touched = worked_on_since(uow, ids, batch.marks)
        touched += uow.session.scalars(select(Case.title).where(Case.id.in_(grown))) if grown else []
        if touched:
            raise UserError(_(self.stuck).format(names="、".join(dict.fromkeys(touched[:5]))), todo=_(self.todo))
        self.remove(uow, ids)
        take_back(uow, self.record_kind, ids)

    def with_own_rows(self, uow: UnitOfWork, ids: Sequence[int]) -> list[int]:
        """Those of the cases that have records of their own by now; an imported one has none."""
        raise NotImplementedError

    def remove(self, uow: UnitOfWork, ids: Sequence[int]) -> None:
        """Delete what hangs on the cases."""
        raise NotImplementedError
