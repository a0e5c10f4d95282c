"""Papers of taking up, outcomes, special gatherings, bodies, covenants and projects: blank, filled from practice records."""

from importlib import import_module

import pytest
from sqlalchemy import select

from desk.api.meetings import list_gatherings
from desk.api.pages import PageRequest
from plugins.consultation.demo import fill
from plugins.consultation.documents import bodies, gatherings, loading, loading_more, outcomes, projects, taking_up
from plugins.consultation.models import ChoiceRound, Covenant, Filing, Resolution
from plugins.consultation.paper_table import TABLE
from plugins.consultation.queries_matters import list_bodies
from plugins.consultation.queries_projects import list_projects


@pytest.mark.parametrize("build", [row[4] for row in TABLE])
def test_every_paper_prints_blank(build, printed):
    module, name = build.split(":")
    assert printed(getattr(import_module(f"plugins.consultation.documents.{module}"), name)(None))


@pytest.fixture
def practice(writing):
    with writing() as uow:
        fill(uow, 7)


def first(uow, model):
    return uow.session.scalars(select(model.id).order_by(model.id)).first()


def meeting_of(uow, kind):
    return next(one.id for one in list_gatherings(uow, PageRequest(filters={"kind": kind, "closed": True})).rows)


def test_papers_of_a_topic_and_what_came_of_it(practice, reading, printed):
    with reading() as uow:
        resolution = first(uow, Resolution)
        topic = uow.get(Resolution, resolution).topic_id
        paper = loading.load_topic(uow, topic)
        check, reply, draft, strip, stages = (printed(build(paper)) for build in (
            taking_up.build_check, taking_up.build_reply, taking_up.build_draft, taking_up.build_strip, outcomes.build_stages))
        resolved = printed(outcomes.build_resolution(loading_more.load_resolution(uow, resolution)))
        filed = printed(outcomes.build_filing(loading_more.load_filing(uow, first(uow, Filing))))
        ledger = printed(taking_up.build_ledger(loading_more.load_ledger(uow, topic)))
        number = uow.get(Resolution, resolution).number
    assert "□√自治事项" in check
    assert paper.file.raisers[0]["name"] in reply
    assert "主要内容" in draft
    assert all(step.title in strip for step in paper.file.procedure.steps)
    assert "参会人员(签名)" in stages
    assert number.replace(" ", "") in resolved
    assert "现报送备案" in filed
    assert paper.file.case.title in ledger


def test_papers_of_special_gatherings(practice, reading, printed):
    with reading() as uow:
        four = printed(gatherings.build_four_party(loading_more.load_matters(uow, meeting_of(uow, "four_party"))))
        stool = loading_more.load_matters(uow, meeting_of(uow, "stool"))
        opinions, feedback = printed(gatherings.build_opinions(stool)), printed(gatherings.build_feedback(stool))
        hearing = printed(gatherings.build_hearing(loading_more.load_matters(uow, meeting_of(uow, "hearing"))))
        visits = printed(gatherings.build_visits(loading_more.load_matters(uow, meeting_of(uow, "talk_point"))))
        problems = printed(gatherings.build_problems(loading_more.load_matters(uow, meeting_of(uow, "four_party"))))
    assert "(缺席)" in four
    assert all(f"{party}(签名)" in four for party in ("网格服务站", "红旗驿站", "业主委员会", "物业服务企业"))
    assert stool.matters[0].text in opinions
    assert stool.earlier
    assert stool.earlier[0].text in feedback
    assert not stool.earlier[0].who or stool.earlier[0].who not in feedback
    assert "承诺答复日期" in hearing
    assert "转办" in visits
    assert "转下次会议" in problems


def test_papers_of_bodies_covenants_and_projects(practice, reading, printed):
    with reading() as uow:
        body = list_bodies(uow)[0]
        roster = printed(bodies.build_roster(loading_more.load_body(uow, body.id)))
        everybody = printed(bodies.build_list(loading_more.load_bodies(uow, 0)))
        covenant = loading_more.load_covenant(uow, first(uow, Covenant))
        poster, copy, signed = (
            printed(build(covenant)) for build in (bodies.build_poster, bodies.build_copy, bodies.build_signatures)
        )
        project = next(one for one in list_projects(uow) if one.granted_fen is not None)
        card = printed(projects.build_completion(loading_more.load_project(uow, project.id)))
        idea = printed(projects.build_idea(loading_more.load_project(uow, project.id)))
        choice = loading_more.load_round(uow, first(uow, ChoiceRound))
        told, outcome = printed(projects.build_choice_list(choice)), printed(projects.build_choice_result(choice))
    assert body.seats[0].name in roster
    assert body.name in everybody
    assert covenant.covenant.title in poster
    assert "住户留存" not in poster
    assert covenant.covenant.text.splitlines()[0].replace("，", ",") in copy
    assert "户代表签名" in signed
    assert "核定金额" in card
    assert project.case.title in idea
    assert choice.round.entries[0].title in told
    assert "入选" in outcome
