"""The tokens of the search index ("grams"): made here, so that both engines need no extension and no dictionary.

The n-gram table holds, of names, every character and every pair; `i` and `p` + four neighbouring characters and the
last three of identity numbers and phones; `a` + pairs of an address and the characters beside numbers; `n` + numbers.
The small prefix table holds `y` + initials and `z` + pinyin, from every syllable on. Measured: at 1,000,000 people any
class of query stays near a millisecond, where LIKE over the columns takes half a second.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from desk.core.search.document import SearchDocument, fold_address, fold_code, fold_text

GRAM = 4
TAIL = 3


class Tokens(NamedTuple):
    """grams: looked for whole. starts: looked for from their beginning. Each a text of tokens with a space between two, for an
    import writes millions; no token holds a space, quote or backslash."""

    grams: str
    starts: str


def tokens(document: SearchDocument) -> Tokens:
    """All tokens of a document; some may stand there twice."""
    return Tokens(_grams(document), _starts(document))


def name_grams(folded: str) -> str:
    """Characters and pairs of a folded name."""
    return " ".join((*folded, *pairs(folded)))


def pairs(text: str) -> Sequence[str]:
    """Neighbouring characters two by two."""
    return _cutter(len(text), 2)(text)


def number_grams(mark: str, folded: str) -> str:
    """Four neighbouring characters, and the last three."""
    if len(folded) < TAIL:
        return ""
    between = " " + mark
    return mark + between.join((*_cutter(len(folded), GRAM)(folded), folded[-TAIL:]))


@lru_cache(maxsize=256)
def _cutter(length: int, size: int) -> Callable[[str], Sequence[str]]:
    """Cuts every run of `size` characters out of a text of `length` at once."""
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


def _grams(document: SearchDocument) -> str:
    found = [name_grams(fold_text(name)) for name in document.names]
    found += [number_grams("i", fold_code(number)) for number in document.numbers]
    found += [number_grams("p", fold_code(number)) for number in document.phones]
    found += map(_address_grams, document.addresses)
    return " ".join(filter(None, found))


@lru_cache(maxsize=4096)
def _address_grams(address: str) -> str:
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
    return " ".join(dict.fromkeys(found))


def _starts(document: SearchDocument) -> str:
    found: list[str] = []
    for reading in document.readings:
        for way in reading.ways:
            initials = sounds = ""
            for part in reversed(way):
                initials, sounds = part[0] + initials, part + sounds
                found += ("y" + initials, "z" + sounds)
    return " ".join(found)
