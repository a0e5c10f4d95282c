"""Rounds on both engines: planned, keyed once or twice, counted and frozen, posted, objected to, decided, honoured."""

from dataclasses import replace
from fractions import Fraction

import pytest

from desk.core.db.paging import PageRequest
from desk.core.errors import Conflict, NeedsReason, UserError
from desk.core.meetings.drafts import CommentDraft
from desk.core.meetings.notices import answer_comment, get_notice, list_notices_of, take_comment
from desk.core.scores.closing import close_round, decide_round, publish_round, reopen_round, withdraw_award
from desk.core.scores.drafts import DecisionDraft, MarksDraft, PostingDraft, RaterDraft, RoundDraft, SubjectDraft
from desk.core.scores.entering import enter_marks, list_differences
from desk.core.scores.lists import raters_from, subjects_from
from desk.core.scores.papers import build_sheet, load_round
from desk.core.scores.queries import (
    get_round,
    get_sheet_of,
    list_awards,
    list_marks,
    list_raters,
    list_results,
    list_results_of,
    list_rounds,
    list_subjects,
)
from desk.core.scores.schemes import ScoreScheme, use_schemes
from desk.core.scores.service import add_raters, plan_round, start_round, take_candidates, take_out_subject, void_round
from desk.core.scores.sheet_service import find_sheet, list_sheets, save_sheet
from desk.core.scores.sheets import Band, Criterion, Role, Sheet
from desk.core.scores.wording import explanation

SHEET = Sheet("trial.sheet", "调解员评分表", (Criterion("fair", "公正", 6000), Criterion("quick", "及时", 4000)),
              roles=(Role("residents", "居民代表", 60), Role("peers", "同事", 40)),
              bands=(Band("优秀", 9000), Band("较差", 0, True)))
CLOSED = []
SCHEME = ScoreScheme("trial.award", "Best", "优秀调解员评比", (SHEET,), award="优秀人民调解员", source="测试办法",
                     closed=lambda uow, round_id, lines: CLOSED.append((round_id, len(lines))))
PEOPLE = ("丁文", "何苗", "沈建国")


@pytest.fixture(autouse=True)
def schemes():
    use_schemes([SCHEME])
    CLOSED.clear()
    yield
    use_schemes([])


@pytest.fixture
def write(writing):
    def done(function, *args, **more):
        with writing() as uow:
            return function(uow, *args, **more)
    return done


DRAFT = RoundDraft("2026年度优秀调解员评比", "trial.sheet", scheme="trial.award", places=1,
                   subjects=tuple(SubjectDraft(name, record="trial.mediator", record_id=place, person_id=100 + place)
                                  for place, name in enumerate(PEOPLE, 1)),
                   raters=(RaterDraft("居民甲", "residents"), RaterDraft("居民乙", "residents"),
                           RaterDraft("何苗", "peers", 102)))


def opened(write, **more):
    made = write(plan_round, replace(DRAFT, **more))
    write(start_round, made)
    return made, [one.id for one in write(list_subjects, made)], [one.id for one in write(list_raters, made)]


def key(write, rater, rows, **more):
    marks = {subject: {"fair": fair, "quick": quick} for subject, fair, quick in rows}
    return write(enter_marks, MarksDraft(rater, marks, **more))


def filled(write, **more):
    made, (a, b, c), (one, two, peer) = opened(write, **more)
    key(write, one, [(a, 5000, 4000), (b, 6000, 4000), (c, 1000, 1000)])
    key(write, two, [(a, 5500, 3500), (b, 6000, 3000), (c, 2000, 0)])
    key(write, peer, [(a, 6000, 4000), (c, 0, 0)])
    return made, (a, b, c), (one, two, peer)


def test_a_round_counts_and_explains_itself(write):
    made, (a, b, c), _raters = filled(write)
    results = write(list_results, made)
    assert [(one.subject_id, one.rank, one.total, one.band) for one in results] == [
        (b, 1, 9500, "优秀"), (a, 2, Fraction(9400), "优秀"), (c, 3, Fraction(60 * 2000, 100), "较差")]
    sheet = write(get_sheet_of, made)
    assert explanation(sheet, results[1].line) == "居民代表2人平均90分,权重60/100;同事1人平均100分,权重40/100。"
    assert explanation(sheet, results[0].line) == "居民代表2人平均95分。"


