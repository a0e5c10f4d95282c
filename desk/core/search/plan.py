"""What somebody typed into the search box, turned into tokens to look up and texts to recheck.

Words are set apart by spaces and must all be found; each may be found in one of several ways. What a word finds:

- Chinese or mixed: a name, title or address that holds it; a number in an address is whole (1502 is not 11502);
- one character alone: names that begin with it;
- letters: pinyin or initials from any syllable on (zx, xiaoming), Latin words from their beginning;
- four digits or more: any part of a number or phone, or a whole number of an address; three: the end of a number;
- 12-1-1502: building, unit and room in this order;
- 138 1234 5678: groups that make 11, 15 or 18 digits are one number.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk.core.search.document import fold_address, fold_code, fold_text
from desk.core.search.tokens import GRAM, TAIL, address_runs, number_grams, pairs
from desk.core.text import clean, fold_width

MOST_WORDS = 8
LONGEST = 100
_WHOLE_NUMBERS = (11, 15, 18)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to find a word: all `tokens` in `table` ("grams", or "starts" by prefix), then `column` LIKE `pattern`
    ("" where the tokens say it all). A folded text holds no LIKE sign, so patterns need no escape."""

    table: str
    tokens: tuple[str, ...]
    column: str = ""
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """words: for each the ways to find it. first: the one character names must begin with, when it stands alone."""

    words: tuple[tuple[Way, ...], ...] = ()
    first: str = ""

    def __bool__(self) -> bool:
        return bool(self.words or self.first)


def plan(text: str) -> Plan:
    """The plan for a typed text; a false one when nothing in it can be looked for. Never raises."""
    typed = _joined_numbers(fold_width(clean(text[:LONGEST], limit=LONGEST * 2)))
    words = typed.split()[:MOST_WORDS]
    if len(words) == 1 and len(single := fold_text(words[0])) == 1 and not single.isascii():
        return Plan(first=single)
    found = [tuple(_ways(word)) for word in words]
    return Plan(tuple(ways for ways in found if ways))


def _ways(word: str) -> Iterator[Way]:
    folded = fold_text(word)
    if not folded:
        return
    letters = fold_code(folded.replace("ü", "v"))
    if letters.isalpha() and len(letters) == len(folded):
        yield from _pinyin(letters)
        return
    yield _grams((folded,) if len(folded) == 1 else pairs(folded), "names", f"%{folded}%")
    if letters == folded and any(char.isdigit() for char in letters):
        yield from _number(letters)
    address = _address(word)
    if address:
        yield address


def _pinyin(letters: str) -> Iterator[Way]:
    for form in dict.fromkeys((letters, letters.replace("lyu", "lv").replace("nyu", "nv"))):
        yield Way("starts", ("y" + form,))
        yield Way("starts", ("z" + form,))


def _number(folded: str) -> Iterator[Way]:
    if len(folded) < TAIL:
        return
    pattern = f"%{folded}%" if len(folded) >= GRAM else f"%{folded} %"
    for mark in "ip":
        grams = number_grams(mark, folded).split()
        yield _grams(_covering(grams[:-1]) if len(folded) >= GRAM else grams, "numbers", pattern)


def _covering(grams: list[str]) -> list[str]:
    """The fewest that hold every digit, side by side and the last: each more is a long list to go through, and the recheck
    finds what they leave open."""
    return [*grams[:-1:GRAM], grams[-1]]


def _address(word: str) -> Way | None:
    """The word as part of an address; None for one character, which would be found almost everywhere."""
    folded = fold_address(word)
    found: list[str] = []
    for run, number, after_number, before_number in address_runs(folded):
        if number:
            found.append("n" + run)
        elif len(run) > 1:
            found += ["a" + pair for pair in pairs(run)]
        elif after_number or before_number:
            found.append("a" + run)
    return _grams(found, "addresses", "%" + folded.replace("||", "|%|") + "%") if found else None


def _grams(tokens: Iterable[str], column: str, pattern: str) -> Way:
    return Way("grams", tuple(dict.fromkeys(tokens)), column, pattern)


def _joined_numbers(typed: str) -> str:
    digits = re.sub(r"[\s-]", "", typed)
    return digits if re.fullmatch(r"\d+[xX]?", digits) and len(digits) in _WHOLE_NUMBERS else typed
