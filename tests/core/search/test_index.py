"""The search box on both engines: found at once, kept right by edits, seen only by whom it may."""

import dataclasses

import pytest
from sqlalchemy import delete, select, text

from desk.core.actor import Actor
from desk.core.db.paging import PageRequest
from desk.core.participants import core_indexers
from desk.core.people.drafts import HouseholdDraft, PaperDraft, PersonDraft, PhoneDraft
from desk.core.people.households import change_household, register_household
from desk.core.people.merge import list_merges, merge_people, unmerge_people
from desk.core.people.model import Household
from desk.core.people.queries import get_person
from desk.core.people.service import change_person, register_person
from desk.core.search.document import SearchDocument
from desk.core.search.index import catch_up, missing_kinds, participant_of, rebuild
from desk.core.search.indexer import Indexer
from desk.core.search.model import SearchRow, SearchState
from desk.core.search.people_list import count_people_found, list_people_found
from desk.core.search.queries import find_records
from tests.core.people.areas import two_grids

WANG = PersonDraft(name="王小花", papers=(PaperDraft("id_card", "11010519491231002X"),),
                   phones=(PhoneDraft("13812345678"),), address="翠湖花园12幢1单元1502室")


KINDS = ("person", "household")


def titles(uow, typed, **more):
    return [hit.title for hit in find_records(uow, typed, **more).hits]


@pytest.mark.parametrize("typed", [
    "王", "小花", "王小花", "wxh", "wangxiao", "xiaohua", "002x", "19491231", "5678", "678", "138 1234 5678", "翠湖",
    "翠湖 1502", "12幢1单元", "12-1-1502", "wang 翠湖", "1502 花",
])
def test_a_registered_person_is_found_at_once(writing, reading, typed):
    with writing() as uow:
        register_person(uow, WANG)
        register_person(uow, PersonDraft(name="赵大力", address="东湖村3号"))
    with reading() as uow:
        (hit,) = find_records(uow, typed).hits
    assert (hit.kind, hit.title) == ("person", "王小花")
    assert "11010519491231002X" not in hit.subtitle
    assert "13812345678" not in hit.subtitle


@pytest.mark.parametrize("typed", ["", " ", "花", "502", "小王", "zz", "王小花 赵", "' OR 1=1 --", '" OR "', "%", "*"])
def test_what_is_not_there_is_not_found(writing, reading, typed):
    with writing() as uow:
        register_person(uow, WANG)
    with reading() as uow:
        assert titles(uow, typed) == []


def test_an_edit_is_found_by_the_new_and_the_earlier_name(writing, reading):
    with writing() as uow:
        person_id = register_person(uow, WANG)
    with writing() as uow:
        change_person(uow, person_id, PersonDraft(name="王晓华", birth="1949-12-31", sex="2", address="东湖村3号"), 1)
    with reading() as uow:
        assert titles(uow, "晓华") == ["王晓华"]
        assert titles(uow, "小花") == ["王晓华"]
        assert titles(uow, "翠湖") == []
        assert missing_kinds(uow, KINDS) == []


def test_people_are_found_by_the_address_of_their_household(writing, reading):
    with writing() as uow:
        home = register_household(uow, HouseholdDraft(address="翠湖花园5幢201室", code="H-0005"))
        register_person(uow, PersonDraft(name="李大力", household_id=home))
    with reading() as uow:
        assert sorted(titles(uow, "翠湖5幢")) == []
        assert sorted(titles(uow, "5幢")) == ["李大力", "翠湖花园5幢201室"]
        assert titles(uow, "5幢", kinds=("person",)) == ["李大力"]
        assert titles(uow, "h0005") == ["翠湖花园5幢201室"]
    with writing() as uow:
        change_household(uow, home, HouseholdDraft(address="东湖村8号"), 1)
    with reading() as uow:
        assert titles(uow, "5幢") == []
        assert sorted(titles(uow, "8号")) == ["东湖村8号", "李大力"]


def test_what_one_may_not_see_is_not_found(writing, factory):
    with writing() as uow:
        mine, other = two_grids(uow)
        register_person(uow, dataclasses.replace(WANG, area_id=mine))
        register_person(uow, PersonDraft(name="王小草", area_id=other))
        register_person(uow, PersonDraft(name="王小树"))
    read = frozenset({"desk.people.read"})
    for actor, seen in (
        (Actor("guest", 1), set()),
        (Actor("clerk", 1, permissions=read), {"王小花", "王小草", "王小树"}),
        (Actor("grid", 1, permissions=read, area_ids=frozenset({mine})), {"王小花", "王小树"}),
        (Actor("elsewhere", 7, permissions=read), set()),
    ):
        with factory.reading(actor) as uow:
            for typed in ("王", "王小", "wx"):
                assert set(titles(uow, typed)) == seen


def test_exact_names_come_first_and_more_is_said(writing, reading):
    with writing() as uow:
        for tail in "一二三四五六七八九十":
            register_person(uow, PersonDraft(name=f"王小{tail}"))
        register_person(uow, PersonDraft(name="甲王小"))
        register_person(uow, PersonDraft(name="王小"))
    with reading() as uow:
        answer = find_records(uow, "王小", limit=5)
        assert answer.hits[0].title == "王小"
        assert answer.more
        assert not find_records(uow, "王小", limit=12).more
        assert titles(uow, "甲") == ["甲王小"]


