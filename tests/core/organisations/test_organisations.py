"""Organisations: one record each, numbers as evidence, lists by pinyin."""

from datetime import date

import pytest

from desk.core.actor import Actor
from desk.core.db.paging import PageRequest
from desk.core.errors import Conflict, NeedsReason, NotAllowed, UserError
from desk.core.organisations.drafts import OrganisationDraft
from desk.core.organisations.kinds import ORGANISATION_KINDS
from desk.core.organisations.queries import (
    count_organisations,
    find_organisations,
    get_organisation,
    list_organisations,
)
from desk.core.organisations.service import (
    change_organisation,
    close_organisation,
    register_organisation,
    reopen_organisation,
)
from desk.core.places.drafts import AreaDraft
from desk.core.places.service import add_area

GOOD = "54420102123456788T"
NAMES = ("翠湖物业服务有限公司", "安居养老服务中心", "和平小学", "大众超市")


@pytest.fixture
def four(writing):
    with writing() as uow:
        grid = add_area(uow, AreaDraft("第一网格"))
        return [register_organisation(uow, OrganisationDraft(
            name, kind, contact="孙丽", area_id=grid if kind == "shop" else None))
                for name, kind in zip(NAMES, ("property", "social", "school", "shop"), strict=True)]


def names(page):
    return [row.name for row in page.rows]


def test_the_list_runs_by_pinyin_page_by_page(four, reading):
    with reading() as uow:
        whole = names(list_organisations(uow, PageRequest()))
        assert whole == ["安居养老服务中心", "翠湖物业服务有限公司", "大众超市", "和平小学"]
        first = list_organisations(uow, PageRequest(size=3))
        rest = list_organisations(uow, PageRequest(size=3, after=first.next))
        assert names(first) + names(rest) == whole
        assert rest.next is None


@pytest.mark.parametrize(("filters", "text", "found"), [
    ({"kind": "shop"}, "", ["大众超市"]), ({"kind": ("shop", "school")}, "", ["大众超市", "和平小学"]),
    ({}, "物业", ["翠湖物业服务有限公司"]), ({}, "孙丽 小学", ["和平小学"]), ({}, "%", []), ({"closed": True}, "", [])])
def test_filters(four, reading, filters, text, found):
    with reading() as uow:
        request = PageRequest(filters=filters, text=text)
        assert names(list_organisations(uow, request)) == found
        assert count_organisations(uow, request) == len(found)


def test_a_sound_code_is_kept_and_found(writing, reading):
    with writing() as uow:
        made = register_organisation(uow, OrganisationDraft("和平社区居委会", "community_body", uscc="54420102-123456788t "))
    with reading() as uow:
        assert (get_organisation(uow, made).uscc, get_organisation(uow, made).uscc_reason) == (GOOD, "")
        assert [row.id for row in find_organisations(uow, "54420102")] == [made]


def test_an_odd_code_is_evidence_not_a_refusal(writing, reading):
    odd = OrganisationDraft("大众五金店", "shop", uscc="420102600123456")
    with pytest.raises(NeedsReason) as asked, writing() as uow:
        register_organisation(uow, odd)
    assert len(asked.value.findings) == 1
    with writing() as uow:
        made = register_organisation(uow, OrganisationDraft("大众五金店", "shop", uscc=odd.uscc, reason="旧营业执照"))
    with reading() as uow:
        assert get_organisation(uow, made).uscc_reason == "旧营业执照"
    with writing() as uow:
        change_organisation(uow, made, OrganisationDraft("大众五金店", "shop", uscc=odd.uscc, phone="027-81234567"), 1)
        assert get_organisation(uow, made).uscc_reason == "旧营业执照"


def test_one_record_for_one_organisation(four, writing):
    with pytest.raises(NeedsReason), writing() as uow:
        register_organisation(uow, OrganisationDraft(NAMES[0], "property"))
    with writing() as uow:
        register_organisation(uow, OrganisationDraft("甲", "shop", uscc=GOOD))
    with pytest.raises(UserError, match="甲") as refused, writing() as uow:
        register_organisation(uow, OrganisationDraft("乙", "shop", uscc=GOOD, reason="不同"))
    assert refused.value.field == "uscc"


@pytest.mark.parametrize(("draft", "field"), [
    (OrganisationDraft(" "), "name"), (OrganisationDraft("甲", "temple"), "kind"), (OrganisationDraft("甲", size=-1), "size")])
def test_mistakes_stand_beside_their_field(writing, draft, field):
    with pytest.raises(UserError) as refused, writing() as uow:
        register_organisation(uow, draft)
    assert refused.value.field == field


def test_no_circles_of_parents_and_no_code_twice(four, writing):
    with writing() as uow:
        child = register_organisation(uow, OrganisationDraft("项目部", "property", parent_id=four[0], code="w-01"))
    with pytest.raises(UserError) as refused, writing() as uow:
        change_organisation(uow, four[0], OrganisationDraft(NAMES[0], "property", parent_id=child), 1)
    assert refused.value.field == "parent_id"
    with pytest.raises(UserError, match="项目部"), writing() as uow:
        register_organisation(uow, OrganisationDraft("乙", code="W-01"))


def test_closing_takes_it_from_the_list_and_can_be_undone(four, writing, reading):
    with pytest.raises(UserError), writing() as uow:
        close_organisation(uow, four[3], date(2026, 11, 1), "")
    with writing() as uow:
        close_organisation(uow, four[3], date(2026, 11, 1), "歇业")
    with reading() as uow:
        assert "大众超市" not in names(list_organisations(uow, PageRequest()))
        assert names(list_organisations(uow, PageRequest(filters={"closed": True}))) == ["大众超市"]
    with writing() as uow:
        reopen_organisation(uow, four[3])
        assert get_organisation(uow, four[3]).closed_on is None
        assert get_organisation(uow, four[3]).area == "第一网格"


def test_two_editors_and_strangers(four, writing, factory):
    with pytest.raises(Conflict), writing() as uow:
        change_organisation(uow, four[0], OrganisationDraft("乙", "property"), 9)
    with pytest.raises(NotAllowed), factory.writing(Actor("x", 1)) as uow:
        register_organisation(uow, OrganisationDraft("乙"))


def test_every_kind_can_be_registered(writing):
    with writing() as uow:
        for kind in ORGANISATION_KINDS:
            register_organisation(uow, OrganisationDraft(f"单位{kind}", kind))
