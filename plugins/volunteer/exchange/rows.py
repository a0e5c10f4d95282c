"""What the lists of volunteering share: whose row it is, its day, hours as lists write them."""

from collections.abc import Mapping
from datetime import date

from desk.api import N_, UserError, clean, translator
from desk.api.db import UnitOfWork
from desk.api.exchange import ImportField
from desk.api.people import read_date
from plugins.volunteer.models import Volunteer
from plugins.volunteer.who import the_volunteer

_ = translator("volunteer")
NUMBER = ImportField("number", N_("Number of the volunteer"), ("志愿者编号", "编号", "志愿者号"))
NAME = ImportField("name", N_("Full name"), ("姓名", "志愿者", "志愿者姓名"))
ID_NUMBER = ImportField("id_number", N_("Identity number"), ("证件号码", "身份证号", "身份证号码", "公民身份号码"),
                        kind="id_number")
PHONE = ImportField("phone", N_("Phone"), ("手机", "手机号", "联系电话", "电话", "联系方式"), kind="phone")
DAY = ImportField("day", N_("Day"), ("日期", "服务日期", "活动日期", "时间"), kind="date")


def volunteer_of(uow: UnitOfWork, values: Mapping[str, str]) -> Volunteer:
    """The volunteer a row means: number, identity number, phone or name, the surest first. Raises UserError."""
    said = next((clean(values.get(name, "")) for name in ("number", "id_number", "phone", "name") if values.get(name)), "")
    if not said:
        raise UserError(_("The row does not say whose hours these are."))
    return the_volunteer(uow, said)


def day_of(values: Mapping[str, str], today: date) -> date | None:
    """The day a row says, None without one. Raises UserError for what is no day or still to come."""
    text = clean(values.get("day", ""))
    if not text:
        return None
    try:
        return date.fromisoformat(str(read_date(text.split()[0], on=today, field="day")))
    except ValueError as told:
        raise UserError(_("{text} is no day.").format(text=text)) from told


def minutes_in(text: str) -> int:
    """"3.5", "3.5小时", "90分钟" as minutes. Raises UserError."""
    plain = clean(text).removesuffix("小时").removesuffix("h").strip()
    unit = 60.0
    if plain.endswith("分钟"):
        plain, unit = plain.removesuffix("分钟"), 1.0
    try:
        minutes = round(float(plain) * unit)
    except ValueError as told:
        raise UserError(_("{text} is no number of hours.").format(text=text)) from told
    if not 0 < minutes <= 24 * 60:
        raise UserError(_("Hours lie between 0 and 24."))
    return minutes
