"""Teams with leaders and terms, posts claimed and accepted, studios with plaque and book, consents taken back."""

from datetime import date, timedelta

import pytest

from desk.api import UserError
from desk.api.organisations import list_appointments
from desk.api.places import AreaDraft, add_area
from plugins.volunteer.drafts import EndingDraft, MemberDraft, TeamDraft
from plugins.volunteer.drafts_teams import AcceptDraft, ConsentDraft, EntryDraft, PlaqueDraft
from plugins.volunteer.models import Member, Team, Volunteer
from plugins.volunteer.pages.team_list import TEAMS, count_teams
from plugins.volunteer.pages.teams import load_team
from plugins.volunteer.service.consenting import withdraw_consent
from plugins.volunteer.service.posts import accept_claim, begin_posts, give_plaque, next_year, note_in_book
from plugins.volunteer.service.teams import dissolve_team, join_team, leave_team, save_team


@pytest.fixture
def people(station):
    for name in ("龚桂兰", "沈大力", "何小满"):
        station.volunteer(name)
    return station


def test_a_new_leader_ends_the_term_before_and_stands_among_the_appointments(people, do, clock):
    estate = do(add_area, AreaDraft(name="翠湖花园", kind="estate"))
    team = do(save_team, TeamDraft("巡逻队", area_id=estate))
    first = do(join_team, MemberDraft(team, "ZY1", "leader"))
    begun = do(lambda uow: list_appointments(uow, area_ids=[estate], on=uow.clock.today()))
    assert [row.post for row in begun] == ["巡逻队队长"]
    clock.advance(days=30)
    do(join_team, MemberDraft(team, "ZY2", "leader"))
    assert do(lambda uow: uow.get(Member, first).until) == do(lambda uow: uow.clock.today())
    clock.advance(days=1)
    now = do(lambda uow: list_appointments(uow, area_ids=[estate], on=uow.clock.today()))
    assert [row.person for row in now] == ["沈大力"]


def test_a_team_below_keeps_the_one_above_from_ending(people, do):
    above = do(save_team, TeamDraft("总队"))
    below = do(save_team, TeamDraft("分队", parent_id=above))
    with pytest.raises(UserError):
        do(dissolve_team, EndingDraft(above))
    with pytest.raises(UserError):
        do(save_team, TeamDraft("总队", parent_id=below, id=above, version=1))
    do(dissolve_team, EndingDraft(below))
    do(dissolve_team, EndingDraft(above))


def test_a_claim_takes_a_seat_and_is_numbered_when_accepted(people, do):
    post = do(save_team, TeamDraft("治安巡逻岗", "post", duty="巡查", seats=1))
    claim = do(join_team, MemberDraft(post, "ZY1", claim=True))
    with pytest.raises(UserError):
        do(join_team, MemberDraft(post, "ZY2", claim=True))
    card = do(load_team, post)
    assert any(one.entry == "volunteer.accept_form" for one in card.acts)
    assert not any(paper.paper == "volunteer.post_card" for paper in card.papers)
    do(accept_claim, AcceptDraft(claim, term_until=date(2027, 11, 5)))
    assert do(lambda uow: uow.get(Member, claim).number)
    assert any(paper.paper == "volunteer.post_card" for paper in do(load_team, post).papers)
    with pytest.raises(UserError):
        do(accept_claim, AcceptDraft(claim))


def test_a_refused_claim_gives_the_seat_back(people, do):
    post = do(save_team, TeamDraft("治安巡逻岗", "post", seats=1))
    claim = do(join_team, MemberDraft(post, "ZY1", claim=True))
    with pytest.raises(UserError):
        do(accept_claim, AcceptDraft(claim, accept=False))
    do(accept_claim, AcceptDraft(claim, accept=False, reason="本季度已满"))
    assert do(join_team, MemberDraft(post, "ZY2", claim=True))


def test_an_ended_term_is_not_ended_twice(people, do):
    team = do(save_team, TeamDraft("队"))
    member = do(join_team, MemberDraft(team, "ZY1"))
    do(leave_team, EndingDraft(member, "服务认真"))
    with pytest.raises(UserError):
        do(leave_team, EndingDraft(member))
    assert "服务认真" in do(load_team, team).sections[1].facts[0].value


