"""The audit chain's part in every unit of work that writes."""

from desk.core.db.uow import UnitOfWork


class AuditParticipant:
    """Writes the unit of work's traces as lines of the chain, in its own transaction."""

    def before_commit(self, uow: UnitOfWork) -> None:
        if uow.traces:
            from desk.core.audit.chain import append  # every start has this participant, none writes before somebody is there

            append(uow)
