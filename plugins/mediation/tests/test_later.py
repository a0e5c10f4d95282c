"""Rounds of return visits, a quarrel that comes back, the phrase library, an old import taken back later."""

from datetime import date

import pytest

from desk.api.db import Actor
from desk.api.pages import PageRequest
from desk.api.settings import change_settings
from plugins.mediation.documents import visit_round
from plugins.mediation.drafts import EndingDraft, InstalmentDraft, MediatorCardDraft, PerformedDraft, TermDraft, VisitDraft
from plugins.mediation.drafts.later import AgainDraft, PhraseDraft
from plugins.mediation.exchange.ledger import LIST, import_ledger, undo_ledger
from plugins.mediation.pages import forms_later, ledger_imports, record, visit_rounds
from plugins.mediation.pages.pickers import phrases
from plugins.mediation.queries_visits import list_round
from plugins.mediation.service.again import register_again
from plugins.mediation.service.closing import close_dispute
from plugins.mediation.service.collecting import save_visit
from plugins.mediation.service.performance import mark_instalment, mark_performed
from plugins.mediation.service.phrases import set_phrases
from plugins.mediation.service.register import appoint, save_mediator


def visit(room, dispute, **more):
    given = {"performed": "full", "satisfied": "yes", "findings": "已履行。", "visitor": "何苗"} | more
    return room.do(save_visit, VisitDraft(dispute, room.today, "龚桂兰", **given))


def test_a_round_says_whom_to_visit_and_why_until_it_is_ticked_off(room, clock, printed):
    rows = (InstalmentDraft(date(2026, 11, 20), "第一期", 100), InstalmentDraft(date(2026, 12, 20), "第二期", 100))
    dispute, agreement = room.sealed(instalments=rows, amount_fen=200)
    november, = room.see(list_round, 202611)
    assert (november.dispute_id, november.whys, november.visited_on) == (dispute, ("pay",), None)
    assert room.see(list_round, 202612)[0].whys == ("first", "pay")
    clock.advance(days=20)
    room.do(mark_instalment, PerformedDraft(agreement, 0, room.today))
    visit(room, dispute, performed="part", measures="督促第二期")
    assert room.see(list_round, 202611)[0].visited_on == room.today
    assert room.see(list_round, 202612)[0].whys == ("pay", "again")
    card = room.see(visit_rounds.load_round, 202611)
    assert (card.acts, card.papers[0].paper) == ((), "mediation.visit_round")
    card = room.see(visit_rounds.load_round, 202612)
    assert card.acts[0].args == {"record_id": dispute}
    text = printed(visit_round.round_table(room.see(visit_round.load_round, 202612)))
    assert all(piece in text for piece in ("2026年12月", "龚桂兰、欧阳䶮", "分期履行到期"))
    assert "序号" in printed(visit_round.round_table(None))


def test_what_was_due_and_not_done_is_carried_over(room):
    dispute, _agreement = room.sealed()
    assert [room.see(list_round, month) != [] for month in (202611, 202612, 202701)] == [False, True, True]
    assert dispute == room.see(list_round, 202701)[0].dispute_id
    rounds = room.see(visit_rounds.fetch_rounds, PageRequest()).rows
    assert [(row.id, row.due, row.open) for row in rounds][:2] == [(202612, 1, 1), (202611, 0, 0)]


def test_others_rounds_are_not_shown(room, factory):
    room.sealed()
    stranger = Actor("别人", 1, user_id=99, permissions=frozenset({"mediation.case.read"}))
    with factory.reading(stranger) as uow:
        assert list_round(uow, 202612) == []


def test_a_quarrel_that_comes_back_names_the_one_before(room, refused, clock):
    dispute, _agreement = room.sealed()
    assert "summary" not in refused(room.do, register_again, AgainDraft(dispute, "又漏水了")).fields
    room.do(mark_performed, EndingDraft(dispute, room.today))
    room.do(close_dispute, EndingDraft(dispute, room.today))
    clock.advance(days=60)
    assert refused(room.do, register_again, AgainDraft(dispute, " ")).field == "summary"
    start = room.see(forms_later.AGAIN_FORM.load, dispute)
    assert start["earlier_id"] == dispute
    new = room.do(register_again, AgainDraft(dispute, "602室又漏水", room.today, ("重做防水",)))
    file = room.file(new)
    assert [one.name for one in file.parties] == ["龚桂兰", "欧阳䶮"]
    assert (file.dispute.category, file.case.state) == ("neighbour", "registered")

    def shown(which):
        return [fact.value for section in room.see(record.load, which).sections for fact in section.facts]

    assert room.file(dispute).case.title in shown(new)
    assert file.case.title in shown(dispute)
    assert len(room.file(dispute).parties) == 2


