"""The one place where text from outside becomes text we keep.

Every service calls `clean()` on what a person, a file or a device handed in, before it is judged or stored, so that the
database, the PDF, the spreadsheet and the log never meet a character that one of them cannot bear.
"""

import re
import unicodedata

from desk.core.errors import UserError
from desk.core.i18n import _

LINE = 200
"""Characters a one-line field takes unless the service says otherwise."""
NOTE = 20_000
"""Characters a many-line field takes unless the service says otherwise."""

# Zero-width joiner and non-joiner stay: scripts that are written in China need them.
_KEPT_FORMAT = {"\u200c", "\u200d"}
_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_WIDE = re.compile("[\uff01-\uff5e\u3000]")
_BREAKS = re.compile("\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
_SPACES = re.compile(r"\s+")
_LINE_SPACES = re.compile(r"[^\S\n]+")
_CELL_SPACES = re.compile(r"[^\S\n\t]+")


def clean(text: str, *, limit: int = LINE, lines: bool = False, field: str = "") -> str:
    """`text` as it may be kept: NFC, without control, bidirectional and lone surrogate characters, trimmed.

    One line by default, white space runs become one space; `lines=True` keeps line breaks. Never NFKC: it would change
    names. Idempotent. Raises UserError beside `field` when more than `limit` characters remain; nothing is cut.
    """
    if text.isprintable() and "  " not in text and unicodedata.is_normalized("NFC", text):
        text = text.strip()  # nearly every text: nothing in it that the rest would touch
    else:
        text = _cleaned(text, lines=lines)
    if len(text) > limit:
        raise UserError(_("This is {count} characters long; at most {limit} fit here.").format(
            count=len(text), limit=limit), field=field)
    return text


def _cleaned(text: str, *, lines: bool) -> str:
    text = unicodedata.normalize("NFC", "".join(map(_kept, _BREAKS.sub("\n", text))))
    if lines:
        return "\n".join(_LINE_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip("\n")
    return _SPACES.sub(" ", text).strip()


def clean_table(text: str, *, limit: int = NOTE, field: str = "") -> str:
    """A pasted table: `clean()` cell by cell, with the tabs between cells and the empty cells kept."""
    text = "".join(map(_kept, _BREAKS.sub("\n", text)))
    rows = [[_CELL_SPACES.sub(" ", cell).strip() for cell in line.split("\t")] for line in text.split("\n")]
    text = unicodedata.normalize("NFC", "\n".join("\t".join(row) for row in rows if any(row)))
    if len(text) > limit:
        raise UserError(_("This is {count} characters long; at most {limit} fit here.").format(
            count=len(text), limit=limit), field=field)
    return text


def clean_note(text: str, *, limit: int = NOTE, field: str = "") -> str:
    """`clean()` for a many-line field."""
    return clean(text, limit=limit, lines=True, field=field)


def fold_width(text: str) -> str:
    """Full-width letters, digits and signs as their plain forms: for numbers and codes, never for names."""
    return text.translate(_WIDTH) if _WIDE.search(text) else text


def code(text: str, *, limit: int = 60, field: str = "") -> str:
    """A number or code as typed or pasted: cleaned, plain width, no spaces, upper case."""
    if text.isascii() and text.isalnum() and len(text) <= limit:
        return text.upper()
    return _SPACES.sub("", fold_width(clean(text, limit=limit * 2, field=field))).upper()


def _kept(char: str) -> str:
    if char >= " " and char < "\x7f" or "\u4e00" <= char <= "\u9fff":
        return char
    if char in "\n\t" or char in _KEPT_FORMAT:
        return char
    category = unicodedata.category(char)
    if category in ("Cc", "Cs") or category == "Cf":
        return ""
    return "" if _noncharacter(ord(char)) else char


def _noncharacter(point: int) -> bool:
    return 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE
