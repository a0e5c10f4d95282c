"""Lists of the legal side: lines of the legal desk, ways of law a party may be shown, the mobile stop. Data."""

from dataclasses import dataclass

LECTURE, LEGAL_REFERRAL, LEGAL_MONTH = "mediation.lecture", "mediation.legal_referral", "mediation.legal_month"
STOP = "mediation.stop"
"""Kind of the schedules by which the mobile legal stop tours the area (流动法律服务站)."""
LINES = (("education", "法治宣传教育"), ("help", "公共法律服务"), ("property", "物业纠纷调处"))
"""The three lines of the one-stop legal desk."""


@dataclass(frozen=True, slots=True)
class LegalWay:
    """A way of law. text: what the sheet “法律途径告知书” says of it; source: the law it rests on."""

    code: str
    title: str
    text: str
    source: str


WAYS: tuple[LegalWay, ...] = (
    LegalWay("court", "向人民法院起诉", "可以依法向有管辖权的人民法院提起诉讼。", "人民调解法 第二十六条、第三十二条"),
    LegalWay("arbitration", "劳动人事争议仲裁", "劳动争议可以向劳动人事争议仲裁委员会申请仲裁;自调解组织收到调解申请之日起"
             "十五日内未达成调解协议的,也可以申请仲裁。", "劳动争议调解仲裁法 第五条、第十四条"),
    LegalWay("commercial", "商事仲裁", "有仲裁协议的合同纠纷和其他财产权益纠纷,可以向约定的仲裁机构申请仲裁。", "仲裁法"),
    LegalWay("administrative", "申请行政机关处理", "依法应当由行政机关处理的,可以向有关行政机关申请裁决、调解或者处理。",
             "人民调解法 第二十六条"),
    LegalWay("aid", "申请法律援助", "经济困难或者有其他法定情形的,可以向法律援助机构申请法律援助。", "法律援助法"),
    LegalWay("enforcement", "申请强制执行", "调解协议经人民法院裁定有效,对方拒绝履行的,可以向人民法院申请执行。",
             "人民调解法 第三十三条"),
)


def way_choices() -> tuple[tuple[str, str], ...]:
    """For a form."""
    return tuple((one.code, one.title) for one in WAYS)


def way_title(code: str) -> str:
    """The title of a way, the code itself when nobody knows it."""
    return next((one.title for one in WAYS if one.code == code), code)
