"""Figures of several communities: written, read, refused when changed, kept, added up, printed; on both engines."""

import json
from dataclasses import replace
from datetime import date

import pytest

from desk.core.errors import NotAllowed, NotFound, UserError
from desk.core.files.queries import get_bytes
from desk.core.files.service import attach
from desk.core.organisations.drafts import OrganisationDraft
from desk.core.organisations.service import register_organisation
from desk.core.people.drafts import PersonDraft
from desk.core.people.service import register_person
from desk.core.statistics import communities, communities_paper
from desk.core.statistics.figures_file import FiguresFile, FileFigure, FileTable, collect, from_bytes, to_bytes
from desk.core.statistics.freezing import FREEZE
from desk.core.statistics.periods import parse_period
from desk.core.statistics.register_tables import TABLES
from desk.core.statistics.registry import use_tables

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
NOVEMBER = parse_period("2026-11")


@pytest.fixture(autouse=True)
def registers(declared):
    use_tables(TABLES)


@pytest.fixture
def own(writing, reading):
    """This community's file: two units, one with a branch of 5; one resident."""
    with writing() as uow:
        school = register_organisation(uow, OrganisationDraft("和平小学", "school", active_from=date(2020, 1, 1)))
        register_organisation(uow, OrganisationDraft("和平小学党支部", "party", parent_id=school, size=5))
        register_organisation(uow, OrganisationDraft("便民超市", "shop"))
        register_person(uow, PersonDraft("肖志", reason="无证件"))
    with reading() as uow:
        return collect(uow, NOVEMBER)


def other(name="幸福社区", **more):
    """Another community's file: three units, all with a branch."""
    figures = (("all", 3, "3"), ("with", 3, "3"), ("without", 0, "0"), ("share", None, "100.0%"), ("members", 40, "40"))
    table = FileTable("desk.unit_parties", "驻区单位党组织覆盖统计表",
                      tuple(FileFigure(code, code, "个", value, text) for code, value, text in figures))
    return replace(FiguresFile(name, "和平街道", "2026-11", "2026-12-01", "何苗", (), (table,)), **more)


def test_the_file_holds_totals_of_every_table_and_no_name(own):
    content = to_bytes(own)
    assert from_bytes(content) == own
    assert "肖志".encode() not in content
    assert "和平小学".encode() not in content
    parties = next(table for table in own.tables if table.code == "desk.unit_parties")
    assert {one.code: one.text for one in parties.figures} == {
        "all": "2", "with": "1", "without": "1", "share": "50.0%", "members": "5"}
    assert own.open_months == ("2026-11",)


@pytest.mark.parametrize(("spoil", "told"), [
    (lambda text: text.replace('"value": 3', '"value": 30'), "改动"), (lambda text: text[:-20], "不是统计数据文件"),
    (lambda _text: '{"format": "desk-figures-9"}', "更新版本"), (lambda _text: '[1]', "不是统计数据文件"),
    (lambda _text: "社区,人数\n幸福,3", "不是统计数据文件")])
def test_what_is_no_such_file_is_refused_in_words(spoil, told):
    with pytest.raises(UserError, match=told):
        from_bytes(spoil(to_bytes(other()).decode()).encode())


def test_a_file_whose_check_agrees_but_says_nonsense_is_refused():
    from desk.core.statistics.figures_file import _check

    body = json.loads(to_bytes(other()))
    body.pop("check")
    for key, value in (("period", "2026-13"), ("tables", [{"code": 1}]), ("community", None)):
        spoilt = body | {key: value}
        with pytest.raises(UserError):
            from_bytes(json.dumps(spoilt | {"check": _check(spoilt)}).encode())


def test_communities_are_added_up_and_shares_worked_out_anew(writing, reading, own):
    with writing() as uow:
        communities.take_figures(uow, "和平.txt", to_bytes(own))
        communities.take_figures(uow, "幸福.txt", to_bytes(other()))
    with reading() as uow:
        table = next(one for one in communities.add_up(uow, "2026-11") if one.code == "desk.unit_parties")
    assert dict(table.rows) == {own.community: ("2", "1", "1", "50.0%", "5"), "幸福社区": ("3", "3", "0", "100.0%", "40")}
    assert table.total == ("5", "4", "1", "80.0%", "45")


def test_a_newer_file_of_the_same_community_and_period_takes_the_place_of_the_old_one(writing, reading):
    with writing() as uow:
        communities.take_figures(uow, "幸福.txt", to_bytes(other()))
        communities.take_figures(uow, "幸福.txt", to_bytes(other(made_on="2026-12-02")))
        communities.take_figures(uow, "幸福10月.txt", to_bytes(other(period="2026-10")))
    with writing() as uow, pytest.raises(UserError, match="已经导入过"):
        communities.take_figures(uow, "再来.txt", to_bytes(other(made_on="2026-12-02")))
    with reading() as uow:
        assert [(kept.file.period, kept.file.made_on) for kept in communities.list_files(uow)] == [
            ("2026-10", "2026-12-01"), ("2026-11", "2026-12-02")]


def test_a_file_is_taken_away_with_a_reason(writing, reading):
    with writing() as uow:
        file_id = communities.take_figures(uow, "幸福.txt", to_bytes(other()))
    with writing() as uow:
        communities.drop_figures(uow, file_id, "报错了")
    with reading() as uow:
        assert communities.list_files(uow) == []
        assert communities.add_up(uow, "2026-11") == []


def test_no_other_file_is_taken_away_as_figures(writing, reading):
    with writing() as uow:
        scan = attach(uow, "organisation", register_organisation(uow, OrganisationDraft("便民超市", "shop")), "照片.png", PNG)
    with pytest.raises(NotFound), writing() as uow:
        communities.drop_figures(uow, scan, "报错了")
    with reading() as uow:
        assert get_bytes(uow, scan) == PNG


def test_the_sums_on_paper_name_each_community_and_who_had_open_months(writing, reading, own, printed):
    with writing() as uow:
        file_id = communities.take_figures(uow, "和平.txt", to_bytes(own))
        communities.take_figures(uow, "幸福.txt", to_bytes(other()))
    with reading() as uow:
        text = printed(communities_paper.build(communities_paper.load(uow, file_id)))
    assert all(piece in text for piece in ("2026年11月", "幸福社区", own.community, "80.0%", "合计", "未冻结月份"))


def test_only_who_may_freeze_figures_takes_and_sees_them(factory, actor):
    plain = replace(actor, all_rights=False, permissions=frozenset({"desk.files.attach", "desk.people.read"}))
    assert FREEZE not in plain.permissions
    with factory.writing(plain) as uow, pytest.raises(NotAllowed):
        communities.take_figures(uow, "幸福.txt", to_bytes(other()))
    with factory.reading(plain) as uow, pytest.raises(NotAllowed):
        communities.list_files(uow)
