"""Residents by the window: brought in from a spreadsheet, looked through, taken over, next month's list matched, undone."""

FIRST = """姓名,身份证号,性别,联系电话,住址
甲秀英,,女,13800000001,翠湖花园3幢2单元502室
乙建国,,男,13900000002,翠湖花园3幢2单元602室
丙晓月,4.20106E+17,女,13700000003,翠湖花园4幢1单元101室
"""
SECOND = """姓名,身份证号,性别,联系电话,住址
甲秀英,,女,13800000001,翠湖花园9幢1单元101室
丁浩然,,男,13600000004,翠湖花园5幢1单元201室
"""


def list_file(tmp_path, name, text):
    file = tmp_path / name
    file.write_text(text, "gb18030")
    return file


def test_a_list_is_looked_through_taken_over_and_undone(hall, open_window, tmp_path):
    desk = open_window(hall, answers=[list_file(tmp_path, "十月.csv", FIRST), True])
    desk.click("导入居民名册")
    desk.click("选择表格文件")
    desk.sees("第 3 步")
    desk.sees("未通过")
    desk.click("导入 2")
    desk.sees("撤销整次导入")
    desk.rest()
    desk.keys("Ctrl+K")
    desk.write("jxy")
    desk.sees("甲秀英")
    desk.keys("Esc")
    desk.click("撤销整次导入")
    desk.sees("导入已撤销")


def test_next_months_list_is_matched_and_nobody_is_doubled(hall, open_window, tmp_path):
    first, second = list_file(tmp_path, "十月.csv", FIRST), list_file(tmp_path, "十一月.csv", SECOND)
    desk = open_window(hall, answers=[first, second])
    desk.click("导入居民名册")
    desk.click("选择表格文件")
    desk.click("导入 2")
    desk.sees("已导入")
    desk.click("再导入一份")
    desk.click("选择表格文件")
    desk.sees("十一月.csv")
    desk.sees("有变化 1")
    desk.sees("本次名册中没有 1")
    desk.click("导入 2")
    desk.sees("已导入")
    desk.click("查看居民档案")
    desk.sees("丁浩然")
    desk.sees("共 3 条")


def test_a_visit_note_from_the_card_takes_one_line_and_enter(hall, open_window, tmp_path):
    desk = open_window(hall, answers=[list_file(tmp_path, "十月.csv", FIRST)])
    desk.click("导入居民名册")
    desk.click("选择表格文件")
    desk.click("导入 2")
    desk.sees("已导入")
    desk.rest()
    desk.keys("Ctrl+K")
    desk.write("0001")
    desk.keys("Return")
    desk.sees("走访记录")
    desk.fill("走访记录", "家中有老人，已留联系卡")
    desk.keys("Return")
    desk.sees("家中有老人，已留联系卡")
