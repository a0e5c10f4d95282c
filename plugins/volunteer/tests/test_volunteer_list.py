"""A spreadsheet of volunteers: columns matched, dry run with reasons, one transaction, next month's list, undone whole."""

import pytest

from desk.api import UserError
from desk.api.exchange import (
    ExportColumn,
    ExportTable,
    ListDraft,
    best_sheet,
    field_index,
    match_columns,
    read_tables,
    write_xlsx,
)
from desk.api.pages import PageRequest
from desk.api.papers import list_numbers
from desk.api.people import PaperDraft, PersonDraft, PhoneDraft, list_people, register_person
from plugins.volunteer.drafts import VolunteerDraft
from plugins.volunteer.kinds import VOLUNTEER
from plugins.volunteer.lists.rows import read_skills
from plugins.volunteer.lists.volunteers import VOLUNTEER_LIST, import_volunteers, preview_volunteers, undo_volunteers
from plugins.volunteer.models import Volunteer
from plugins.volunteer.service.registering import save_volunteer

HEAD = ("姓名", "身份证号码", "联系电话", "出生日期", "特长", "服务意向", "监护人", "监护人签字日期", "同意书日期",
        "同意公示")


def number(body):
    """A whole identity number out of its first seventeen digits."""
    total = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(body))
    return body + "10X98765432"[total % 11]


@pytest.fixture
def look(tmp_path, do):
    """Rows → the dry run, through a real workbook."""
    def looked(*rows, head=HEAD):
        path = tmp_path / "名册.xlsx"
        write_xlsx(path, ExportTable("某社区志愿者名册", tuple(ExportColumn(name, 12) for name in head), list(rows)))

        def preview(uow):
            index = field_index(uow, VOLUNTEER_LIST)
            sheet = best_sheet(read_tables(path), index.knows)
            match = match_columns(sheet.labels, index)
            return preview_volunteers(uow, ListDraft(sheet, dict(match.columns), "志愿者", path.name, "x"))
        return do(preview)
    return looked


def row(name, id_number="", phone="", birth="", skills="", wishes="", guardian="", signed="", consent="", names=""):
    return name, id_number, phone, birth, skills, wishes, guardian, signed, consent, names


def verdicts(preview):
    return [(one.label, one.verdict) for one in preview.verdicts]


def test_new_people_known_people_and_reasons_row_by_row(look, do):
    known = number("11010119640307002")
    do(register_person, PersonDraft("龚桂兰", "2", papers=(PaperDraft(number=known),)))
    preview = look(
        row("龚桂兰", known, consent="2026-03-05", names="是"), row("沈大力", phone="13800000001", birth="1970-01-02"),
        row("何小满", phone="13800000002"), row("", phone="13800000003"), row("无名氏"),
        row("小学生", phone="13800000004", birth="2016-01-01"), row("中学生", phone="13800000005", birth="2010-05-01"),
        row("别人", known), row("龚桂兰", known))
    assert [one.verdict for one in preview.verdicts] == ["new", "new", *["rejected"] * 7]
    assert "签" in preview.verdicts[1].reasons[1]
    assert "龚桂兰" in preview.verdicts[7].reasons[0]
    assert "3" in preview.verdicts[8].reasons[0]
    assert all(one.reasons for one in preview.verdicts if one.verdict == "rejected")


def test_taken_over_in_one_go_and_undone_whole(look, do):
    preview = look(row("沈大力", phone="13800000001", birth="1970-01-02", skills="理发、会计", consent="是"),
                   row("何小满", phone="13800000002", birth="1980-01-02"))
    report = do(import_volunteers, preview)
    assert report.counts == {"new": 2}
    first, second = do(lambda uow: uow.session.query(Volunteer).order_by(Volunteer.id).all())
    assert (first.number, first.skills, first.skills_note) == ("ZY1", ",hair,", "会计")
    assert "data" in first.consents
    assert second.consents == {}
    assert do(lambda uow: len(list_people(uow, PageRequest(text="沈大力")).rows)) == 1
    do(undo_volunteers, report.batch_id)
    assert do(lambda uow: uow.session.query(Volunteer).count()) == 0
    given = do(lambda uow: list_numbers(uow, PageRequest(), VOLUNTEER).rows)
    assert [(row.text, bool(row.void_reason)) for row in given] == [("ZY2", True), ("ZY1", True)]
    again = do(import_volunteers, look(row("沈大力", phone="13800000001", birth="1970-01-02")))
    assert do(lambda uow: uow.session.query(Volunteer).one().number) == "ZY3"  # a void number is not given again
    do(undo_volunteers, again.batch_id)
    assert do(lambda uow: len(list_people(uow, PageRequest(text="沈大力")).rows)) == 0
    with pytest.raises(UserError):
        do(undo_volunteers, report.batch_id)


def test_next_months_list_changes_what_it_says_and_shows_who_is_missing(look, do):
    first = do(import_volunteers, look(row("沈大力", phone="13800000001", birth="1970-01-02", skills="理发", wishes="巡逻"),
                                       row("何小满", phone="13800000002", birth="1980-01-02")))
    second = look(row("沈大力", phone="13800000001", birth="1970-01-02", skills="理发", wishes="陪护"))
    assert verdicts(second) == [("沈大力", "changed"), ("何小满", "missing")]
    change = second.verdicts[0].changes[0]
    assert (change.before, change.after) == ("巡逻", "陪护")
    taken = do(import_volunteers, second)
    assert do(lambda uow: uow.session.query(Volunteer).order_by(Volunteer.id).first().wishes) == "陪护"
    with pytest.raises(UserError):
        do(undo_volunteers, first.batch_id)
    do(undo_volunteers, taken.batch_id)
    assert do(lambda uow: uow.session.query(Volunteer).order_by(Volunteer.id).first().wishes) == "巡逻"
    same = look(row("沈大力", phone="13800000001", birth="1970-01-02", skills="理发", wishes="巡逻"))
    assert verdicts(same)[0] == ("沈大力", "same")


def test_a_column_that_lacks_changes_nothing(look, do):
    person = do(register_person, PersonDraft("沈大力", "1", "1970-01-02", phones=(PhoneDraft("13800000001"),)))
    do(save_volunteer, VolunteerDraft(person, wishes="巡逻", skills=("hair",), consent_data=True))
    assert verdicts(look(("沈大力", "13800000001"), head=("姓名", "联系电话"))) == [("沈大力", "same")]


def test_who_was_worked_with_since_keeps_the_import_from_being_undone(look, do, station):
    report = do(import_volunteers, look(row("沈大力", phone="13800000001", birth="1970-01-02")))
    from plugins.volunteer.tests.conftest import at

    one = do(lambda uow: uow.session.query(Volunteer).one().id)
    station.serve(one, at(11, 4, 8), at(11, 4, 9))
    with pytest.raises(UserError, match="沈大力"):
        do(undo_volunteers, report.batch_id)
    assert do(lambda uow: uow.session.query(Volunteer).count()) == 1


def test_what_changed_between_look_and_import_is_told(look, do):
    preview = look(row("沈大力", phone="13800000001", birth="1970-01-02"))
    person = do(register_person, PersonDraft("沈大力", "1", "1970-01-02", phones=(PhoneDraft("13800000001"),)))
    do(save_volunteer, VolunteerDraft(person, consent_data=True))
    with pytest.raises(UserError):
        do(import_volunteers, preview)


def test_skills_are_known_by_their_names():
    assert read_skills("理发、会计;心理") == (("hair", "mind"), "会计")
    assert read_skills("") == ((), "")