def test_closing_freezes(write):
    made, (a, b, _c), raters = filled(write)
    assert write(close_round, made) == 3
    assert [(made, 3)] == CLOSED
    before = write(list_results, made)
    with pytest.raises(UserError):
        key(write, raters[0], [(a, 1, 1)])
    with pytest.raises(UserError):
        write(take_out_subject, made, b, "搬走")
    changed = replace(SHEET, criteria=(Criterion("fair", "公正", 100), Criterion("quick", "及时", 100)))
    write(save_sheet, changed)
    assert write(list_results, made) == before
    assert write(get_sheet_of, made).maximum == 10000
    assert write(find_sheet, "trial.sheet").maximum == 200


def test_nobody_rates_herself_and_need_not(write):
    made, (_a, b, _c), (_one, _two, peer) = filled(write)
    with pytest.raises(UserError) as refused:
        key(write, peer, [(b, 6000, 4000)])
    assert set(refused.value.fields) == {f"{b}:fair", f"{b}:quick"}
    assert write(close_round, made) == 3


def test_values_beyond_the_criterion_are_named_by_their_cell(write):
    _made, (a, _b, _c), (one, *_more) = opened(write)
    with pytest.raises(UserError) as refused:
        write(enter_marks, MarksDraft(one, {a: {"fair": 6001, "quick": 4000}}))
    assert list(refused.value.fields) == [f"{a}:fair"]
    assert "60" in str(refused.value)
    assert write(list_marks, one) == {}


BALLOT = Sheet("trial.ballot", "优秀调解员选票", (Criterion("vote", "同意", 10000, "ticks"),), roles=(Role("all", "代表"),),
               most_ticks=2)


def ballots(write, **more):
    write(save_sheet, BALLOT)
    return opened(write, sheet="trial.ballot", raters=(RaterDraft("居民甲", "all"), RaterDraft("居民乙", "all")), **more)


def test_a_ballot_ticks_no_more_than_the_round_allows(write):
    made, (a, b, c), (one, two) = ballots(write)
    write(enter_marks, MarksDraft(one, {a: {"vote": 1}, b: {"vote": 1}, c: {"vote": 0}}))
    with pytest.raises(UserError) as refused:
        write(enter_marks, MarksDraft(one, {c: {"vote": 1}}))
    assert set(refused.value.fields) == {f"{subject}:vote" for subject in (a, b, c)}
    assert "3" in refused.value.what
    assert "2" in refused.value.what
    assert write(list_marks, one)[c] == {"vote": 0}
    write(enter_marks, MarksDraft(one, {a: {"vote": 0}, c: {"vote": 1}}))  # another choice of as many
    with pytest.raises(UserError):
        write(enter_marks, MarksDraft(two, {subject: {"vote": 1} for subject in (a, b, c)}))
    assert write(close_round, made, "居民乙的选票多选,无效") == 3
    assert [(one.subject_id, one.total) for one in write(list_results, made)][:2] == [(b, 10000), (c, 10000)]


def test_how_many_may_be_ticked_is_said_by_the_round_and_printed(write, printed):
    made, (a, b, _c), (one, _two) = ballots(write, most_ticks=1)
    assert write(get_sheet_of, made).most_ticks == 1
    assert write(find_sheet, "trial.ballot").most_ticks == 2
    with pytest.raises(UserError):
        write(enter_marks, MarksDraft(one, {a: {"vote": 1}, b: {"vote": 1}}))
    assert "最多选1个,多选的整张选票无效" in printed(build_sheet(write(load_round, made)))
    free, subjects, (voter, _other) = ballots(write, most_ticks=0)
    write(enter_marks, MarksDraft(voter, {subject: {"vote": 1} for subject in subjects}))
    assert "最多选" not in printed(build_sheet(write(load_round, free)))
    with pytest.raises(UserError) as refused:
        ballots(write, most_ticks=-1)
    assert "most_ticks" in refused.value.fields


def test_a_blank_needs_a_reason_to_close(write):
    made, (a, _b, _c), (_one, two, _peer) = filled(write)
    write(enter_marks, MarksDraft(two, {a: {"quick": None}}))
    with pytest.raises(NeedsReason) as needs:
        write(close_round, made)
    assert len(needs.value.findings) == 1
    assert "居民乙" in needs.value.findings[0]
    assert write(close_round, made, "居民乙漏填,已核对原表") == 3
    assert write(get_round, made).closing_note == "居民乙漏填,已核对原表"


