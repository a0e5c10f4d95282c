"""Votes by the window: representatives at two thirds and one under it, owners by two measures, a box with a ballot too many.

Ballots lie "in the hand": their marks are read from the data file, as people read them from paper.
"""

import logging

from desk.api.votes import draw, find_result, list_roll, spaced
from plugins.consultation.estates.drafts import EstateDraft
from plugins.consultation.estates.service import save_estate
from tests.journeys.voting import ROLL, opened_vote, pile

OWNERS = """楼栋,房号,建筑面积,业主姓名,证件尾号
1幢,101,89.50,龚桂兰,1111
1幢,102,90,欧阳䶮、何苗,2222、3333
1幢,201,100,沈建国,4444
1幢,202,100,沈建国,4444
1幢,301,100,沈建国,4444
2幢,101,80,孙明,5555
2幢,102,80.5,罗小梅,6666
"""


def counter(desk, text, answer):
    """Type or scan at the counter; wait for its answer."""
    desk.write(text)
    desk.keys("Return")
    desk.sees(answer)


def box(desk, back, spoiled, unused):
    desk.click("结束发票")
    desk.fill("箱内票数", str(back))
    desk.fill("换下的废票", str(spoiled))
    desk.fill("未用票数", str(unused))
    desk.save()


def key_in(desk, marks, choices):
    """Both people, everything; the batch is saved by its key."""
    desk.click("录入选票")
    desk.sees("第1遍录入")
    for entry in (1, 2):
        for mark, choice in zip(marks, choices, strict=True):
            counter(desk, spaced(mark), f"✓ {mark}")
            counter(desk, choice, f"✓ {choice}")
        desk.save()
        desk.sees(f"已存 {len(marks)} 张")
        if entry == 1:
            desk.click("切换为第二人")
            desk.sees("第2遍录入")
    desk.keys("Esc")


def count(desk):
    desk.click("计票并封存")
    desk.fill("监票人", "沈建国")
    desk.fill("计票人", "何苗")
    desk.save()


def test_two_thirds_of_all_representatives_and_one_under(hall, open_window, hand):
    """10 of 15 pass, 9 fail although two thirds of the 12 who came; foreign, unknown and doubled ballots count nothing."""
    desk = open_window(hall)
    hand.topic("充电棚")
    hand.topic("晾晒约定")
    foreign = ""
    for title, agree, outcome in (("充电棚", 10, "通过"), ("晾晒约定", 9, "未通过")):
        desk.keys("Alt+3")
        opened_vote(desk, title, ROLL)
        pile(desk, 17)
        for number in range(1, 13):
            counter(desk, str(number), f"已领票 {number}")
        counter(desk, "5", "✕")
        counter(desk, "99", "✕")
        desk.keys("Esc")
        box(desk, 12, 0, 5)
        desk.sees("录入选票")
        vote = hand.newest_vote()
        marks = hand.marks(vote.id)
        if foreign:
            desk.click("录入选票")
            counter(desk, foreign, "这张票属于另一项表决")
            counter(desk, marks[0][:-1] + ("2" if marks[0][-1] != "2" else "3"), "这不是票号")
            counter(desk, spaced(marks[0]), f"✓ {marks[0]}")
            counter(desk, "1", "✓ 1")
            counter(desk, spaced(marks[0]), "✕")
            assert hand.newest_vote().returned == 12
            desk.keys("F5")
            desk.click("保存本批")  # one ballot of a secret vote is not saved alone
            desk.sees("✕")
            desk.shell.end()
            desk = open_window(hall)
            desk.keys("Alt+3")
            desk.open_row(title)
            desk.click("表决：")
        foreign = marks[0]
        key_in(desk, marks[:12], ["1"] * agree + ["2"] * (12 - agree))
        count(desk)
        desk.sees("校验码")
        desk.sees(f"同意人数{agree}")
        with hand.reading() as uow:
            verdict = find_result(uow, vote.id).questions[0].verdict
        assert {"passed": "通过", "failed": "未通过"}[verdict.outcome] == outcome
        assert bool(verdict.looser) is (outcome == "未通过")


