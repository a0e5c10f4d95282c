"""Unified social credit codes of organisations (GB 32100-2015, rules 5.3), judged as evidence like identity papers."""

from desk.core.i18n import _
from desk.core.people.checks import Check
from desk.core.text import code

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
SOURCE = "GB 32100-2015"

ORGANISATION_KINDS: dict[str, str] = {
    # first two characters; 54, 55 and N1–N3 are likely, the others sure
    "11": "机关", "12": "事业单位", "13": "群团", "51": "社会团体", "52": "民办非企业单位", "53": "基金会",
    "54": "居民委员会", "55": "村民委员会", "59": "其他民政", "91": "企业", "92": "个体工商户", "93": "农民专业合作社",
    "N1": "集体经济组织", "N2": "集体经济组织", "N3": "集体经济组织",
}


def clean_uscc(text: str, *, field: str = "uscc") -> str:
    """The code as kept: plain width, no spaces or hyphens, upper case. Older numbers are taken as they are."""
    return code(text, field=field).replace("-", "")


def examine_uscc(number: str) -> tuple[Check, ...]:
    """The checks "form", "check_digit" and "inner_check" of a cleaned code."""
    whole = len(number) == 18 and all(char in ALPHABET for char in number)
    form = Check("form", whole, _("A credit code has 18 characters, without I, O, S, V and Z; "
                                  "older numbers may stay as they are."), SOURCE)
    if not whole:
        return (form,)
    expected, inner = check_character(number[:17]), inner_check(number[8:16])
    return (form,
            Check("check_digit", number[17] == expected, _("The last character should be {expected}.")
                  .format(expected=expected), SOURCE),
            Check("inner_check", number[16] == inner, _("The last but one character should be {expected}.")
                  .format(expected=inner), "GB 11714-1997"))


def kind_of(number: str) -> str:
    """What sort of organisation the first two characters name, "" when unknown."""
    return ORGANISATION_KINDS.get(number[:2], "")


def check_character(first17: str) -> str:
    """The 18th character: weights are the powers of 3 modulo 31."""
    total = sum(ALPHABET.index(char) * pow(3, place, 31) for place, char in enumerate(first17))
    return ALPHABET[-total % 31]


def inner_check(first8: str) -> str:
    """The check character of the organisation code inside."""
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    total = sum(digits.index(char) * weight for char, weight in zip(first8, weights, strict=True))
    return "0123456789X"[-total % 11]
