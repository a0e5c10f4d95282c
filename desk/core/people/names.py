"""Names of people: cleaned, questioned, read in pinyin.

Names are kept in NFC and may hold any Chinese character of Unicode, · between the parts of an ethnic name, and Latin
letters. Readings are a help for search and sorting, never a fact about the person; a clerk may correct them.
"""

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.people.checks import Check
from desk.core.people.surnames import GIVEN_READINGS, SURNAME_READINGS, split_surname
from desk.core.text import clean, fold_width

LIMIT = 60
MOST_READINGS = 6

_DOTS = re.compile(r"\s*[\u00b7\u2022\u2027\u30fb\uff65\u2219\u22c5\u0387]\s*")
_PARTS = re.compile(r"[A-Za-z\u00c0-\u024f]+|[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇]+")
_ODD = re.compile(r"[0-9?□■◆○*#@<>{}|\\/_=+~^\ufffd]")


@dataclass(frozen=True, slots=True)
class Readings:
    """ways: how the name may be read, the best first, each a tuple of syllables ("zeng", "xiao", "ming"): lower case
    ASCII without tones, ü is v; a Latin word counts as one syllable."""

    ways: tuple[tuple[str, ...], ...] = ()

    @property
    def full(self) -> tuple[str, ...]:
        """("zengxiaoming", …)"""
        return tuple(dict.fromkeys("".join(way) for way in self.ways))

    @property
    def initials(self) -> tuple[str, ...]:
        """("zxm", …)"""
        return tuple(dict.fromkeys(["".join([part[0] for part in way]) for way in self.ways]))

    @property
    def sort_key(self) -> str:
        """What lists sort by: the best reading with spaces, so that 李安 stands before 连 (li an < lian)."""
        return " ".join(self.ways[0]) if self.ways else ""


def clean_name(text: str, *, field: str = "name") -> str:
    """A name as it may be kept: NFC, one kind of middle dot, no spaces between Chinese characters.

    Raises UserError beside `field` when empty or longer than 60 characters.
    """
    name = clean(text, limit=LIMIT, field=field)
    if name.isalpha():
        return name
    name = _DOTS.sub("·", name).strip("·")
    name = re.sub(r"(?<=[^\x00-\u024f]) (?=[^\x00-\u024f])", "", name)
    if not name:
        raise UserError(_("Enter the name."), field=field)
    return name


def examine_name(name: str) -> tuple[Check, ...]:
    """Questions to ask about a cleaned name: characters of old fonts without a code of their own, signs, digits."""
    private = [(place, char) for place, char in enumerate(name, 1) if unicodedata.category(char) == "Co"]
    where = ", ".join(f"{place} (U+{ord(char):04X})" for place, char in private)
    odd = sorted(set(_ODD.findall(fold_width(name))))
    return (
        Check("private_character", not private,
              _("Character {where} comes from an old font and looks different on every computer. "
                "Type the right character.").format(where=where)),
        Check("odd_character", not odd,
              _("A name seldom holds {signs}.").format(signs=" ".join(odd))),
    )


@lru_cache(maxsize=16_384)
def readings(name: str, corrected: str = "") -> Readings:
    """How a cleaned name may be read, at most six ways; `corrected` ("shan xiao ming", tones allowed) comes first.

    Surnames by their own table, other characters by their first reading plus a short table of doubtful ones. The best
    way differs from each other way in one place only, so their number stays small.
    """
    choices = list(_choices(name))
    best = [choice[0] for choice in choices]
    found = [best]
    for place, choice in enumerate(choices):
        if len(choice) > 1:
            found += [best[:place] + [other] + best[place + 1:] for other in choice[1:]]
    ways = [tuple(filter(None, chain.from_iterable(way))) for way in found[:MOST_READINGS]]
    if corrected:
        ways.insert(0, tuple(clean_correction(corrected).split(" ")))
    return Readings(tuple(way for way in dict.fromkeys(ways[:MOST_READINGS]) if way))


def clean_correction(text: str, *, field: str = "pinyin") -> str:
    """A typed reading: syllables with spaces, tone marks and numbers dropped. Raises UserError if not letters."""
    plain = toneless(fold_width(clean(text, limit=200, field=field)).lower().replace("'", " "))
    plain = " ".join(re.sub(r"[1-5]\b", "", plain).split())
    if not re.fullmatch(r"[a-z]+( [a-z]+)*", plain):
        raise UserError(_("Enter the pinyin in letters, a space between syllables: shan xiao ming."), field=field)
    return plain


def toneless(pinyin: str) -> str:
    """Without tone marks, ü as v: "lǚ" → "lv"."""
    letters = unicodedata.normalize("NFD", pinyin.replace("ɡ", "g")).replace("u\u0308", "v")
    return unicodedata.normalize("NFC", "".join(char for char in letters if not unicodedata.combining(char)))


def _choices(name: str) -> Iterator[list[tuple[str, ...]]]:
    """For each place of the name the ways to read it, each a tuple of syllables."""
    first = True
    for part in _PARTS.findall(name):
        if part[0] < "\u0250":
            yield [(re.sub("[^a-z]", "", toneless(part).lower()),)]
            continue
        rest = part
        if first and "·" not in name:
            surname, rest = split_surname(part)
            yield _surname(surname)
        yield from map(_given, rest)
        first = False


@lru_cache(maxsize=30_000)
def _given(char: str) -> list[tuple[str, ...]]:
    return [(way,) for way in GIVEN_READINGS.get(char) or _character(char)]


@lru_cache(maxsize=4096)
def _surname(surname: str) -> list[tuple[str, ...]]:
    if len(surname) == 1:
        return [(way,) for way in SURNAME_READINGS.get(surname) or _character(surname)]
    return [_split(way, surname) for way in SURNAME_READINGS[surname]]


def _split(way: str, surname: str) -> tuple[str, ...]:
    """A two-syllable reading cut where the second character's syllable begins."""
    for place in range(len(way) - 1, 0, -1):
        if way[place:] in {toneless(sound) for sound in _table().get(ord(surname[1]), "").split(",")}:
            return way[:place], way[place:]
    return (way,)


@lru_cache(maxsize=30_000)
def _character(char: str) -> tuple[str, ...]:
    """Its first reading, or nothing for a character nobody has read yet."""
    sound = _table().get(ord(char), "").split(",", 1)[0]
    plain = re.sub("[^a-z]", "", toneless(sound))
    return (plain,) if plain else ("",)


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """Code point → readings. Only the character table: the phrase table costs 57 MB and a second."""
    switched = "PYPINYIN_NO_PHRASES" in os.environ
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    try:
        from pypinyin import pinyin_dict
    finally:
        if not switched:
            os.environ.pop("PYPINYIN_NO_PHRASES", None)
    return pinyin_dict.pinyin_dict
