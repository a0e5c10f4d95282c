"""What the forms hand to the verbs: plain frozen data, one module a stretch of the way."""

from plugins.mediation.drafts.agreement import (
    AgreementDraft,
    BreachDraft,
    ConfirmationDraft,
    DecisionDraft,
    InstalmentDraft,
    PerformedDraft,
    RevisionDraft,
    SigningDraft,
    TakeBackDraft,
)
from plugins.mediation.drafts.filing import (
    DeliveriesDraft,
    DeliveryDraft,
    DossierRowDraft,
    EvidenceDraft,
    EvidenceListDraft,
    FileDraft,
    LetterDraft,
    ScanChangeDraft,
    ScanDraft,
    VisitDraft,
)
from plugins.mediation.drafts.hearing import (
    AskedDraft,
    EscalationDraft,
    ExtensionDraft,
    HandOverDraft,
    InvestigationDraft,
    InvitedDraft,
    MediatorDraft,
    PlanDraft,
    ReadOutDraft,
    SessionDraft,
)
from plugins.mediation.drafts.intake import (
    AcceptanceDraft,
    DisputeDraft,
    EndingDraft,
    NoteDraft,
    PartyDraft,
    QuickDraft,
    RightsDraft,
    TakeOverDraft,
    ViewersDraft,
)
from plugins.mediation.drafts.people import (
    AssessmentDraft,
    MediatorCardDraft,
    RenewalDraft,
    RoomDraft,
    TermDraft,
    TermEndDraft,
    TrainingDraft,
)

__all__ = [
    "AcceptanceDraft", "AgreementDraft", "AskedDraft", "BreachDraft", "ConfirmationDraft", "DecisionDraft",
    "DeliveriesDraft", "DeliveryDraft", "DisputeDraft", "DossierRowDraft", "EndingDraft", "EscalationDraft",
    "EvidenceDraft", "EvidenceListDraft", "ExtensionDraft", "FileDraft", "HandOverDraft", "InstalmentDraft",
    "InvestigationDraft", "InvitedDraft", "LetterDraft", "MediatorDraft", "NoteDraft", "PartyDraft", "PerformedDraft",
    "PlanDraft",
    "QuickDraft", "ReadOutDraft", "RevisionDraft", "RightsDraft", "ScanChangeDraft", "ScanDraft", "SessionDraft",
    "SigningDraft",
    "TakeBackDraft", "TakeOverDraft", "ViewersDraft", "VisitDraft",
]
__all__ += ["AssessmentDraft", "MediatorCardDraft", "RenewalDraft", "RoomDraft", "TermDraft", "TermEndDraft", "TrainingDraft"]
