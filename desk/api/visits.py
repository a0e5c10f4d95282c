"""Visits to people, households, organisations and places: plan, record, follow up, what they led to, figures."""

from desk.core.visits.drafts import PlanDraft, VisitDraft, VisitorDraft
from desk.core.visits.purposes import (
    COMMON,
    Finding,
    Purpose,
    find_finding,
    find_purpose,
    finding_title,
    purpose_title,
    purposes,
    use_purposes,
)
from desk.core.visits.queries import (
    OutcomeRow,
    VisitFigures,
    VisitRow,
    count_figures,
    count_visits,
    get_visit,
    list_due_visits,
    list_outcomes,
    list_visits,
    list_visits_behind,
    list_visits_of,
)
from desk.core.visits.service import cancel_visit, end_follow_up, note_outcome, plan_visit, record_visit

__all__ = [
    "COMMON", "Finding", "OutcomeRow", "PlanDraft", "Purpose", "VisitDraft", "VisitFigures", "VisitRow", "VisitorDraft",
    "cancel_visit", "count_figures", "count_visits", "end_follow_up", "find_finding", "find_purpose", "finding_title",
    "get_visit", "list_due_visits", "list_outcomes", "list_visits", "list_visits_behind", "list_visits_of", "note_outcome",
    "plan_visit", "purpose_title", "purposes", "record_visit", "use_purposes",
]
