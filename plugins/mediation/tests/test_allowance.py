"""Per-case allowance: what is eligible and when, one case once, shares to the fen, changed classes, the paper."""

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.api import NotAllowed, UserError
from desk.api.db import Actor
from desk.api.figures import indicator_table, read_table
from desk.api.statistics import parse_period
from plugins.mediation.documents.allowance import build, load
from plugins.mediation.drafts import EndingDraft, FileDraft
from plugins.mediation.figures.allowance import SHIPPED, ClassRow, class_of, list_classes, shares_of
from plugins.mediation.queries_allowance import get_sheet, list_sheets
from plugins.mediation.service import allowance, closing, dossier, performance
from plugins.mediation.service.allowance import LineDraft, SheetDraft
from plugins.mediation.service.signing import agree_orally

MONTH = "2026-11"


def oral(room, **more):
    """Settled by word of mouth and performed on the spot."""
    dispute = room.accept(room.register(**more), mediators=("沈建国", "方敏", "何苗"))
    room.hold(dispute)
    room.do(agree_orally, room.draft(dispute, form="oral", at_once=True))
    return dispute


def written(room, *, filed=True, **more):
    """Settled in writing, performed, closed and filed."""
    dispute, _agreement = room.sealed(room.accept(room.register(**more)))
    room.do(performance.mark_performed, EndingDraft(dispute, room.today))
    room.do(closing.close_dispute, EndingDraft(dispute, room.today))
    if filed:
        room.do(dossier.save_file, FileDraft(dispute, "short", room.today, "何苗", "方敏"))
    return dispute


def made(room, period=MONTH):
    return room.see(get_sheet, room.do(allowance.make_sheet, period))


@given(st.integers(1, 10**6), st.integers(1, 7))
def test_shares_add_up_to_the_fen(fen, people):
    shares = shares_of(fen, tuple(f"员{number}" for number in range(people)))
    assert sum(one["fen"] for one in shares) == fen
    assert max(one["fen"] for one in shares) - min(one["fen"] for one in shares) < people


def test_what_is_paid_and_to_whom(room):
    quick, hard = oral(room), written(room, difficulty="difficult")
    written(room, filed=False)
    room.accept()
    card = made(room)
    assert {line.dispute_id: (line.title, line.fen) for line in card.lines} == {
        quick: ("简易（口头）", 5_000), hard: ("疑难复杂", 20_000)}
    assert dict((name, (cases, fen)) for name, cases, fen in card.mediators) == {
        "沈建国": (2, 21_668), "方敏": (1, 1_666), "何苗": (1, 1_666)}
    assert card.row.fen == 25_000
    assert all("龚桂兰" not in f"{line.number}{line.category}" for line in card.lines)


def test_a_case_is_paid_once(room):
    oral(room)
    card = made(room)
    with pytest.raises(UserError, match="尚未确认"):
        room.do(allowance.make_sheet, MONTH)
    room.do(allowance.confirm_sheet, card.row.id)
    with pytest.raises(UserError, match="没有"):
        room.do(allowance.make_sheet, MONTH)
    later = oral(room)
    assert [line.dispute_id for line in made(room).lines] == [later]


def test_a_class_is_changed_with_a_reason_and_lines_are_taken_off(room):
    first, second = oral(room), oral(room)
    card = made(room)
    lines = {line.dispute_id: line for line in card.lines}
    with pytest.raises(UserError, match="原因"):
        room.do(allowance.change_sheet, SheetDraft(card.row.id, (LineDraft(lines[first].id, "一般"),), card.version))
    room.do(allowance.change_sheet, SheetDraft(card.row.id, (
        LineDraft(lines[first].id, "一般", "多次上门"), LineDraft(lines[second].id, lines[second].title, keep=False)),
        card.version))
    [line] = room.see(get_sheet, card.row.id).lines
    assert (line.title, line.fen, line.note, sum(fen for _name, fen in line.shares)) == ("一般", 10_000, "多次上门", 10_000)
    room.do(allowance.confirm_sheet, card.row.id)
    with pytest.raises(UserError, match="已确认"):
        room.do(allowance.change_sheet, SheetDraft(card.row.id, (), card.version))
    assert [line.dispute_id for line in made(room).lines] == [second]


def test_a_draft_is_thrown_away_and_an_empty_one_not_confirmed(room):
    oral(room)
    card = made(room)
    room.do(allowance.drop_sheet, card.row.id)
    assert room.see(list_sheets) == []
    card = made(room)
    room.do(allowance.change_sheet, SheetDraft(card.row.id, tuple(
        LineDraft(line.id, line.title, keep=False) for line in card.lines), card.version))
    with pytest.raises(UserError, match="丢弃"):
        room.do(allowance.confirm_sheet, card.row.id)


def test_the_halls_own_classes_hold_from_their_day(room):
    assert room.see(list_classes) == list(SHIPPED)
    own = [ClassRow("旧标准", ("oral",), 3_000, needs_filed=False, valid_to=date(2026, 10, 31)),
           ClassRow("新标准", ("oral",), 8_000, needs_filed=False, valid_from=date(2026, 11, 1), source="和平街道〔2026〕3号")]
    assert room.do(allowance.set_classes, own) == 2
    assert room.see(list_classes) == own
    oral(room)
    assert [(line.title, line.fen) for line in made(room).lines] == [("新标准", 8_000)]
    october = SimpleNamespace(form="oral", difficulty="simple", settled_on=date(2026, 10, 31))
    assert class_of(october, own).title == "旧标准"


@pytest.mark.parametrize(("row", "field"), [
    (ClassRow("", ("oral",), 1), "classes.0.title"), (ClassRow("甲", (), 1), "classes.0.fits"),
    (ClassRow("甲", ("gone",), 1), "classes.0.fits"), (ClassRow("甲", ("oral",), 0), "classes.0.fen"),
    (ClassRow("甲", ("oral",), 1, valid_from=date(2026, 2, 1), valid_to=date(2026, 1, 1)), "classes.0.valid_to")])
def test_a_class_that_says_nothing_is_refused_beside_its_field(room, row, field):
    with pytest.raises(UserError) as refusal:
        room.do(allowance.set_classes, [row])
    assert list(refusal.value.fields) == [field]


def test_the_paper_names_cases_by_number_and_adds_up(room, printed):
    oral(room)
    card = made(room)
    paper = room.see(load, card.row.id)
    text = printed(build(paper))
    for said in ("以案定补", "草稿", card.lines[0].number, "简易(口头)", "16.68", "伍拾元整", "领取人签名"):
        assert said in text, said
    assert "龚桂兰" not in text
    assert "制表人" in printed(build(None))


def test_figures_by_mediator_and_who_may_see_sheets(room, factory):
    oral(room)
    card = made(room)
    table, period = indicator_table("mediation.allowance"), parse_period(MONTH)
    assert room.see(read_table, table, period).empty
    room.do(allowance.confirm_sheet, card.row.id)
    view = room.see(read_table, table, period)
    assert {row.title: [cell.text for cell in cells] for row, cells in zip(view.rows, view.cells, strict=True)} == {
        "何苗": ["1", "16.66"], "方敏": ["1", "16.66"], "沈建国": ["1", "16.68"], "合计": ["1", "50.00"]}
    clerk = Actor("赵敏", community_id=1, user_id=None, permissions=frozenset({"mediation.case.read", "mediation.case.write"}))
    with factory.reading(clerk) as uow, pytest.raises(NotAllowed):
        get_sheet(uow, card.row.id)
