"""A plan that is changed after people signed up: minors, risks, insurance and free seats are looked at again."""

from datetime import date

import pytest

from desk.api import UserError
from plugins.volunteer.drafts import ActivityDraft, RoleDraft, SignUpDraft
from plugins.volunteer.models import Activity, Role, SignUp
from plugins.volunteer.pages.forms import SIGN_UP_FORM
from plugins.volunteer.service.activities import save_activity, sign_up
from plugins.volunteer.service.attendance import take_at_door
from plugins.volunteer.tests.conftest import at


@pytest.fixture
def child(station):
    return station.volunteer("小龚", "2011-01-01", guardian="龚桂兰", guardian_on=date(2026, 11, 1))


def change(do, activity, **more):
    version = do(lambda uow: uow.get(Activity, activity).version)
    return do(save_activity, ActivityDraft("便民服务", at(11, 5, 9), at(11, 5, 12), id=activity, version=version, **more))


DANGER = {"hazard": "emergency", "risks": "水流湍急", "insurance": "PICC-1", "insured_from": date(2026, 11, 1)}


@pytest.mark.usefixtures("child")
def test_a_plan_does_not_become_dangerous_over_the_heads_of_minors(station, do):
    activity = station.activity(at(11, 5, 9), at(11, 5, 12))
    do(sign_up, SignUpDraft(activity, "ZY1"))
    for more, field in ((DANGER, "hazard"), ({"minors": False}, "minors")):
        with pytest.raises(UserError, match="小龚") as told:
            change(do, activity, **more)
        assert told.value.field == field


@pytest.mark.usefixtures("child")
def test_a_minor_who_stands_on_the_list_is_barred_at_the_door(station, do):
    activity = station.activity(at(11, 5, 9), at(11, 5, 12))
    do(sign_up, SignUpDraft(activity, "ZY1"))
    with_role = do(lambda uow: uow.session.query(Role).one())
    change(do, activity, roles=(RoleDraft("志愿者", least_age=18, id=with_role.id),))
    with pytest.raises(UserError, match="18"):
        do(take_at_door, activity, "ZY1")


def test_what_was_published_keeps_risks_and_insurance(station, do):
    activity = station.activity(at(11, 5, 9), at(11, 5, 12))
    for missing, field in (("risks", "risks"), ("insurance", "insurance")):
        with pytest.raises(UserError) as told:
            change(do, activity, **(DANGER | {missing: ""}))
        assert told.value.field == field


def test_more_seats_are_given_to_who_waits(station, do):
    for name in ("龚桂兰", "欧阳明", "何苗"):
        station.volunteer(name)
    activity = station.activity(at(11, 5, 9), at(11, 5, 12), roles=(RoleDraft("志愿者", 1),))
    for number in (1, 2, 3):
        do(sign_up, SignUpDraft(activity, f"ZY{number}"))
    role = do(lambda uow: uow.session.query(Role).one())

    def states():
        return do(lambda uow: [one.state for one in uow.session.query(SignUp).order_by(SignUp.id)])

    assert states() == ["in", "waiting", "waiting"]
    change(do, activity, roles=(RoleDraft("志愿者", 2, id=role.id),))
    assert states() == ["in", "in", "waiting"]
    change(do, activity, roles=(RoleDraft("志愿者", 0, id=role.id),))
    assert states() == ["in", "in", "in"]


def test_only_the_roles_of_the_activity_are_offered_with_their_seats(station, do):
    station.volunteer()
    other = station.activity(at(11, 6, 9), at(11, 6, 12), roles=(RoleDraft("司机"),))
    activity = station.activity(at(11, 5, 9), at(11, 5, 12), roles=(RoleDraft("引导", 2), RoleDraft("登记")))
    do(sign_up, SignUpDraft(activity, "ZY1"))
    field = SIGN_UP_FORM.sections[0].fields[1]
    assert [title for _role, title in do(field.choices_of, activity)] == ["引导 1/2", "登记 0"]
    assert do(SIGN_UP_FORM.load, activity)["role_id"] == do(field.choices_of, activity)[0][0]
    with pytest.raises(UserError) as told:
        do(sign_up, SignUpDraft(other, "ZY1", do(field.choices_of, activity)[0][0]))
    assert told.value.field == "role_id"
