"""Small projects: chosen by dots within a sum, ties drawn, money never beyond the grant, accepted before judged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.api import NeedsReason, UserError
from desk.api.files import attach
from desk.api.ledgers import reconcile
from desk.api.pages import PageRequest
from plugins.consultation.documents import projects
from plugins.consultation.documents.loading_more import load_funds, load_project
from plugins.consultation.drafts import AcceptDraft, PostingDraft, RaiserDraft, ReasonDraft, StepDraft, TaskDraft
from plugins.consultation.drafts_projects import (
    CheckDraft,
    ChoiceDraft,
    DotsDraft,
    GrantDraft,
    PaymentDraft,
    ProjectDraft,
    RoundDraft,
)
from plugins.consultation.pages.projects import PROJECTS, load_round
from plugins.consultation.pages.record import load
from plugins.consultation.queries_projects import find_project_of, get_round
from plugins.consultation.service.choices import Standing, choose, close_round, rank, save_round
from plugins.consultation.service.funds import list_funds
from plugins.consultation.service.projects import check_project, grant, pay, save_project
from plugins.consultation.service.steps import finish_step
from plugins.consultation.service.topics import accept_topic
from plugins.consultation.service.work import carried_out, publish_result, save_task

PHOTO = b"\x89PNG\r\n\x1a\n" + b"0" * 64


def idea(uow, title, yuan):
    topic = save_project(uow, ProjectDraft(title=title, content="想要", raiser=RaiserDraft("龚桂兰"), spot="3号楼前",
                                           estimate_fen=yuan * 100))
    accept_topic(uow, AcceptDraft(topic, "micro", "已受理", lawful="合法"))
    return topic


@pytest.fixture
def ideas(writing):
    with writing() as uow:
        return [idea(uow, title, yuan) for title, yuan in (("健身器材", 30_000), ("晾衣架", 8_000), ("坡道", 15_000))]


def counted(writing, ideas, dots, seed=""):
    with writing() as uow:
        made = save_round(uow, RoundDraft("评选", budget_fen=40_000_00, per_sheet=2, topics=tuple(ideas)))
        close_round(
            uow, ChoiceDraft(made, 50, tuple(DotsDraft(topic, n) for topic, n in zip(ideas, dots, strict=True)), "何苗", seed)
        )
    return made


def test_the_choice_goes_down_the_ranking_as_long_as_the_sum_lasts(writing, reading, ideas):
    made = counted(writing, ideas, (40, 20, 30))
    with reading() as uow:
        assert [(one.title, one.rank, one.chosen) for one in get_round(uow, made).entries] == [
            ("健身器材", 1, True), ("晾衣架", 3, True), ("坡道", 2, False)]
        assert load_round(uow, made).acts == ()
    with pytest.raises(UserError), writing() as uow:
        close_round(uow, ChoiceDraft(made, 50))
    with writing() as uow:
        with pytest.raises(UserError, match="未入选"):
            finish_step(uow, StepDraft(ideas[2], "choice"))
        finish_step(uow, StepDraft(ideas[0], "choice"))


@pytest.mark.parametrize("dots", [(51, 1, 1), (40, 40, 40), (-1, 1, 1)])
def test_dots_that_do_not_fit_the_sheets_are_refused(dots, writing, ideas):
    with pytest.raises(UserError):
        counted(writing, ideas, dots)


def test_a_tie_at_the_edge_is_drawn_and_one_elsewhere_is_not():
    edge = [Standing(1, 5, 60), Standing(2, 5, 60)]
    with pytest.raises(UserError, match="1、2"):
        rank(edge, 100, "")
    assert rank(edge, 100, "骰子 3") == rank(edge, 100, "骰子 3")
    assert len(choose(rank(edge, 100, "骰子 3"), 100)) == 1
    assert [one.place for one in rank(edge, 200, "")] == [1, 2]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 50)), min_size=1, max_size=8), st.integers(1, 120))
def test_what_is_chosen_fits_the_sum_and_nobody_with_more_dots_that_fits_is_left_out(rows, budget):
    standings = [Standing(place, votes, fen) for place, (votes, fen) in enumerate(rows, 1)]
    chosen = choose(rank(standings, budget, "种子"), budget)
    spent = sum(one.fen for one in standings if one.place in chosen)
    assert spent <= budget
    left = budget - spent
    assert all(one.place in chosen or not one.votes or one.fen > left for one in standings)


def test_money_is_granted_paid_and_accepted_before_residents_judge(writing, reading, ideas, printed):
    counted(writing, ideas, (40, 20, 30))
    topic = ideas[0]
    with writing() as uow:
        finish_step(uow, StepDraft(topic, "choice"))
        publish_result(uow, PostingDraft(topic, ("公告栏",), "沈建国", title="入选公示", body="健身器材入选。"))
        finish_step(uow, StepDraft(topic, "publish"))
        save_task(uow, TaskDraft(topic, "安装", "康体公司", done_on=uow.clock.today(), result="已装"))
        with pytest.raises(UserError):
            pay(uow, PaymentDraft(topic, 100, payee="康体公司"))
        with pytest.raises(NeedsReason):
            grant(uow, GrantDraft(topic, 40_000_00))
        grant(uow, GrantDraft(topic, 29_000_00, fund="惠民资金", supplier="康体公司"))
        pay(uow, PaymentDraft(topic, 20_000_00, payee="康体公司", voucher="记12"))
        with pytest.raises(UserError):
            pay(uow, PaymentDraft(topic, 9_000_01, payee="康体公司"))
        with pytest.raises(UserError):
            pay(uow, PaymentDraft(topic, -100, payee="康体公司"))
        pay(uow, PaymentDraft(topic, -500_00, payee="康体公司", what="退质保金"))
        with pytest.raises(UserError):
            grant(uow, GrantDraft(topic, 10_000_00))
    with pytest.raises(UserError), writing() as uow:
        carried_out(uow, ReasonDraft(topic))
    with writing() as uow:
        with pytest.raises(UserError):
            check_project(uow, CheckDraft(topic, checked_by="居民代表", accepted=False))
        check_project(uow, CheckDraft(topic, checked_by="居民代表"))
        carried_out(uow, ReasonDraft(topic))
    with reading() as uow:
        sheet = printed(projects.build_funds(load_funds(uow, topic)))
        assert [(one.amount, one.after) for one in list_funds(uow, topic)] == [
            (29_000_00, 29_000_00), (-20_000_00, 9_000_00), (500_00, 9_500_00)]
        assert reconcile(uow, "consultation.projects") == []
    assert "收入合计29,500.00元,支出合计20,000.00元,结余9,500.00元" in sheet
    assert "惠民资金拨入" in sheet
    assert "收支只增不改" in printed(projects.build_funds(None))
    with reading() as uow:
        assert find_project_of(uow, topic).paid_fen == 19_500_00
        assert [(row.granted, row.paid) for row in PROJECTS.fetch(uow, PageRequest(filters={"stage": "carrying"})).rows] == [
            (29_000_00, 19_500_00)]
        assert load(uow, topic).sections


def test_photos_before_and_after_the_work_are_told_apart(writing, reading, ideas):
    counted(writing, ideas, (40, 20, 30))
    topic = ideas[0]

    def asked():
        with reading() as uow:
            return [one.args["label"] for one in load(uow, topic).missing if "label" in one.args]

    with writing() as uow:
        finish_step(uow, StepDraft(topic, "choice"))
        publish_result(uow, PostingDraft(topic, ("公告栏",), "沈建国", title="入选公示", body="健身器材入选。"))
        finish_step(uow, StepDraft(topic, "publish"))
    assert asked() == ["施工前"]
    with writing() as uow:
        attach(uow, "consultation.topic", topic, "现场.png", PHOTO)
        attach(uow, "consultation.topic", topic, "前.png", PHOTO + b"1", "施工前")
        grant(uow, GrantDraft(topic, 29_000_00))
        check_project(uow, CheckDraft(topic, checked_by="居民代表"))
    assert asked() == ["完工后"]
    with writing() as uow:
        attach(uow, "consultation.topic", topic, "后.png", PHOTO + b"2", "完工后")
    assert asked() == []
    with reading() as uow:
        assert [title for title, _data in load_project(uow, topic).photos] == ["施工前", "完工后", "现场.png"]