def test_two_thirds_of_those_present_by_show_of_hands(hall, open_window, hand):
    """The rule is changed to those who came: 8 of 12 pass, 7 fail; both tellers must have the same numbers."""
    desk = open_window(hall)
    hand.topic("树池")
    hand.topic("围栏")
    desk.keys("Alt+3")
    desk.open_row("表决规则")
    desk.open_row("六步议事居民代表会议")
    desk.fill("基数", "到会")
    desk.fill("数字出处", "本社区议事规则第五条")
    desk.save()
    for title, agree, outcome in (("树池", 8, "passed"), ("围栏", 7, "failed")):
        desk.keys("Alt+3")
        opened_vote(desk, title, ROLL, method="举手表决")
        desk.click("到会登记")
        for number in range(12):
            desk.tick("已到会", which=number)
        desk.save()
        desk.click("开始举手表决")
        desk.save()
        for teller, for_it in (("计票人甲", agree), ("计票人乙", agree)):
            desk.click("录入举手结果")
            desk.fill("计票人", teller)
            desk.fill("同意", str(for_it))
            desk.fill("反对", str(12 - for_it))
            desk.save()
        count(desk)
        desk.sees("校验码")
        with hand.reading() as uow:
            verdict = find_result(uow, hand.newest_vote().id).questions[0].verdict
        assert verdict.outcome == outcome
        assert verdict.tests[-1].whole == 12 or verdict.tests[1].whole == 12


def opened_owners_vote(hall, open_window, hand, tmp_path):
    """The owners' list brought in by the window, a vote opened on it."""
    with hand.writing() as uow:
        save_estate(uow, EstateDraft("翠湖花园", firm="翠湖物业"))
    file = tmp_path / "业主.csv"
    file.write_text(OWNERS, "gb18030")
    desk = open_window(hall, answers=[file])
    desk.keys("Alt+3")
    desk.open_row("业主委员会")
    desk.open_row("翠湖花园")
    desk.click("导入业主名册")
    desk.click("选择表格文件")
    desk.click("导入 7")
    desk.sees("已导入")
    desk.click("返回小区")
    desk.sees("5 人，640.00")
    desk.click("发起业主表决")
    desk.fill("公告张贴日期", "2026-10-21")
    desk.fill("日期", "2026-11-05")
    desk.fill("议题或候选人", "选聘物业服务企业")
    desk.save()
    desk.click("表决：")
    desk.sees("制作选票")
    return desk


def test_owners_by_persons_and_area(hall, open_window, hand, tmp_path):
    """Five persons, seven flats: co-owners, three flats that contradict each other, four authorities for one proxy."""
    desk = opened_owners_vote(hall, open_window, hand, tmp_path)
    for number in (1, 2, 4, 5):
        desk.click("登记委托")
        desk.fill("名册序号", str(number))
        desk.fill("受托人", "唐志强")
        desk.save()
        if number < 5:
            desk.sees("制作选票")
    desk.sees("已受 3 人委托")
    desk.keys("Esc")
    desk.click("制作选票")
    desk.tick("每个房号一张票")
    desk.save()
    desk.click("印票发票")
    vote = hand.newest_vote().id
    papers = hand.papers(vote)
    assert len(papers) == 7
    back = [mark for who, mark in papers.items() if "孙明" not in who]
    for mark in back:
        counter(desk, spaced(mark), f"✓ {mark}")
    counter(desk, spaced(back[0]), "✕")
    desk.keys("Esc")
    desk.click("结束发票")
    desk.save()
    desk.sees("录入选票")
    against = papers["沈建国 1幢-301"]
    key_in(desk, back, ["2" if mark == against else "1" for mark in back])
    count(desk)
    desk.sees("沈建国")  # one voter has one opinion
    desk.keys("Esc")
    for entry in ("第一人", "第二人"):
        desk.click("更正录入")
        desk.fill("录入人", entry)
        desk.fill("票号", spaced(against))
        desk.fill("选项", "1")
        desk.fill("理由", "本人确认三套均同意")
        desk.fill("姓名一", "沈建国")
        desk.save()
        desk.fill("姓名二", "何苗")
        desk.save()
        desk.sees("计票并封存")
    count(desk)
    desk.sees("校验码")
    with hand.reading() as uow:
        question = find_result(uow, vote).questions[0]
        assert [line.name for line in list_roll(uow, vote)][1] == "欧阳䶮、何苗"
    assert question.verdict.outcome == "passed"
    assert (question.totals["persons"].roll, question.totals["persons"].agree) == (5, 4)
    assert (question.totals["area"].roll, question.totals["area"].agree) == (64000, 56000)


