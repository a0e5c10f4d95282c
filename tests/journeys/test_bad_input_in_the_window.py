"""Bad input in the real window: each time a sentence that says what to do, what was typed stays, the data are as they were."""

import os

import pytest
import xlsxwriter

from desk.core.db import sqlite
from tests.core.exchange.test_hostile_workbooks import with_sheet

NUMBER = "32991219860307002"
PRIVATE = "\ue123"


def with_check_digit(number):
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return number + "10X98765432"[sum(int(sign) * weight for sign, weight in zip(number, weights, strict=True)) % 11]


def people(hall):
    connection = sqlite.connect(hall.database)
    try:
        return [row[0] for row in connection.execute("SELECT name FROM core_person ORDER BY id")]
    finally:
        connection.close()


def new_person(desk, name, *more):
    desk.click("登记居民")
    desk.sees("读卡或粘贴")
    desk.rest()
    desk.fill("姓名", name)
    for label, text in more:
        desk.fill(label, text)
    desk.save()


def test_a_sign_of_somebodys_own_font_is_refused_beside_the_name(hall, open_window):
    desk = open_window(hall)
    new_person(desk, f"甲{PRIVATE}")
    desk.sees("自造字")
    assert desk.value("姓名") == f"甲{PRIVATE}"
    assert people(hall) == []


def test_a_birthday_to_come_is_refused_beside_the_field(hall, open_window):
    desk = open_window(hall)
    new_person(desk, "甲明", ("出生日期", "2027-01-01"))
    desk.sees("2027-01-01 是将来的日期")
    assert desk.value("姓名") == "甲明"
    assert people(hall) == []


def test_a_second_person_with_the_same_number_is_told_who_has_it(hall, open_window):
    number = with_check_digit(NUMBER)
    desk = open_window(hall)
    new_person(desk, "甲芳", ("号码", number))
    desk.sees("1986年3月7日出生")
    desk.keys("Alt+Home")
    desk.sees("到期与逾期")
    new_person(desk, "乙芳", ("号码", number))
    desk.sees("甲芳")
    assert desk.value("姓名") == "乙芳"
    assert people(hall) == ["甲芳"]


def test_markup_in_a_name_is_text_on_every_page(hall, open_window):
    desk = open_window(hall)
    new_person(desk, "<b>甲</b>")
    desk.rest()
    assert "<b>甲</b>" in desk.page()


def brought_in(desk, file):
    desk.click("导入居民名册")
    desk.click("选择表格文件")
    desk.rest()
    return desk.page()


def book(path, write):
    with xlsxwriter.Workbook(path) as made:
        write(made.add_worksheet(), made.add_format())
    return path


def test_a_cell_far_out_is_refused(hall, open_window, tmp_path):
    file = with_sheet(tmp_path / "远.xlsx", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    desk = open_window(hall, answers=[file])
    assert "256" in brought_in(desk, file)
    assert people(hall) == []


def test_a_merged_heading_is_read_and_ruined_numbers_are_handed_back(hall, open_window, tmp_path):
    def write(sheet, plain):
        sheet.merge_range("A1:E1", "和平社区居民名册", plain)
        sheet.merge_range("A2:A3", "姓名", plain)
        sheet.merge_range("B2:C2", "证件", plain)
        sheet.write_row("B3", ["身份证号", "性别"])
        sheet.merge_range("D2:D3", "联系电话", plain)
        sheet.merge_range("E2:E3", "住址", plain)
        sheet.write_row("A4", ["甲秀英", "", "女", "13800000001", "和平里1号"])
        sheet.write_row("A5", ["丙晓月", 329912198603070000, "女", "13700000003", "和平里2号"])

    file = book(tmp_path / "合并.xlsx", write)
    desk = open_window(hall, answers=[file, True])
    page = brought_in(desk, file)
    assert "未通过" in page
    desk.click("导入 1")
    desk.sees("撤销整次导入")
    assert people(hall) == ["甲秀英"]


def test_ten_wrong_passwords_lock_for_a_while_and_say_how_long(hall, open_window):
    desk = open_window(hall, sign_in=False)
    desk.sees("账号")
    desk.fill("账号", "zhou")
    for _time in range(10):
        desk.fill("密码", "wrong password")
        desk.keys("Return")
        desk.rest()
    assert "密码错误次数过多。请在 09:30:05 之后再试，或请管理员解锁。" in desk.page()
    assert desk.value("账号") == "zhou"


def test_a_second_window_on_the_same_folder_is_told_and_asked_nothing(hall, open_window):
    open_window(hall)
    second = open_window(hall, sign_in=False)
    second.sees("数据无法打开")
    assert "程序已在使用该数据文件夹" in second.page()


@pytest.mark.skipif(os.name != "posix", reason="a folder without the right to write, as Unix has it")
def test_a_disk_that_takes_nothing_is_told_and_what_was_typed_comes_back(hall, open_window):
    desk = open_window(hall)
    desk.click("登记居民")
    desk.sees("读卡或粘贴")
    desk.rest()
    hall.drafts.parent.mkdir(exist_ok=True)
    if hall.drafts.exists():
        hall.drafts.rename(hall.data / "kept")
    hall.drafts.write_text("stands in the way", "utf-8")
    desk.fill("姓名", "甲满")
    desk.sees("填写内容暂存于内存")
    desk.keys("Alt+Home")
    desk.sees("到期与逾期")
    desk.click("登记居民")
    desk.sees("未保存的内容")
    assert desk.value("姓名") == "甲满"
    hall.drafts.unlink()
