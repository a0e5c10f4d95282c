"""A number's pattern in words a clerk reads and types: {机关代字}{字号}〔{年份}〕{序号}号.

What is stored are the tokens of `series`; the words are those of the language in force, so they are never stored.
"""

import re

from desk.core.documents.series import TOKENS, check_template
from desk.core.errors import UserError
from desk.core.i18n import N_, _

PARTS = {"year": N_("year of the number"), "org_short": N_("short name of the hall"), "word": N_("word of the series"),
         "serial": N_("running number")}
"""Token → what a clerk calls it."""
_WIDE = str.maketrans("\uff5b\uff5d", "{}")
_PART = re.compile(r"\{\s*([^{}]*?)\s*\}")


def part_in_words(token: str) -> str:
    """"{serial}" as a clerk types it; of a token nobody knows the token."""
    return "{" + (_(PARTS[token]) if token in PARTS else token) + "}"


def in_words(template: str) -> str:
    """A stored pattern as a clerk reads it."""
    return _PART.sub(lambda found: part_in_words(found[1]), template)


def from_words(typed: str) -> str:
    """The pattern to store; braces may be full-width, and the tokens' own names are taken as well."""
    tokens = {_(title): token for token, title in PARTS.items()}
    return _PART.sub(lambda found: "{" + tokens.get(found[1], found[1]) + "}", typed.translate(_WIDE))


def check_words(typed: str, *, yearly: bool) -> str:
    """The pattern to store when it can give different numbers each time; raises UserError beside `template`."""
    template = check_template(from_words(typed), yearly=yearly, say=part_in_words)
    if "{" in (rest := _PART.sub("", template)) or "}" in rest:
        raise UserError(_("A brace stands alone; a part is written {example}.").format(example=part_in_words("serial")),
                        field="template")
    return template


def tell_parts(values: dict[str, str]) -> str:
    """What each part stands for in the next number: "{年份} 2026   {序号} 12"; empty ones say so."""
    return "\u3000".join(f"{part_in_words(token)} {values.get(token) or _('(empty)')}" for token in TOKENS)
