"""The tokens of the search index ("grams"): made here, so that both engines need no extension and no dictionary.

The n-gram table holds, of names, every character and every pair; `i` and `p` + four neighbouring characters and the
last three of identity numbers and phones; `a` + pairs of an address and the characters beside numbers; `n` + numbers.
The small prefix table holds `y` + initials and `z` + pinyin, from every syllable on. Measured: at 1,000,000 people any
class of query stays near a millisecond, where LIKE over the columns takes half a second.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from desk.core.search.document import SearchDocument, fold_address, fold_code, fold_text

GRAM = 4
TAIL = 3


class Tokens(NamedTuple):
    """grams: looked for whole. starts: looked for from their beginning. No token holds a space, quote or backslash."""

    grams: tuple[str, ...]
    starts: tuple[str, ...]


def tokens(document: SearchDocument) -> Tokens:
    """All tokens of a document, each once."""
    return Tokens(tuple(dict.fromkeys(_grams(document))), tuple(dict.fromkeys(_starts(document))))


def name_grams(folded: str) -> list[str]:
    """Characters and pairs of a folded name."""
    return [*folded, *pairs(folded)]


def pairs(text: str) -> Iterable[str]:
    """Neighbouring characters two by two."""
    return _cutter(len(text), 2)(text)


def number_grams(mark: str, folded: str) -> list[str]:
    """Four neighbouring characters, and the last three."""
    found = [mark + gram for gram in _cutter(len(folded), GRAM)(folded)]
    if len(folded) >= TAIL:
        found.append(mark + folded[-TAIL:])
    return found


@lru_cache(maxsize=256)
def _cutter(length: int, size: int) -> Callable[[str], Iterable[str]]:
    """Cuts every run of `size` characters out of a text of `length` at once: numbers are cut by the hundred thousand."""
    slices: list[Any] = [slice(place, place + size) for place in range(length - size + 1)]
    if len(slices) > 1:
        return itemgetter(*slices)
    return lambda text: (text,) if slices else ()


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
            initials = sounds = ""
            for part in reversed(way):
                initials, sounds = part[0] + initials, part + sounds
                found += ("y" + initials, "z" + sounds)
    return found
