"""What the register's pages ask besides: people without a telephone, namesakes, how many households, past imports."""

from pathlib import Path

from desk.core.db.paging import PageRequest
from desk.core.exchange.batch_queries import list_batches
from desk.core.exchange.people_import import import_people, people_list, preview_people
from desk.core.exchange.table import Sheet, TableRow
from desk.core.people.drafts import HouseholdDraft, PersonDraft, PhoneDraft
from desk.core.people.household_queries import count_households
from desk.core.people.households import register_household
from desk.core.people.queries import count_people, find_namesakes, list_people
from desk.core.people.service import register_person


def test_who_cannot_be_telephoned(writing, reading):
    with writing() as uow:
        register_person(uow, PersonDraft("张桂兰", phones=(PhoneDraft("13800001234"),)))
        register_person(uow, PersonDraft("李小明"))
    with reading() as uow:
        assert [row.name for row in list_people(uow, PageRequest(filters={"without_phone": True})).rows] == ["李小明"]
        assert count_people(uow, {"without_phone": False}) == 1


def test_namesakes_share_the_very_day(writing, reading):
    with writing() as uow:
        first = register_person(uow, PersonDraft("王建国", birth="1962-03-05"))
        register_person(uow, PersonDraft("王建国", birth="1962-03"))
    with reading() as uow:
        assert [row.id for row in find_namesakes(uow, "王建国", "1962-03-05")] == [first]
        assert find_namesakes(uow, "王建国", "1970-01-01") == ()


def test_households_are_counted_as_listed(writing, reading):
    with writing() as uow:
        for door in range(3):
            register_household(uow, HouseholdDraft(f"和平里{door}幢", tenure="rented" if door else "own"))
    with reading() as uow:
        assert count_households(uow, PageRequest()) == 3
        assert count_households(uow, PageRequest(filters={"tenure": "rented"})) == 2
        assert count_households(uow, PageRequest(text="里0")) == 1


def test_past_imports_newest_first(writing, reading, tmp_path):
    path: Path = tmp_path / "名单.csv"
    path.write_text("x", "utf-8")
    for phone in ("13800001234", "13800005678"):
        rows = TableRow(2, ["张桂兰", phone]), TableRow(3, ["李小明", "13900001111"])
        sheet = Sheet("", "", ("姓名", "电话"), (1, 1), rows)
        with writing() as uow:
            import_people(uow, preview_people(uow, people_list(uow, sheet, path)))
    with reading() as uow:
        found = list_batches(uow, "people")
    assert len(found) == 2
    assert found[0].id > found[1].id
    assert found[1].counts["new"] == 2
    assert (found[0].file_name, found[0].undone_at) == ("名单.csv", None)
