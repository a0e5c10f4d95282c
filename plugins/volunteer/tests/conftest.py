"""What the volunteers' tests stand on: number series declared, residents registered, short words for what is done."""

from datetime import UTC, datetime, timedelta

import pytest

from desk.api import HALL_ZONE
from desk.testing.declared import declare_plugin


@pytest.fixture(autouse=True)
def declared():
    """Kinds and series as a running desk knows them."""
    declare_plugin("volunteer")


@pytest.fixture
def do(writing):
    """`do(verb, draft)` in a transaction of its own."""
    def done(function, *args, **more):
        with writing() as uow:
            return function(uow, *args, **more)
    return done


def at(month, day, hour, minute=0):
    return datetime(2026, month, day, hour, minute, tzinfo=HALL_ZONE).astimezone(UTC)


class Station:
    """A volunteer station: everything in a few words."""

    def __init__(self, do, clock):
        self.do, self.clock = do, clock

    def person(self, name="龚桂兰", birth="1964-03-07", household=None):
        from desk.api.people import PersonDraft, register_person

        return self.do(register_person, PersonDraft(name=name, sex="2", birth=birth, household_id=household, reason="试"))

    def household(self, address="翠湖花园1幢101室"):
        from desk.api.people import HouseholdDraft, register_household

        return self.do(register_household, HouseholdDraft(address=address))

    def volunteer(self, name="龚桂兰", birth="1964-03-07", household=None, **more):
        from plugins.volunteer.drafts import VolunteerDraft
        from plugins.volunteer.service.registering import save_volunteer

        return self.do(save_volunteer, VolunteerDraft(
            person_id=self.person(name, birth, household), consent_data=True, **more))

    def activity(self, start=None, end=None, publish=True, **more):
        from plugins.volunteer.drafts import ActivityDraft, EndingDraft
        from plugins.volunteer.service.activities import publish_activity, save_activity

        start = start or at(11, 4, 8)
        made = self.do(save_activity, ActivityDraft("便民服务", start, end or start + timedelta(hours=4, minutes=30), **more))
        if publish:
            self.do(publish_activity, EndingDraft(made))
        return made

    def serve(self, volunteer, start, end, enter=True, **more):
        """One sheet line, published and entered; answers the pair's id."""
        from desk.api.timesheets import Whose, list_pairs_of_source
        from plugins.volunteer.drafts import SheetDraft
        from plugins.volunteer.models import Volunteer
        from plugins.volunteer.service.attendance import type_sheet
        from plugins.volunteer.service.hours import confirm_sheet

        activity = self.activity(start, end, **more)
        number = self.do(lambda uow: uow.get(Volunteer, volunteer).number)
        begin, finish = (moment.astimezone(HALL_ZONE).strftime("%H:%M") for moment in (start, end))
        self.do(type_sheet, SheetDraft(activity, f"{number} {begin} {finish}", "何苗", "迟交"))
        self.do(confirm_sheet, activity)
        if enter:
            self.enter()
        return self.do(list_pairs_of_source, Whose("volunteer.activity", activity))[-1].id

    def enter(self):
        from plugins.volunteer.service.hours import enter_hours, publish_hours

        board = self.do(publish_hours)
        self.clock.advance(days=12)
        return self.do(enter_hours, board)

    def minutes(self, volunteer):
        from desk.api.timesheets import Whose, count_minutes

        return self.do(count_minutes, Whose("volunteer.volunteer", volunteer))

    def points(self, volunteer):
        from desk.api.ledgers import reconcile
        from plugins.volunteer.service.market import balance

        assert self.do(reconcile) == []
        return self.do(balance, volunteer)

    def rule(self, **more):
        from datetime import date

        from plugins.volunteer.drafts import RuleDraft
        from plugins.volunteer.service.points import set_rule

        return self.do(set_rule, RuleDraft(**{"valid_from": date(2020, 1, 1), **more}))

    def goods(self, points=10, quantity=5, code="12", **more):
        from plugins.volunteer.drafts import DonationDraft, GoodsDraft
        from plugins.volunteer.service.stock import save_goods, take_donation

        made = self.do(save_goods, GoodsDraft(code, "大米", "袋", points, **more))
        if quantity:
            self.do(take_donation, DonationDraft(made, "爱心企业", quantity, 3500))
        return made


@pytest.fixture
def station(do, clock):
    return Station(do, clock)
