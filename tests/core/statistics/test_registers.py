"""Figures of the registers on a small community, counted by hand; the household card as a paper."""

from datetime import date

import pytest

from desk.core.actor import Actor
from desk.core.documents.readback import squeezed
from desk.core.documents.render import render
from desk.core.organisations.model import Organisation
from desk.core.people.household_paper import build, load
from desk.core.people.model import Household, IdentityPaper, Person, VisitNote
from desk.core.places.drafts import AreaDraft
from desk.core.places.service import add_area
from desk.core.statistics.comparing import list_differences
from desk.core.statistics.freezing import FreezeDraft, freeze_month
from desk.core.statistics.periods import parse_period
from desk.core.statistics.records import count_records, read_records
from desk.core.statistics.register_tables import TABLES
from desk.core.statistics.registers import _band
from desk.core.statistics.registry import use_tables
from desk.core.statistics.table import read_table

OCTOBER = parse_period("2026-10")
BY_CODE = {table.code: table for table in TABLES}


@pytest.fixture
def hall(writing):
    """Two grids; three doors in the first, one household without a grid; six people, three units."""
    use_tables(TABLES)
    with writing() as uow:
        made = {name: add_area(uow, AreaDraft(name, "grid")) for name in ("第一网格", "第二网格")}
        made["building"] = add_area(uow, AreaDraft("1幢", "building", made["第一网格"]))
        rooms = [add_area(uow, AreaDraft(f"10{number}", "room", made["building"])) for number in (1, 2, 3)]
        doors = (("1幢101", rooms[0], "own", "2026-10-08"), ("1幢102", rooms[1], "rented", "2025-01"),
                 ("旧院3号", None, "vacant", ""))
        homes = [uow.add(Household(address=address, area_id=area, tenure=tenure, visited_on=visited)).id
                 for address, area, tenure, visited in doors]
        people = (
            ("甲", "1", "1950-03-01", homes[0], "permanent", {}), ("乙", "2", "2020-11-30", homes[0], "permanent", {}),
            ("丙", "1", "1990", homes[1], "floating", {"moved_in": "2026-10-12"}),
            ("丁", "2", "1966-01-01", homes[1], "floating", {"moved_out": "2026-10-20", "state": "moved_out"}),
            ("戊", "1", "1940-01-01", homes[2], "permanent", {"deceased_on": "2026-11-02", "state": "deceased"}),
            ("己", "1", "", None, "permanent", {"state": "merged"}))
        made["people"] = [uow.add(Person(name=name, sex=sex, birth=birth, household_id=home, resident_kind=kind, **more)).id
                          for name, sex, birth, home, kind, more in people]
        for name, kind, area, more in (("和平小学", "school", made["第二网格"], {"size": 40}),
                                       ("便民超市", "shop", made["building"], {"size": 3}),
                                       ("老店", "shop", made["building"], {"closed_on": date(2026, 9, 1)})):
            uow.add(Organisation(name=name, kind=kind, area_id=area, **more))
    return made | {"homes": homes}


def numbers(uow, code, period=OCTOBER, area=None):
    view = read_table(uow, BY_CODE[code], period, area)
    return {row.title: [cell.text for cell in cells] for row, cells in zip(view.rows, view.cells, strict=True)}


def test_residents_by_grid_on_the_last_day(reading, hall):
    with reading() as uow:
        found = numbers(uow, "desk.residents")
    # 在册, 常住, 流动, 男, 女, 18岁以下, 60岁以上, 本期迁入, 本期迁出, 本期死亡
    assert found == {"第一网格": ["3", "2", "1", "2", "1", "1", "1", "1", "1", "0"],
                     "第二网格": ["0"] * 10,
                     "未划入网格": ["1", "1", "0", "1", "0", "0", "1", "0", "0", "0"],
                     "合计": ["4", "3", "1", "3", "1", "1", "2", "1", "1", "0"]}


def test_who_left_and_who_died_is_gone_the_month_after(reading, hall):
    with reading() as uow:
        september, november = (numbers(uow, "desk.residents", parse_period(code))["合计"] for code in ("2026-09", "2026-11"))
    assert (september[0], september[2]) == ("4", "1")
    assert (november[0], november[9]) == ("3", "1")


def test_ages_across_sexes(reading, hall):
    with reading() as uow:
        found = numbers(uow, "desk.ages")
    assert {title: row[-1] for title, row in found.items()} == {
        "0—6岁": "1", "7—17岁": "0", "18—59岁": "1", "60—79岁": "1", "80岁以上": "1", "合计": "4"}


