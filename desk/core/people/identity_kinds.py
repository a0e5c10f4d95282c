"""The identity papers a clerk meets, as data. Source: GA/T 517 常用证件代码; rules of each issuer.

A form (`forms`) that does not match is a question to the clerk, never a refusal: old and foreign papers differ.
"""

import re
from dataclasses import dataclass
from datetime import date

from desk.core.i18n import N_


@dataclass(frozen=True, slots=True)
class IdentityKind:
    """key: kept in the database. code: GA/T 517. title: on screens (translate). official: as papers print it.

    forms: what the number may look like (whole match); empty: free text. rule: the deeper look, "citizen" (18 with
    check digit and birth date), "permanent" (the same behind a 9) or "". numbered: False for "no number".
    valid_from/valid_to: when the paper is issued; old ones stay good until they expire.
    """

    key: str
    code: str
    title: str
    official: str
    forms: tuple[re.Pattern[str], ...] = ()
    rule: str = ""
    numbered: bool = True
    source: str = "GA/T 517"
    valid_from: date | None = None
    valid_to: date | None = None


def _forms(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_CITIZEN = _forms(r"\d{17}[\dX]", r"\d{15}")

KINDS: dict[str, IdentityKind] = {kind.key: kind for kind in (
    IdentityKind("id_card", "111", N_("Resident identity card"), "居民身份证", _CITIZEN, "citizen",
                 source="GB 11643-1999"),
    IdentityKind("temporary_id_card", "112", N_("Temporary identity card"), "临时居民身份证", _CITIZEN, "citizen",
                 source="GB 11643-1999"),
    IdentityKind("household_book", "113", N_("Household booklet"), "户口簿", _forms(r"\d{17}[\dX]", r"\d{9}")),
    IdentityKind("officer_card", "114", N_("Officer's card"), "军官证"),
    IdentityKind("armed_police_card", "115", N_("Armed police officer's card"), "武警警官证"),
    IdentityKind("birth_certificate", "117", N_("Medical certificate of birth"), "出生医学证明", _forms(r"[A-Z]\d{9}")),
    IdentityKind("student_card", "133", N_("Student card"), "学生证"),
    IdentityKind("driving_licence", "335", N_("Driving licence"), "机动车驾驶证", _CITIZEN, "citizen"),
    IdentityKind("passport", "414", N_("Passport"), "普通护照"),
    IdentityKind("taiwan_pass", "511", N_("Mainland travel permit for Taiwan residents"), "台湾居民来往大陆通行证",
                 _forms(r"\d{8}", r"\d{10}[A-Z]?")),
    IdentityKind("exit_permit", "513", N_("Exit permit to Hong Kong and Macao"), "往来港澳通行证",
                 _forms(r"[CW]\d{8}", r"C[A-Z]\d{7}")),
    IdentityKind("hk_macao_pass", "516", N_("Mainland travel permit for Hong Kong and Macao residents"),
                 "港澳居民来往内地通行证", _forms(r"[HM]\d{8}", r"[HM]\d{10}")),
    # No GA/T 517 code could be confirmed for the residence permit; it is exported as 990 其他.
    IdentityKind("residence_permit", "990", N_("Residence permit of Hong Kong, Macao and Taiwan residents"),
                 "港澳台居民居住证", _forms(r"8[123]0000\d{11}[\dX]"), "citizen",
                 source="港澳台居民居住证申领发放办法 (国办发〔2018〕81号)", valid_from=date(2018, 9, 1)),
    IdentityKind("permanent_residence", "553", N_("Foreign permanent resident identity card"), "外国人永久居留身份证",
                 _forms(r"9\d{16}[\dX]", r"[A-Z]{3}\d{12}"), "permanent"),
    IdentityKind("other", "990", N_("Another paper"), "其他"),
    IdentityKind("none", "", N_("No number at hand"), "未提供证件", numbered=False),
)}

PASSPORT_FORMS = _forms(r"E\d{8}", r"E[A-Z]\d{7}", r"G\d{8}")
"""Chinese ordinary passports, used to recognise a pasted number; a foreign passport is free text."""
_LOOKS = (
    *((form, "id_card") for form in _forms(r"[1-7]\d{16}[\dX]", r"[1-7]\d{14}")),
    *((form, "residence_permit") for form in _forms(r"8[123]0000\d{11}[\dX]")),
    *((form, "permanent_residence") for form in _forms(r"9\d{16}[\dX]", r"[A-Z]{3}\d{12}")),
    *((form, "hk_macao_pass") for form in _forms(r"[HM]\d{8}(\d{2})?")),
    *((form, "passport") for form in PASSPORT_FORMS),
)
"""What a number without a named paper is taken for; no number has two of these forms."""

PROVINCES: dict[str, str] = {
    # GB/T 2260, first two digits
    "11": "北京市", "12": "天津市", "13": "河北省", "14": "山西省", "15": "内蒙古自治区",
    "21": "辽宁省", "22": "吉林省", "23": "黑龙江省",
    "31": "上海市", "32": "江苏省", "33": "浙江省", "34": "安徽省", "35": "福建省", "36": "江西省", "37": "山东省",
    "41": "河南省", "42": "湖北省", "43": "湖南省", "44": "广东省", "45": "广西壮族自治区", "46": "海南省",
    "50": "重庆市", "51": "四川省", "52": "贵州省", "53": "云南省", "54": "西藏自治区",
    "61": "陕西省", "62": "甘肃省", "63": "青海省", "64": "宁夏回族自治区", "65": "新疆维吾尔自治区",
    "71": "台湾省", "81": "香港特别行政区", "82": "澳门特别行政区", "83": "台湾地区",
}


def guess_kind(number: str) -> str:
    """The kind a cleaned number most likely is, "" when it says nothing: for pasted lines and card readers."""
    return next((kind for form, kind in _LOOKS if form.fullmatch(number)), "")
