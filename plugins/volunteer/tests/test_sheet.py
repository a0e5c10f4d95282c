"""Hours into the sheet: by card and identity number, typed line by line, from a spreadsheet; over midnight, late, in pieces."""

import pytest

from desk.api import UserError
from desk.api.people import PaperDraft, PersonDraft, register_person
from desk.api.timesheets import Whose, list_pairs_of_source
from plugins.volunteer.drafts import RowsDraft, SheetRow, VolunteerDraft
from plugins.volunteer.exchange import hours
from plugins.volunteer.service.attendance import hours_text, sheet_start, take_at_door, type_rows, undo_at_door
from plugins.volunteer.service.hours import confirm_sheet
from plugins.volunteer.service.registering import save_volunteer
from plugins.volunteer.tests.conftest import at


def sheet(do, activity):
    return [(row.holder_id, row.minutes) for row in do(list_pairs_of_source, Whose("volunteer.activity", activity))
            if row.state != "struck"]


def test_an_identity_card_signs_in_and_the_printed_card_out_again_and_again(station, do, clock):
    card = "320106196403070021"
    person = do(register_person, PersonDraft(name="龚桂兰", sex="2", birth="1964-03-07", reason="试",
                                             papers=(PaperDraft("id_card", valid(card)),)))
    who = do(save_volunteer, VolunteerDraft(person_id=person, consent_data=True))
    activity = station.activity(at(11, 5, 9), at(11, 5, 12))
    for reader in (valid(card), "ZY1", "ZY1", valid(card)):
        assert do(take_at_door, activity, reader).accepted
        clock.advance(minutes=20)
    assert sheet(do, activity) == [(who, 20), (who, 20)]


def test_rows_are_all_written_or_none_and_each_has_its_reason(station, do):
    who = station.volunteer()
    station.volunteer("欧阳明")
    activity = station.activity(at(11, 4, 20), at(11, 4, 23), unserved=10)
    good = (SheetRow("ZY1", "2000", "2130"), SheetRow(), SheetRow("龚桂兰", "22:00", "0:30"))
    with pytest.raises(UserError) as told:
        do(type_rows, RowsDraft(activity, (*good, SheetRow("谁", "8", "9"), SheetRow("ZY2", "25", "9"),
                                           SheetRow("ZY1", "21", "22"))))
    assert sorted(told.value.fields) == ["rows.3", "rows.4", "rows.5"]
    assert sheet(do, activity) == []
    assert do(type_rows, RowsDraft(activity, good)) == 2
    assert sheet(do, activity) == [(who, 80), (who, 150)]  # after midnight; breaks are taken off once a day


def test_an_old_sheet_needs_a_witness(station, do):
    station.volunteer()
    activity = station.activity(at(10, 1, 8), at(10, 1, 11))
    assert do(sheet_start, activity).late
    rows = (SheetRow("ZY1", "8:00", "11:00"),)
    with pytest.raises(UserError):
        do(type_rows, RowsDraft(activity, rows))
    assert do(type_rows, RowsDraft(activity, rows, "何苗", "表格遗漏")) == 1


LIST = """志愿者编号,姓名,日期,签到时间,签退时间,时长,证明人,补录原因
ZY1,,2026-11-04,8:00,11:30,,,
,欧阳明,,8:30,,2.5,,
ZY1,,,11:00,12:00,,,
ZY9,,,8:00,9:00,,,
ZY2,,2026-11-09,8:00,9:00,,,
ZY2,,2026-10-01,8:00,9:00,,,
ZY2,,2026-10-02,8:00,9:00,,何苗,漏记
ZY2,,,晚上,9:00,,,
"""


@pytest.fixture
def listed(station, do, tmp_path):
    station.volunteer()
    station.volunteer("欧阳明")
    path = tmp_path / "时长.csv"
    path.write_text(LIST, "utf-8")
    return station.activity(at(11, 4, 8), at(11, 4, 12)), path


def test_a_spreadsheet_is_judged_written_and_struck_out_again(do, listed):
    activity, path = listed
    shown = do(hours.hours_list(activity).look, path)
    assert [row.verdict for row in shown.verdicts] == [
        "new", "new", "rejected", "rejected", "rejected", "rejected", "new", "rejected"]
    assert all(row.reasons for row in shown.of("rejected"))
    assert sheet(do, activity) == []
    done = do(hours.import_hours, shown)
    assert sorted(sheet(do, activity)) == [(1, 210), (2, 60), (2, 150)]
    again = do(hours.hours_list(activity).look, path)
    assert [row.verdict for row in again.verdicts[:2]] == ["same", "same"]
    do(hours.undo_hours, done.batch_id)
    assert sheet(do, activity) == []
    assert do(hours.hours_list(activity).look, path).counts["new"] == 3


