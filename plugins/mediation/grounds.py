"""Lists the papers and the law name: grounds, levels, ways. Titles are as printed, always Chinese.

Sources: rules 1.2 (grounds of not accepting and of terminating), 1.4.10, 1.8 (grades), 5.7 (scale of the event).
"""

from dataclasses import dataclass

from desk.api import N_


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a case is not accepted or is terminated. source: cited to whoever asks; channel: where the parties are sent."""

    code: str
    title: str
    source: str = ""
    channel: str = ""


NOT_ACCEPTED = (
    Ground("special_organ", "依法由专门机关管辖处理", "参照《宁波市人民调解条例》第十七条", "向有管辖权的专门机关申请处理"),
    Ground("forbidden", "法律、法规禁止采用人民调解方式解决", "参照《宁波市人民调解条例》第十七条", "向有关主管机关申请处理"),
    Ground("refused", "当事人一方明确拒绝调解", "人民调解法 第十七条", "可以依法申请仲裁、行政处理或者向人民法院起诉"),
    Ground("court", "人民法院已经受理或者已经作出裁判", "参照《医疗纠纷预防和处理条例》第三十一条", "由受理的人民法院处理"),
    Ground("other", "其他不予受理的情形"),
)

TERMINATED = (
    Ground("refused", "当事人一方明确拒绝或者放弃调解", "人民调解法 第十七条、第二十六条"),
    Ground("failed", "经调解无法达成协议", "人民调解法 第二十六条"),
    Ground("impossible", "因特定事由使调解不能继续进行", "参照《宁波市人民调解条例》第二十七条"),
    Ground("expired", "调解期限届满，当事人不同意延期", "参照《宁波市人民调解条例》第二十七条"),
    Ground("other", "其他"),
)

DIFFICULTIES = (("simple", "简易"), ("ordinary", "一般"), ("difficult", "疑难复杂"), ("major", "重大"))
SCALES = (("01", "个体性事件"), ("02", "一般群体性事件"), ("03", "重大群体性事件"))
LEVELS = (("watch", "有激化苗头"), ("danger", "有激化危险"), ("police", "可能引起治安案件"), ("crime", "可能引起刑事案件"))
#: levels that must be reported to the police or another department in time (人民调解法 25)
REPORTED_LEVELS = frozenset({"police", "crime"})
HARMS = (("", "无"), ("suicide", "自杀"), ("crime", "民间纠纷转化为刑事案件"), ("petition", "群体性上访"), ("fight",
                                                                                         "群体性械斗"))
WAYS = (("consultation", "协商调解"), ("law", "依法调解"), ("virtue", "以德调解"))
PLACE_KINDS = (("room", "调解室"), ("doorstep", "门前"), ("shop", "店面"), ("mobile", "流动法律服务站"))
TOLD_HOW = (("oral", "口头告知"), ("paper", "书面告知"))
POWERS = (("general", "一般代理"), ("special", "特别授权"))
PAY_WAYS = (("transfer", "银行转账"), ("cash", "现金"), ("act", "实际履行"), ("other", "其他"))
COURT_RESULTS = (("", "已申请，待裁定"), ("valid", "裁定确认有效"), ("rejected", "裁定驳回申请"), ("not_accepted", "不予受理"))
LAWSUIT_MATTERS = (("performance", "协议的履行"), ("content", "协议的内容"))
LAWSUIT_RESULTS = (("", "审理中"), ("upheld", "维持协议"), ("changed", "变更协议"), ("revoked", "撤销协议"),
                   ("void", "确认协议无效"), ("settled", "法院调解结案"), ("withdrawn", "撤诉"))
"""起诉后维持、变更、撤销、确认无效 are columns of the report (rules 1.7)."""
EVIDENCE_KINDS = (("document", "书证"), ("object", "物证"), ("picture", "照片、视听资料"), ("witness", "证人证言"),
                  ("statement", "当事人陈述"), ("opinion", "鉴定意见"), ("inspection", "现场查看笔录"), ("other", "其他"))
DELIVERY_WAYS = (("hand", "直接送达"), ("left", "留置送达"), ("post", "邮寄送达"), ("electronic", "电子送达"), ("proxy",
                                                                                                "委托送达"))
VISIT_WAYS = (("door", "上门"), ("phone", "电话"), ("office", "到社区"), ("online", "网络"))
VISIT_STATES = (("stable", "稳定"), ("grumbling", "有意见"), ("relapsed", "反复"))
PERFORMED = (("", "未了解"), ("full", "已履行"), ("part", "部分履行"), ("none", "未履行"))
SATISFIED = (("", "未了解"), ("yes", "满意"), ("partly", "基本满意"), ("no", "不满意"))
GRADES = (("short", "短期"), ("long", "长期"), ("permanent", "永久"))
AGREEMENT_STATES = (("draft", N_("Draft")), ("sealed", N_("In force")), ("replaced", N_("Changed (已变更)")))


def titled(table: tuple[tuple[str, str], ...], code: str) -> str:
    """The title of `code`, the code itself when it is unknown."""
    return dict(table).get(code, code)


def ground(table: tuple[Ground, ...], code: str) -> Ground:
    """The ground named `code`; an unknown one has its code for a title."""
    return next((one for one in table if one.code == code), Ground(code, code))


def choices(table: tuple[Ground, ...]) -> tuple[tuple[str, str], ...]:
    """For a form."""
    return tuple((one.code, one.title) for one in table)
