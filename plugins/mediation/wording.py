"""The heads of an agreement: as 239号 prints them, and as a hall words them itself. Pure.

Source: rules 1.4.8, 1.4.9 (labels LIKELY); what an agreement contains: 人民调解法 第二十九条.
"""

from collections.abc import Mapping

from desk.api import N_

COPIES = "{n}"
"""Stands for the number of copies."""
CLOSING = "closing"
HEADS = (
    ("facts", N_("Above the facts"), "纠纷主要事实、争议事项:"),
    ("agreed", N_("Above the clauses"), "经调解,自愿达成如下协议:"),
    ("performance", N_("Above the performance"), "履行方式、时限:"),
    ("copies", N_("Sentence about the copies"), "本协议一式{n}份,当事人、人民调解委员会各持一份。"))
"""(code, title on the screen, official wording). The oral register has a head of its own above its clauses."""
ORAL_AGREED = "协议内容:经调解,达成如下口头协议:"
_OFFICIAL = {code: text for code, _title, text in HEADS}


def head(heads: Mapping[str, str] | None, code: str) -> str:
    """The hall's own wording, else the official one."""
    return (heads or {}).get(code) or _OFFICIAL[code]


def closing(heads: Mapping[str, str] | None) -> str:
    """What a hall prints before the number of copies; "" for nothing."""
    return (heads or {}).get(CLOSING) or ""
