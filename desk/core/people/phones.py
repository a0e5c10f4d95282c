"""Telephone numbers (rules 5.4): the form is looked at, number segments never are, they grow."""

import re

from desk.core.errors import UserError
from desk.core.i18n import N_, _
from desk.core.people.checks import Check
from desk.core.text import code

OWNERS = {
    "self": N_("Own"),
    "relative": N_("A relative's"),
    "emergency": N_("Emergency contact"),
    "work": N_("At work"),
}
"""Whose number it is: the elderly often give a relative's."""

_MOBILE = re.compile(r"1[3-9]\d{9}")
_FORMS = (_MOBILE, re.compile(r"0\d{2,3}-?\d{7,8}(-\d{1,6})?"), re.compile(r"[48]00-?\d{3}-?\d{4}"),
          re.compile(r"\d{7,8}(-\d{1,6})?"), re.compile(r"(1\d{2}|1\d{4}|9\d{4})"))
_COUNTRY = re.compile(r"(\+|00)86-?(?=1[3-9])")


def clean_phone(text: str, *, field: str = "phone") -> str:
    """The number as kept: plain digits, hyphens as typed for fixed lines, +86 dropped. Raises UserError when empty."""
    number = re.sub(r"[()·.]", "", code(text, limit=40, field=field))
    number = re.sub("[—–−‐‑_]+", "-", number).strip("-")
    number = _COUNTRY.sub("", number)
    if re.fullmatch(r"1[3-9]\d(-?\d{4}){2}", number):
        number = number.replace("-", "")
    if not number:
        raise UserError(_("Enter the telephone number."), field=field)
    return number


def examine_phone(number: str) -> tuple[Check, ...]:
    """One check, "phone_form", of a cleaned number; foreign numbers (+…) are taken as they are."""
    ok = number.startswith("+") or any(form.fullmatch(number) for form in _FORMS)
    return (Check("phone_form", ok, _("{number} does not look like a mobile number (11 digits) or a fixed line.")
                  .format(number=number)),)


def is_mobile(number: str) -> bool:
    """11 digits, 13–19 in front."""
    return bool(_MOBILE.fullmatch(number))