def test_merged_people_are_found_as_one_and_come_back(writing, reading):
    with writing() as uow:
        kept = register_person(uow, PersonDraft(name="王小花"))
        gone = register_person(uow, dataclasses.replace(WANG, name="王小化"))
    with writing() as uow:
        merge = merge_people(uow, kept, gone, "同一人,登记了两次")
    with reading() as uow:
        assert titles(uow, "小化") == []
        assert titles(uow, "002x") == ["王小花"]
        card = get_person(uow, kept)
        assert (card.birth, card.address, len(card.papers), len(card.phones)) == (
            "1949-12-31", "翠湖花园12幢1单元1502室", 1, 1)
        assert get_person(uow, gone).merged_into_id == kept
        assert list_merges(uow, kept) == [(merge, gone)]
    with writing() as uow:
        unmerge_people(uow, merge, "是两个人")
    with reading() as uow:
        assert titles(uow, "002x") == ["王小化"]
        assert get_person(uow, kept).birth == ""
        assert missing_kinds(uow, KINDS) == []


def test_a_rolled_back_write_leaves_nothing(writing, reading):
    def fails():
        with writing() as uow:
            register_person(uow, WANG)
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        fails()
    with reading() as uow:
        assert titles(uow, "小花") == []
        assert missing_kinds(uow, KINDS) == []


def test_a_lost_or_old_index_is_noticed_and_rebuilt(writing, reading):
    with writing() as uow:
        for name in ("王小花", "单晓明"):
            register_person(uow, PersonDraft(name=name))
    with writing() as uow:
        ids = list(uow.session.scalars(select(SearchRow.id)))
        from desk.core.search.engines import token_tables

        token_tables(uow.session.connection().dialect.name).drop(uow.session.connection(), ids[:1])
    with reading() as uow:
        assert missing_kinds(uow, KINDS) is None
    with writing() as uow:
        assert rebuild(uow, core_indexers()) == 2
    with reading() as uow:
        assert missing_kinds(uow, KINDS) == []
        assert titles(uow, "shan") == ["单晓明"]
    with writing() as uow:
        uow.session.execute(delete(SearchState))
    with reading() as uow:
        assert missing_kinds(uow, KINDS) is None


def test_the_list_finds_what_the_box_finds(writing, reading):
    with writing() as uow:
        register_person(uow, WANG)
        register_person(uow, PersonDraft(name="王大花", sex="1", address="翠湖花园3幢"))
        register_person(uow, PersonDraft(name="赵大力"))
    with reading() as uow:
        for typed, names in (("王", ["王大花", "王小花"]), ("翠湖 花", ["王大花", "王小花"]), ("xiaohua", ["王小花"]),
                             ("z 大力", ["赵大力"]), ("", ["王大花", "王小花", "赵大力"]), ("没有", [])):
            request = PageRequest(text=typed)
            assert [row.name for row in list_people_found(uow, request).rows] == names
            assert count_people_found(uow, request) == len(names)
        assert count_people_found(uow, PageRequest(text="王", filters={"sex": "1"})) == 1


def test_a_bulk_change_indexes_the_whole_kind(writing, reading):
    with writing() as uow:
        register_person(uow, WANG)
    with writing() as uow:
        from sqlalchemy import update

        from desk.core.people.model import Person

        uow.session.execute(update(Person).values(name="王大花"))
        uow.touch("person")
    with reading() as uow:
        assert titles(uow, "大花") == ["王大花"]


def test_plugins_records_join_the_index_and_a_failing_plugin_stops_nobody(writing, reading, factory, expect_log):
    """Households under another kind stand in for a plugin's records."""
    with writing() as uow:
        home = register_household(uow, HouseholdDraft(address="翠湖花园5幢201室"))
    fails = []

    def documents(uow, ids):
        if fails:
            uow.session.execute(text("SELECT nonsense"))
        return [SearchDocument("one.door", record_id, f"门{record_id}", names=(f"门牌{record_id}",)) for record_id in ids]

    participant_of(factory).add([Indexer("one.door", Household, documents, follows={"household": lambda _uow, ids: ids})])
    with reading() as uow:
        assert missing_kinds(uow, [*KINDS, "one.door"]) == ["one.door"]
    assert catch_up(factory) == 1
    assert catch_up(factory) == 0
    with reading() as uow:
        assert titles(uow, "门牌") == [f"门{home}"]
    fails.append(True)
    expect_log("search documents of one.door")
    with writing() as uow:
        change_household(uow, home, HouseholdDraft(address="东湖村8号"), 1)
    with reading() as uow:
        assert titles(uow, "东湖") == ["东湖村8号"]
        assert titles(uow, "门牌") == [f"门{home}"]
        assert missing_kinds(uow, KINDS) is None
    fails.clear()
    assert catch_up(factory) == 2
