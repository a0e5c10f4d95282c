"""The register's verbs and reads, on both engines."""

import pytest

from desk.core.actor import Actor
from desk.core.db.paging import PageRequest
from desk.core.errors import Conflict, NeedsReason, NotAllowed, UserError
from desk.core.people.drafts import PaperDraft, PersonDraft, PhoneDraft
from desk.core.people.erasure import erase_person
from desk.core.people.model import OldValue, Person
from desk.core.people.queries import count_people, find_by_number, get_person, list_people
from desk.core.people.service import (
    add_paper,
    add_phone,
    change_person,
    record_death,
    record_move_out,
    record_return,
    register_person,
    remove_paper,
    reveal,
)
from tests.core.people.areas import two_grids

NUMBER = "11010519491231002X"
WANG = PersonDraft(name="王小花", papers=(PaperDraft("id_card", NUMBER),), phones=(PhoneDraft("138 1234 5678", "relative"),),
                   address="翠湖花园12幢1单元1502室")


def test_a_person_is_registered_and_shown_masked(writing, reading):
    with writing() as uow:
        person_id = register_person(uow, WANG)
    with reading() as uow:
        card = get_person(uow, person_id)
    assert (card.name, card.pinyin, card.sex, card.birth, card.age) == ("王小花", "wang xiao hua", "2", "1949-12-31", 76)
    assert card.papers[0].number == "1101**********002X"
    assert card.phones[0].number == "138****5678"
    assert NUMBER not in repr(card)
    assert "13812345678" not in repr(card)


def test_all_wrong_fields_are_told_at_once(writing):
    wrong = PersonDraft(name=" ", birth="2030", sex="7", papers=(PaperDraft("id_card", ""),), phones=(PhoneDraft(""),))
    with writing() as uow, pytest.raises(UserError) as refused:
        register_person(uow, wrong)
    assert set(refused.value.fields) == {"name", "birth", "sex", "papers.0", "phones.0"}


def test_findings_want_a_reason_and_are_kept_with_the_paper(writing, reading):
    odd = PersonDraft(name="王小花", papers=(PaperDraft("id_card", "110105194912310029"),))
    with writing() as uow, pytest.raises(NeedsReason) as asked:
        register_person(uow, odd)
    assert asked.value.findings
    with writing() as uow:
        person_id = register_person(uow, PersonDraft(name="王小花", papers=odd.papers, reason="证件就是这样印的"))
    with reading() as uow:
        paper = get_person(uow, person_id).papers[0]
    assert paper.findings == ("check_digit",)
    assert paper.reason == "证件就是这样印的"


def test_the_same_number_for_two_people_is_asked_about(writing, reading):
    with writing() as uow:
        register_person(uow, WANG)
    with writing() as uow, pytest.raises(NeedsReason, match=".") as asked:
        register_person(uow, PersonDraft(name="王小草", papers=(PaperDraft("id_card", "110105491231002"),)))
    assert any("王小花" in sentence for sentence in asked.value.findings)
    with reading() as uow:
        assert [row.name for row in find_by_number(uow, " 110105 19491231 002x")] == ["王小花"]
        assert [row.name for row in find_by_number(uow, "110105491231002")] == ["王小花"]
        assert [row.name for row in find_by_number(uow, "13812345678")] == ["王小花"]
        assert find_by_number(uow, "110105194912310020") == ()


def test_a_namesake_with_the_same_birth_date_is_asked_about(writing):
    with writing() as uow:
        register_person(uow, PersonDraft(name="李大力", birth="1980-02-03"))
    with writing() as uow, pytest.raises(NeedsReason):
        register_person(uow, PersonDraft(name="李大力", birth="1980.2.3"))
    with writing() as uow:
        register_person(uow, PersonDraft(name="李大力", birth="1980"))


