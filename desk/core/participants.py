"""Who takes part in every writing transaction, in order: search documents, then the audit chain."""

from desk.core.db.uow import Participant


def core_participants() -> list[Participant]:
    """Fresh participants for one factory."""
    from desk.core.audit.chain import AuditParticipant

    return [AuditParticipant()]
