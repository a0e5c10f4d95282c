"""Number series as data: a template of tokens, brackets as the hall likes them, how a number reads.

Patterns in use: (2026)×人调字第12号, ×调字〔2026〕12号. GB/T 9704-2012 7.2.5: the year in full within 〔〕, no leading zeros,
no 第.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desk.core.errors import UserError
from desk.core.i18n import N_, _

TOKENS = ("year", "org_short", "word", "serial")
LONGEST = 80
_TOKEN = re.compile(r"\{(\w*)\}")
_YEAR_IN_BRACKETS = re.compile(r"[\[(〔\uff08]\{year\}[\])〕\uff09]")


class Brackets(StrEnum):
    """What stands around the year."""

    HEXAGONAL = "hexagonal"
    ROUND = "round"
    SQUARE = "square"


BRACKETS = {Brackets.HEXAGONAL: "〔{year}〕", Brackets.ROUND: "\uff08{year}\uff09", Brackets.SQUARE: "[{year}]"}
BRACKET_TITLES = {Brackets.HEXAGONAL: N_("Hexagonal brackets"), Brackets.ROUND: N_("Round brackets"),
                  Brackets.SQUARE: N_("Square brackets")}


@dataclass(frozen=True, slots=True)
class Series:
    """A declared number series.

    code: "<plugin>.<series>". template: text with {year} {org_short} {word} {serial}. yearly: restarts each year.
    first: serial a year begins with. brackets: None keeps those of the template.
    """

    code: str
    title: str
    template: str
    word: str = ""
    yearly: bool = True
    first: int = 1
    brackets: Brackets | None = None


def check_template(template: str, *, yearly: bool, say: Callable[[str], str] = "{{{}}}".format) -> str:
    """The template when it can give different numbers each time; raises UserError beside `template`.

    say: how a token is called in the sentence.
    """
    tokens = _TOKEN.findall(template)
    unknown = next((token for token in tokens if token not in TOKENS), None)
    if unknown is not None:
        raise UserError(_("A number cannot contain {token}.").format(token=say(unknown)), field="template")
    if tokens.count("serial") != 1:
        raise UserError(_("A number needs {serial} exactly once.").format(serial=say("serial")), field="template")
    if yearly and "year" not in tokens:
        raise UserError(_("Numbers that begin anew each year need {year}.").format(year=say("year")), field="template")
    return template


def with_brackets(series: Series) -> str:
    """Its template with the brackets the hall wants round the year."""
    return series.template if series.brackets is None else _YEAR_IN_BRACKETS.sub(BRACKETS[series.brackets], series.template)


def number_text(series: Series, *, year: int, serial: int, org_short: str) -> str:
    """The number as printed; raises UserError when it is longer than LONGEST."""
    template = with_brackets(series)
    values = {"year": str(year), "serial": str(serial), "org_short": org_short, "word": series.word}
    text = _TOKEN.sub(lambda match: values.get(match[1], match[0]), template)
    if len(text) > LONGEST:
        raise UserError(_("This number would have more than {n} characters; shorten the pattern.").format(n=LONGEST),
                        field="template")
    return text