@pytest.mark.parametrize(("birth", "band"), [("2019-10-31", "7-17"), ("2019-11-01", "0-6"), ("1966-10", "60-79"),
                                             ("1966", "60-79"), ("1946-10-31", "80+"), ("", "")])
def test_a_band_is_by_full_years_on_the_day(birth, band):
    assert _band(birth, date(2026, 10, 31)) == band


def test_household_files_doors_and_stale_ones(reading, hall):
    with reading() as uow:
        found = numbers(uow, "desk.households")
        tenures = numbers(uow, "desk.tenures")
    # 登记门户, 已建档, 建档率, 自有, 租住, 空置, 6个月未走访
    assert found["第一网格"] == ["3", "2", "66.7%", "1", "1", "0", "1"]
    assert found["合计"] == ["3", "3", "100.0%", "1", "1", "1", "2"]
    assert tenures["合计"][-1] == "3"


def test_units_and_the_load_of_grids(reading, hall):
    with reading() as uow:
        assert numbers(uow, "desk.organisations")["合计"] == ["2", "43"]
        grids = numbers(uow, "desk.grids")
    assert grids["第一网格"] == ["3", "2", "1", "1", "1"]
    assert grids["第二网格"] == ["0", "0", "0", "1", "0"]


def test_an_area_shows_its_own(reading, hall):
    with reading() as uow:
        assert numbers(uow, "desk.residents", area=hall["第一网格"])["合计"][0] == "3"
        assert numbers(uow, "desk.grids", area=hall["第二网格"])["合计"] == ["0", "0", "0", "1", "0"]


def test_every_number_leads_to_as_many_records(reading, hall):
    with reading() as uow:
        for table in TABLES:
            view = read_table(uow, table, OCTOBER)
            for cell in (cell for cells in view.cells for cell in cells if cell.value is not None):
                records = count_records(uow, table, OCTOBER, None, cell.key)
                figure = table.figure(cell.key[0])
                assert (sum(one.part for one in records) if figure.amount else len(records)) == cell.value


def test_lines_are_named_and_end_at_ones_areas(factory, reading, hall):
    key = ("people", "*", "*")
    with reading() as uow:
        found = read_records(uow, BY_CODE["desk.residents"], OCTOBER, None, key)
        assert sorted(line.title for _one, line in found.lines) == ["丙", "乙", "戊", "甲"]
        assert read_records(uow, BY_CODE["desk.households"], OCTOBER, None, ("files", "*", "*")).unseen == 0
        assert read_records(uow, BY_CODE["desk.organisations"], OCTOBER, None, ("units", "*", "*")).unseen == 0
        assert read_records(uow, BY_CODE["desk.households"], OCTOBER, None, ("doors", "*", "*")).lines[0][1].title
    keeper = Actor("钱立", community_id=1, user_id=None, permissions=frozenset({"desk.people.read"}),
                   area_ids=frozenset({hall["第二网格"]}))
    with factory.reading(keeper) as uow:
        assert read_records(uow, BY_CODE["desk.residents"], OCTOBER, None, key).value == 0


def test_a_frozen_month_of_a_register_keeps_numbers_only(writing, reading, hall):
    with writing() as uow:
        freeze_month(uow, FreezeDraft("desk.residents", "2026-10"))
    with writing() as uow:
        uow.get(Person, hall["people"][0]).sex = "2"
    with reading() as uow:
        [found] = list_differences(uow, BY_CODE["desk.residents"], OCTOBER)
        assert {one.key[0]: one.change for one in found.differences if one.key[1] == "*"} == {"male": -1, "female": 1}
        assert all(one.records == () for one in found.differences)
        behind = read_records(uow, BY_CODE["desk.residents"], OCTOBER, None, ("people", "*", "*"))
        assert (behind.value, behind.lines, behind.unknown) == (4, (), 4)


def test_the_household_card_masks_numbers(writing, reading, hall, fonts):
    with writing() as uow:
        home = uow.get(Household, hall["homes"][0])
        home.code, home.contact, home.note = "HP-001", "甲", "门铃坏"
        uow.get(Person, hall["people"][0]).relation = "0"
        uow.add(IdentityPaper(person_id=hall["people"][0], kind="resident_id", number="329901195003010017"))
        uow.add(VisitNote(household_id=home.id, at=uow.clock.now(), by="何苗", text="一切正常"))
    with reading() as uow:
        paper = load(uow, hall["homes"][0])
    text = squeezed(render(build(paper), fonts).pdf)
    for said in ("居民户卡", "1幢101", "HP-001", "户主", "1950年3月1日", "常住", "门铃坏", "一切正常", "自有", "2026年10月8日"):
        assert said in text, said
    assert "195003010017" not in text
    assert "家庭成员" in squeezed(render(build(None), fonts).pdf)