def test_the_usual_posts_are_put_up_once(do):
    assert do(begin_posts) == 5
    assert do(begin_posts) == 0
    from desk.api.pages import PageRequest

    assert do(count_teams, PageRequest(filters={"free": True})) == 5
    assert len(do(TEAMS.fetch, PageRequest(filters={"free": True})).rows) == 5


def test_a_named_studio_needs_the_consent_of_whom_it_is_named_after(people, do, clock):
    studio = do(save_team, TeamDraft("龚阿姨工作室", "studio"))
    with pytest.raises(UserError):
        do(give_plaque, PlaqueDraft(studio, date(2026, 11, 5), "沈建国"))
    do(save_team, TeamDraft("龚阿姨工作室", "studio", host="ZY1", id=studio, version=1))
    with pytest.raises(UserError) as told:
        do(give_plaque, PlaqueDraft(studio, None, "沈建国"))
    assert "consent_on" in told.value.fields
    do(give_plaque, PlaqueDraft(studio, date(2026, 11, 5), "沈建国", date(2026, 11, 5)))
    assert do(lambda uow: uow.get(Team, studio).review_on) == date(2027, 11, 5)
    do(note_in_book, EntryDraft(studio, "review", next_review=date(2028, 1, 1)))
    assert do(lambda uow: uow.get(Team, studio).review_on) == date(2028, 1, 1)


def test_a_studio_named_after_another_loses_consent_and_plaque(people, do):
    studio = do(save_team, TeamDraft("工作室", "studio", host="ZY1"))
    do(give_plaque, PlaqueDraft(studio, date(2026, 11, 5), "沈建国", date(2026, 11, 5)))
    version = do(lambda uow: uow.get(Team, studio).version)
    do(save_team, TeamDraft("工作室", "studio", host="ZY2", id=studio, version=version))
    assert do(lambda uow: uow.get(Team, studio).plaque_on) is None


def test_visits_are_counted_and_not_named(people, do):
    studio = do(save_team, TeamDraft("工作室", "silver"))
    with pytest.raises(UserError):
        do(note_in_book, EntryDraft(studio))
    with pytest.raises(UserError):
        do(note_in_book, EntryDraft(studio, heads=3, day=do(lambda uow: uow.clock.today()) + timedelta(days=1)))
    do(note_in_book, EntryDraft(studio, heads=3))
    do(note_in_book, EntryDraft(studio, heads=4))
    assert "2" in do(load_team, studio).sections[2].facts[-1].value
    assert "7" in do(load_team, studio).sections[2].facts[-1].value


def test_a_project_has_one_social_worker(do):
    with pytest.raises(UserError):
        do(save_team, TeamDraft("我帮你", "project"))
    assert do(save_team, TeamDraft("我帮你", "project", worker="林晓"))


def test_consent_to_lists_is_taken_back_once(station, do):
    who = station.volunteer(consent_names=True)
    do(withdraw_consent, ConsentDraft(who))
    found = do(lambda uow: dict(uow.get(Volunteer, who).consents))
    assert "names" not in found
    assert found["names_back"]
    assert found["data"]
    with pytest.raises(UserError):
        do(withdraw_consent, ConsentDraft(who))


def test_without_consent_to_data_the_hours_stay_and_the_rest_goes(station, do):
    from plugins.volunteer.tests.conftest import at

    who = station.volunteer(wishes="陪护", emergency="女儿 13800000000", skills=("hair",))
    station.serve(who, at(11, 4, 8), at(11, 4, 10))
    do(withdraw_consent, ConsentDraft(who, "data"))
    found = do(lambda uow: uow.get(Volunteer, who))
    assert (found.state, found.wishes, found.emergency, found.skills) == ("left", "", "", ",")
    assert station.minutes(who) == 120


def test_a_year_after_the_29th_of_february():
    assert next_year(date(2028, 2, 29)) == date(2029, 2, 28)
