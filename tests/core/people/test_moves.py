"""Moving in and out: noted, listed, taken back; the grid's list, the slip of changes and the list of moves as papers."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from desk.core.db.paging import PageRequest
from desk.core.errors import NotAllowed, UserError
from desk.core.people.drafts import HouseholdDraft, PersonDraft, PhoneDraft
from desk.core.people.erasure import erase_person
from desk.core.people.households import register_household
from desk.core.people.merge import merge_people, unmerge_people
from desk.core.people.model import Relocation
from desk.core.people.moving import MoveInDraft, record_move_in, undo_relocation
from desk.core.people.queries import get_person
from desk.core.people.relocations import count_relocations, list_relocations
from desk.core.people.service import change_person, record_death, record_move_out, record_return, register_person
from desk.core.places.drafts import AreaDraft
from desk.core.places.service import add_area
from desk.core.registers import resident_papers as papers


@pytest.fixture
def home(writing):
    """A grid with one home, where 肖志 and 顾兰 live; 顾兰 moved in this year."""
    with writing() as uow:
        grid = add_area(uow, AreaDraft("第一网格", "grid"))
        door = register_household(uow, HouseholdDraft("翠湖花园3幢101", area_id=grid))
        made = {"grid": grid, "door": door}
        made["xiao"] = register_person(uow, PersonDraft("肖志", household_id=door, relation="0", birth="1950-03-01", sex="1",
                                                        phones=(PhoneDraft("13800001234"),)))
        made["gu"] = register_person(uow, PersonDraft("顾兰", household_id=door, relation="1", moved_in="2026-03"))
    return made


def moves(uow, **filters):
    return [(row.person, row.way, row.moved_on, row.place, row.undone_at is not None)
            for row in list_relocations(uow, PageRequest(size=50, filters=filters)).rows]


def test_registering_with_a_day_of_moving_in_is_a_move_and_so_is_leaving(writing, reading, home):
    with writing() as uow:
        record_move_out(uow, home["xiao"], "2026年10月20日", "随女儿", "江城市北区")
    with reading() as uow:
        assert moves(uow) == [("顾兰", "in", "2026-03", "", False), ("肖志", "out", "2026-10-20", "江城市北区", False)]
        assert moves(uow, way="out") == [("肖志", "out", "2026-10-20", "江城市北区", False)]
        assert count_relocations(uow, PageRequest(filters={"since": "2026-10-01"})) == 1
        assert [row.home for row in list_relocations(uow, PageRequest(size=5, text="北区")).rows] == ["翠湖花园3幢101"]


def test_who_comes_back_moves_in_again_and_both_moves_stay(writing, reading, home):
    with writing() as uow:
        record_move_out(uow, home["xiao"], "2026-05-01")
        other = register_household(uow, HouseholdDraft("翠湖花园4幢202", area_id=home["grid"]))
        record_move_in(uow, MoveInDraft(home["xiao"], "2026-11-01", "江城市北区", household_id=other))
    with reading() as uow:
        card = get_person(uow, home["xiao"])
        assert (card.state, card.moved_in, card.moved_out, card.household) == ("present", "2026-11-01", "", "翠湖花园4幢202")
        assert [row[1] for row in moves(uow, person_id=home["xiao"])] == ["out", "in"]


def test_taking_a_move_back_says_again_what_was_said_before(writing, reading, home):
    with writing() as uow:
        record_move_out(uow, home["xiao"], "2026-05-01")
        move = record_move_in(uow, MoveInDraft(home["xiao"], "2026-11-01"))
        assert undo_relocation(uow, move, "登记错人") == home["xiao"]
    with reading() as uow:
        card = get_person(uow, home["xiao"])
        assert (card.state, card.moved_out, card.moved_in) == ("moved_out", "2026-05-01", "")
        assert moves(uow, undone=True) == [("肖志", "in", "2026-11-01", "", True)]


def test_only_the_last_move_is_taken_back_once_and_with_a_reason(writing, home):
    with writing() as uow:
        record_move_out(uow, home["xiao"], "2026-05-01")
        first = uow.session.scalars(select(Relocation.id).where(Relocation.person_id == home["xiao"])).one()
        second = record_move_in(uow, MoveInDraft(home["xiao"], "2026-11-01"))
    for move, reason, told in ((first, "错", "先撤回后面的记录|之后还有新的记录"), (second, " ", "写明撤回")):
        with writing() as uow, pytest.raises(UserError, match=told):
            undo_relocation(uow, move, reason)
    with writing() as uow:
        undo_relocation(uow, second, "错")
    with writing() as uow, pytest.raises(UserError, match="已经撤回"):
        undo_relocation(uow, second, "错")


def test_a_departure_that_was_a_mistake_is_struck_out(writing, reading, home):
    with writing() as uow:
        record_move_out(uow, home["xiao"], "2026-05-01")
        record_return(uow, home["xiao"], "登记错人")
    with reading() as uow:
        assert moves(uow, way="out") == [("肖志", "out", "2026-05-01", "", True)]


def test_the_dead_do_not_move_in(writing, home):
    with writing() as uow:
        record_death(uow, home["xiao"], "2026-11-01")
    with writing() as uow, pytest.raises(UserError, match="登记死亡"):
        record_move_in(uow, MoveInDraft(home["xiao"], "2026-11-02"))


def test_moves_of_other_areas_are_neither_listed_nor_counted(factory, actor, home):
    narrow = replace(actor, all_rights=False, permissions=frozenset({"desk.people.read"}),
                     area_ids=frozenset({home["grid"] + 99}))
    with factory.reading(narrow) as uow:
        assert count_relocations(uow, PageRequest()) == 0
        assert not list_relocations(uow, PageRequest(size=5)).rows


def test_without_the_right_to_see_residents_there_is_no_list(factory, actor, home):
    plain = replace(actor, all_rights=False, permissions=frozenset())
    with factory.reading(plain) as uow, pytest.raises(NotAllowed):
        list_relocations(uow, PageRequest(size=5))


def test_moves_go_along_when_records_are_merged_and_come_back(writing, reading, home):
    with writing() as uow:
        merge = merge_people(uow, home["xiao"], home["gu"], "同一人")
    with reading() as uow:
        assert [row[0] for row in moves(uow)] == ["肖志"]
    with writing() as uow:
        unmerge_people(uow, merge, "不是同一人")
    with reading() as uow:
        assert [row[0] for row in moves(uow)] == ["顾兰"]


def test_erasing_a_person_erases_her_moves(writing, reading, home):
    with writing() as uow:
        erase_person(uow, home["gu"], "本人要求")
    with reading() as uow:
        assert uow.session.scalar(select(func.count(Relocation.id))) == 0


def test_the_grids_list_names_each_home_once_and_hides_telephones(writing, reading, home, printed):
    with writing() as uow:
        record_move_out(uow, register_person(uow, PersonDraft("陆远", household_id=home["door"])), "2026-01")
    with reading() as uow:
        text = printed(papers.build_residents(papers.load_residents(uow, home["grid"])))
    assert "在册2人、1户" in text
    assert text.count("翠湖花园3幢101") == 1
    assert "138****1234" in text
    assert "陆远" not in text


def test_the_slip_says_what_was_and_what_is(writing, reading, clock, home, printed):
    with reading() as uow:
        version = get_person(uow, home["gu"]).version
    with writing() as uow:
        change_person(uow, home["gu"], PersonDraft("顾澜", household_id=home["door"], relation="1", moved_in="2026-03",
                                                   resident_kind="floating"), version)
        record_move_out(uow, home["gu"], "2026-11-03", "", "外地")
    with reading() as uow:
        paper = papers.load_changes(uow, home["gu"])
    assert {(one.field, one.before, one.after) for one in paper.lines} == {
        ("姓名", "顾兰", "顾澜"), ("类别", "常住", "流动"), ("迁出日期", "无", "2026年11月3日"), ("状态", "在册", "已迁出")}
    assert "变更后" in printed(papers.build_changes(paper))
    assert "变更后" in printed(papers.build_changes(None))


def test_a_field_changed_twice_is_followed_from_step_to_step(writing, reading, clock, home):
    for kind in ("floating", "outside"):
        clock.advance(minutes=5)
        with reading() as uow:
            version = get_person(uow, home["xiao"]).version
        with writing() as uow:
            change_person(uow, home["xiao"], PersonDraft("肖志", household_id=home["door"], relation="0", birth="1950-03-01",
                                                         sex="1", resident_kind=kind), version)
    with reading() as uow:
        lines = papers.load_changes(uow, home["xiao"]).lines
    assert [(one.before, one.after) for one in lines] == [("流动", "非本社区"), ("常住", "流动")]


def test_the_list_of_moves_counts_both_ways_and_leaves_out_what_was_taken_back(writing, reading, clock, home, printed):
    with writing() as uow:
        record_move_out(uow, home["xiao"], "2026-10-20", "", "江城市北区")
        undo_relocation(uow, record_move_in(uow, MoveInDraft(home["xiao"], "2026-11-01")), "登记错人")
        record_move_out(uow, register_person(uow, PersonDraft("陆远")), str(uow.clock.today() - timedelta(days=500)))
    with reading() as uow:
        paper = papers.load_moves(uow, 1)
        text = printed(papers.build_moves(paper))
    assert [one.person for one in paper.moves] == ["顾兰", "肖志"]
    assert "迁入1人、迁出1人" in text
    assert "江城市北区" in text