def test_confirmed_lines_are_not_struck_out(do, listed):
    activity, path = listed
    done = do(hours.import_hours, do(hours.hours_list(activity).look, path))
    do(confirm_sheet, activity)
    with pytest.raises(UserError, match="龚桂兰|欧阳明"):
        do(hours.undo_hours, done.batch_id)
    assert hours_text(210) == "3.5小时"


def valid(number):
    """The number with its right check digit (GB 11643)."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return number[:17] + "10X98765432"[sum(int(sign) * weight for sign, weight in zip(number, weights, strict=False)) % 11]


def test_travel_and_breaks_come_off_at_the_door_too_once_a_day(station, do, clock):
    station.volunteer()
    activity = station.activity(at(11, 5, 9), at(11, 5, 17), unserved=30)
    do(take_at_door, activity, "ZY1")
    clock.advance(minutes=90)
    assert "30" in do(take_at_door, activity, "ZY1").detail
    clock.advance(minutes=10)
    do(take_at_door, activity, "ZY1")
    clock.advance(minutes=60)
    do(take_at_door, activity, "ZY1")
    assert [minutes for _who, minutes in sheet(do, activity)] == [60, 60]


def test_who_stays_shorter_than_the_breaks_can_still_go(station, do, clock):
    station.volunteer()
    activity = station.activity(at(11, 5, 9), at(11, 5, 17), unserved=60)
    do(take_at_door, activity, "ZY1")
    clock.advance(minutes=20)
    assert do(take_at_door, activity, "ZY1").accepted
    assert [minutes for _who, minutes in sheet(do, activity)] == [1]


def test_the_same_time_twice_is_no_whole_day(station, do, tmp_path):
    station.volunteer()
    activity = station.activity(at(11, 3, 8), at(11, 3, 12))
    with pytest.raises(UserError) as told:
        do(type_rows, RowsDraft(activity, (SheetRow("ZY1", "800", "8:00"),)))
    assert "rows.0" in told.value.fields
    path = tmp_path / "时长.csv"
    path.write_text("志愿者编号,签到时间,签退时间,时长\nZY1,8:00,8:00,\nZY1,8:00,,24\n", "utf-8")
    assert do(hours.hours_list(activity).look, path).counts["rejected"] == 2


def test_hours_told_by_a_list_are_served_hours(station, do, tmp_path):
    who = station.volunteer()
    activity = station.activity(at(11, 3, 8), at(11, 3, 18), unserved=60)
    path = tmp_path / "时长.csv"
    path.write_text("志愿者编号,签到时间,签退时间,时长\nZY1,8:00,,2.5\nZY1,13:00,15:00,\n", "utf-8")
    shown = do(hours.hours_list(activity).look, path)
    assert [row.draft.minutes for row in shown.verdicts] == [150, 120]
    do(hours.import_hours, shown)
    assert sheet(do, activity) == [(who, 150), (who, 120)]


def test_a_card_held_to_the_reader_twice_is_undone(station, do, clock):
    who = station.volunteer()
    activity = station.activity(at(11, 5, 9), at(11, 5, 12), unserved=5)
    do(take_at_door, activity, "ZY1")
    clock.advance(minutes=20)
    out = do(take_at_door, activity, "ZY1")
    do(undo_at_door, activity, out.undo)
    with pytest.raises(UserError):
        do(undo_at_door, activity, out.undo)
    clock.advance(minutes=40)
    do(take_at_door, activity, "ZY1")
    assert sheet(do, activity) == [(who, 55)]
    clock.advance(minutes=5)
    do(undo_at_door, activity, do(take_at_door, activity, "ZY1").undo)  # signed in once more by mistake
    assert sheet(do, activity) == [(who, 55)]


def test_nobody_signs_in_before_the_day(station, do):
    station.volunteer()
    activity = station.activity(at(11, 6, 9), at(11, 6, 12))
    with pytest.raises(UserError, match="2026-11-06"):
        do(take_at_door, activity, "ZY1")
    assert sheet(do, activity) == []
