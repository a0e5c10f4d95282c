"""A round is planned, marked by two raters, and counted."""

import pytest

from desk.api.score_sheets import (
    POINT,
    Criterion,
    MarksDraft,
    RaterDraft,
    Role,
    RoundDraft,
    ScoreScheme,
    Sheet,
    SubjectDraft,
)
from desk.api.scores import close_round, enter_marks, list_raters, list_results, list_subjects, plan_round, start_round
from desk.testing.declared import declare_items

SHEET = Sheet("example.sheet", "楼栋长评议表", (Criterion("fair", "公正", 100 * POINT),),
              roles=(Role("residents", "居民代表", 100),))
SCHEME = ScoreScheme("example.award", "Best warden", "最美楼栋长评选", (SHEET,), award="最美楼栋长", source="社区办法")


@pytest.fixture(autouse=True)
def declared():
    """As a plugin does with the hook desk_score_schemes."""
    with declare_items(schemes=[SCHEME]):
        yield


def test_the_mean_of_all_raters_counts(writing, reading):
    with writing() as uow:
        made = plan_round(uow, RoundDraft("2026年度最美楼栋长", "example.sheet", scheme="example.award", places=1,
                                          subjects=(SubjectDraft("丁文"), SubjectDraft("何苗")),
                                          raters=(RaterDraft("龚桂兰", "residents"), RaterDraft("沈芳", "residents"))))
        start_round(uow, made)
        first, second = (one.id for one in list_subjects(uow, made))
        for rater, marks in zip(list_raters(uow, made), ((90, 70), (80, 90)), strict=True):
            enter_marks(uow, MarksDraft(rater.id, {first: {"fair": marks[0] * POINT}, second: {"fair": marks[1] * POINT}}))
        close_round(uow, made)
    with reading() as uow:
        assert [(one.subject_id, one.rank, one.total) for one in list_results(uow, made)] == [
            (first, 1, 85 * POINT), (second, 2, 80 * POINT)]
