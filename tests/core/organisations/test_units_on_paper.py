"""Units by grid on paper, their party organisations and the visits that verify them, on both engines."""

from datetime import timedelta

import pytest

from desk.core.db.paging import PageRequest
from desk.core.organisations.drafts import OrganisationDraft
from desk.core.organisations.party import list_party_organisations
from desk.core.organisations.service import close_organisation, register_organisation
from desk.core.places.drafts import AreaDraft
from desk.core.places.service import add_area
from desk.core.registers.unit_papers import build_card, build_contacts, build_list, load_card, load_list
from desk.core.search.organisations_list import count_organisations_found, list_organisations_found
from desk.core.statistics.periods import parse_period
from desk.core.statistics.register_tables import TABLES
from desk.core.statistics.registry import use_tables
from desk.core.statistics.table import read_table
from desk.core.visits.drafts import VisitDraft, VisitorDraft
from desk.core.visits.service import record_visit


@pytest.fixture
def units(writing, clock):
    """Two grids; a school with a branch of 12, a shop without, a hospital with a branch that is closed."""
    with writing() as uow:
        grids = [add_area(uow, AreaDraft(name, "grid", code=code)) for name, code in (("第一网格", "G1"), ("第二网格", "G2"))]
        house = add_area(uow, AreaDraft("5幢", "building", grids[1]))

        def unit(name, kind, **more):
            return register_organisation(uow, OrganisationDraft(name, kind, **more))

        made = {"school": unit("和平小学", "school", area_id=grids[0], size=40, contact="吕燕", phone="010-60001111"),
                "shop": unit("老味道面馆", "shop", area_id=house, contact="马小云"),
                "hospital": unit("卫生服务站", "hospital")}
        made["branch"] = unit("和平小学党支部", "party", parent_id=made["school"], area_id=grids[0], size=12)
        closed = unit("卫生服务站党小组", "party", parent_id=made["hospital"])
        close_organisation(uow, closed, uow.clock.today(), "并入街道")
        record_visit(uow, VisitDraft("safety", clock.now() - timedelta(days=3), way="spot", organisation_id=made["shop"],
                                     findings=("danger",), words="液化气软管老化", visitors=(VisitorDraft("何苗"),)))
        record_visit(uow, VisitDraft("daily", clock.now() - timedelta(days=300), organisation_id=made["school"],
                                     findings=("fine",), visitors=(VisitorDraft("何苗"),)))
    return made


def test_a_branch_that_closed_down_counts_no_more(reading, units):
    with reading() as uow:
        found = list_party_organisations(uow)
    assert {unit: [(one.name, one.members) for one in rows] for unit, rows in found.items()} == {
        units["school"]: [("和平小学党支部", 12)]}


@pytest.mark.parametrize(("filters", "names"), [
    ({"party": True}, ["和平小学"]), ({"party": False}, ["老味道面馆", "卫生服务站"]),
    ({"unseen_days": 182}, ["和平小学", "和平小学党支部", "卫生服务站"]),
    ({"unseen_days": 400}, ["和平小学党支部", "卫生服务站"])])
def test_the_list_is_narrowed_by_party_organisation_and_by_visits(reading, units, filters, names):
    request = PageRequest(size=50, filters=filters)
    with reading() as uow:
        assert sorted(row.name for row in list_organisations_found(uow, request).rows) == sorted(names)
        assert count_organisations_found(uow, request) == len(names)


def test_text_and_filter_narrow_together(reading, units):
    with reading() as uow:
        found = list_organisations_found(uow, PageRequest(size=50, text="和平", filters={"unseen_days": 182, "party": True}))
    assert [row.name for row in found.rows] == ["和平小学"]


def test_units_stand_under_their_grid_and_those_without_one_last(reading, units, printed):
    with reading() as uow:
        paper = load_list(uow, 1)
        text, contacts = printed(build_list(paper)), printed(build_contacts(paper))
    assert [(line.grid, line.name) for line in paper.lines] == [
        ("第一网格", "和平小学"), ("第一网格", "和平小学党支部"), ("第二网格", "老味道面馆"), ("未划入网格", "卫生服务站")]
    assert "第一网格(2个)" in text
    assert "和平小学党支部(12人)" in text
    assert "010-60001111" in contacts


def test_the_card_says_who_called_and_what_was_found(reading, units, printed):
    with reading() as uow:
        shop, school = printed(build_card(load_card(uow, units["shop"]))), printed(build_card(load_card(uow, units["school"])))
        branch = printed(build_card(load_card(uow, units["branch"])))
    assert all(piece in shop for piece in ("老味道面馆", "安全检查", "发现安全隐患", "何苗", "未建"))
    assert "和平小学党支部(12人)" in school
    assert "本单位即党组织" in branch
    assert "统一社会信用代码" in printed(build_card(None))


def test_who_may_not_see_residents_gets_the_card_without_posts_and_visits(factory, actor, units, printed):
    from dataclasses import replace

    plain = replace(actor, all_rights=False, permissions=frozenset())
    with factory.reading(plain) as uow:
        text = printed(build_card(load_card(uow, units["shop"])))
    assert "老味道面馆" in text
    assert "安全检查" not in text


def test_coverage_by_party_organisations_is_counted_by_kind(reading, units):
    use_tables(TABLES)
    table = next(one for one in TABLES if one.code == "desk.unit_parties")
    with reading() as uow:
        view = read_table(uow, table, parse_period("2026-11"))
        rows = {row.title: [cell.text for cell in cells] for row, cells in zip(view.rows, view.cells, strict=True)}
    assert rows["合计"] == ["3", "1", "2", "33.3%", "12"]
    assert rows["学校"][:3] == ["1", "1", "0"]
    by_grid = next(one for one in TABLES if one.code == "desk.units_by_grid")
    with reading() as uow:
        view = read_table(uow, by_grid, parse_period("2026-11"))
    assert {row.title: cells[-1].text for row, cells in zip(view.rows, view.cells, strict=True)} == {
        "第一网格": "2", "第二网格": "1", "未划入网格": "1", "合计": "4"}