def test_one_ballot_too_many_in_the_box(hall, open_window, hand):
    """501 of 500: void, and nothing can be keyed in any more."""
    desk = open_window(hall)
    hand.topic("物业")
    desk.keys("Alt+3")
    opened_vote(desk, "物业", "\n".join(f"居民{number:03d},{number}号" for number in range(1, 501)))
    pile(desk, 500)
    desk.keys("Esc")
    box(desk, 501, 0, 0)
    desk.sees("整项表决就此作废")
    assert hand.newest_vote().state == "open"  # a number typed wrong voids nothing
    desk.fill("原因", "清点两遍均为501张")
    desk.save()
    desk.sees("收回的票（501）多于发出的票（0）")
    assert hand.newest_vote().state == "void"
    assert "录入选票" not in desk.page()


def test_a_tie_is_drawn_by_a_seed_everybody_saw(hall, open_window, hand):
    desk = open_window(hall)
    hand.topic("推选楼长")
    desk.keys("Alt+3")
    opened_vote(desk, "推选楼长", ROLL, questions=("龚桂兰", "欧阳䶮", "沈建国"))
    pile(desk, 17)
    for number in range(1, 16):
        counter(desk, str(number), f"已领票 {number}")
    desk.keys("Esc")
    box(desk, 15, 0, 2)
    desk.sees("录入选票")
    vote = hand.newest_vote().id
    key_in(desk, hand.marks(vote)[:15], ["111"] * 10 + ["112"] + ["121"] + ["122"] * 3)
    count(desk)
    desk.click("确定当选人")
    desk.fill("应选人数", "2")
    desk.save()
    desk.sees("末位得票相同：欧阳䶮、沈建国")
    desk.fill("当众确定的种子", "骰子 4 2 6")
    desk.save()
    desk.sees("按种子抽签")
    drawn = hand.newest_vote().draws[-1]
    assert drawn["drawn"] == list(draw("骰子 4 2 6", ["欧阳䶮", "沈建国"]))
    assert drawn["elected"] == ["龚桂兰", *drawn["drawn"]]


def test_no_log_no_draft_and_no_temporary_file_tells_of_a_ballot(hall, open_window, hand, tmp_path, monkeypatch, request):
    """A secret vote by the window, a typing error on the way: of all files the hall wrote, only the data know a mark."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    log = logging.FileHandler(temporary / "desk.log", encoding="utf-8")  # whoever keeps a log of everything keeps no ballot
    logging.getLogger().addHandler(log)
    request.addfinalizer(lambda: (logging.getLogger().removeHandler(log), log.close()))
    desk = open_window(hall)
    hand.topic("保密表决")
    desk.keys("Alt+3")
    opened_vote(desk, "保密表决", ROLL)
    pile(desk, 17)
    for number in range(1, 16):
        counter(desk, str(number), f"已领票 {number}")
    desk.keys("Esc")
    box(desk, 15, 0, 2)
    desk.sees("录入选票")
    marks = hand.marks(hand.newest_vote().id)
    desk.click("录入选票")
    desk.sees("第1遍录入")
    counter(desk, marks[0][:-1] + ("2" if marks[0][-1] != "2" else "3"), "这不是票号")
    desk.keys("Esc")
    key_in(desk, marks[:15], ["1"] * 9 + ["2"] * 4 + ["3"] * 2)
    count(desk)
    desk.sees("校验码")
    written = [path for root in (hall.data, temporary) for path in root.rglob("*") if path.is_file()]
    elsewhere = [path for path in written if not path.name.startswith("desk.db")]
    assert temporary / "desk.log" in elsewhere
    telling = [path for path in elsewhere for mark in marks
               if any(words.encode(coding) in path.read_bytes() for words in (mark, spaced(mark))
                      for coding in ("utf-8", "utf-16-le"))]
    assert telling == []
