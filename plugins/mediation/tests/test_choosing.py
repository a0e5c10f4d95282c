"""A sample of cases for the evaluation, the best mediator by vote, the winners of the years."""

from datetime import date, timedelta

from desk.api.pages import PageRequest
from desk.api.places import VenueDraft, add_venue
from desk.api.score_sheets import DecisionDraft, MarksDraft, PostingDraft, RaterDraft, RoundDraft
from desk.api.scores import (
    close_round,
    decide_round,
    enter_marks,
    list_raters,
    list_results,
    list_subjects,
    plan_round,
    publish_round,
    start_round,
)
from desk.testing.hall import put_settings
from plugins.mediation.candidates import cases_to_judge, drawn
from plugins.mediation.documents import registers
from plugins.mediation.drafts import PlanDraft, RoomDraft
from plugins.mediation.pages import closed_months, people_cards, years
from plugins.mediation.queries_closed import list_closed
from plugins.mediation.queries_rooms import list_years
from plugins.mediation.scoring import VOTE_CODE
from plugins.mediation.service.plans import save_plan
from plugins.mediation.service.rooms import save_room
from plugins.mediation.service.signing import agree_orally
from plugins.mediation.tests.helpers import mediator


def oral(room, **more):
    dispute = room.accept(conflict_told=True)
    room.hold(dispute, **more)
    room.do(agree_orally, room.draft(dispute, form="oral", at_once=True))
    return dispute


def test_a_sample_is_drawn_once_and_for_all(room, writing):
    cases = [oral(room) for _each in range(4)]
    assert [one.record_id for one in room.see(cases_to_judge, None, None)] == cases
    room.do(put_settings, {"mediation.quarter_sample": 2})
    first = [one.record_id for one in room.see(cases_to_judge, None, None)]
    assert len(first) == 2
    assert first == [one.record_id for one in room.see(cases_to_judge, None, None)]
    assert drawn([1, 2], 0, "a") == [1, 2]


def vote(room, year, *ticks):
    """A round by vote: who of the two is ticked by each rater; decided for the first."""
    made = room.do(plan_round, RoundDraft(
        f"{year}年度评选", "mediation.best_vote", scheme=VOTE_CODE, first=date(year, 1, 1), last=date(year, 12, 31),
        raters=tuple(RaterDraft(f"评{place}", "residents") for place in range(len(ticks)))))
    room.do(start_round, made)
    subjects = room.see(list_subjects, made)
    for rater, ticked in zip(room.see(list_raters, made), ticks, strict=True):
        room.do(enter_marks, MarksDraft(rater.id, {
            one.id: {"vote": int(one.title in ticked)} for one in subjects}))
    room.do(close_round, made)
    results = room.see(list_results, made)
    room.do(publish_round, PostingDraft(made, "郑国庆"))
    room.clock.advance(days=10)
    room.do(decide_round, DecisionDraft(made, "调委会", ((results[0].subject_id, "优秀人民调解员"),), reason="名额所限"))
    return [(one.title, one.total_text, one.band) for one in results]


def test_the_best_is_voted_for_and_the_years_stand_beside_each_other(room, printed, fonts):
    mediator(room, "沈建国")
    mediator(room, "方敏")
    assert vote(room, 2026, ["沈建国"], ["沈建国", "方敏"], ["沈建国"], ["方敏"]) == [
        ("沈建国", "75", "过半数同意"), ("方敏", "50", "过半数同意")]
    room.clock.advance(days=365)
    vote(room, 2027, ["方敏"], ["方敏"])
    rows = room.see(years.fetch_winners, PageRequest()).rows
    assert [(one.year, one.name) for one in rows] == [("2027", "方敏"), ("2026", "沈建国")]
    text = printed(registers.winners(room.see(registers.load_winners, 0)))
    assert text.index("2027年方敏") < text.index("2026年沈建国")
    assert "荣誉称号" in printed(registers.winners(None))


def test_a_ballot_for_the_best_names_three_at_most(room, refused):
    for name in ("沈建国", "方敏", "何苗", "丁文"):
        mediator(room, name)
    told = refused(vote, room, 2026, ["沈建国", "方敏", "何苗", "丁文"])
    assert "4" in told.what
    assert "3" in told.what