def test_a_change_keeps_the_old_value_and_a_late_editor_is_told(writing, reading):
    with writing() as uow:
        person_id = register_person(uow, WANG)
    with reading() as uow:
        version = get_person(uow, person_id).version
    with writing() as uow:
        change_person(uow, person_id, PersonDraft(name="王晓花", sex="2", birth="1949-12-31"), version)
    with reading() as uow:
        card = get_person(uow, person_id)
        assert card.name == "王晓花"
        assert card.papers
        assert {old.field: old.value for old in card.history}["name"] == "王小花"
    with writing() as uow, pytest.raises(Conflict) as late:
        change_person(uow, person_id, PersonDraft(name="王小华", sex="2", birth="1949-12-31"), version)
    assert late.value.mine == {"name": "王小华"}
    assert late.value.theirs == {"name": "王晓花"}


def test_leaving_and_coming_back(writing, reading):
    with writing() as uow:
        person_id = register_person(uow, PersonDraft(name="李大力"))
        record_move_out(uow, person_id, "2026年10月", "去外地")
    with reading() as uow:
        card = get_person(uow, person_id)
        assert (card.state, card.moved_out) == ("moved_out", "2026-10")
    with writing() as uow:
        record_return(uow, person_id, "回来了")
        record_death(uow, person_id, "2026-11-01")
    with reading() as uow:
        card = get_person(uow, person_id)
        assert (card.state, card.moved_out, card.deceased_on, card.age) == ("deceased", "", "2026-11-01", None)
    with writing() as uow, pytest.raises(UserError):
        record_move_out(uow, person_id, "2026-12-01")


def test_papers_and_phones_are_added_and_taken_away(writing, reading):
    with writing() as uow:
        person_id = register_person(uow, PersonDraft(name="李大力"))
        paper_id = add_paper(uow, person_id, PaperDraft("passport", "EA1234567", "2030-01-01"))
        add_phone(uow, person_id, PhoneDraft("027-81234567"))
    with reading() as uow:
        card = get_person(uow, person_id)
        assert [paper.expires for paper in card.papers] == ["2030-01-01"]
        assert [phone.number for phone in card.phones] == ["027-****4567"]
    with writing() as uow:
        other = register_person(uow, PersonDraft(name="李小力"))
        with pytest.raises(UserError):
            remove_paper(uow, other, paper_id)
        remove_paper(uow, person_id, paper_id)
    with reading() as uow:
        assert get_person(uow, person_id).papers == ()


def test_whole_numbers_come_with_a_purpose_and_leave_a_trace(writing, factory, actor):
    from sqlalchemy import select

    from desk.core.audit.model import AuditEntry

    with writing() as uow:
        person_id = register_person(uow, WANG)
    with writing() as uow, pytest.raises(UserError):
        reveal(uow, person_id, " ")
    with writing() as uow:
        assert list(reveal(uow, person_id, "制作协议书")["papers"].values()) == [NUMBER]
    with factory.reading(actor) as uow:
        lines = uow.session.scalars(select(AuditEntry).where(AuditEntry.action == "people.reveal")).all()
        assert [line.detail for line in lines] == [{"purpose": "制作协议书"}]
        assert NUMBER not in repr([line.detail for line in uow.session.scalars(select(AuditEntry))])
    clerk = Actor("clerk", 1, permissions=frozenset({"desk.people.read", "desk.people.write"}))
    with factory.writing(clerk) as uow, pytest.raises(NotAllowed):
        reveal(uow, person_id, "制作协议书")


def test_nothing_without_the_right_and_nothing_outside_the_areas(writing, factory):
    with writing() as uow:
        mine, other = two_grids(uow)
        inside, outside, nowhere = (register_person(uow, PersonDraft(name=name, area_id=area))
                                    for name, area in (("甲一", mine), ("乙二", other), ("丙三", None)))
    with factory.reading(Actor("guest", 1)) as uow, pytest.raises(NotAllowed):
        list_people(uow, PageRequest())
    grid = Actor("grid", 1, permissions=frozenset({"desk.people.read", "desk.people.write"}), area_ids=frozenset({mine}))
    with factory.reading(grid) as uow:
        assert {row.id for row in list_people(uow, PageRequest()).rows} == {inside, nowhere}
        assert count_people(uow) == 2
        with pytest.raises(NotAllowed):
            get_person(uow, outside)
    with factory.writing(grid) as uow, pytest.raises(NotAllowed):
        record_death(uow, outside, "2026")