def test_two_entries_must_agree(write):
    made, (a, b, c), (one, two, peer) = filled(write, double=True)
    for rater, rows in ((one, [(a, 5000, 4000), (b, 6000, 4000), (c, 1000, 1000)]), (peer, [(a, 6000, 4000), (c, 0, 0)]),
                        (two, [(a, 5500, 3500), (b, 600, 3000), (c, 2000, 0)])):
        key(write, rater, rows, entry=2)
    differing = write(list_differences, made)
    assert [(one.rater, one.subject, one.criterion, one.first, one.second) for one in differing] == [
        ("居民乙", "何苗", "fair", 6000, 600)]
    with pytest.raises(UserError):
        write(close_round, made)
    key(write, two, [(b, 6000, 3000)], entry=2)
    assert write(close_round, made) == 3


def test_the_same_sheet_at_two_desks(write):
    made, (a, _b, _c), (one, *_more) = opened(write)
    version = write(list_raters, made)[0].version
    key(write, one, [(a, 1, 1)], version=version)
    with pytest.raises(Conflict):
        key(write, one, [(a, 2, 2)], version=version)


def test_posted_objected_decided_honoured(write, clock):
    made, (a, b, _c), _raters = filled(write)
    write(close_round, made)
    with pytest.raises(UserError):
        write(decide_round, DecisionDraft(made, "和平社区居民委员会", ((b, ""),)))
    notice = write(publish_round, PostingDraft(made, "郑国庆"))
    assert "第1名 何苗 95分 优秀" in write(get_notice, notice).body
    objection = write(take_comment, CommentDraft(notice, "及时一项打得偏高", "匿名"))
    with pytest.raises(UserError):
        write(decide_round, DecisionDraft(made, "和平社区居民委员会", ((b, ""),)))
    clock.advance(days=20)
    with pytest.raises(UserError) as unanswered:
        write(decide_round, DecisionDraft(made, "和平社区居民委员会", ((b, ""),)))
    assert unanswered.value.todo
    write(answer_comment, objection, "not", "原表核对无误")
    with pytest.raises(NeedsReason):
        write(decide_round, DecisionDraft(made, "和平社区居民委员会", ((a, ""),)))
    with pytest.raises(UserError):
        write(decide_round, DecisionDraft(made, "和平社区居民委员会", ((b, ""), (a, ""))))
    award, = write(decide_round, DecisionDraft(made, "和平社区居民委员会", ((b, ""),), text="号召学习。"))
    assert write(get_round, made).state == "decided"
    assert [(one.name, one.title) for one in write(list_awards, made)] == [("何苗", "优秀人民调解员")]
    write(withdraw_award, award, "弄虚作假")
    assert write(list_awards, record="trial.mediator", record_id=2)[0].withdrawn == "弄虚作假"
    with pytest.raises(UserError):
        write(void_round, made, "晚了")
    assert [result.rank for _round, result in write(list_results_of, "trial.mediator", 3)] == [3]
    assert len(write(list_notices_of, "score.round", made)) == 1


def test_a_count_is_taken_back_and_what_hangs_with_it(write):
    made, (a, *_others), (one, *_more) = filled(write)
    write(close_round, made)
    write(reopen_round, made, "录入错误")
    key(write, one, [(a, 6000, 4000)])
    write(close_round, made)
    notice = write(publish_round, PostingDraft(made, "郑国庆"))
    write(reopen_round, made, "异议成立")
    assert write(get_notice, notice).state == "withdrawn"
    assert write(get_round, made).state == "open"
    with pytest.raises(UserError):
        write(decide_round, DecisionDraft(made, "和平社区居民委员会"))


def test_who_left_is_listed_but_not_counted(write):
    made, (a, b, c), _raters = filled(write)
    write(take_out_subject, made, b, "调离")
    assert [one.subject_id for one in write(list_results, made)] == [a, c]
    assert [one.out for one in write(list_subjects, made)] == ["", "调离", ""]


