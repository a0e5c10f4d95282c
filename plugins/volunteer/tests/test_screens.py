"""Every page loads and every paper prints over the practice data, on both engines."""

from importlib import import_module

import pytest
from sqlalchemy import select

from desk.api.ledgers import reconcile
from desk.api.pages import CounterSpec, FormSpec, ImportSpec, ListSpec, PageRequest, RecordSpec
from desk.api.papers import page_count, render
from desk.api.timesheets import TimePair
from plugins.volunteer import demo, hooks
from plugins.volunteer.kinds import SKILLS
from plugins.volunteer.models import (
    Activity,
    Adjustment,
    Applicant,
    Certificate,
    Donation,
    Goods,
    HandOut,
    HandOver,
    Member,
    MenuItem,
    Order,
    ServiceDay,
    StarGrant,
    StarRound,
    StockCount,
    Team,
    TimeGrant,
    Volunteer,
)
from plugins.volunteer.tests.conftest import at

RECORDS = {"volunteer.volunteer": Volunteer, "volunteer.activity": Activity, "volunteer.goods": Goods, "volunteer.team": Team,
           "volunteer.order": Order, "volunteer.certificate": Certificate, "time_pair": TimePair, "volunteer.hand_out": HandOut,
           "volunteer.donation": Donation, "volunteer.stock_count": StockCount,
           "ledger_account": Volunteer, "volunteer.hand_over": HandOver, "volunteer.adjustment": Adjustment,
           "volunteer.member": Member, "volunteer.menu_item": MenuItem, "volunteer.applicant": Applicant,
           "volunteer.star_round": StarRound, "volunteer.service_day": ServiceDay, "volunteer.star_grant": StarGrant}
#: pages of a place or a month, which have no row of their own
PLACES = {"volunteer.year": 2026, "volunteer.market_room": 1, "volunteer.market_month": 202611, "volunteer.hour_month": 202611,
          "volunteer.certificates_posted": 1}


NAMELESS = {f"volunteer.{name}" for name in (
    "points_book", "sheet", "slip", "order_slip", "registration", "record", "duty_sheet", "project_sheet", "visit_sheet",
    "roster", "sign_up_sheet", "applicant_form", "call_list", "consent_slip", "stall_cards", "fair_result", "award_sheet",
    "star_certificates")}
"""Papers that stay in the house and do not name it."""


def named(path):
    module, _colon, name = path.partition(":")
    return getattr(import_module(module), name)


@pytest.fixture
def practice(writing, clock):
    from desk.api.people import PersonDraft, register_person
    from desk.api.places import AreaDraft, add_area

    with writing() as uow:
        add_area(uow, AreaDraft(name="翠湖花园", kind="estate"))
        for number in range(14):
            name = f"志愿{'甲乙丙丁戊己庚辛壬癸子丑寅卯'[number]}"
            register_person(uow, PersonDraft(name=name, sex="2", birth=f"19{50 + number}-03-07", reason="试"))
        demo.fill(uow, 7)


def ids(uow, kind):
    if kind in PLACES:
        return [PLACES[kind]]
    if kind == "time_publication":
        from desk.api.timesheets import list_publications

        return [one.id for one in list_publications(uow)]
    if kind in ("volunteer.time_grant", "volunteer.time_granted"):  # the page and the paper are of the person
        return list(uow.session.scalars(select(TimeGrant.person_id).distinct()))
    return list(uow.session.scalars(select(RECORDS[kind].id)))


def test_every_page_loads(practice, reading):
    with reading() as uow:
        assert reconcile(uow) == []
        for entry in hooks.desk_nav_entries():
            if ".views." in entry.view:
                continue  # pages with widgets of their own have tests of their own
            page = named(entry.view)
            if isinstance(page, ListSpec):
                rows = page.fetch(uow, PageRequest(size=3)).rows
                assert rows, page.id
                for column in page.columns:
                    assert all(hasattr(row, column.key) for row in rows)
                assert page.count is None or page.count(uow, PageRequest()) >= len(rows)
            elif isinstance(page, RecordSpec):
                assert all(page.load(uow, one).title for one in ids(uow, page.record)), page.id
            elif isinstance(page, CounterSpec):
                assert page.totals is None or page.totals(uow, ids(uow, "volunteer.activity")[-1])
            elif isinstance(page, ImportSpec):
                assert page.importer.fields
            else:
                assert isinstance(page, FormSpec)


def test_the_lists_page_through(practice, reading):
    from plugins.volunteer.pages.lists import VOLUNTEERS

    with reading() as uow:
        seen, after = [], None
        while True:
            page = VOLUNTEERS.fetch(uow, PageRequest(size=5, after=after))
            seen += [row.id for row in page.rows]
            after = page.next
            if after is None:
                break
    assert len(seen) == len(set(seen)) == 12


def test_the_chips_of_the_volunteers_leave_whom_they_name(practice, reading):
    from plugins.volunteer.pages.lists import VOLUNTEERS

    with reading() as uow:
        left = {}
        for chip in VOLUNTEERS.chips:
            request = PageRequest(size=50, filters=chip.filters)
            left[chip.title] = [row.id for row in VOLUNTEERS.fetch(uow, request).rows]
            assert VOLUNTEERS.count(uow, request) == len(left[chip.title]), chip.title
        for code, title in SKILLS:  # every skill is a filter, also the rare ones
            request = PageRequest(size=50, filters={"skill": code})
            able = [row.id for row in VOLUNTEERS.fetch(uow, request).rows]
            assert VOLUNTEERS.count(uow, request) == len(able), title
            assert all(f",{code}," in uow.get(Volunteer, one).skills for one in able), title
        assert not set(left["Minors"]) & set(left["60 and older"])


