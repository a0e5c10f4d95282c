"""The rule profiles that come with the desk: every row of the legal table (rules 2.3), with its mark and its dates.

A community copies and changes them; what could not be read in its source waits for a person's confirmation.
"""

from dataclasses import replace

from desk.core.ballots.rules import AREA, CAST, PERSONS, PRESENT, ROLL, SHARES, Profile, Proxies, Share, Threshold

MORE_THAN_HALF = Threshold(1, 2, ROLL, strict=True)
OF_PRESENT = Threshold(1, 2, PRESENT, strict=True)
HALF_OF_PRESENT = Threshold(1, 2, PRESENT)
TWO_THIRDS, TWO_THIRDS_PRESENT = Threshold(2, 3, ROLL), Threshold(2, 3, PRESENT)
NO_PROXY = Proxies(allowed=False)
OLD_LAW = "2025-12-31"
CIVIL_CODE = "《民法典》第二百七十八条"
VILLAGE = "《村民委员会组织法》(2018)"
VILLAGE_NOTE = "2025年修正后第二十一条至第三十条是否改动尚未核对，请对照现行文本。"

RESIDENTS_2018 = Profile(
    "residents_2018", "居民会议(2018年法，已失效，仅供历史)", "全体十八周岁以上居民，或每户代表，或各居民小组代表", "person",
    quorum=MORE_THAN_HALF, passing=OF_PRESENT, shown=(HALF_OF_PRESENT,),
    convened="五分之一以上居民、五分之一以上户或三分之一以上小组",
    source="《城市居民委员会组织法》(2018)第九条、第十条", valid_to=OLD_LAW)

RESIDENTS_2025 = Profile(
    "residents_2025", "居民会议(2025年修订)", "依现行法第四章", "person", source="《城市居民委员会组织法》(2025修订)第四章",
    note="出席和通过的法定比例尚未读到原文。由专人查阅、填入并确认之前，本程序只统计票数，不下法律结论。",
    mark="unsure", valid_from="2026-01-01", confirmed=False)

RESIDENT_REPS = Profile(
    "resident_reps", "居民代表会议", "居民代表", "representative", quorum=TWO_THIRDS, passing=OF_PRESENT,
    shown=(HALF_OF_PRESENT,), convened="五分之一以上代表；每季度一次", mark="likely",
    source="实务做法，参照村民委员会组织法第二十六条",
    note="2026年1月1日起为法定组织，现行法的比例尚未核对。", valid_from="2026-01-01")

SIX_STEPS = Profile(
    "six_steps", "六步议事居民代表会议", "居民代表", "representative", quorum=TWO_THIRDS, passing=TWO_THIRDS,
    shown=(TWO_THIRDS_PRESENT,), source="百步亭社区六步议事：三分之二以上", posting_days=7,
    note="三分之二以全体、到会还是投票代表为基数，原文未说明；本程序默认按全体，可改。")

VILLAGERS = Profile(
    "villagers", "村民会议(村民)", "十八周岁以上村民", "person", quorum=MORE_THAN_HALF, passing=OF_PRESENT,
    shown=(HALF_OF_PRESENT,), notice_days=10, convened="十分之一以上村民或三分之一以上村民代表",
    source=f"{VILLAGE}第二十一条、第二十二条", note=VILLAGE_NOTE)

VILLAGE_HOUSEHOLDS = replace(
    VILLAGERS, code="village_households", title="村民会议(户代表)", electorate="每户一名代表", weight="household",
    quorum=TWO_THIRDS)

VILLAGE_REPS = Profile(
    "village_reps", "村民代表会议", "村民委员会成员和村民代表", "representative", quorum=TWO_THIRDS, passing=OF_PRESENT,
    shown=(HALF_OF_PRESENT,), notice_days=5, convened="五分之一以上村民代表；每季度一次",
    source=f"{VILLAGE}第二十五条、第二十六条", note=f"会前通知天数各地三、五、十日不一。{VILLAGE_NOTE}")

VILLAGE_REPS_SHANDONG = replace(
    VILLAGE_REPS, code="village_reps_shandong", title="村民代表会议(山东)",
    shares=(Share("women", "女代表", TWO_THIRDS),), source=f"{VILLAGE}第二十六条；山东省实施办法(2012)")

VILLAGE_GROUP = Profile(
    "village_group", "村民小组会议", "本组十八周岁以上村民或户代表", "person", quorum=TWO_THIRDS, passing=OF_PRESENT,
    shown=(HALF_OF_PRESENT,), source=f"{VILLAGE}第二十八条", note=VILLAGE_NOTE)

COLLECTIVE = Profile(
    "collective", "农村集体经济组织成员大会", "具有完全民事行为能力的成员", "member", quorum=TWO_THIRDS, passing=TWO_THIRDS,
    notice_days=10, convened="每年至少一次", proxies=Proxies(household=True, source="同一户内成员，书面委托"),
    source="《农村集体经济组织法》第二十七条")

COLLECTIVE_REPS = Profile(
    "collective_reps", "农村集体经济组织成员代表大会", "成员代表(五至十五户一名，多于二十人)", "representative",
    passing=TWO_THIRDS, proxies=NO_PROXY, source="《农村集体经济组织法》第二十八条", note="五项保留事项不得由代表大会决定。")

