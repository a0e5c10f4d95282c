"""One row of a volunteers' list read for itself: cells to a draft, or the reasons why not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desk.api import N_, UserError, clean, translator
from desk.api.exchange import ImportField, SourceRow
from desk.api.people import clean_name, clean_number, clean_phone, examine, examine_phone, read_date
from plugins.volunteer.presets import SKILL_WORDS

_ = translator("volunteer")
FIELDS = (
    ImportField("name", N_("Full name"), ("姓名", "志愿者姓名", "名字"), required=True),
    ImportField("id_number", N_("Identity number"), ("身份证号", "身份证号码", "证件号码", "公民身份号码"), kind="id_number"),
    ImportField("phone", N_("Phone"), ("手机", "手机号", "联系电话", "电话", "联系方式"), kind="phone"),
    ImportField("sex", N_("Sex"), ("性别",)),
    ImportField("birth", N_("Date of birth"), ("出生日期", "出生年月", "生日"), kind="date"),
    ImportField("address", N_("Address"), ("居住区域", "住址", "地址", "家庭住址", "详细地址")),
    ImportField("joined_on", N_("Since"), ("注册时间", "注册日期", "登记日期", "加入日期", "入队时间"), kind="date"),
    ImportField("skills", N_("Skills"), ("专业技能", "特长", "技能", "服务技能")),
    ImportField("wishes", N_("Likes to do"), ("服务意向", "意向服务类别", "服务类别", "意向")),
    ImportField("times", N_("Free times"), ("可服务时间", "服务时间段", "空闲时间")),
    ImportField("emergency", N_("Emergency contact"), ("紧急联系人", "紧急联系方式")),
    ImportField("guardian", N_("Legal guardian"), ("法定代理人", "监护人")),
    ImportField("guardian_on", N_("Guardian signed on"), ("监护人同意日期", "监护人签字日期"), kind="date"),
    ImportField("consent_data", N_("Agrees that the data are kept"), ("同意书日期", "同意保存信息"), kind="date"),
    ImportField("consent_names", N_("Agrees to stand in published lists"), ("同意公示", "同意公开姓名")),
)
KEPT = ("wishes", "times", "emergency")
"""What a later list may change of a volunteer who is registered already, besides skills."""
_YES = ("是", "同意", "√", "有", "yes", "y", "1", "true")
_SEXES = {"男": "1", "女": "2"}


@dataclass(slots=True)
class VolunteerRow:
    """A row as read. problems: why it cannot be taken over. skills: known codes; skills_note: other words. lists the cells
    that are there in `given`, so that a column that lacks changes nothing.
    """

    number: int
    name: str = ""
    id_number: str = ""
    phone: str = ""
    sex: str = ""
    birth: str = ""
    address: str = ""
    joined_on: date | None = None
    skills: tuple[str, ...] = ()
    skills_note: str = ""
    wishes: str = ""
    times: str = ""
    emergency: str = ""
    guardian: str = ""
    guardian_on: date | None = None
    consent_data: date | None = None
    consent_names: bool = False
    given: frozenset[str] = frozenset()
    problems: list[str] = field(default_factory=list)


def read_row(source: SourceRow, today: date) -> VolunteerRow:
    """Clean and check one row; what is wrong stands in `problems`, nothing is raised."""
    cells = source.values
    row = VolunteerRow(source.number, given=frozenset(name for name, text in cells.items() if text.strip()))
    if cells.get("name", "").strip():
        row.name = clean_name(cells["name"])
    else:
        row.problems.append(_("The name is lacking."))
    _read_numbers(row, cells, today)
    row.sex = _SEXES.get(cells.get("sex", "").strip(), row.sex)
    for name in ("address", "wishes", "times", "guardian"):
        setattr(row, name, clean(cells.get(name, ""), limit=200 if name != "guardian" else 60))
    row.emergency = clean(cells.get("emergency", ""), limit=120)
    row.skills, row.skills_note = read_skills(cells.get("skills", ""))
    for name in ("joined_on", "guardian_on"):
        setattr(row, name, _day(cells.get(name, ""), today, row.problems))
    _read_consents(row, cells, today)
    return row


def read_skills(text: str) -> tuple[tuple[str, ...], str]:
    """ "理发、会计" → (("hair",), "会计"): known skills by their Chinese names, the rest in words."""
    found, rest = list[str](), list[str]()
    for word in filter(None, re.split(r"[、,,;;/\s]+", clean(text))):
        code = next((code for code, names in SKILL_WORDS for name in names if name in word), "")
        (found if code else rest).append(code or word)
    return tuple(dict.fromkeys(found)), "、".join(rest)


def _read_numbers(row: VolunteerRow, cells: Mapping[str, str], today: date) -> None:
    typed, phone = cells.get("id_number", "").strip(), cells.get("phone", "").strip()
    if typed:
        row.id_number = clean_number("id_card", typed)
        findings = examine("id_card", row.id_number, on=today)
        row.problems += [check.sentence for check in findings.warnings]
        row.birth, row.sex = str(findings.birth or ""), findings.sex or ""
    if phone:
        try:
            row.phone = clean_phone(phone)
        except UserError as told:
            row.problems.append(str(told))
        else:
            row.problems += [check.sentence for check in examine_phone(row.phone) if not check.ok]
    if not row.birth and cells.get("birth", "").strip():
        try:
            row.birth = str(read_date(cells["birth"], on=today, field="birth"))
        except UserError as told:
            row.problems.append(str(told))
    if not typed and not phone:
        row.problems.append(_("Neither identity number nor telephone: nobody can say who this is."))


def _read_consents(row: VolunteerRow, cells: Mapping[str, str], today: date) -> None:
    text = cells.get("consent_data", "").strip()
    row.consent_data = (row.joined_on or today) if text.lower() in _YES else _day(text, today, row.problems)
    row.consent_names = cells.get("consent_names", "").strip().lower() in _YES


def _day(typed: str, today: date, problems: list[str]) -> date | None:
    if not typed.strip():
        return None
    try:
        found = read_date(typed, on=today, field="day")
        day = date(found.year, found.month or 1, found.day or 1)
    except (UserError, ValueError) as told:
        problems.append(str(told) if isinstance(told, UserError) else _("{typed} is no date.").format(typed=typed))
        return None
    if day > today:
        problems.append(_("{typed} lies in the future.").format(typed=typed))
        return None
    return day