def test_a_rate_is_rounded_and_divides_by_what_the_hall_divides_by(room):
    from desk.testing.hall import put_settings

    mediator(room, "沈建国")
    oral(room)
    oral(room)
    failed = room.accept(conflict_told=True)
    room.hold(failed, "failed", outcome_note="分歧较大", remedies_told=True)
    room.accept(conflict_told=True)
    assert room.see(years.fetch_years, PageRequest()).rows[0].rate == "66.67%"
    assert "调解成功÷（" in room.see(years.YEARS_LIST.sentence)
    room.do(put_settings, {"mediation.rate_base": "accepted"})
    assert room.see(years.fetch_years, PageRequest()).rows[0].rate == "50.00%"
    assert "÷受理" in room.see(registers.load_years, 0).about


def test_figures_of_several_years(room, clock, printed):
    one = mediator(room, "沈建国")
    oral(room)
    clock.advance(days=365)
    oral(room)
    oral(room)
    found, = room.see(list_years)
    assert [(year, rates.settled) for year, rates in found.years] == [(2023, 0), (2024, 0), (2025, 0), (2026, 1), (2027, 2)]
    line, = room.see(years.fetch_years, PageRequest()).rows
    assert (line.y0, line.y1, line.y2, line.whole, line.rate) == ("2/2", "1/1", "", "3/3", "100.00%")
    text = printed(registers.mediator_years(room.see(registers.load_years, 0)))
    assert all(said in text for said in ("2027年受理", "2026年受理", "沈建国"))
    clock.advance(days=365)
    facts = [fact.label for section in room.see(people_cards.load_mediator, one).sections for fact in section.facts]
    assert "2026" in facts


def test_a_room_has_its_cases_bookings_and_sign(room, printed):
    made = room.do(save_room, RoomDraft("老单调解室", "门卫室旁", hours="9:00至17:00", phone="010-88880000"))
    dispute = oral(room, place="老单调解室")
    oral(room, place="会议室")
    card = room.see(people_cards.load_room, made)
    assert [section.args for section in card.sections if section.edit == "mediation.dispute"] == [{"record_id": dispute}]
    paper = room.see(registers.load_room, made)
    cases = printed(registers.room_cases(paper))
    assert "邻里纠纷" in cases
    assert "龚桂兰" not in cases, "no party is named"
    assert "签到" in printed(registers.room_bookings(paper))
    assert all(said in printed(registers.room_sign(paper)) for said in ("老单调解室", "9:00至17:00", "不收取任何费用"))


def test_what_is_booked_stands_on_the_sheet(room, printed):
    venue = room.do(add_venue, VenueDraft("老单调解室"))
    made = room.do(save_room, RoomDraft("老单调解室", venue_id=venue))
    start = room.clock.now() + timedelta(days=1)
    room.do(save_plan, PlanDraft(room.accept(conflict_told=True), start, start + timedelta(hours=1), venue_id=venue))
    assert "人民调解" in printed(registers.room_bookings(room.see(registers.load_room, made)))
    sections = {section.title: section.facts for section in room.see(people_cards.load_room, made).sections}
    assert sections["近两周预约"][0].value.startswith("人民调解")


def test_the_closed_ledger_by_month(room, clock, printed):
    spot = oral(room)
    slow = room.accept(conflict_told=True)
    clock.advance(days=2)
    room.sealed(slow)
    lines = room.see(list_closed, 202611)
    assert [(one.dispute_id, one.spot) for one in lines] == [(spot, True), (slow, False)]
    card = room.see(closed_months.load_month, 202611)
    assert [section.args for section in card.sections] == [{"record_id": spot}, {"record_id": slow}]
    row = room.see(closed_months.fetch_months, PageRequest()).rows[0]
    assert (row.settled, row.spot, row.visited, row.again) == (2, 1, 0, 0)
    assert "当场化解" in printed(registers.closed_ledger(room.see(registers.load_closed, 202611)))
