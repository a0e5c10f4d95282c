"""A hall's own wording of agreements: proposed by kind, printed as worded, kept by what was drafted with it."""

import pytest

from plugins.mediation.documents import agreement as written
from plugins.mediation.documents.loading import load_agreement
from plugins.mediation.drafts.wording import TemplateDraft
from plugins.mediation.pages import forms_agreement, forms_wording
from plugins.mediation.service.templates import list_templates, set_templates

ALL = TemplateDraft("各类", heads={"facts": "一、纠纷的事实和各方责任:", "copies": "本协议共{n}份,各方各执一份。"},
                    clauses=("双方今后和睦相处;",), closing="双方应当自觉履行本协议。\n可以共同申请司法确认。")
ESTATE = TemplateDraft("物业纠纷", "estate_service", clauses=("物业费按合同交纳;", "服务按标准提供;"))


@pytest.fixture
def templates(room):
    room.do(set_templates, [ALL, ESTATE])
    return room.see(lambda uow: {one.title: one.id for one in list_templates(uow)})


def test_the_kind_of_dispute_chooses_and_the_standing_clauses_stand_in_the_draft(room, templates):
    def start(category):
        dispute = room.accept(room.register(category=category))
        return room.see(forms_agreement.AGREEMENT_FORM.load, dispute)

    leak, estate = start("neighbour"), start("estate_service")
    assert (leak["template_id"], [row["text"] for row in leak["clauses"]]) == (templates["各类"], ["", "双方今后和睦相处;"])
    assert estate["template_id"] == templates["物业纠纷"]
    assert [title for _id, title in room.see(forms_wording.template_choices)] == ["规范文本", "各类", "物业纠纷"]


def test_what_was_drafted_keeps_its_words_when_the_template_changes(room, templates, printed):
    dispute = room.accept()
    room.hold(dispute)
    agreement = room.draft(dispute, template_id=templates["各类"])
    room.do(set_templates, [])
    room.draft(dispute, clauses=("改过的条款;",), version=room.file(dispute).agreement and room.see(
        forms_agreement.AGREEMENT_FORM.load, dispute)["version"])
    text = printed(written.build(room.see(load_agreement, agreement)))
    for said in ("一、纠纷的事实和各方责任", "本协议共3份", "双方应当自觉履行本协议", "可以共同申请司法确认", "改过的条款",
                 "经调解", "履行方式、时限"):
        assert said in text
    assert "纠纷主要事实、争议事项" not in text


def test_a_mistake_is_said_beside_its_field(room, refused):
    wrong = [TemplateDraft(""), TemplateDraft("二", "moon"), TemplateDraft("三", heads={"copies": "本协议一式份"})]
    assert set(refused(room.do, set_templates, wrong).fields) == {
        "templates.0.title", "templates.1.category", "templates.2.category", "templates.2.copies"}


def test_the_form_gives_back_what_it_was_given(room, templates):
    values = room.see(forms_wording.TEMPLATES_FORM.load, None)
    assert [(one.title, one.category, one.clauses, one.closing) for one in forms_wording.template_drafts(values)] == [
        (one.title, one.category, one.clauses, one.closing) for one in (ALL, ESTATE)]
