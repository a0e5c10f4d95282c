"""Texts on their way to paper: one gate that makes them harmless, and the rules where a Chinese line may end.

Line rules: GB/T 15834-2011 5.1 (marks that may not begin or end a line); numbers, dates, amounts and identity numbers
stay whole (党政机关公文: 数字、年份不能回行).
"""

import re
import unicodedata


def _wide(marks: str) -> str:
    """The full-width forms of ASCII marks: they are easily taken for ASCII in a source file, so they are computed."""
    return "".join(chr(ord(mark) + 0xFEE0) for mark in marks)


WIDE_SPACE = "\u3000"
_CLOSING = "。、〕】》〉」』〗”’"
NO_START = frozenset(_CLOSING + "…—·‰℃°′″々〃ー,.:;!?)]}%~" + _wide(",.:;!?)]}%~"))
"""Characters no line begins with."""

NO_END = frozenset("〔【《〈「『〖“‘£№([{¥$#" + _wide("([{$#") + "\uffe5")
"""Characters no line ends with."""

NARROWABLE = frozenset("。、〕】》〉」』" + _wide(",;:)"))
"""Closing marks whose right half is empty: at the end of a line they need only half their width."""

_NUMBER_UNITS = "元万亿角分厘%‰℃年月日时点秒号岁人户份页次个条名项件票栋座层室米里亩吨克天周届期"
_WHOLE = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日"
    rf"|[〔\[({_wide('([')}]\d{{4}}[〕\]){_wide(')]')}]"
    rf"|[¥$\uffe5]?[\d\uff10-\uff19][\d\uff10-\uff19,.\-:/×~%A-Za-z]*[{_NUMBER_UNITS}]?"
    r"|[A-Za-z0-9@._%+\-/:#&=?]+"
    r"|——|……|[—…]{2}", re.ASCII)
_OPENING, _SHUTTING = (re.escape("".join(sorted(marks))) for marks in (NO_END, NO_START))
_WITH_MARKS = re.compile(f"[{_OPENING}]*(?:{_WHOLE.pattern})[{_SHUTTING}]*", re.ASCII)
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Cn"})


class _Cleaner(dict[int, str | None]):
    """Code point → what is printed instead; worked out once a character."""

    def __missing__(self, code: int) -> str | None:
        self[code] = cleaned = _clean(chr(code))
        return cleaned


def _clean(character: str) -> str | None:
    if character == "\n":
        return character
    if character in "\r\u2028\u2029\x0b\x0c\x85":
        return "\n"
    if character == "\t":
        return "  "
    category = unicodedata.category(character)
    if category in _DROPPED_CATEGORIES or "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return None
    return " " if category == "Zs" and character != WIDE_SPACE else character


_CLEANER = _Cleaner()


def pdf_text(text: str) -> str:
    """Text fit for a page: NFC, no controls, bidi marks, lone surrogates or variation selectors; "\\n" ends a paragraph.

    Nothing in it is markup: what comes out is drawn character by character. Cleaning twice changes nothing.
    """
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_CLEANER))


_MARKS = {mark: _wide(mark) for mark in ",;:!?()"}
_BETWEEN = re.compile(r"[,;:!?()]")


def chinese_marks(text: str) -> str:
    """The same text, as long, with full-width marks where they stand beside Chinese: 林晓梅,13900000001 but 1,409.50.

    Brackets are changed as pairs. Papers are typeset alike whichever marks a clerk's keyboard gave.
    """
    if not _BETWEEN.search(text):
        return text
    out, opened = list(text), []
    for match in _BETWEEN.finditer(text):
        at, mark = match.start(), match[0]
        beside = (at > 0 and _chinese(out[at - 1])) or (at + 1 < len(text) and _chinese(text[at + 1]))
        if mark == "(":
            opened.append((at, beside))
        elif mark == ")" and opened:
            begin, wide = opened.pop()
            if wide or beside:
                out[begin], out[at] = _MARKS["("], _MARKS[")"]
        elif beside and mark != ")":
            out[at] = _MARKS[mark]
    for begin, wide in opened:
        out[begin] = _MARKS["("] if wide else "("
    return "".join(out)


def _chinese(character: str) -> bool:
    """Ideographs, their marks and full-width forms."""
    return character >= "\u2e80" or character in "“”‘’…—"


_SHUT = "".join(sorted(NARROWABLE))
_TIGHT = re.compile(f"[{_SHUT}](?=[{_SHUT}〔【《〈「『〖{_wide('([{')}])")


def tight_marks(text: str) -> tuple[int, ...]:
    """Indexes of closing marks followed by another mark: side by side they would leave a hole of a whole character."""
    return tuple(match.start() for match in _TIGHT.finditer(text))


def break_points(text: str) -> bytearray:
    """For each index 1 where a line may begin, 0 where it may not; index 0 always 1."""
    allowed = bytearray(b"\x01") * len(text)
    for match in _WHOLE.finditer(text):
        for index in range(match.start() + 1, match.end()):
            allowed[index] = 0
    previous = ""
    for index, character in enumerate(text):
        if character in NO_START or previous in NO_END or character == " ":
            allowed[index] = 0
        previous = character
    if allowed:
        allowed[0] = 1
    return allowed


def longest_whole(text: str) -> str:
    """The longest number, date or word that should not be broken, with the marks that may not leave it; "" for none."""
    return max((match[0] for match in _WITH_MARKS.finditer(text)), key=len, default="")
