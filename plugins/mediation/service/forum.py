"""The court that may be asked: the one that invited the mediation, else one that the law names (forums.py)."""

from sqlalchemy import select

from desk.api import clean, translator
from desk.api.db import UnitOfWork
from plugins.mediation.drafts import ConfirmationDraft
from plugins.mediation.forums import INVITED, OWN, find_forum, lacking
from plugins.mediation.law import source
from plugins.mediation.models import CourtMatter, Dispute
from plugins.mediation.service.intake import parties_of

_ = translator("mediation")


def inviting_court(uow: UnitOfWork, dispute: Dispute) -> str:
    """The court whose list or letter brought the dispute here, "" when none did."""
    found = uow.session.scalars(select(CourtMatter.court).where(CourtMatter.dispute_id == dispute.id).limit(1)).one_or_none()
    return found or (dispute.transferred_by if "法院" in dispute.transferred_by else "")


def likely_forum(uow: UnitOfWork, dispute: Dispute) -> str:
    """The ground a form begins with, and the one that holds while none is chosen."""
    return INVITED if inviting_court(uow, dispute) else OWN


def check_forum(uow: UnitOfWork, dispute: Dispute, draft: ConfirmationDraft) -> dict[str, str]:
    """Field → sentence when the named court has no jurisdiction on the chosen ground."""
    court, code = inviting_court(uow, dispute), draft.forum or likely_forum(uow, dispute)
    forum = find_forum(code, draft.applied_on)
    if forum is None:
        return {"forum": _("Choose why this court may be asked.({source})").format(source=source("forum"))}
    sentence = lacking(forum, _known(uow, dispute, court))
    if sentence:
        return {"forum": f"{_(sentence)}({source('forum')})"}
    if court and (code != INVITED or clean(draft.court) != court):
        return {"court": _("{court} invited this mediation, so it is the court to ask.({source})").format(
            court=court, source=source("forum"))}
    return {}


def _known(uow: UnitOfWork, dispute: Dispute, court: str) -> list[str]:
    known = [("invitation", court), ("place", dispute.place)]
    known += [("address", party.address) for party in parties_of(uow, dispute.id)]
    return [name for name, value in known if value]