def come_back(room, dispute):
    """Over, and registered anew; accepted: the new case's id."""
    room.do(mark_performed, EndingDraft(dispute, room.today))
    room.do(close_dispute, EndingDraft(dispute, room.today))
    new = room.do(register_again, AgainDraft(dispute, "又漏水", room.today, ("重做防水",)))
    return room.accept(new)


def test_what_comes_back_keeps_its_number_with_a_suffix(room):
    first, _agreement = room.sealed()
    number = room.file(first).case.number
    second = come_back(room, first)
    assert room.file(second).case.number == f"{number}之二"
    room.sealed(second)
    third = come_back(room, second)
    assert room.file(third).case.number == f"{number}之三"
    fresh = room.file(room.accept()).case.number
    assert fresh.endswith("第2号"), "no number of the series was taken by what came back"


def test_a_hall_may_number_what_comes_back_anew(room, writing):
    with writing() as uow:
        change_settings(uow, {"mediation.again_number": "new"})
    first, _agreement = room.sealed()
    assert room.file(come_back(room, first)).case.number.endswith("第2号")


def test_the_phrase_library_is_one_list(room, refused):
    room.do(set_phrases, [PhraseDraft("mediation.clause", "双方互不追究;"), PhraseDraft("mediation.facts", "双方系邻居。")])
    assert room.see(phrases, "mediation.clause") == ["双方互不追究;"]
    rows = room.see(forms_later.PHRASES_FORM.load, None)["phrases"]
    assert [row["use"] for row in rows] == ["mediation.facts", "mediation.clause"]
    changed = forms_later.phrase_drafts({"phrases": [rows[1] | {"text": "双方握手言和;"}]})
    room.do(set_phrases, changed)
    assert room.see(forms_later.PHRASES_FORM.load, None)["phrases"] == [rows[1] | {"text": "双方握手言和;"}]
    twice = [PhraseDraft("mediation.clause", "同"), PhraseDraft("mediation.clause", "同"), PhraseDraft("moon", "")]
    assert set(refused(room.do, set_phrases, twice).fields) == {"phrases.1.text", "phrases.2.use", "phrases.2.text"}


LEDGER = """编号,申请人,被申请人,纠纷类型,受理日期,纠纷简要情况,调解结果,结案日期,调解员
(2025)调1号,甲一,乙一,邻里纠纷,2025-03-01,漏水,调解成功,2025-03-09,沈建国
"""


@pytest.fixture
def brought(room, tmp_path):
    """An old ledger, brought in: the batch's id."""
    file = tmp_path / "旧台账.csv"
    file.write_text(LEDGER, "utf-8")

    def take(uow):
        return import_ledger(uow, LIST.look(uow, file))

    return room.do(take).batch_id


def test_who_mediated_long_ago_stops_no_import(room, tmp_path):
    """The register knows a mediator's terms of today; an old case is a fact all the same."""
    room.do(appoint, TermDraft(room.do(save_mediator, MediatorCardDraft("沈建国")), "elected", date(2026, 1, 1)))
    file = tmp_path / "旧.csv"
    file.write_text(LEDGER, "utf-8")
    done = room.do(lambda uow: import_ledger(uow, LIST.look(uow, file)))
    assert done.counts["new"] == 1


def test_an_import_is_taken_back_at_a_later_time(room, brought, clock):
    clock.advance(days=3)
    line, = room.see(ledger_imports.fetch_imports, PageRequest()).rows
    assert (line.id, line.file, line.cases) == (brought, "旧台账.csv", 1)
    card = room.see(ledger_imports.load_import, brought)
    assert [act.run for act in card.acts] == ["plugins.mediation.pages.ledger_imports:take_back"]
    room.do(undo_ledger, brought)
    assert room.see(ledger_imports.load_import, brought).acts == ()
