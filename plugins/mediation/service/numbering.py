"""How an agreement is numbered: by its series, under its old paper number, or with a suffix of the version before it."""

from sqlalchemy import select

from desk.api.db import UnitOfWork
from desk.api.documents import chinese_number
from desk.api.numbers import number_of
from plugins.mediation.kinds import AGREEMENT, AGREEMENT_SERIES, ORAL_SERIES
from plugins.mediation.models import Agreement
from plugins.mediation.settings import setting


def series_of(agreement: Agreement) -> str:
    """Written and oral agreements have series of their own."""
    return ORAL_SERIES if agreement.form == "oral" else AGREEMENT_SERIES


def agreement_number(uow: UnitOfWork, agreement: Agreement) -> str:
    """The number as printed, "" while it has none: its old one, its series', else the first version's with 之二."""
    own = agreement.old_number or number_of(uow, series_of(agreement), AGREEMENT, agreement.id)
    if own or not has_suffix(uow, agreement):
        return own
    first = uow.session.scalars(select(Agreement).where(Agreement.dispute_id == agreement.dispute_id, Agreement.revision == 1)
                                ).one_or_none()
    base = agreement_number(uow, first) if first is not None else ""
    return f"{base}之{chinese_number(agreement.revision)}" if base else ""


def has_suffix(uow: UnitOfWork, agreement: Agreement) -> bool:
    """Whether it takes no number of its own: a later version, where the hall's setting says suffix."""
    return agreement.revision > 1 and setting(uow, "version_number") == "suffix"


def paper_of(uow: UnitOfWork, agreement: Agreement) -> str:
    """Which paper prints it: the oral register, the agreement with a number of its own, or one with a number from before."""
    if agreement.form == "oral":
        return "mediation.oral_agreement"
    if agreement.old_number or agreement.supplement or has_suffix(uow, agreement):
        return "mediation.agreement_next"
    return "mediation.agreement"
