"""Rounds of visits planned ahead, trackers of hard cases, and what is proposed for each of the three ways."""

from datetime import timedelta

from desk.api.places import VenueDraft, add_venue
from desk.testing.hall import put_settings
from plugins.mediation.documents import visit_round
from plugins.mediation.drafts import MediatorCardDraft, PlanDraft, RoomDraft, VisitDraft
from plugins.mediation.drafts.visiting import DutyOfVisit, RoundPlanDraft, TrackerDraft
from plugins.mediation.models import StarRoom
from plugins.mediation.pages import forms_hearing, forms_visiting, sitting, starting, visit_rounds
from plugins.mediation.queries_visits import list_round
from plugins.mediation.service.collecting import save_visit
from plugins.mediation.service.plans import save_plan
from plugins.mediation.service.register import save_mediator
from plugins.mediation.service.rooms import save_room
from plugins.mediation.service.visiting import plan_visits, set_tracker

DECEMBER = 202612


def test_the_round_is_printed_in_the_order_of_the_way_with_who_goes(room, printed):
    first, _one = room.sealed()
    second, _two = room.sealed(room.accept())
    start = room.see(forms_visiting.VISIT_PLAN_FORM.load, DECEMBER)
    assert [row["dispute_id"] for row in start["duties"]] == [first, second]
    start["duties"][0] |= {"visitor": "何苗", "place": 2}
    start["duties"][1] |= {"visitor": "沈建国", "place": 1}
    room.do(plan_visits, forms_visiting.round_draft(start))
    assert [(one.dispute_id, one.planned, one.place) for one in room.see(list_round, DECEMBER)] == [
        (second, "沈建国", 1), (first, "何苗", 2)]
    text = printed(visit_round.round_table(room.see(visit_round.load_round, DECEMBER)))
    assert text.index("沈建国") < text.index("何苗")
    said = [fact.value for section in room.see(visit_rounds.load_round, DECEMBER).sections for fact in section.facts]
    assert "何苗 第 2 站" in said
    room.do(plan_visits, RoundPlanDraft(DECEMBER, (DutyOfVisit(first),)))
    assert [one.planned for one in room.see(list_round, DECEMBER)] == ["沈建国", ""]


def test_a_hard_case_has_somebody_who_follows_it_up(room, refused):
    plain, _agreement = room.sealed()
    hard, _agreement = room.sealed(room.accept(room.register(difficulty="difficult")))
    assert [room.file(one).dispute.tracker for one in (plain, hard)] == ["", "沈建国"]
    assert refused(room.do, set_tracker, TrackerDraft(hard, " ")).field == "tracker"
    room.do(set_tracker, TrackerDraft(hard, "何苗"))
    assert [one.planned for one in room.see(list_round, DECEMBER)] == ["", "何苗"]
    room.do(set_tracker, TrackerDraft(plain, ""))


def test_the_plan_proposes_rooms_and_helpers_of_its_way(room):
    for name, kind, skills in (("单广志", "five_olds", ()), ("方敏", "worthy", ("neighbour",)), ("甲律师", "legal", ())):
        room.do(save_mediator, MediatorCardDraft(name, kind=kind, skills=skills))
    venue = room.do(add_venue, VenueDraft("老单调解室"))
    star = room.do(save_room, RoomDraft("老单调解室", venue_id=venue))
    room.do(lambda uow: setattr(uow.get(StarRoom, star), "star", "五星级"))
    plain = room.see(forms_hearing.PLAN_FORM.load, room.accept(conflict_told=True))
    assert (plain["way"], plain["for_consultation"].splitlines()) == ("consultation", ["乡贤、五老:方敏、单广志"])
    assert "甲律师" in plain["for_law"]
    assert "venue_id" not in plain
    hard = room.see(forms_hearing.PLAN_FORM.load, room.accept(
        room.register(difficulty="difficult"), conflict_told=True))
    assert (hard["way"], hard["venue_id"]) == ("virtue", venue)
    assert "老单调解室(五星级)" in hard["for_virtue"]


def plan(room, dispute, **more):
    start = room.clock.now() + timedelta(hours=2)
    return room.do(save_plan, PlanDraft(dispute, start, start + timedelta(hours=1), place="调解室", **more))


def test_the_way_is_planned_and_kept_at_the_sitting(room, refused):
    dispute = room.accept()
    assert set(refused(plan, room, dispute, way="moon").fields) == {"way"}
    assert set(refused(plan, room, dispute, way="law").fields) == {"legal_worker"}
    plan(room, dispute, way="law", legal_worker="甲律师")
    assert room.see(starting.session, dispute)["way"] == "law"
    card = room.see(sitting.load_sitting, dispute)
    assert (card.way, card.legal_worker) == ("law", "甲律师")
    assert "依法调解" in card.subtitle


def test_a_case_is_visited_until_it_was_quiet_often_enough(room, clock):
    dispute, _agreement = room.sealed()
    room.do(put_settings, {"mediation.stable_visits": 2})
    clock.advance(days=30)
    room.do(save_visit, VisitDraft(dispute, room.today, "龚桂兰", performed="full", satisfied="yes", visitor="何苗"))
    assert [one.whys for one in room.see(list_round, 202701)] == [("quiet",)]
    clock.advance(days=31)
    room.do(save_visit, VisitDraft(dispute, room.today, "龚桂兰", performed="full", satisfied="yes", visitor="何苗"))
    assert room.see(list_round, 202702) == []