def test_nothing_starts_without_somebody_to_rate(write):
    made = write(plan_round, replace(DRAFT, raters=()))
    with pytest.raises(UserError):
        write(start_round, made)
    assert write(add_raters, made, (RaterDraft("居民甲", "residents"),)) == 1
    write(start_round, made)
    assert write(add_raters, made, (RaterDraft("居民乙", "residents"),)) == 2


def test_planning_changes_what_was_planned(write):
    made = write(plan_round, DRAFT)
    first = write(list_subjects, made)
    row = write(get_round, made)
    again = replace(DRAFT, id=made, version=row.version, subjects=(
        SubjectDraft("丁文", id=first[0].id), SubjectDraft("新来的")), raters=())
    write(plan_round, again)
    assert [one.title for one in write(list_subjects, made)] == ["丁文", "新来的"]
    assert write(list_subjects, made)[0].id == first[0].id


def test_points_from_the_records_must_be_there(write):
    sheet = Sheet("trial.figures", "业绩", (Criterion("rate", "成功率", 4000, "given"), Criterion("fair", "公正", 6000)))
    write(save_sheet, sheet)
    made = write(plan_round, RoundDraft("评", "trial.figures", (SubjectDraft("丁文"),), (RaterDraft("甲"),)))
    with pytest.raises(UserError):
        write(start_round, made)
    version = write(get_round, made).version
    write(plan_round, RoundDraft("评", "trial.figures", (SubjectDraft("丁文", given={"rate": 3333}),), (RaterDraft("甲"),),
                                 id=made, version=version))
    write(start_round, made)
    assert write(list_subjects, made)[0].given == {"rate": 3333}


def test_anonymous_raters_are_numbered(write):
    made = write(plan_round, replace(DRAFT, anonymous=True, raters=(RaterDraft("", "residents"), RaterDraft("", "peers"))))
    assert [one.name for one in write(list_raters, made)] == ["1", "2"]
    with pytest.raises(UserError):
        write(plan_round, replace(DRAFT, raters=(RaterDraft("", "residents"),)))


def test_a_new_round_takes_the_schemes_candidates_and_the_last_raters(write):
    opened(write)
    offered = (SubjectDraft("丁文", record="trial.mediator", record_id=1, figures=(("办结", "12件"),)),)
    use_schemes([replace(SCHEME, candidates=lambda uow, first, last: list(offered))])
    made = write(plan_round, replace(DRAFT, subjects=None, raters=None))
    assert [(one.title, one.figures) for one in write(list_subjects, made)] == [("丁文", (("办结", "12件"),))]
    assert [one.name for one in write(list_raters, made)] == ["居民甲", "居民乙", "何苗"]
    kept = write(list_subjects, made)[0].id
    offered = (*offered, SubjectDraft("何苗", record="trial.mediator", record_id=2))
    assert write(take_candidates, made) == 2
    assert [one.id for one in write(list_subjects, made)][0] == kept


def test_names_as_they_are_pasted(write):
    made, *_ids = opened(write)
    sheet, subjects, raters = write(get_sheet_of, made), write(list_subjects, made), write(list_raters, made)
    drafts = subjects_from("丁文\n\n  新来的  兼职 \n何苗", subjects)
    assert [(one.title, one.detail, one.id, one.record_id) for one in drafts] == [
        ("丁文", "", subjects[0].id, 1), ("新来的", "兼职", 0, None), ("何苗", "", subjects[1].id, 2)]
    drafts = raters_from("居民甲 居民代表\n张三 同事\n李四", sheet, raters, anonymous=False)
    assert [(one.name, one.role, one.id) for one in drafts] == [
        ("居民甲", "residents", raters[0].id), ("张三", "peers", 0), ("李四", "residents", 0)]
    assert len(raters_from("居民代表 20\n同事 3", sheet, (), anonymous=True)) == 23
    with pytest.raises(UserError):
        raters_from("张三 路人", sheet, (), anonymous=False)


def test_lists(write):
    made, *_rest = opened(write)
    other = write(plan_round, replace(DRAFT, title="另一轮", scheme=""))
    assert [one.id for one in write(list_rounds, PageRequest()).rows] == [other, made]
    assert [one.id for one in write(list_rounds, PageRequest(filters={"scheme": "trial.award"})).rows] == [made]
    assert [one.id for one in write(list_rounds, PageRequest(text="另一")).rows] == [other]
    assert [one.code for one in write(list_sheets)] == ["trial.sheet"]
