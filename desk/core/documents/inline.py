"""What stands inside a line of a paper: plain words, values with room for handwriting, emphasised words.

Texts are inert: no markup of any kind is understood, a `<b>` is printed as the three characters it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class FontRole(StrEnum):
    """What a typeface is for; which file serves a role is the font book's affair."""

    SONG = "song"
    HEI = "hei"
    KAI = "kai"
    FANGSONG = "fangsong"


class Align(StrEnum):
    """How a line stands in its measure."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Span:
    """Words that differ from their surroundings.

    strike: how an unused alternative is crossed out. tick: a √ over the character, for boxes: Span("□", tick=True).
    """

    text: str
    bold: bool = False
    underline: bool = False
    strike: bool = False
    role: FontRole | None = None
    tick: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A value in running text, or a ruled blank where it is to be written by hand.

    value: None or "" is blank. width: length of the blank in characters. underline: rule a filled value, too.
    final: printed instead of a blank when the paper's mode is FINAL ("/", "无"); "" keeps the ruled blank.
    """

    value: str | None = None
    width: float = 6
    underline: bool = False
    final: str = ""


Inline = str | Span | Field
"""One piece of running text."""

Text = str | Span | Field | tuple["Text", ...] | None
"""What a block accepts as text; None is blank. Tuples may nest: (date_text(None), "前付清")."""


def pieces(text: Text) -> tuple[Inline, ...]:
    """The pieces of a text, always as a flat tuple."""
    if text is None:
        return ()
    return tuple(piece for part in text for piece in pieces(part)) if isinstance(text, tuple) else (text,)


def plain(text: Text) -> str:
    """The words of a text without their looks; blanks give nothing."""
    return "".join(words(piece) for piece in pieces(text))


def words(piece: Inline) -> str:
    """The words of one piece."""
    if isinstance(piece, Field):
        return piece.value or ""
    return piece if isinstance(piece, str) else piece.text


def is_blank(text: Text) -> bool:
    """True when there is nothing to print but a place to write."""
    return not any(isinstance(piece, Field) or plain(piece).strip() for piece in pieces(text))


def joined(parts: Iterable[Text]) -> tuple[Inline, ...]:
    """Several texts as one."""
    return tuple(piece for part in parts for piece in pieces(part))
