"""What the search box knows of one record, and how text is folded so that what is typed meets what is stored."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from desk.core.people.names import Readings
from desk.core.text import fold_width

_DIGITS = re.compile(r"([0-9]+)")


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One record as the search box sees it.

    names: what it is called, the shown name first (persons: also earlier names; cases: title, parties).
    readings: pinyin of the names where it helps. numbers: identity and case numbers. phones, addresses: as kept.
    title, subtitle: what a hit shows; personal numbers in them are masked. area_id: None when it lies in no area.
    permission: what one must hold to find it, "" for everybody of the community. viewers: user ids who find it without
    that permission (the handlers of a confidential matter).
    """

    kind: str
    record_id: int
    title: str
    subtitle: str = ""
    names: tuple[str, ...] = ()
    readings: tuple[Readings, ...] = ()
    numbers: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    permission: str = ""
    area_id: int | None = None
    viewers: tuple[int, ...] = ()


class Folded(NamedTuple):
    """The document's text as it is compared: what `tokens` cut and what the recheck looks into."""

    names: str
    numbers: str
    addresses: str


def fold(document: SearchDocument) -> Folded:
    """All text of a document folded; each part ends with a space, which no typed word holds."""
    return Folded(
        names=_joined(map(fold_text, document.names)),
        numbers=_joined(map(fold_code, (*document.numbers, *document.phones))),
        addresses=_joined(map(fold_address, document.addresses)),
    )


@lru_cache(maxsize=8192)
def fold_text(text: str) -> str:
    """Lower case, plain width, NFC, letters and digits only: "阿依古丽·买买提" → "阿依古丽买买提"."""
    return _letters(_lower(text))


def fold_code(text: str) -> str:
    """The ASCII letters and digits of a number, lower case: "027-8123 4567" → "02781234567"."""
    if text.isascii() and text.isalnum():
        return text.lower()
    return "".join(char for char in _lower(text) if char.isascii() and char.isalnum())


@lru_cache(maxsize=8192)
def fold_address(text: str) -> str:
    """`fold_text` with every number between bars, so that 1502 is looked for whole: "翠湖|12|幢|1502|室"."""
    return "".join([f"|{part}|" if part.isascii() and part.isdecimal() else _letters(part)
                    for part in _DIGITS.split(_lower(text))])


def _joined(parts: Iterable[str]) -> str:
    text = " ".join(filter(None, parts))
    return text + " " if text else ""


def _lower(text: str) -> str:
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", fold_width(text).lower())


def _letters(text: str) -> str:
    if text.isalnum():
        return text
    return "".join(char for char in text if char.isalnum() or unicodedata.category(char)[0] == "M")