OWNERS_ORDINARY = Profile(
    "owners_ordinary", "业主共同决定事项(一般)", "全体业主", "owner", (AREA, PERSONS), TWO_THIRDS, OF_PRESENT,
    attendance=False, notice_days=15, convened="百分之二十以上业主", methods=("named",),
    proxies=Proxies(cap=3, staff=False, source="各地规定，可改"),
    source=f"{CIVIL_CODE};《物业管理条例》第十三条、第十四条", note="使用维修资金(第五项)按一般事项。")

OWNERS_HEAVY = replace(
    OWNERS_ORDINARY, code="owners_heavy", title="业主共同决定事项(第六项至第八项)", passing=Threshold(3, 4, PRESENT),
    note="筹集维修资金；改建、重建建筑物及其附属设施；改变共有部分用途或利用共有部分从事经营活动。")

HOME_TO_BUSINESS = Profile(
    "home_to_business", "住宅改变为经营性用房", "有利害关系的业主", "owner", passing=Threshold(1, 1, ROLL), attendance=False,
    methods=("named",), source="《民法典》第二百七十九条；区分所有权解释第十一条", note="须全体有利害关系的业主一致同意。")

OWNERS_COMMITTEE = Profile(
    "owners_committee", "业主委员会会议", "业主委员会委员", "member", quorum=MORE_THAN_HALF, passing=MORE_THAN_HALF,
    notice_days=7, convened="三分之一以上委员", proxies=NO_PROXY, methods=("hands", "named"), posting_days=3,
    source="北京、杭州、淄博等地规定", note="部分城市出席要求三分之二；决定由同意的委员签字。")

PROPERTY_BOARD = Profile(
    "property_board", "物业管理委员会会议", "物业管理委员会委员", "member", quorum=MORE_THAN_HALF, passing=MORE_THAN_HALF,
    shares=(Share("owner", "业主委员", MORE_THAN_HALF),), convened="三分之一以上委员", proxies=NO_PROXY,
    methods=("hands", "named"), posting_days=10, source="北京市物业管理条例第五十七条", note="三日内公示，公示十个工作日。")

VILLAGE_ELECTION = Profile(
    "village_election", "村民委员会选举", "登记的选民", "person", quorum=MORE_THAN_HALF,
    passing=Threshold(1, 2, CAST, strict=True), attendance=False, notice_days=20, methods=("secret",), election=True,
    source=f"{VILLAGE}第十四条、第十五条", note="法定选举只用纸质选票；本程序登记、打印、统计和公布。")

VILLAGE_RUNOFF = replace(
    VILLAGE_ELECTION, code="village_runoff", title="村民委员会另行选举", quorum=None, passing=Threshold(1, 3, CAST),
    source=f"{VILLAGE}第十五条", note="得票多的当选，但不得少于投票数的三分之一。")

MEDIATORS = replace(
    VILLAGE_REPS, code="mediators", title="推选人民调解委员会委员", source="《人民调解法》第九条",
    note="由村民会议、村民代表会议或者居民会议推选，出席和通过随该会议。", mark="likely")

SHARED_PROPERTY = Profile(
    "shared_property", "按份共有物的处分", "按份共有人", "share", (SHARES,), passing=TWO_THIRDS, attendance=False,
    methods=("named",), source="《民法典》第三百零一条", note="共有人另有约定的从约定。")

COUNCIL = Profile(
    "council", "协商议事委员会", "委员", "member", passing=MORE_THAN_HALF, methods=("hands",),
    convened="二分之一以上委员；每年不少于两次",
    source="街道议事规则范例", mark="likely")

THREE_REVIEWS = replace(
    VILLAGE_REPS, code="three_reviews", title="三审一公决村民代表会议", shown=(Threshold(1, 2, ROLL), HALF_OF_PRESENT),
    source=f"{VILLAGE}第二十六条；临沭县三审一公决", note="原文“半数以上”比法律宽，结论按法律的过半数，另注明原文读法。")

PARTY_MEETING = Profile(
    "party_meeting", "四议两公开党员大会审议", "有表决权的党员", "member", quorum=TWO_THIRDS, passing=Threshold(1, 2, ROLL),
    notice_days=3, proxies=NO_PROXY, source="四议两公开地方规则", mark="likely", note="应到党员半数以上同意。")

SHIPPED: tuple[Profile, ...] = (
    RESIDENTS_2025, RESIDENT_REPS, SIX_STEPS, VILLAGERS, VILLAGE_HOUSEHOLDS, VILLAGE_REPS, VILLAGE_REPS_SHANDONG,
    VILLAGE_GROUP, COLLECTIVE, COLLECTIVE_REPS, OWNERS_ORDINARY, OWNERS_HEAVY, HOME_TO_BUSINESS, OWNERS_COMMITTEE,
    PROPERTY_BOARD, VILLAGE_ELECTION, VILLAGE_RUNOFF, MEDIATORS, SHARED_PROPERTY, COUNCIL, THREE_REVIEWS, PARTY_MEETING,
    RESIDENTS_2018)


def shipped(code: str) -> Profile:
    """The shipped profile named `code`; KeyError is a bug of the caller."""
    return {profile.code: profile for profile in SHIPPED}[code]
