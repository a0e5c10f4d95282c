"""What another module hands over enters the hazard ledger, tied to where it comes from."""

import pytest
from sqlalchemy import select

from desk.api import Handed, UserError
from desk.api.cases import answer_of, get_case, hand_over, list_links
from desk.api.db import Actor
from desk.api.settings import change_settings
from plugins.mediation.drafts.hazard import StrikeDraft, VerdictDraft
from plugins.mediation.hazard_kinds import HAZARD
from plugins.mediation.models import GridHandover, Hazard
from plugins.mediation.service.hazards import decide_strike, propose_strike


def test_a_matter_handed_over_is_a_hazard_with_its_clock(writing, reading, clock):
    with writing() as uow:
        kind, made = hand_over(uow, "mediation.hazard", Handed(
            "楼上漏水", "楼上漏水多次协商未果", "吕燕", place="居民说事室", raised_on=clock.today(), source_kind="gathering",
            source_id=7, note="请入户查看"))
    with reading() as uow:
        row, case, links = uow.get(Hazard, made), get_case(uow, made), list_links(uow, HAZARD, made)
        entered = (kind, row.place, row.parties, row.summary)
    assert entered == (HAZARD, "居民说事室", "吕燕", "楼上漏水多次协商未果\n请入户查看")
    assert case.number
    assert case.due_on is not None
    assert [(one.kind, one.record_id, one.meaning) for one in links] == [("gathering", 7, "from")]


def test_the_ledger_s_own_rules_hold_for_what_is_handed_over(writing):
    with pytest.raises(UserError), writing() as uow:
        hand_over(uow, "mediation.hazard", Handed("空", "", source_kind="gathering", source_id=7))


def test_what_the_grid_hands_over_is_its_slip_and_is_answered_when_it_is_struck(writing, reading, factory, clock):
    with writing() as uow:
        change_settings(uow, {"mediation.strike_by_another": False})
        kind, made = hand_over(uow, "mediation.hazard", Handed(
            "争车位", "两户争车位", place="3幢楼下", raised_on=clock.today(), source_kind="grid.event", source_id=9,
            origin="grid", number="网格事件〔2026〕1号", by="小吕", until=clock.today()))
    with reading() as uow:
        slip = uow.session.scalars(select(GridHandover)).one()
        assert (slip.hazard_id, slip.way, slip.event, slip.worker, slip.until) == (
            made, "in", "网格事件〔2026〕1号", "小吕", clock.today())
        assert uow.get(Hazard, made).source == "grid"
        first = answer_of(uow, kind, made)
        assert (first.done, first.text, first.number) == (False, "", get_case(uow, made).number)
    with writing() as uow:
        propose_strike(uow, StrikeDraft(made, "settled", "划线轮流停放", way="consultation", evidence="双方签字"))
        decide_strike(uow, VerdictDraft(made))
    nobody = Actor("小吕", community_id=1, permissions=frozenset())
    with factory.reading(nobody) as uow:
        told = answer_of(uow, kind, made)
    assert (told.done, told.text, told.on) == (True, "已化解。划线轮流停放", clock.today())
    with reading() as uow:
        slip = uow.session.scalars(select(GridHandover)).one()
        assert (slip.reply, slip.replied_on) == ("已化解。划线轮流停放", clock.today())


def test_of_a_module_that_is_off_nobody_answers(reading):
    with reading() as uow:
        assert answer_of(uow, "nobody.matter", 1) is None
