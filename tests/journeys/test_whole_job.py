"""The whole job: residents in from a spreadsheet, a dispute between two of them, a session, an agreement, its print.

Two mistakes on the way: a party forgotten, and instalments that do not add up. By keys and clicks on what is visible.
"""

from desk.core.actor import system_actor
from desk.core.db.engine import open_database
from desk.core.db.uow import UnitOfWorkFactory
from desk.core.documents.prints import get_print_bytes
from desk.core.documents.readback import page_texts
from tests.journeys.forms import choose_person

RESIDENTS = """姓名,身份证号,性别,联系电话,住址
龚桂兰,329912196403070027,女,13800000001,翠湖花园3幢2单元502室
欧阳䶮,329912198507010039,男,13900000002,翠湖花园3幢2单元602室
"""


def with_check_digits(text):
    """Invented numbers of an area nobody was given, their last character made right."""
    import re

    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return re.sub(r"\d{18}", lambda found: found[0][:17] + "10X98765432"[
        sum(int(digit) * weight for digit, weight in zip(found[0], weights, strict=False)) % 11], text)


def bring_in(hall, tmp_path, wall_clock):
    """The spreadsheet, by the command line (the window's own way in is a journey of its own)."""
    from desk.cli import main

    file = tmp_path / "居民.csv"
    file.write_text(with_check_digits(RESIDENTS), "gb18030")
    assert main(["--data", str(hall.data), "import", "people", str(file)]) == 0


def register(desk):
    """Two parties chosen from the register by initials and by phone; the second is forgotten at first."""
    desk.keys("Alt+2")
    desk.sees("矛盾纠纷")
    desk.click("登记纠纷")
    desk.sees("纠纷简要情况")
    desk.fill("纠纷简要情况", "602室卫生间漏水，502室吊顶和地板受损，双方就赔偿不能达成一致。")
    choose_person(desk, "从居民档案选", 0, "ggl", "龚桂兰")
    desk.save()
    desk.sees("请填写被申请人")
    choose_person(desk, "从居民档案选", 1, "0002", "欧阳䶮")
    desk.click("加一项")
    desk.fill("申请事项", "修复防水层并赔偿损失")
    desk.save()
    desk.sees("下一步")
    desk.sees("龚桂兰、欧阳䶮邻里纠纷")


def accept(desk):
    desk.click("受理")
    desk.sees("受理日期")
    desk.fill("人民调解员", "沈建国")
    desk.fill("记录人", "何苗")
    desk.save()
    desk.sees("(2026)和平人调字第1号")


def hold_session(desk):
    desk.click("记录调解")
    desk.sees("调解过程")
    desk.fill("调解记录", "调解员：双方的权利和义务是否听清？\n双方：听清了，愿意协商。")
    desk.fill("结果", "达成协议")
    desk.save()
    desk.sees("制作协议")


def write_agreement(desk):
    """Two instalments; the first try adds up to less than the total."""
    desk.click("制作协议")
    desk.sees("纠纷主要事实")
    desk.fill("条款", "欧阳䶮于2026年11月15日前修复602室卫生间防水层，费用自理；")
    desk.fill("涉及金额", "8600")
    desk.sees("人民币捌仟陆佰元整")
    desk.click("加一期")
    desk.click("加一期")
    desk.fill("履行时限", "2026-11-15", which=0)
    desk.fill("金额", "5000", which=0)
    desk.fill("履行时限", "2026-12-15", which=1)
    desk.fill("金额", "3000", which=1)
    desk.save()
    desk.sees("与总额不符")
    desk.fill("金额", "3600", which=1)
    desk.save()
    desk.sees("登记签名盖章")


def sign(desk):
    desk.click("登记签名盖章")
    desk.sees("调委会盖章日期")
    for which in (0, 1):
        desk.fill("签名日期", "2026-11-05", which=which)
    desk.fill("调解员签名日期", "2026-11-05")
    desk.fill("调委会盖章日期", "2026-11-05")
    desk.save()
    desk.sees("生效日期")
    desk.sees("2026年11月5日")
    desk.sees("2026年12月7日")


def test_from_the_spreadsheet_to_the_printed_agreement(hall, open_window, tmp_path, wall_clock):
    bring_in(hall, tmp_path, wall_clock)
    copy = tmp_path / "协议书.pdf"
    desk = open_window(hall, answers=[copy])
    register(desk)
    accept(desk)
    hold_session(desk)
    write_agreement(desk)
    sign(desk)
    desk.click("人民调解协议书")
    desk.sees("存档")
    desk.click("另存为")
    desk.until(copy.exists, "the PDF")
    desk.shell.end()
    wall_clock.advance(days=1)
    again = open_window(hall)
    again.keys("Alt+2")
    again.open_row("龚桂兰、欧阳䶮")
    again.click("人民调解协议书")
    again.sees("2026-11-05")
    again.shell.end()
    read_back(hall, wall_clock, copy)


def read_back(hall, clock, copy):
    """The archived bytes say what the record says."""
    database = open_database(hall.database)
    from sqlalchemy import select

    from desk.core.documents.archive_model import Print

    with UnitOfWorkFactory(database, clock).reading(system_actor()) as uow:
        row = uow.session.scalars(select(Print).where(Print.paper == "mediation.agreement")).one()
        stored = get_print_bytes(uow, row.id)
        number = row.number
    database.close()
    assert copy.read_bytes() == stored
    text = "".join(page_texts(stored)).replace("\n", "")
    assert number == "和平调字〔2026〕1号"
    for wanted in (number, "龚桂兰", "欧阳䶮", "人民币捌仟陆佰元整", "5,000.00", "3,600.00", "2026年12月15日", "一式3份"):
        assert wanted in text, wanted
