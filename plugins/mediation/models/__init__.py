"""Tables of the mediation room, one module a stretch of the way."""

from plugins.mediation.models.agreement import Agreement, Confirmation, Performance, Signature
from plugins.mediation.models.allowance import AllowanceClass, AllowanceLine, AllowanceSheet
from plugins.mediation.models.base import Base
from plugins.mediation.models.dispute import Dispute, Escalation, Extension, MediatorChange, Party
from plugins.mediation.models.filing import CategoryCode, Delivery, DossierRow, Evidence, Letter, Phrase, ReturnVisit, Scan
from plugins.mediation.models.hearing import Investigation, Plan, Session
from plugins.mediation.models.people import Assessment, Mediator, Renewal, StarRoom, Term, Training

__all__ = [
    "Agreement", "AllowanceClass", "AllowanceLine", "AllowanceSheet", "Base", "CategoryCode", "Confirmation", "Delivery",
    "Dispute", "DossierRow", "Escalation", "Evidence", "Extension", "Investigation", "Letter", "MediatorChange", "Party",
    "Performance", "Phrase", "Plan", "ReturnVisit", "Scan", "Session", "Signature",
]
__all__ += ["Assessment", "Mediator", "Renewal", "StarRoom", "Term", "Training"]
