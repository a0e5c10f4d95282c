"""What an erased person leaves in the account of imports: that there was a row, not what it said."""

from collections.abc import Collection

from desk.core.db.uow import UnitOfWork

ERASED = "people.erase"
"""The trace that the erasing verb leaves."""


class ImportForgetting:
    """Empties the kept changes of people whose data is erased, in the same transaction."""

    def before_commit(self, uow: UnitOfWork) -> None:
        erased = uow.changes.touched.get("person", set()) if any(trace.action == ERASED for trace in uow.traces) else set()
        if erased:
            _empty(uow, erased)


def _empty(uow: UnitOfWork, people: Collection[int]) -> None:
    from sqlalchemy import select, update

    from desk.core.exchange.model import ImportBatch, ImportRow  # every start has this participant, hardly one erases

    lists = select(ImportBatch.id).where(ImportBatch.kind == "people")
    uow.session.execute(update(ImportRow).where(ImportRow.record_id.in_(people), ImportRow.batch_id.in_(lists))
                        .values(changes=None), execution_options={"synchronize_session": False})
