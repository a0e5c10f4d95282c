"""Every paper of the table: blank and filled, read back from its PDF and compared with the record."""

from dataclasses import replace
from importlib import import_module

import pytest

from desk.api.documents import PaperMode
from desk.api.papers import check_print, page_count, render
from plugins.mediation.paper_table import PAPERS

SAYS = {
    "cover": ("调解卷宗", "(2026)和平人调字第1号", "长期(30年)", "何苗"), "contents": ("卷内目录", "封底"),
    "application": ("龚桂兰", "修复防水层"), "acceptance": ("602室漏水至502室",), "rights": ("自主表达意愿", "不收取任何费用"),
    "investigation": ("老单", "沈芳", "何时发现漏水", "天花板开始滴水"), "evidence": ("渗水照片", "维修报价单"),
    "session_record": ("双方陈述事实",), "agreement": ("¥8,600.00", "人民币捌仟陆佰元整", "一式3份"),
    "agreement_next": ("人民调解协议书",), "oral_agreement": ("口头协议",), "return_visit": ("防水已修复", "督促第二期"),
    "confirmation": ("和平区人民法院", "恶意串通"), "confirmation_unit": ("和平区人民法院",), "file_note": ("立卷人", "检查人"),
    "back_cover": ("本卷共",), "attorney": ("方敏", "参加调解、签订协议"), "notice": ("人民调解室", "身份证件"),
    "not_accepted": ("不予受理",), "entrust": ("和平派出所",), "reply": ("已达成调解协议",), "extension": ("2027年1月10日",
                                                                                                           "等待鉴定"),
    "termination": ("终止调解",), "undisputed": ("漏水始于10月28日",), "closing_report": ("达成书面协议",),
    "receipt": ("欧阳䶮", "人民币伍仟元整"), "delivery": ("人民调解协议书",), "difficult_report": ("疑难复杂",),
    "escalation_report": ("扬言砸门", "和平派出所"),
}
#: pages of the blank form; whatever is not named takes one
PAGES = {"agreement": 2, "agreement_next": 2, "session_record": 2, "investigation": 2, "confirmation": 2,
         "confirmation_unit": 2}
FILLED = {"agreement": 2, "agreement_next": 2, "confirmation": 2, "confirmation_unit": 2, "notice": 2,
          "investigation": 2}
#: where the committee's round seal goes (rules 1.4); 239号 asks for none on the others
SEALED = {"acceptance", "agreement", "agreement_next", "oral_agreement", "notice", "not_accepted", "entrust", "reply",
          "termination", "closing_report", "difficult_report", "escalation_report", "mediator_list", "mediator_sheet",
          "appointment", "allowance"}
JOINED = {"agreement", "agreement_next"}


def named(path):
    module, _colon, name = path.partition(":")
    return getattr(import_module(f"plugins.mediation.documents.{module}"), name)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.code)
def test_the_blank_form_prints(paper, fonts, printed):
    blank = replace(named(paper.build)(None), mode=PaperMode.BLANK)
    assert not check_print(blank, fonts).missing
    assert paper.code == "back_cover" or paper.title[:2] in printed(blank)
    assert page_count(render(blank, fonts).pdf) == PAGES.get(paper.code, 1)
    assert ("(人民调解委员会印章)" in printed(blank)) == (paper.code in SEALED), printed(blank)
    assert (blank.joint_seal == "(骑缝章)") == (paper.code in JOINED)


def test_every_paper_says_what_the_record_says(whole, room, printed, fonts):
    of_cases = [paper for paper in PAPERS if paper.record in whole]  # mediators' and rooms' are read back by their own tests
    assert set(SAYS) == {paper.code for paper in of_cases}
    for paper in of_cases:
        with room.reading() as uow:
            data = named(paper.load)(uow, whole[paper.record])
        document = named(paper.build)(data)
        text = printed(document)
        assert page_count(render(document, fonts).pdf) == FILLED.get(paper.code, 1), paper.code
        assert ("(人民调解委员会印章)" in text) == (paper.code in SEALED), paper.code
        for words in SAYS[paper.code]:
            assert words.replace(",", ",") in text or words in text, (paper.code, words, text)


def test_nothing_private_is_ever_printed(room, printed):
    from plugins.mediation.documents import loading, session_record

    dispute = room.accept()
    session = room.hold(dispute, "continued", private_note="对方实际愿付九千元")
    with room.reading() as uow:
        data = loading.load_session(uow, session)
    assert "九千" not in repr(data)
    assert "九千" not in printed(session_record.build(data))


@pytest.mark.parametrize(("form", "build"), [("written", "agreement:build"), ("oral", "oral:build")])
def test_on_the_spot_is_printed_only_when_it_was_agreed(room, printed, form, build):
    from desk.testing.hall import put_settings
    from plugins.mediation.documents.loading import load_agreement

    room.do(put_settings, {"mediation.written_compulsory": False})
    said = []
    for at_once in (True, False):
        dispute = room.accept(conflict_told=True)
        room.hold(dispute)
        agreement = room.draft(dispute, form=form, at_once=at_once, performance="")
        said.append("按协议内容当场履行" in printed(named(build)(room.see(load_agreement, agreement))))
    assert said == [True, False]


def test_local_papers_are_offered_only_where_a_setting_says_so(whole, room):
    from desk.testing.hall import put_settings
    from plugins.mediation.pages import record

    def offered():
        return {link.paper for link in room.see(record.load, whole["mediation.dispute"]).papers}

    assert "mediation.attorney" not in offered()
    assert {"mediation.return_visit", "mediation.rights", "mediation.confirmation", "mediation.investigation"} <= offered()
    room.do(put_settings, {"mediation.paper_attorney": True, "mediation.paper_receipt": True})
    assert {"mediation.attorney", "mediation.receipt"} <= offered()


@pytest.mark.parametrize("length", [0, 1, 200, 20_000])
def test_texts_of_any_length_print_whole(room, printed, length):
    from plugins.mediation.documents import acceptance, loading

    words = ("漏水自上周三晚上开始,持续至今。" * (length // 16 + 1))[:length]
    dispute = room.accept(room.register(summary=words))
    with room.reading() as uow:
        text = printed(acceptance.build(loading.load_case(uow, dispute)))
    assert words.replace(",", ",").replace("。", ".")[-12:].replace(".", "。") in text.replace(".",
                                                                                               "。") or words[-6:-1] in text
    if length > 100:
        assert text.count("漏水自上周三晚上开始") == words.count("漏水自上周三晚上开始")
