"""Score sheets and kinds of rounds as data, for declaring them. Loads no database; the verbs are in desk.api.scores."""

from desk.core.scores.drafts import DecisionDraft, MarksDraft, PostingDraft, RaterDraft, RoundDraft, SubjectDraft
from desk.core.scores.schemes import ScoreScheme
from desk.core.scores.sheets import CRITERION_KINDS, POINT, Band, Criterion, Option, Role, Sheet

__all__ = ["CRITERION_KINDS", "POINT", "Band", "Criterion", "DecisionDraft", "MarksDraft", "Option", "PostingDraft",
           "RaterDraft", "Role", "RoundDraft", "ScoreScheme", "Sheet", "SubjectDraft"]
