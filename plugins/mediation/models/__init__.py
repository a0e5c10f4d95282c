"""Tables of the mediation room, one module a stretch of the way."""

from plugins.mediation.models.agreement import Agreement, Confirmation, Performance, Signature
from plugins.mediation.models.allowance import AllowanceClass, AllowanceLine, AllowanceSheet
from plugins.mediation.models.base import Base
from plugins.mediation.models.dispute import Dispute, Escalation, Extension, MediatorChange, Party
from plugins.mediation.models.filing import (
    CategoryCode,
    ClassPlan,
    Delivery,
    DossierRow,
    Evidence,
    Letter,
    Phrase,
    ReturnVisit,
    Scan,
)
from plugins.mediation.models.hazard import Hazard, Patrol, Responsibility
from plugins.mediation.models.hearing import Investigation, Plan, Session
from plugins.mediation.models.joint import (
    CourtMatter,
    GridHandover,
    JointStudy,
    LeadBody,
    LegalConsult,
    MediationBody,
    ResultCopy,
)
from plugins.mediation.models.lawsuit import Lawsuit
from plugins.mediation.models.legal import Lecture, LegalReferral
from plugins.mediation.models.people import Assessment, Mediator, Renewal, StarRoom, Term, Training
from plugins.mediation.models.visiting import VisitDuty
from plugins.mediation.models.wording import AgreementTemplate, EarlierWording

__all__ = [
    "Agreement", "AllowanceClass", "AllowanceLine", "AllowanceSheet", "Base", "CategoryCode", "ClassPlan", "Confirmation",
    "CourtMatter", "Delivery", "Dispute", "DossierRow", "Escalation", "Evidence", "Extension", "GridHandover", "Hazard",
    "Investigation", "JointStudy", "LeadBody", "LegalConsult", "Letter", "MediationBody", "MediatorChange", "Party", "Patrol",
    "Performance", "Phrase", "Plan", "Responsibility", "ResultCopy", "ReturnVisit", "Scan", "Session", "Signature",
]
__all__ += ["Assessment", "Lawsuit", "Lecture", "LegalReferral", "Mediator", "Renewal", "StarRoom", "Term", "Training"]
__all__ += ["AgreementTemplate", "EarlierWording", "VisitDuty"]
