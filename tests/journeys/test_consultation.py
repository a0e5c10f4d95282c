"""Six steps in the real window, by keys and clicks: sent back by an expert, posted again, voted, done, judged, filed."""

from datetime import timedelta


def save(desk):
    desk.save()


def register(desk):
    desk.click("登记议题")
    desk.sees("主要内容及建议")
    desk.fill("标题", "充电棚选址")
    desk.fill("主要内容及建议", "楼道飞线充电多，建议建充电棚。")
    desk.fill("姓名", "龚桂兰")
    save(desk)
    desk.sees("立项")
    desk.click("立项")
    desk.sees("合法性初审")
    save(desk)
    desk.sees("出主意")


def meet(desk, kind, name):
    desk.click("召集会议")
    desk.sees("开始时间")
    desk.fill("姓名或单位", name)
    save(desk)
    desk.click(f"填写{kind}记录")
    desk.sees("一致意见")
    desk.fill("一致意见", "同意在小区北侧选址。")
    save(desk)


def finish(desk, step, following):
    desk.click(f"完成“{step}”")
    desk.sees("说明")
    save(desk)
    desk.sees(following)


def draft_and_post(desk, wall_clock, text, version):
    desk.click("起草新稿")
    desk.sees("条款（每行一条）")
    desk.fill("条款（每行一条）", text)
    save(desk)
    finish(desk, "拟方案", "公示草案")
    desk.click("公示草案")
    desk.sees("张贴地点")
    save(desk)
    desk.sees("结束公示")
    wall_clock.advance(days=8)
    desk.click("结束公示")
    desk.sees("结束说明")
    save(desk)
    finish(desk, "开言路", "录入专家意见")


def review(desk, opinion, words):
    desk.click("录入专家意见")
    desk.sees("审查意见")
    desk.fill("专家", "孙明")
    desk.fill("结论", opinion)
    desk.fill("审查意见", words)
    save(desk)


def vote(desk):
    desk.click("发起表决")
    desk.sees("投票人名册")
    desk.fill("方式", "举手表决")
    desk.fill("投票人名册", "龚桂兰,1-1\n欧阳䶮,1-2\n郑国庆,1-3")
    save(desk)
    desk.click("表决：充电棚选址表决")
    desk.click("到会登记")
    desk.sees("已到会")
    for which in range(3):
        desk.tick("已到会", which=which)
    save(desk)
    desk.click("开始举手表决")
    desk.sees("此后不再登记到会")
    save(desk)
    for teller in ("计票人甲", "计票人乙"):
        desk.click("录入举手结果")
        desk.sees("反对")
        desk.fill("计票人", teller)
        desk.fill("同意", "3")
        desk.fill("反对", "0")
        desk.fill("弃权", "0")
        save(desk)
    desk.click("计票并封存")
    desk.sees("监票人")
    desk.fill("监票人", "沈建国")
    desk.fill("计票人", "何苗")
    save(desk)
    desk.sees("校验码")
    desk.keys("Esc")


def test_six_steps_with_a_send_back_and_a_second_posting_in_the_window(hall, open_window, wall_clock):
    desk = open_window(hall)
    register(desk)
    meet(desk, "民主恳谈会", "欧阳䶮")
    finish(desk, "出主意", "拟方案")
    meet(desk, "居民议事会", "欧阳䶮")
    draft_and_post(desk, wall_clock, "一、建在小区北侧。", 1)
    review(desk, "修改后同意", "距住宅不足六米")
    desk.sees("起草新稿")
    meet(desk, "居民议事会", "欧阳䶮")
    draft_and_post(desk, wall_clock, "一、建在小区北侧，距住宅六米以上。", 2)
    desk.sees("录入专家意见")
    review(desk, "同意", "合法可行")
    finish(desk, "定公约", "发起表决")
    vote(desk)
    finish(desk, "说了算", "录入实施任务")
    desk.click("录入实施任务")
    desk.fill("任务", "施工")
    desk.fill("责任人", "物业")
    desk.fill("完成日期", (wall_clock.now() + timedelta(hours=8)).date().isoformat())
    desk.fill("结果", "已建成")
    save(desk)
    desk.click("全部实施完毕")
    save(desk)
    desk.click("录入居民评议")
    desk.fill("满意", "30")
    desk.fill("基本满意", "8")
    desk.fill("不满意", "2")
    save(desk)
    desk.click("归档")
    save(desk)
    desk.sees("停止计时：居民评议")
    for seen in ("孙明 · 退回 · 距住宅不足六米", "第1稿与第2稿对照", "自2026年11月13日至2026年11月20日"):
        desk.sees(seen)
