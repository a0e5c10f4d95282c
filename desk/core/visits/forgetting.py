"""When a person's data are erased, what visits saw and heard of her goes too, in the same transaction."""

from desk.core.db.uow import UnitOfWork

ERASED = "people.erase"
"""The trace that the erasing verb leaves."""


class VisitForgetting:
    """A participant of the unit of work."""

    def before_commit(self, uow: UnitOfWork) -> None:
        """Empty the visits of every person erased in this unit of work."""
        erased = uow.changes.touched.get("person", set()) if any(trace.action == ERASED for trace in uow.traces) else set()
        if erased:
            from desk.core.visits.service import forget_person  # every start has this participant, hardly one erases

            forget_person(uow, sorted(erased))
