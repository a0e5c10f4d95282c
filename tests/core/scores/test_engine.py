"""The arithmetic of a round: exact means, weights of roles, trimmed ends, ties, grades; counted a second way too."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import UserError
from desk.core.scores.engine import judge, parse_points, points_text, rounded
from desk.core.scores.sheets import Band, Criterion, Option, Role, Sheet, as_data, check_sheet, from_data

SHEET = Sheet(
    "trial", "试评表",
    (Criterion("fair", "公正", 6000), Criterion("quick", "及时", 4000)),
    roles=(Role("residents", "居民代表", 60), Role("committee", "委员会", 40)),
    bands=(Band("良好", 8000), Band("优秀", 9000), Band("较差", 0, poor=True)))


def marks(*rows):
    """(subject, rater, fair, quick) → marks."""
    return {(subject, rater): {"fair": fair, "quick": quick} for subject, rater, fair, quick in rows}


def test_roles_count_by_their_weights():
    lines = judge(SHEET, {1: {}}, {1: "residents", 2: "residents", 3: "committee"},
                  marks((1, 1, 5000, 4000), (1, 2, 5500, 3500), (1, 3, 4000, 3000)))
    assert lines[0].total == Fraction(60 * 9000 + 40 * 7000, 100)
    assert [(part.role, part.raters, part.mean) for part in lines[0].parts] == [("residents", 2, 9000), ("committee", 1, 7000)]
    assert lines[0].band == "良好"


def test_a_role_without_sheets_leaves_its_weight_to_the_others():
    lines = judge(SHEET, {1: {}}, {1: "residents", 2: "committee"}, marks((1, 1, 6000, 3000)))
    assert lines[0].total == 9000
    assert lines[0].band == "优秀"


def test_thirds_stay_exact_and_equals_share_their_rank():
    raters = dict.fromkeys((1, 2, 3), "residents")
    lines = judge(SHEET, {1: {}, 2: {}, 3: {}}, raters, marks(
        (1, 1, 100, 0), (1, 2, 0, 0), (1, 3, 0, 0), (2, 1, 0, 0), (2, 2, 0, 100), (2, 3, 0, 0),
        (3, 1, 0, 0), (3, 2, 0, 0), (3, 3, 0, 0)))
    assert [(line.subject, line.rank, line.tied) for line in lines] == [(1, 1, (2,)), (2, 1, (1,)), (3, 3, ())]
    assert lines[0].total == Fraction(100, 3)
    assert points_text(lines[0].total) == "0.33"
    assert lines[2].poor


def test_highest_and_lowest_are_left_out_and_told():
    raters = dict.fromkeys(range(1, 6), "residents")
    given = marks(*((1, rater, total, 0) for rater, total in zip(raters, (1000, 6000, 5000, 4000, 0), strict=True)))
    line = judge(SHEET, {1: {}}, raters, given, trim=1)[0]
    assert line.total == Fraction(1000 + 5000 + 4000, 3)
    assert sorted(line.parts[0].dropped) == [0, 6000]


def test_too_few_sheets_are_not_trimmed():
    line = judge(SHEET, {1: {}}, {1: "residents", 2: "residents"}, marks((1, 1, 100, 0), (1, 2, 300, 0)), trim=1)[0]
    assert (line.total, line.parts[0].dropped) == (200, ())


def test_a_sheet_with_a_blank_does_not_count():
    line = judge(SHEET, {1: {}, 2: {}}, {1: "residents", 2: "residents"},
                 {(1, 1): {"fair": 6000, "quick": 4000}, (1, 2): {"fair": 0}, (2, 2): {"fair": 1}})
    assert (line[0].subject, line[0].total, line[0].parts[0].incomplete) == (1, 10000, 1)
    assert (line[1].subject, line[1].total, line[1].rank) == (2, None, 0)


def test_each_kind_of_criterion():
    sheet = Sheet("kinds", "各类", (
        Criterion("met", "挂牌", 1000, "ticks"), Criterion("off", "扣分", 2000, "deduction"),
        Criterion("one", "台账", 3000, "choice", options=(Option("齐全", 3000), Option("缺失", 500))),
        Criterion("known", "调解成功率", 4000, "given", weight=50)))
    given = {(1, 1): {"met": 1, "off": 2500, "one": 1}, (2, 1): {"met": 0, "off": 300, "one": 0}}
    lines = judge(sheet, {1: {"known": 3000}, 2: {"known": 4000}}, {1: "rater"}, given)
    assert [(line.subject, line.total) for line in lines] == [(2, 0 + 1700 + 3000 + 2000), (1, 1000 + 0 + 500 + 1500)]
    assert dict(lines[0].by_criterion) == {"met": 0, "off": 1700, "one": 3000, "known": 2000}
    assert sheet.maximum == 1000 + 2000 + 3000 + 2000


def test_criteria_of_one_role_only():
    sheet = Sheet("roles", "分工", (Criterion("a", "甲", 100), Criterion("b", "乙", 100, roles=("committee",))),
                  roles=SHEET.roles)
    line = judge(sheet, {1: {}}, {1: "residents", 2: "committee"}, {(1, 1): {"a": 50}, (1, 2): {"a": 100, "b": 30}})[0]
    assert line.total == Fraction(60 * 50 + 40 * 100, 100) + 30


@given(st.lists(st.tuples(st.integers(0, 6000), st.integers(0, 4000), st.sampled_from(["residents", "committee"])),
                min_size=1, max_size=30))
def test_it_is_the_sum_that_a_person_would_make(rows):
    raters = {number: role for number, (_fair, _quick, role) in enumerate(rows)}
    line = judge(SHEET, {7: {}}, raters, marks(*((7, number, fair, quick) for number, (fair, quick, _r) in enumerate(rows))))[0]
    sums = {role: [fair + quick for fair, quick, one in rows if one == role] for role in ("residents", "committee")}
    weights = {"residents": 60, "committee": 40}
    wanted = sum(Fraction(weights[role] * sum(all_), len(all_)) for role, all_ in sums.items() if all_)
    assert line.total == wanted / sum(weights[role] for role, all_ in sums.items() if all_)


def test_half_a_hundredth_goes_up():
    assert rounded(Fraction(17, 2)) == 9
    assert points_text(Fraction(8749, 1)) == "87.49"
    assert points_text(8750) == "87.5"
    assert points_text(9000) == "90"
    assert points_text(5) == "0.05"


@pytest.mark.parametrize(("text", "value"), [("8.5", 850), ("8", 800), ("0.05", 5), (" 10.25 ", 1025), ("8.", None), ("", None),
                                             ("-1", None), ("8.555", None), ("٣", None), ("1e3", None)])
def test_points_as_typed(text, value):
    assert parse_points(text) == value


def test_a_sheet_survives_its_column():
    one = Criterion("one", "台账", 3000, "choice", options=(Option("齐全", 3000), Option("缺失", 500)), roles=("rater",))
    sheet = Sheet("kinds", "各类", (one,), bands=(Band("好", 1),))
    assert from_data(as_data(sheet)) == sheet


@pytest.mark.parametrize("sheet", [
    Sheet("x", "无项目", ()), Sheet("x", "", (Criterion("a", "甲", 1),)),
    Sheet("x", "重复", (Criterion("a", "甲", 1), Criterion("a", "乙", 1))), Sheet("x", "零分", (Criterion("a", "甲", 0),)),
    Sheet("x", "选项", (Criterion("a", "甲", 100, "choice", options=(Option("好", 200), Option("差", 0))),)),
    Sheet("x", "权重", (Criterion("a", "甲", 1),), roles=(Role("a", "甲", 0),)),
    Sheet("x", "陌生人", (Criterion("a", "甲", 1, roles=("nobody",)),))])
def test_an_impossible_sheet_is_refused(sheet):
    with pytest.raises(UserError):
        check_sheet(sheet)
