"""What a plugin's paper prints of a registered organisation."""

from desk.core.db.uow import UnitOfWork
from desk.core.organisations.model import Organisation


def organisation_for_papers(uow: UnitOfWork, organisation_id: int) -> dict[str, str]:
    """name, credit_code, representative, contact, address as they stand in the register today."""
    found = uow.get(Organisation, organisation_id)
    return {"name": found.name, "credit_code": found.uscc, "representative": found.legal_representative,
            "contact": found.phone, "address": found.address}
