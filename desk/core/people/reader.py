"""What an identity-card reader types, or what somebody pastes ("姓名 身份证号 地址"), taken apart to prefill a form.

Readers that act as a keyboard type the fields in the order of the card, set apart by tabs, line ends, commas or labels.
Ethnicity, which the card shows, is left out: the register does not keep it.
"""

import re
from dataclasses import dataclass

from desk.core.people.identity_kinds import guess_kind
from desk.core.text import clean_note, fold_width

_SEPARATORS = re.compile(r"[\s,,;;|、]+")
_LABELS = re.compile(r"(?:姓\s*名|公民身份号码|身份证号码?|证件号码?|住\s*址|地\s*址|性\s*别|民\s*族|出生日期|出\s*生|"
                     r"联系电话|手机号?码?|电话|签发机关|有效期限|有效期)\s*[::]?")
_NUMBER = re.compile(r"(?<![0-9A-Za-z])(\d{17}[\dXx]|\d{15}|[HMhm]\d{8}(?:\d{2})?|[EGeg][A-Za-z0-9]\d{7})(?![0-9A-Za-z])")
_SPACED = re.compile(r"(?<!\d)(\d{6})[ -](\d{8})[ -](\d{3}[\dXx])(?!\d)")
_PHONE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d{9})(?!\d)")
_DATE = re.compile(r"(?<!\d)(?:19|20)\d{2}[.年/-]?\d{2}[.月/-]?\d{2}日?(?!\d)")
_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff][\u3400-\u9fff\U00020000-\U0003ffff·•]{1,19}")
_PLACE = re.compile(r"[省市区县镇乡村街路巷弄号栋幢楼室组园苑]|\d")
_SEXES = {"男": "1", "女": "2"}
_PEOPLES = re.compile(r"[\u4e00-\u9fff]{1,6}族")


@dataclass(frozen=True, slots=True)
class Prefill:
    """What was recognised, "" for what was not. kind: of the number, see identity_kinds."""

    name: str = ""
    kind: str = ""
    number: str = ""
    address: str = ""
    birth: str = ""
    sex: str = ""
    phone: str = ""


def read_line(text: str) -> Prefill:
    """Take a pasted or typed line apart. Never raises; an empty Prefill when nothing was recognised."""
    rest = _SPACED.sub(r"\1\2\3", fold_width(clean_note(text[:1000])))
    rest = _LABELS.sub(" ", rest)
    rest, number = _cut(_NUMBER, rest)
    rest, phone = _cut(_PHONE, rest)
    rest, birth = _cut(_DATE, rest)
    rest = _DATE.sub(" ", rest)
    parts = [part for part in _SEPARATORS.split(rest) if part]
    sex = next((_SEXES[part] for part in parts if part in _SEXES), "")
    parts = [part for part in parts if part not in _SEXES and not _PEOPLES.fullmatch(part)]
    name = next((part for part in parts if _NAME.fullmatch(part) and not _looks_like_address(part)), "")
    others = [part for part in parts if part != name and _looks_like_address(part)]
    number = number.upper()
    return Prefill(name=name.replace("•", "·"), kind=guess_kind(number) if number else "", number=number,
                   address="".join(others), birth=birth, sex=sex, phone=phone)


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    found = pattern.search(text)
    return (pattern.sub(" ", text, count=1), found[found.lastindex or 0]) if found else (text, "")


def _looks_like_address(part: str) -> bool:
    return len(part) > 4 and len(_PLACE.findall(part)) > 0 or len(_PLACE.findall(part)) > 1
