"""Organisations and appointments by keys: found by pinyin, odd codes kept with a reason, terms that end."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desk.core.organisations.appointments import appoint
from desk.core.organisations.drafts import AppointmentDraft, OrganisationDraft
from desk.core.organisations.queries import get_organisation, list_appointments
from desk.core.organisations.service import register_organisation
from desk.core.people.drafts import PersonDraft
from desk.core.people.service import register_person
from desk.core.people.uscc import check_character, inner_check
from desk.shell.organisations.appointments import APPOINTMENT_FORM, APPOINTMENTS, END_FORM
from desk.shell.organisations.card import MATTERS, ORGANISATION
from desk.shell.organisations.forms import CLOSE_FORM, ORGANISATION_FORM
from desk.shell.organisations.register import organisations_page
from tests.shell.registers.conftest import button, control, edit, shown

pytestmark = pytest.mark.gui
CTRL = Qt.KeyboardModifier.ControlModifier
_BODY = "91110108" + "MA01ABCD"
GOOD = _BODY + inner_check("MA01ABCD") + check_character(_BODY + inner_check("MA01ABCD"))


@pytest.fixture
def company(factory, actor, staff):
    with factory.writing(actor) as uow:
        register_organisation(uow, OrganisationDraft("第一实验小学", "school"))
        return register_organisation(uow, OrganisationDraft("和平物业服务有限公司", "property", contact="韩志伟"))


@pytest.fixture
def person(factory, actor):
    with factory.writing(actor) as uow:
        return register_person(uow, PersonDraft(name="肖志", reason="无证件"))


def test_it_is_registered_by_keys_and_the_checks_agree(opened, ctx, qtbot, typing, factory, actor, staff):
    page = opened(ctx, ORGANISATION_FORM)
    typing(edit(page, "name"), "和平物业服务有限公司")
    qtbot.keyClicks(edit(page, "uscc"), GOOD.lower())
    assert control(page, "checks").words.text() == "校验相符：企业。"
    qtbot.keyClick(edit(page, "name"), Qt.Key.Key_S, CTRL)
    entry, args = ctx.navigator.opened[0]
    assert entry == "organisations.card"
    with factory.reading(actor) as uow:
        row = get_organisation(uow, args["record_id"])
        assert (row.uscc, row.uscc_reason) == (GOOD, "")


def test_a_doubtful_code_is_evidence_and_is_kept_with_a_reason(opened, ctx, qtbot, typing, factory, actor, staff):
    page = opened(ctx, ORGANISATION_FORM)
    typing(edit(page, "name"), "和平物业服务有限公司")
    qtbot.keyClicks(edit(page, "uscc"), GOOD[:-1] + ("1" if GOOD[-1] != "1" else "2"))
    assert "末位应为" in control(page, "checks").words.text()
    qtbot.keyClick(edit(page, "name"), Qt.Key.Key_S, CTRL)
    assert ctx.navigator.opened == []
    typing(page.reason.edit, "执照复印件如此")
    qtbot.keyClick(page.reason.edit, Qt.Key.Key_Return)
    record = ctx.navigator.opened[0][1]["record_id"]
    card = opened(ctx, ORGANISATION, record_id=record)
    facts = {fact.label: fact.value for fact in card.card.sections[0].facts}
    assert card.card.state.word == "代码存疑"
    assert facts["仍保存的理由"] == "执照复印件如此"
    assert "GB 32100-2015" in facts["校验"]


def test_the_list_is_searched_by_pinyin_and_kind(opened, ctx, qtbot, company):
    page = opened(ctx, organisations_page)
    assert [row[0] for row in shown(page)] == ["第一实验小学", "和平物业服务有限公司"]
    for typed in ("hpwy", "heping", "和平"):
        page.search.clear()
        qtbot.keyClicks(page.search, typed) if typed.isascii() else page.search.setText(typed)
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
        assert [row[0] for row in shown(page)] == ["和平物业服务有限公司"], typed
    page.search.clear()
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    page.controls["kind"].box.setCurrentText("学校")
    assert [row[0] for row in shown(page)] == ["第一实验小学"]


def test_somebody_gets_a_post_from_the_card_and_the_term_ends(opened, ctx, qtbot, typing, factory, actor, company, person):
    card = opened(ctx, ORGANISATION, record_id=company)
    qtbot.mouseClick(button(card, "在此登记任职"), Qt.MouseButton.LeftButton)
    assert ctx.navigator.opened == [("organisations.appointment_form", {"organisation_id": company})]
    page = opened(ctx, APPOINTMENT_FORM, organisation_id=company, person_id=person)
    typing(edit(page, "post"), "物业项目经理")
    qtbot.keyClick(edit(page, "post"), Qt.Key.Key_S, CTRL)
    with factory.reading(actor) as uow:
        row = list_appointments(uow, organisation_id=company)[0]
    assert (row.person, row.starts_on) == ("肖志", date(2026, 11, 5))
    card.refresh()
    assert card.card.sections[1].facts[0].label == "物业项目经理"
    page = opened(ctx, END_FORM, record_id=row.id)
    edit(page, "on").selectAll()
    qtbot.keyClicks(edit(page, "on"), "2026-11-04")
    qtbot.keyClick(edit(page, "on"), Qt.Key.Key_S, CTRL)
    assert "2026-11-05" in page.body.group.row("on").sentence
    edit(page, "on").selectAll()
    qtbot.keyClicks(edit(page, "on"), "2026-11-30")
    qtbot.keyClick(edit(page, "on"), Qt.Key.Key_S, CTRL)
    with factory.reading(actor) as uow:
        assert list_appointments(uow, organisation_id=company)[0].ends_on == date(2026, 11, 30)


def test_appointments_show_terms_and_only_those_of_the_organisation(opened, ctx, qtbot, factory, actor, company, person):
    with factory.writing(actor) as uow:
        appoint(uow, AppointmentDraft("网格员", person, company, None, date(2024, 1, 1), date(2025, 12, 31)))
        appoint(uow, AppointmentDraft("楼栋长", person, company - 1, None, date(2026, 1, 1)))
    page = opened(ctx, APPOINTMENTS)
    assert [(row[0], row[6]) for row in shown(page)] == [("楼栋长", "在任"), ("网格员", "任期已满")]
    page.chips.choose(1)
    assert [row[0] for row in shown(page)] == ["楼栋长"]
    page = opened(ctx, APPOINTMENTS, filters={"organisation_id": company})
    assert [row[0] for row in shown(page)] == ["网格员"]
    page.table.selectRow(0)
    qtbot.mouseClick(button(page, "结束任职"), Qt.MouseButton.LeftButton)
    assert ctx.navigator.opened[-1][0] == "organisations.end_form"


def test_it_closes_down_with_a_reason_and_comes_back(opened, ctx, qtbot, typing, factory, actor, company):
    page = opened(ctx, CLOSE_FORM, record_id=company)
    qtbot.keyClick(edit(page, "on"), Qt.Key.Key_S, CTRL)
    assert page.body.group.row("reason").sentence
    typing(edit(page, "reason"), "吊销执照")
    qtbot.keyClick(edit(page, "on"), Qt.Key.Key_S, CTRL)
    card = opened(ctx, ORGANISATION, record_id=company)
    assert card.card.state.word == "已注销"
    qtbot.keyClick(card, Qt.Key.Key_Return, CTRL)
    assert card.card.state.word == "在册"


def test_matters_of_an_organisation_open_their_own_page(opened, ctx, qtbot, factory, actor, company):
    from desk.core.cases.drafts import CaseDraft, PartyDraft
    from desk.core.cases.kinds import CaseKind, State
    from desk.core.cases.registry import case_kinds, use_kinds
    from desk.core.cases.service import open_case

    before = list(case_kinds())
    use_kinds([CaseKind("trial.matter", "Matter", states=(State("noted", "Noted"),), moves=(), view="trial.page")])
    try:
        with factory.writing(actor) as uow:
            case = open_case(uow, "trial.matter", CaseDraft("电梯停运赔偿", parties=(PartyDraft("被申请人", None, company),)))
        card = opened(ctx, ORGANISATION, record_id=company)
        assert card.card.acts[-1].title == "相关事项 1 件"
        page = opened(ctx, MATTERS, filters={"organisation_id": company})
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
        assert ctx.navigator.opened == [("trial.page", {"record_id": case})]
    finally:
        use_kinds(before)


def test_who_may_only_read_is_offered_no_change(opened, house, company):
    card = opened(house("desk.people.read"), ORGANISATION, record_id=company)
    assert [act.title for act in card.card.acts] == ["任职名单"]
    assert card.card.sections[0].edit == ""


def test_a_party_organisation_is_registered_from_the_card_and_the_unit_then_has_one(opened, ctx, qtbot, typing, factory, actor,
                                                                                    company):
    card = opened(ctx, ORGANISATION, record_id=company)
    facts = {fact.label: fact.value for fact in card.card.sections[0].facts}
    assert facts["党组织"] == "未登记"
    qtbot.mouseClick(button(card, "登记它的党组织"), Qt.MouseButton.LeftButton)
    entry, args = ctx.navigator.opened[-1]
    page = opened(ctx, ORGANISATION_FORM, **args)
    typing(edit(page, "name"), "和平物业党支部")
    qtbot.keyClicks(edit(page, "size"), "7")
    qtbot.keyClick(edit(page, "name"), Qt.Key.Key_S, CTRL)
    assert entry == "organisations.form"
    again = opened(ctx, ORGANISATION, record_id=company)
    assert {fact.label: fact.value for fact in again.card.sections[0].facts}["党组织"] == "和平物业党支部(7人)"


def test_an_inspection_visit_begins_on_the_card_and_is_listed_there(opened, ctx, qtbot, typing, factory, actor, clock, company):
    from desk.shell.visits.forms import VISIT_FORM

    card = opened(ctx, ORGANISATION, record_id=company)
    qtbot.mouseClick(button(card, "登记走访检查"), Qt.MouseButton.LeftButton)
    entry, args = ctx.navigator.opened[-1]
    assert entry == "visits.form"
    page = opened(ctx, VISIT_FORM, **args)
    assert page.body.read()[0]["organisation_id"] == company
    qtbot.keyClick(control(page, "findings").boxes["fine"], Qt.Key.Key_Space)
    qtbot.keyClick(edit(page, "place"), Qt.Key.Key_S, CTRL)
    again = opened(ctx, ORGANISATION, record_id=company)
    visits = next(section for section in again.card.sections if section.title == "走访")
    assert "安全检查" in visits.facts[0].value
    page = opened(ctx, organisations_page)
    assert next(row[6] for row in shown(page) if row[0] == "和平物业服务有限公司") == "2026-11-05"


def test_a_list_with_several_papers_offers_them_by_keys(qtbot):
    from desk.shell.kit.list_print import PrintButton

    made, asked = PrintButton([("desk.unit_list", "驻区单位名册"), ("desk.unit_contacts", "驻区单位通讯录")]), []
    qtbot.addWidget(made)
    made.show()
    made.paper.connect(asked.append)
    made.menu().popup(made.mapToGlobal(made.rect().bottomLeft()))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(made.menu(), key)
    assert asked == ["desk.unit_contacts"]


def test_a_list_with_one_paper_prints_it_at_a_key(qtbot):
    from desk.shell.kit.list_print import PrintButton

    made, asked = PrintButton([("desk.accounts", "账号一览表")]), []
    qtbot.addWidget(made)
    made.show()
    made.paper.connect(asked.append)
    qtbot.keyClick(made, Qt.Key.Key_Space)
    assert (asked, made.menu()) == (["desk.accounts"], None)