@pytest.mark.parametrize("paper", hooks.desk_papers(), ids=lambda paper: paper.id)
def test_every_paper_prints_blank_and_filled(paper, practice, reading, printed, fonts):
    build, load = named(paper.build), named(paper.load)
    assert paper.title[:4] in printed(build(None))
    with reading() as uow:
        filled = build(load(uow, ids(uow, paper.record)[0]))
    text = printed(filled)
    assert paper.title[:4] in text
    if paper.record not in ("volunteer.activity", "volunteer.star_round", "volunteer.year", "time_publication"):
        assert page_count(render(filled, fonts).pdf) == 1
    assert "和平社区" in text or paper.id in NAMELESS


def test_lists_are_sorted_by_what_a_clerk_looks_for(practice, reading):
    from plugins.volunteer.pages.lists import ACTIVITIES, CERTIFICATES, MARKET_LIST, ORDERS

    with reading() as uow:
        for spec in (ACTIVITIES, ORDERS, MARKET_LIST, CERTIFICATES):
            whole = [row.id for row in spec.fetch(uow, PageRequest(size=50)).rows]
            for column in spec.columns:
                if not column.sort:
                    continue
                first = spec.fetch(uow, PageRequest(size=2, sort=column.sort))
                rest = spec.fetch(uow, PageRequest(size=50, sort=column.sort, after=first.next)).rows if first.next else []
                up = [row.id for row in (*first.rows, *rest)]
                down = [row.id for row in spec.fetch(uow, PageRequest(size=50, sort=column.sort, descending=True)).rows]
                assert sorted(up) == sorted(whole), (spec.id, column.key)
                assert down == up[::-1], (spec.id, column.key)
        days = [row.day for row in ACTIVITIES.fetch(uow, PageRequest(size=50, sort=ACTIVITIES.default_sort,
                                                                     descending=ACTIVITIES.descending)).rows]
        assert days == sorted(days, reverse=True)
        word = PageRequest(size=50, text=ACTIVITIES.fetch(uow, PageRequest(size=1)).rows[0].title)
        assert ACTIVITIES.count(uow, word) == len(ACTIVITIES.fetch(uow, word).rows) < ACTIVITIES.count(uow, PageRequest())


def test_new_plans_begin_in_the_morning(practice, reading):
    from desk.api import hall_time
    from plugins.volunteer.pages import starting

    with reading() as uow:
        begin = hall_time(starting.activity(uow, None)["starts_at"])
        assert (begin.hour, (begin.date() - uow.clock.today()).days) == (9, 1)
        assert starting.order(uow, None)["wanted_at"] == starting.activity(uow, None)["starts_at"]


def sorted_by(do, sort, down=True, **more):
    """Names over pages of two."""
    from plugins.volunteer.pages.lists import VOLUNTEERS

    names, after = [], None
    while True:
        page = do(VOLUNTEERS.fetch, PageRequest(size=2, sort=sort, descending=down, after=after, **more))
        names += [row.title for row in page.rows]
        after = page.next
        if after is None:
            return names


def test_volunteers_are_sorted_by_hours_and_by_points(do, station):
    from plugins.volunteer.drafts import CorrectionDraft
    from plugins.volunteer.recount import recount
    from plugins.volunteer.service.hours import correct_hours

    station.rule()
    who = {name: station.volunteer(name) for name in ("龚桂兰", "欧阳明", "单广志", "沈芳", "方敏")}
    pairs = {name: station.serve(who[name], at(11, 4, 8), at(11, 4, 8 + hours), enter=False)
             for name, hours in (("龚桂兰", 2), ("欧阳明", 4), ("单广志", 1), ("沈芳", 2))}
    station.enter()
    assert sorted_by(do, "hours") == ["欧阳明", "沈芳", "龚桂兰", "单广志", "方敏"]  # of the same hours by their registration
    assert sorted_by(do, "hours", down=False) == ["方敏", "单广志", "龚桂兰", "沈芳", "欧阳明"]
    do(correct_hours, CorrectionDraft(pairs["单广志"], 300, "漏记"))
    assert sorted_by(do, "hours")[0] == "单广志"
    assert sorted_by(do, "points")[:2] == ["单广志", "欧阳明"]
    assert sorted_by(do, "points", down=False)[0] == "方敏"
    assert sorted_by(do, "hours", text="沈芳") == ["沈芳"]
    assert sorted_by(do, "points", filters={"state": "paused"}) == []
    assert [one for one in do(lambda uow: recount(lambda sql: uow.session.connection().exec_driver_sql(sql).all()))
            if "volunteer" in one] == []


def test_points_that_a_household_shares_are_sorted_as_they_are_shown(do, station):
    from plugins.volunteer.service.points import points_text
    from plugins.volunteer.service.sharing import put_together

    station.rule()
    home = station.household()
    first, second = (station.volunteer(name, household=home) for name in ("龚桂兰", "沈芳"))
    alone = station.volunteer("欧阳明")
    for who, hours in ((first, 2), (second, 2), (alone, 3)):
        station.serve(who, at(11, 4, 8), at(11, 4, 8 + hours), enter=False)
    station.enter()
    assert sorted_by(do, "points")[0] == "欧阳明"
    do(put_together, first)
    do(put_together, second)
    assert sorted_by(do, "points") == ["沈芳", "龚桂兰", "欧阳明"]
    assert points_text(station.points(first)) == points_text(station.points(second))


def test_what_was_published_was_served_before(do, practice):
    from desk.api.timesheets import TimePublication

    late = do(lambda uow: [(pair.day, found.published_on) for pair, found in uow.session.execute(
        select(TimePair, TimePublication).join(TimePublication, TimePublication.id == TimePair.publication_id))
        if pair.day > found.published_on])
    assert late == []
