"""Amounts on papers: whole fen ↔ figures (¥1,409.50) ↔ capitals (人民币壹仟肆佰零玖元伍角), and what a clerk types.

Source: 《支付结算办法》 annex 1. Amounts are int fen everywhere; floats never occur.
"""

import re

from desk.core.documents.numerals import CAPITAL, capital_number
from desk.core.errors import UserError
from desk.core.i18n import _

LARGEST = 10**18 - 1
"""Fen; below 一亿亿 yuan, where the capitals would need a further unit."""

_TYPED = re.compile(r"(?:人民币|RMB|¥)?"
                    r"(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(万)?[元圆块]?(?:[整正])?", re.IGNORECASE | re.ASCII)
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3002: ".", 0xFFE5: "¥"}
_CAPITALS = re.compile(r"人民币(?:(?P<yuan>.+?)元)?(?:零?(?P<jiao>[壹贰叁肆伍陆柒捌玖])角)?"
                       r"(?:零?(?P<fen>[壹贰叁肆伍陆柒捌玖])分)?[整正]?")


def figures(fen: int, *, symbol: str = "¥") -> str:
    """¥1,409.50; the sign stands before the symbol."""
    yuan, rest = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{symbol}{yuan:,}.{rest:02d}"


def capitals(fen: int) -> str:
    """人民币…, 0 ≤ fen ≤ LARGEST.

    整 after 元; none after 角 (optional by the rule) or 分. 零 is written after 元 wherever the rule allows it, which
    leaves no room to write a digit in: 1680.32 → 壹仟陆佰捌拾元零叁角贰分.
    """
    if not 0 <= fen <= LARGEST:
        raise ValueError(f"no capitals for {fen} fen")
    yuan, rest = divmod(fen, 100)
    jiao, cent = divmod(rest, 10)
    words = "人民币" + (capital_number(yuan) + "元" if yuan else "" if rest else "零元")
    if not rest:
        return words + "整"
    if yuan and (yuan % 10 == 0 or not jiao):
        words += "零"
    return words + (CAPITAL[jiao] + "角" if jiao else "") + (CAPITAL[cent] + "分" if cent else "")


def both(fen: int) -> str:
    """Figures and capitals together, as agreements print them, from one value."""
    return f"{figures(fen)}({capitals(fen)})"


def parse_amount(typed: str, *, field: str = "amount") -> int:
    """Fen of what a clerk typed: "1,409.5", "1409.50元", "¥20", "1.25万", full-width digits.

    Raises UserError beside `field` when it is no amount, has more than two decimals or is too large.
    """
    text = re.sub(r"\s", "", typed.translate(_HALF_WIDTH))
    match = _TYPED.fullmatch(text)
    if not match:
        raise UserError(_("This is not an amount. Write it like 1409.50."), field=field)
    whole, decimals, wan = match[1].replace(",", ""), match[2] or "", match[3]
    scale = 6 if wan else 2
    if len(decimals.rstrip("0")) > scale:
        raise UserError(_("An amount has at most two decimals."), field=field)
    fen = int(whole + decimals.rstrip("0").ljust(scale, "0"))
    if fen > LARGEST:
        raise UserError(_("This amount is too large."), field=field)
    return fen


def parse_capitals(words: str) -> int:
    """Fen of an amount in capitals; the optional 零 and 整 may be there or not. Raises ValueError."""
    match = _CAPITALS.fullmatch(words)
    if not match or not any(match.groups()):
        raise ValueError(f"not an amount in capitals: {words}")
    yuan = 0 if match["yuan"] in (None, "零") else _whole(match["yuan"])
    return yuan * 100 + sum(CAPITAL.index(match[name]) * worth
                            for name, worth in (("jiao", 10), ("fen", 1)) if match[name])


def _whole(words: str) -> int:
    """A whole number in capitals, read from left to right: a 万 or 亿 multiplies what stands before it."""
    total = section = digit = 0
    for sign in words:
        if sign in CAPITAL:
            digit = CAPITAL.index(sign)
        elif sign in "拾佰仟":
            section += (digit or 1) * 10 ** ("拾佰仟".index(sign) + 1)
            digit = 0
        elif sign == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        elif sign == "亿":
            total, section, digit = (total + section + digit) * 10**8, 0, 0
        else:
            raise ValueError(f"not a numeral: {sign}")
    return total + section + digit
