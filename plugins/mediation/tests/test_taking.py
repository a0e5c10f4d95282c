"""What another module hands over enters the hazard ledger, tied to where it comes from."""

import pytest

from desk.api import Handed, UserError
from desk.api.cases import get_case, hand_over, list_links
from plugins.mediation.hazard_kinds import HAZARD
from plugins.mediation.models import Hazard


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