def test_lists_sort_by_pinyin_page_by_key_and_narrow(writing, reading):
    names = ["单晓明", "曾小英", "张三", "李四", "阿依古丽·买买提", "欧阳小雨", "李安"]
    with writing() as uow:
        for place, name in enumerate(names):
            register_person(uow, PersonDraft(name=name, birth=str(1940 + 10 * place), sex="12"[place % 2]))
    with reading() as uow:
        seen, after = [], None
        while True:
            page = list_people(uow, PageRequest(size=2, after=after))
            seen += [row.name for row in page.rows]
            after = page.next
            if after is None:
                break
        assert seen == ["阿依古丽·买买提", "李安", "李四", "欧阳小雨", "单晓明", "曾小英", "张三"]
        assert [row.name for row in list_people(uow, PageRequest(text="zxy")).rows] == ["曾小英"]
        assert [row.name for row in list_people(uow, PageRequest(text="ouyang")).rows] == ["欧阳小雨"]
        assert [row.name for row in list_people(uow, PageRequest(text="晓")).rows] == ["单晓明"]
        assert count_people(uow, {"sex": "1"}) == 4
        assert count_people(uow, {"age_from": 60}) == 3
        assert count_people(uow, {"age_to": 59}) == 4
        assert count_people(uow, {"state": "deceased"}) == 0
        with pytest.raises(ValueError, match="ethnicity"):
            list_people(uow, PageRequest(filters={"ethnicity": "1"}))


@pytest.mark.parametrize(("birth", "old"), [
    ("1966-11-05", True), ("1966-11-06", False), ("1966", False), ("1966-11", False), ("1966-10", True), ("1965", True),
])
def test_the_age_filter_agrees_with_the_age_shown(sqlite_database, clock, actor, birth, old):
    from desk.testing.database import make_factory

    factory = make_factory(sqlite_database, clock)
    with factory.writing(actor) as uow:
        register_person(uow, PersonDraft(name="李大力", birth=birth))
    with factory.reading(actor) as uow:
        (row,) = list_people(uow, PageRequest()).rows
        assert (row.age >= 60) is old
        assert count_people(uow, {"age_from": 60}) == int(old)
        assert count_people(uow, {"age_to": 59}) == int(not old)


def test_communities_do_not_see_each_other(writing, factory, actor):
    from dataclasses import replace

    from sqlalchemy import select

    from desk.core.db.community import Community

    with writing() as uow:
        uow.add(Community(name="邻里社区"))
        other = uow.session.scalars(select(Community.id).where(Community.name == "邻里社区")).one()
        register_person(uow, WANG)
    with factory.reading(replace(actor, community_id=other)) as uow:
        assert count_people(uow) == 0
        assert find_by_number(uow, NUMBER) == ()
        assert uow.session.scalars(select(Person)).all() == []
        assert uow.session.scalars(select(OldValue)).all() == []


def test_erasing_leaves_an_empty_record_and_no_personal_data(writing, reading, database):
    from sqlalchemy import text

    with writing() as uow:
        person_id = register_person(uow, WANG)
        change_person(uow, person_id, PersonDraft(name="王晓花", sex="2", birth="1949-12-31"), 1)
    with writing() as uow, pytest.raises(UserError, match="还在办"):
        erase_person(uow, person_id, "本人申请", blockers=("有一件纠纷还在办。",))
    with writing() as uow:
        erase_person(uow, person_id, "本人申请")
    with reading() as uow:
        card = get_person(uow, person_id)
        assert (card.name, card.state, card.papers, card.phones, card.history) == ("已删除", "erased", (), (), ())
        assert count_people(uow) == 0
        assert find_by_number(uow, NUMBER) == ()
    with database.engine.connect() as connection:
        for table in ("core_person", "core_identity_paper", "core_person_phone", "core_old_value", "core_search_doc"):
            rows = repr(connection.execute(text(f"SELECT * FROM {table}")).all())
            assert not any(part in rows for part in ("小花", "晓花", NUMBER, "13812345678", "1949-12-31"))
    with writing() as uow, pytest.raises(UserError):
        change_person(uow, person_id, WANG, 3)
