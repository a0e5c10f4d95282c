"""The tokens of the search index ("grams"): made here, so that both engines need no extension and no dictionary.

The n-gram table holds, of names, every character and every pair; `i` and `p` + four neighbouring characters and the
last three of identity numbers and phones; `a` + pairs of an address and the characters beside numbers; `n` + numbers.
The small prefix table holds `y` + initials and `z` + pinyin, from every syllable on. Measured: at 1,000,000 people any
class of query stays near a millisecond, where LIKE over the columns takes half a second.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desk.core.search.document import SearchDocument, fold_address, fold_code, fold_text

GRAM = 4
TAIL = 3


@dataclass(frozen=True, slots=True)
class Tokens:
    """grams: looked for whole. starts: looked for from their beginning. No token holds a space, quote or backslash."""

    grams: tuple[str, ...]
    starts: tuple[str, ...]


def tokens(document: SearchDocument) -> Tokens:
    """All tokens of a document, each once."""
    return Tokens(tuple(dict.fromkeys(_grams(document))), tuple(dict.fromkeys(_starts(document))))


def name_grams(folded: str) -> list[str]:
    """Characters and pairs of a folded name."""
    return [*folded, *pairs(folded)]


def pairs(text: str) -> list[str]:
    """Neighbouring characters two by two."""
    return [text[place:place + 2] for place in range(len(text) - 1)]


def number_grams(mark: str, folded: str) -> list[str]:
    """Four neighbouring characters, and the last three."""
    found = [mark + folded[place:place + GRAM] for place in range(len(folded) - GRAM + 1)]
    if len(folded) >= TAIL:
        found.append(mark + folded[-TAIL:])
    return found


def address_runs(folded: str) -> Iterator[tuple[str, bool, bool, bool]]:
    """The runs of a folded address: (text, is a number, a number stands before it, one stands after it)."""
    runs = [run for run in folded.split("|") if run]
    number = [run.isascii() and run.isdecimal() for run in runs]
    for place, run in enumerate(runs):
        yield run, number[place], place > 0 and number[place - 1], place + 1 < len(runs) and number[place + 1]


def _grams(document: SearchDocument) -> list[str]:
    found: list[str] = []
    for name in document.names:
        found += name_grams(fold_text(name))
    for mark, codes in (("i", document.numbers), ("p", document.phones)):
        for code in codes:
            found += number_grams(mark, fold_code(code))
    for address in document.addresses:
        found += _address_grams(address)
    return found


@lru_cache(maxsize=4096)
def _address_grams(address: str) -> tuple[str, ...]:
    """Kept a while: a household and its members say the same address one after the other."""
    found: list[str] = []
    for run, number, after_number, before_number in address_runs(fold_address(address)):
        if number:
            found.append("n" + run)
            continue
        found += ["a" + pair for pair in pairs(run)]
        if after_number:
            found.append("a" + run[0])
        if before_number:
            found.append("a" + run[-1])
    return tuple(dict.fromkeys(found))


def _starts(document: SearchDocument) -> list[str]:
    found: list[str] = []
    for reading in document.readings:
        for way in reading.ways:
            found += _suffixes("y", [part[0] for part in way])
            found += _suffixes("z", way)
    return found


def _suffixes(mark: str, parts: Sequence[str]) -> list[str]:
    return [mark + "".join(parts[place:]) for place in range(len(parts))]
