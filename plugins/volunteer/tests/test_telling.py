"""What a person's card is told, and how volunteers, teams and activities are found."""

from plugins.volunteer.drafts import MemberDraft, TeamDraft
from plugins.volunteer.searching import activity_documents, holders, team_documents, volunteer_documents
from plugins.volunteer.service.teams import join_team, save_team
from plugins.volunteer.service.telling import tell_of, told_of
from plugins.volunteer.tests.conftest import at


def test_hours_teams_and_milestones_stand_on_the_card(station, do):
    who = station.volunteer()
    person = do(lambda uow: holder(uow, who))
    station.serve(who, at(11, 4, 8), at(11, 4, 10))
    do(join_team, MemberDraft(do(save_team, TeamDraft("巡逻队")), "ZY1", "leader"))
    told = do(told_of, person)
    assert (told.minutes, told.this_year, told.number) == (120, 120, "ZY1")
    assert told.teams == (("巡逻队", "leader"),)
    assert told.last[0][2] == 120
    assert do(told_of, person + 100) is None
    assert do(lambda uow: tell_of(uow, person))[0].detail == "ZY1"


def holder(uow, volunteer_id):
    from plugins.volunteer.models import Volunteer

    return uow.get(Volunteer, volunteer_id).person_id


def test_documents_name_what_they_are(station, do):
    who = station.volunteer()
    team = do(save_team, TeamDraft("翠湖巡逻队", theme="治安巡逻"))
    activity = station.activity(place="中心广场")
    found = do(lambda uow: [*volunteer_documents(uow, [who]), *team_documents(uow, [team]),
                            *activity_documents(uow, [activity])])
    assert [one.title for one in found] == ["龚桂兰", "翠湖巡逻队", "便民服务"]
    assert found[0].numbers == ("ZY1",)
    assert all(one.permission == "volunteer.read" for one in found)
    assert do(lambda uow: holders(uow, [holder(uow, who)])) == [who]
