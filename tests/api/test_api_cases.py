"""A kind of numbered matters with three states and a deadline: opened, noted on, moved, read back."""

from datetime import date

import pytest

from desk.api import CaseKind, Limit, Move, SeriesSpec, State
from desk.api.cases import CaseDraft, get_case, list_timeline, move_case, note, number_case, open_case
from desk.testing.declared import declare_items

KIND = CaseKind(
    code="example.lamp", title="Street lamp", series="example.lamp", view="", permission_read="example.read",
    permission_write="example.write",
    states=(State("reported", "Reported"), State("mended", "Mended", final=True)),
    moves=(Move("mend", "Mended", ("reported",), "mended", "example.write"),),
    limits=(Limit("mend", "Mend within", "reported", 3, "workday", "和平社区路灯管理办法 第2条"),))


@pytest.fixture(autouse=True)
def declared():
    with declare_items(kinds=[KIND], series=[SeriesSpec("example.lamp", "Street lamps", "{org_short}灯〔{year}〕{serial}号")]):
        yield


def test_opened_noted_and_moved_to_its_end(writing, reading):
    with writing() as uow:
        lamp = open_case(uow, KIND, CaseDraft("3号楼前路灯不亮", opened_on=date(2026, 11, 5)))
        number_case(uow, lamp)
        note(uow, lamp, "已通知电工。")
        move_case(uow, lamp, "mend")
    with reading() as uow:
        case = get_case(uow, lamp)
        assert (case.number, case.state) == ("和平灯〔2026〕1号", "mended")
        assert "已通知电工。" in [entry.text for entry in list_timeline(uow, lamp)]
